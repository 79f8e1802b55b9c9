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
    /// The names of the kinds, as they stand in files and outputs.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        /// Every one of the requirements below.
        case all
        /// At least one of the requirements below.
        case any
        /// At least so many of the requirements below.
        case atLeast = "at-least"
        /// A share of the credits of the requirement above.
        case share
        /// Credits from what matches.
        case credits
        /// A credential or an equivalent one.
        case credential
        /// An outcome.
        case outcome
        /// A skill, at a level.
        case skill
        /// A day.
        case notBefore = "not-before"
    }

    /// The name of the kind, as it stands in files and outputs.
    public var name: String { named.rawValue }

    private var named: Name {
        switch self {
        case .all: .all
        case .any: .any
        case .atLeast: .atLeast
        case .share: .share
        case .credits: .credits
        case .credential: .credential
        case .outcome: .outcome
        case .skill: .skill
        case .notBefore: .notBefore
        }
    }
}
