// SPDX-License-Identifier: Apache-2.0

extension Rule {
    /// The requirements as rows, each before its children: the inverse of
    /// `RequirementRow.rule(from:)` for what rows can say.
    ///
    /// The terms under which awards count, the scales and the tables of a rule have no columns.
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
        let options = kind.fill(&row) + (isShared ? ["shared"] : [])
        row.options = options.isEmpty ? nil : options.joined(separator: "; ")
        return [row]
            + children.flatMap { $0.rows(credential: credential, use: use, parent: id) }
    }
}

extension Requirement.Kind {
    /// Fills the columns of `row`; returns the options.
    fileprivate func fill(_ row: inout RequirementRow) -> [String] {
        switch self {
        case .all, .any: break
        case .atLeast(let count, _): row.minimum = String(count)
        case .count(let demand): return demand.fill(&row)
        case .share(let share): return share.fill(&row)
        case .mean(let mean):
            row.minimum = mean.minimum.description
            row.unit = mean.scale
            return mean.basis == .held ? ["held"] : []
        case .period(let period): row.maximum = period.description
        case .distinct(let count, let field):
            row.minimum = String(count)
            row.of = field.rawValue
        case .credential(let id, let overlap):
            row.of = id
            row.minimum = overlap?.description
        case .outcome(let id): row.of = id
        case .skill(let uri, let level):
            row.of = uri
            row.minimum = level?.description
        case .order(let ids): row.of = Selector.oneOf(.id, ids).description
        case .absent(let selector): row.of = selector.description
        case .notBefore(let date): row.of = date.description
        case .decision(let body): row.of = body
        }
        return []
    }
}

extension Requirement.Demand {
    fileprivate func fill(_ row: inout RequirementRow) -> [String] {
        row.minimum = minimum.description
        row.maximum = maximum?.description
        row.unit = unit.scheme?.rawValue
        row.of = selector.description
        return isPartial ? ["partial"] : []
    }
}

extension Requirement.Share {
    fileprivate func fill(_ row: inout RequirementRow) -> [String] {
        row.minimum = minimum?.description
        row.maximum = maximum?.description
        row.unit = unit?.name
        row.of = selector.description
        return (basis == .counted ? ["counted"] : [])
            + (rounding.map { ["round \($0.rawValue)"] } ?? [])
    }
}

extension Requirement.Share.Bound: CustomStringConvertible {
    /// The amount, or the share with its sign: `15`, `50%`.
    public var description: String {
        switch self {
        case .amount(let amount): amount.description
        case .fraction(let fraction): fraction.description
        }
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
        /// Credits from what matches.
        case credits
        /// A number of awards that match.
        case awards
        /// Hours of workload from what matches.
        case hours
        /// A condition on a part of what is counted above.
        case share
        /// A least mean of grades.
        case mean
        /// A longest time between the awards counted above.
        case period
        /// A least number of different values among the awards counted above.
        case distinct
        /// A credential or one that counts for it.
        case credential
        /// An outcome.
        case outcome
        /// A skill, at a level.
        case skill
        /// Credentials, one after the other.
        case order
        /// Nothing that matches.
        case absent = "none"
        /// A day.
        case notBefore = "not-before"
        /// What a body decides.
        case decision
    }

    /// The name of the kind, as it stands in files and outputs.
    public var name: String { named.rawValue }

    private var named: Name {
        switch self {
        case .all: .all
        case .any: .any
        case .atLeast: .atLeast
        case .count(let demand):
            switch demand.unit {
            case .credits: .credits
            case .awards: .awards
            case .hours: .hours
            }
        case .share: .share
        case .mean: .mean
        case .period: .period
        case .distinct: .distinct
        case .credential: .credential
        case .outcome: .outcome
        case .skill: .skill
        case .order: .order
        case .absent: .absent
        case .notBefore: .notBefore
        case .decision: .decision
        }
    }
}
