// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Something that is summed over what a count counts, in thousandths.
enum Sum: Hashable {
    /// What a count counts, in its own unit.
    case counted(Int)
    /// What of it a share at least, or a share at most, is about.
    case matching(condition: Int, isCeiling: Bool)
    /// All of it in the unit of a share.
    case whole(condition: Int)
    /// Amounts times points above a mean, in millionths.
    case points(condition: Int)

    /// The requirement that reads it: the count or the condition.
    var reader: Int {
        switch self {
        case .counted(let place), .matching(let place, _), .whole(let place), .points(let place):
            place
        }
    }
}

extension FactReading {
    /// The most thousandths that are counted of one award or asked by one requirement: a million
    /// of any unit.
    static let most = 1_000_000_000

    /// An amount that a rule states, in thousandths.
    static func bounded(_ amount: ExactDecimal) -> Int { min(max(0, amount.thousandths), most) }

    /// Thousandths of a unit in an award; nil where it has none, or that is not known.
    func amount(_ award: Int, _ unit: Unit) -> Int? {
        guard let credential = credentials[award].map({ graph.credentials[$0] }) else { return nil }
        switch unit {
        case .awards: return 1000
        case .hours: return credential.hours.map(Self.bounded)
        case .credits(let scheme):
            guard let stated = subject.awards[award].credits ?? credential.credits else {
                return nil
            }
            if let exact = graph.convert(stated, to: scheme) { return Self.bounded(exact.amount) }
            let isUnstated = stated.scheme == .unknown || scheme == .unknown
            return isUnstated && isAssuming ? Self.bounded(stated.amount) : nil
        }
    }

    /// The count over which a sum is taken.
    func count(of sum: Sum) -> Int {
        if case .counted(let place) = sum { return place }
        return tree.nodes[sum.reader].parent ?? 0
    }

    /// The unit of a sum.
    func unit(of sum: Sum) -> Unit {
        let own = tree.demand(count(of: sum))?.unit ?? .awards
        guard case .share(let share) = tree.nodes[sum.reader].requirement.kind else { return own }
        return share.unit ?? own
    }

    /// What an award adds to a sum.
    func amount(_ award: Int, _ sum: Sum) -> Int128 {
        let amount = Int128(amount(award, unit(of: sum)) ?? 0)
        switch (sum, tree.nodes[sum.reader].requirement.kind) {
        case (.matching(_, false), .share(let share)):
            return holds(matches(share.selector, award)) ? amount : 0
        case (.matching(_, true), .share(let share)):
            return holds(matches(share.selector, award).negated) ? 0 : amount
        case (.points, .mean(let mean)): return amount * Int128(pointsAbove(mean, award))
        default: return amount
        }
    }

    /// Where a part cuts what it passes on to a sum; nil where it passes on all of it.
    ///
    /// What looks at parts of awards (a share at most, a share of what is counted, a mean) cannot
    /// stand around a part that cuts.
    func cut(_ part: Int, _ sum: Sum) -> Int? {
        switch sum {
        case .counted, .matching(_, false): break
        case .matching(_, true), .whole, .points: return nil
        }
        guard let demand = tree.demand(part), demand.isPartial, demand.unit == unit(of: sum) else {
            return nil
        }
        return demand.maximum.map(Self.bounded)
    }

    // MARK: Grades

    /// What a grade is worth in a mean.
    enum GradeValue {
        /// So many thousandths of points above the mean.
        case above(Int)
        /// Nothing: its step of the scale has no points.
        case none
        /// It is missing, or not on a scale of the rule that has points.
        case unknown
    }

    /// What an award's grade is worth in a mean.
    func grade(_ award: Int, _ mean: Requirement.MeanGrade) -> GradeValue {
        guard let grade = subject.awards[award].grade,
            let scale = rule.scales.first(where: { $0.name == mean.scale }),
            scale.mostPoints != nil, scale.has(grade)
        else { return .unknown }
        return scale.points(of: grade).map { .above(($0 - mean.minimum).thousandths) } ?? .none
    }

    /// The most points above a mean; nil where the scale has none.
    func mostAbove(_ mean: Requirement.MeanGrade) -> Int? {
        rule.scales.first { $0.name == mean.scale }?.mostPoints
            .map { ($0 - mean.minimum).thousandths }
    }

    private func pointsAbove(_ mean: Requirement.MeanGrade, _ award: Int) -> Int {
        switch grade(award, mean) {
        case .above(let points): points
        case .none: 0
        case .unknown: isAssuming ? mostAbove(mean) ?? 0 : 0
        }
    }

    // MARK: Values

    /// What tells an award apart from others in a field; an unknown value is one of its own where
    /// it is assumed, else none.
    func value(_ award: Int, _ field: Selector.Field) -> String? {
        known(award, field) ?? (isAssuming ? "?\(award)" : nil)
    }

    private func known(_ index: Int, _ field: Selector.Field) -> String? {
        let award = subject.awards[index]
        let credential = credentials[index].map { graph.credentials[$0] }
        switch field {
        case .id: return credential?.id
        case .provider: return award.provider ?? credential?.provider
        case .level: return (award.level ?? credential?.level)?.description
        case .field: return award.field ?? credential?.field
        case .kind: return (award.kind ?? credential?.kind)?.rawValue
        case .mode: return credential?.mode
        case .date: return award.date?.description
        case .tag, .language, .credits, .hours, .age, .grade, .used, .outcome, .skill: return nil
        }
    }
}
