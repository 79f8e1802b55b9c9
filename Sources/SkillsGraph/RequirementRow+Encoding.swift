// SPDX-License-Identifier: Apache-2.0

extension Rule {
    /// The rule as rows, each node before its children: the inverse of `RequirementRow.rule(from:)`.
    public var rows: [RequirementRow] {
        var rows = requirement.rows(credential: credential, use: use, parent: nil)
        rows[0].version = version
        rows[0].validFrom = validFrom
        rows[0].validUntil = validUntil
        rows[0].source = source
        rows[0].decidedBy = decidedBy
        return rows
    }
}

extension Requirement {
    fileprivate func rows(credential: String, use: Rule.Use, parent: String?) -> [RequirementRow] {
        var row = RequirementRow(
            credential: credential, use: use, id: id, parent: parent, kind: kind.name)
        row.title = title
        switch kind {
        case .all, .any: break
        case .atLeast(let count, _): row.minimum = String(count)
        case .share(let share, let selector):
            row.minimum = "\(ExactDecimal(thousandths: share.thousandths * 100))%"
            row.of = selector.description
        case .credits(let demand):
            row.minimum = demand.minimum.amount.description
            row.maximum = demand.maximum?.description
            row.unit = demand.minimum.scheme.rawValue
            row.of = demand.selector.description
        case .credential(let subject), .outcome(let subject): row.of = subject
        case .skill(let uri, let level):
            row.of = uri
            row.minimum = level?.description
        case .notBefore(let date): row.of = date.description
        }
        return [row]
            + children.flatMap { $0.rows(credential: credential, use: use, parent: id) }
    }
}

extension Requirement.Kind {
    /// The name of the kind, as it stands in files and outputs.
    public var name: String {
        switch self {
        case .all: "all"
        case .any: "any"
        case .atLeast: "at-least"
        case .share: "share"
        case .credits: "credits"
        case .credential: "credential"
        case .outcome: "outcome"
        case .skill: "skill"
        case .notBefore: "not-before"
        }
    }
}
