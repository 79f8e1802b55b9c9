// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension BruteForce {
    /// What each award adds to a requirement that counts, and to the shares right below it.
    struct Tallies {
        let demand: Requirement.Demand
        /// In the requirement's own unit.
        let own: [Int]
        let conditions: [Condition]

        var unit: Unit { demand.unit }
        /// Where what it counts is cut, if it is.
        var cut: Int? { demand.isPartial ? demand.maximum?.thousandths : nil }

        enum Condition {
            case share(Requirement.Share, unit: Unit, all: [Int], floor: [Int], ceiling: [Int])
            /// For each award the points above the mean; and the most that there can be.
            case mean(above: [Int], most: Int)
            case period(Period)
            case distinct(Int, values: [String?])
        }

        init(
            _ demand: Requirement.Demand, _ conditions: [Requirement.Kind], _ reading: Reading
        ) {
            self.demand = demand
            own = reading.awards.map { reading.amount($0, demand.unit) ?? 0 }
            self.conditions = conditions.compactMap { reading.condition($0, demand) }
        }
    }
}

extension BruteForce.Reading {
    fileprivate func condition(
        _ kind: Requirement.Kind, _ demand: Requirement.Demand
    ) -> BruteForce.Tallies.Condition? {
        switch kind {
        case .share(let share):
            let unit = share.unit ?? demand.unit
            let all = awards.map { amount($0, unit) ?? 0 }
            let statuses = awards.map { world.matches(share.selector, $0) }
            return .share(
                share, unit: unit, all: all,
                floor: zip(all, statuses).map { holds($1) ? $0 : 0 },
                ceiling: zip(all, statuses).map { holds($1.negated) ? 0 : $0 })
        case .mean(let mean):
            let scale = world.rule.scales.first { $0.name == mean.scale }
            guard let most = scale?.mostPoints else { return nil }
            let above = awards.map { award in
                guard let grade = award.grade, scale?.has(grade) ?? false else {
                    return (most - mean.minimum).thousandths
                }
                return scale?.points(of: grade).map { ($0 - mean.minimum).thousandths } ?? 0
            }
            return .mean(above: above, most: (most - mean.minimum).thousandths)
        case .period(let period): return .period(period)
        case .distinct(let count, let field):
            return .distinct(count, values: awards.map { value($0, field) })
        default: return nil
        }
    }

    private func value(_ award: Award, _ field: Selector.Field) -> String? {
        let credential = world.graph.credentials[world.position(award)]
        switch field {
        case .id: return credential.id
        case .provider: return award.provider ?? credential.provider
        case .level: return (award.level ?? credential.level)?.description
        case .field: return award.field ?? credential.field
        case .kind: return (award.kind ?? credential.kind).rawValue
        case .mode: return credential.mode
        case .date: return award.date?.description
        case .tag, .language, .credits, .hours, .age, .grade, .used, .outcome, .skill: return nil
        }
    }

    // MARK: What is counted

    /// What `place` counts of `amounts`, which are in `unit`.
    func counted(
        _ place: Int, _ amounts: [Int], _ unit: Unit, _ placement: BruteForce.Placement
    ) -> Int {
        var sum = 0
        for award in placement.indices where placement[award] == place { sum += amounts[award] }
        for part in world.nodes[place].parts where !world.nodes[part].requirement.isShared {
            sum += counted(part, amounts, unit, placement)
        }
        if case .count(let tallies) = steps[place], let most = tallies.cut, tallies.unit == unit {
            return min(sum, most)
        }
        return sum
    }

    /// The awards that `place` counts.
    private func inside(_ place: Int, _ placement: BruteForce.Placement) -> [Int] {
        placement.indices.filter {
            placement[$0] == place
                || (placement[$0] >= 0 && world.nodes[placement[$0]].counts.contains(place))
        }
    }

    // MARK: What is needed

    /// What `place` needs for what it counts; nil where the placement cannot be.
    func ownNeeds(
        _ place: Int, _ tallies: BruteForce.Tallies, _ placement: BruteForce.Placement
    ) -> [BruteForce.Need]? {
        let sum = counted(place, tallies.own, tallies.unit, placement)
        guard sum <= tallies.demand.maximum?.thousandths ?? .max else { return nil }
        let missing = tallies.demand.minimum.thousandths - sum
        var own = [BruteForce.Need(amount: missing, unit: tallies.unit)]
        for condition in tallies.conditions {
            guard let need = need(condition, tallies, place, placement) else { return nil }
            own.append(need)
        }
        return own
    }

    /// What a condition on what `place` counts still needs; nil where nothing more would do.
    private func need(
        _ condition: BruteForce.Tallies.Condition, _ tallies: BruteForce.Tallies, _ place: Int,
        _ placement: BruteForce.Placement
    ) -> BruteForce.Need? {
        switch condition {
        case .share(let share, let unit, let all, let floor, let ceiling):
            let total = counted(place, all, unit, placement)
            let least = share.minimum.map {
                Self.need(
                    floor: $0, share, tallies.demand, total, counted(place, floor, unit, placement))
            }
            let most = share.maximum.map {
                Self.need(
                    ceiling: $0, share, tallies.demand, total,
                    counted(place, ceiling, unit, placement))
            }
            guard let most = most ?? 0 else { return nil }
            return BruteForce.Need(amount: max(least ?? 0, most), unit: unit)
        case .mean(let above, let most):
            let sum = inside(place, placement).map { tallies.own[$0] * above[$0] }.reduce(0, +)
            guard sum < 0 else { return BruteForce.Need(amount: 0, unit: tallies.unit) }
            return BruteForce.Need(amount: Self.quotient(-sum, most), unit: tallies.unit)
        case .period(let period):
            let dates = inside(place, placement).compactMap { awards[$0].date }
            guard let first = dates.min(), let last = dates.max(), last > period.end(from: first)
            else { return BruteForce.Need(amount: 0, unit: tallies.unit) }
            return nil
        case .distinct(let count, let values):
            let held = inside(place, placement).map { values[$0] }
            let unknown = isAssuming ? held.count { $0 == nil } : 0
            let different = Set(held.compactMap(\.self)).count + unknown
            return BruteForce.Need(amount: 1000 * (count - different), unit: .awards)
        }
    }

    private static func need(
        floor: Requirement.Share.Bound, _ share: Requirement.Share, _ demand: Requirement.Demand,
        _ total: Int, _ match: Int
    ) -> Int {
        switch floor {
        case .amount(let amount): return amount.thousandths - match
        case .fraction(let fraction) where share.basis == .required:
            return share.floor(fraction, of: demand.minimum.thousandths) - match
        case .fraction(let fraction):
            return quotient(
                fraction.thousandths * total - 1000 * match, 1000 - fraction.thousandths)
        }
    }

    /// How much of what brings `gain` each makes up for `missing`, rounded up; more than anything
    /// where nothing brings any.
    private static func quotient(_ missing: Int, _ gain: Int) -> Int {
        guard missing > 0 else { return 0 }
        return gain > 0 ? (missing + gain - 1) / gain : BruteForce.Lack.infinite
    }

    private static func need(
        ceiling: Requirement.Share.Bound, _ share: Requirement.Share, _ demand: Requirement.Demand,
        _ total: Int, _ match: Int
    ) -> Int? {
        switch ceiling {
        case .amount(let amount): return match <= amount.thousandths ? 0 : nil
        case .fraction(let fraction) where share.basis == .required:
            return match <= share.ceiling(fraction, of: demand.minimum.thousandths) ? 0 : nil
        case .fraction(let fraction):
            // Adding what does not match lets the whole grow until the match is no more than its
            // part.
            return quotient(
                1000 * match - fraction.thousandths * total, fraction.thousandths)
        }
    }
}
