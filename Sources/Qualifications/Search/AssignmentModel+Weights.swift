// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension AssignmentModel {
    /// How the three numbers are put into one.
    struct Weights {
        /// The smallest steps by which credits and units change, in thousandths.
        let creditStep: Int
        let unitStep: Int
        /// What a step of credits, and one of units, weighs.
        let credit: Double
        let unit: Double
        /// The most that units and count can weigh together, and count by itself.
        let mostBelowCredits: Double
        let mostCount: Double

        /// The one number for a shortfall.
        func value(_ shortfall: Shortfall) -> Double {
            Double(shortfall.credits / creditStep) * credit
                + Double(shortfall.units / unitStep) * unit + Double(shortfall.count)
        }

        /// The least number that a whole solution at or above `bound` can have.
        func rounded(_ bound: Double) -> Double {
            guard bound > 1e-6 else { return 0 }
            let value = (bound - 1e-6).rounded(.up)
            let credits = (value / credit).rounded(.down)
            let rest = value - credits * credit
            if rest > mostBelowCredits { return (credits + 1) * credit }
            let units = (rest / unit).rounded(.down)
            let count = rest - units * unit
            return count > mostCount
                ? credits * credit + (units + 1) * unit : credits * credit + units * unit + count
        }
    }
}

extension AssignmentModel.Weights {
    /// Weighs the numbers of a problem so that no sum of the lesser ones outweighs a step of the
    /// greater.
    init(_ problem: ScopeProblem) {
        let rule = problem.program
        var amounts: [AssignmentModel.Measure: [Int]] = [.credits: [], .units: []]
        var most: [AssignmentModel.Measure: Int] = [.credits: 0, .units: 0]
        var isStepped = true
        for account in rule.accounts where account.scope == problem.scope {
            isStepped = isStepped && account.isStepped
            for (measure, amount) in account.demands {
                amounts[measure, default: []].append(amount)
                most[measure, default: 0] += amount
            }
            // Different values are lacking one by one, however many are asked for.
            if account.asksForValues { amounts[.units, default: []].append(1000) }
            most[.units, default: 0] += account.balanceMost(.units, in: problem)
        }
        for leaf in rule.leaves where leaf.scope == problem.scope {
            amounts[.credits, default: []].append(leaf.credits)
            amounts[.units, default: []].append(leaf.units)
            most[.units, default: 0] += leaf.units
        }
        for lack in problem.below.values {
            amounts[.credits, default: []].append(lack.credits)
            amounts[.units, default: []].append(lack.units)
            most[.units, default: 0] += lack.units
        }
        let isCredits = rule.talliesOfCredits
        for entry in problem.groups.lazy.flatMap(\.options).flatMap(\.entries) {
            let measure: AssignmentModel.Measure = isCredits[entry.tally] ? .credits : .units
            amounts[measure, default: []].append(entry.amount)
        }
        let count = rule.steps.reduce(rule.steps.count) { sum, step in
            if case .gate(let needed) = step { return sum + min(max(0, needed), 1_000_000) }
            return sum
        }
        mostCount = Double(count + problem.below.values.reduce(0) { $0 + $1.count })
        creditStep = isStepped ? Self.step(amounts[.credits, default: []]) : 1
        unitStep = isStepped ? Self.step(amounts[.units, default: []]) : 1
        unit = mostCount + 1
        mostBelowCredits = Double(most[.units, default: 0] / unitStep) * unit + mostCount
        credit = mostBelowCredits + 1
    }

    private static func step(_ amounts: [Int]) -> Int {
        max(1, amounts.reduce(0) { greatestCommonDivisor($0, abs($1)) })
    }

    private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }
}

extension RuleProgram {
    /// For each tally whether a lack of it is told in credits.
    var talliesOfCredits: [Bool] {
        var isCredits = [Bool](repeating: false, count: tallies.count)
        for (account, readers) in zip(accounts, readers) {
            isCredits[account.tally] = account.measure.isCredits
            for condition in account.conditions {
                for tally in condition.tallies {
                    isCredits[tally] = condition.measure(in: account).isCredits
                }
            }
            for reader in readers where reader.isCeiling {
                isCredits[reader.tally] = reader.unit.scheme != nil
            }
        }
        for (relay, tally) in relays { isCredits[tally] = isCredits[relay.tally] }
        return isCredits
    }
}

extension ScopeProblem {
    /// Whether anything that the scope may lack is told in this measure.
    func uses(_ measure: AssignmentModel.Measure) -> Bool {
        switch measure {
        case .count: return true
        case .credits:
            return program.leaves.contains { $0.scope == scope && $0.credits > 0 }
                || below.values.contains { $0.credits > 0 } || usesDemand(measure)
        case .units:
            return program.leaves.contains { $0.scope == scope && $0.units > 0 }
                || below.values.contains { $0.units > 0 } || usesDemand(measure)
        }
    }

    private func usesDemand(_ measure: AssignmentModel.Measure) -> Bool {
        program.accounts.contains { account in
            account.scope == scope
                && (account.demands.contains { $0.measure == measure && $0.amount > 0 }
                    || account.balanceMost(measure, in: self) > 0)
        }
    }
}

extension ScopeProblem {
    /// Whether all that an account may still lack, told as its unit is, would be counted in it:
    /// nothing inside is shared, and nothing but awards is told as units.
    func fillsStayInside(_ account: RuleProgram.Account) -> Bool {
        var waiting = [account.node]
        while let node = waiting.popLast() {
            if program.scopes[node] != scope { return false }
            if !account.measure.isCredits, let inner = program.account(node),
                inner.allMeasures.contains(where: { !$0.isCredits && !$0.isAwards })
            {
                return false
            }
            waiting += program.children[node]
        }
        return true
    }
}

extension AssignmentModel.Measure {
    init(_ measure: RuleProgram.Measure) { self = measure.isCredits ? .credits : .units }
}

extension RuleProgram.Measure {
    /// How many credits of the audit's scheme, or units, one of the unit is.
    var factor: Double { Double(worth?.factor ?? 1000) / 1000 }
}

extension RuleProgram.Account {
    /// How all that it may lack is told.
    var allMeasures: [RuleProgram.Measure] {
        [measure] + conditions.map { $0.measure(in: self) }
    }

    /// Whether all that it may lack comes in the steps of what is placed and asked.
    fileprivate var isStepped: Bool {
        !hasBalance && allMeasures.allSatisfy { $0.worth?.isPar ?? true }
    }

    /// Whether different values are asked for.
    fileprivate var asksForValues: Bool {
        conditions.contains { if case .distinct = $0.kind { true } else { false } }
    }

    /// Whether a share of what is counted, or a mean, is asked for.
    private var hasBalance: Bool { conditions.contains { $0.isBalance } }

    /// The amounts that are asked for, in thousandths of the audit's scheme or of a unit.
    var demands: [(measure: AssignmentModel.Measure, amount: Int)] {
        var demands = [Self.demand(minimum, measure)]
        for condition in conditions {
            switch condition.kind {
            case .floor(_, let amount, let measure): demands.append(Self.demand(amount, measure))
            case .distinct(let count, _): demands.append((.units, 1000 * count))
            case .ceiling, .countedFloor, .countedCeiling, .mean, .period: break
            }
        }
        return demands
    }

    private static func demand(
        _ amount: Int, _ measure: RuleProgram.Measure
    ) -> (measure: AssignmentModel.Measure, amount: Int) {
        measure.worth?.up(amount).map { (.credits, $0) } ?? (.units, amount)
    }

    /// The most that a share of what is counted, or a mean, may lack, in thousandths.
    func balanceMost(_ measure: AssignmentModel.Measure, in problem: ScopeProblem) -> Int {
        let balances = conditions.filter {
            $0.isBalance && AssignmentModel.Measure($0.measure(in: self)) == measure
        }
        guard !balances.isEmpty else { return 0 }
        let reserve = balances.map { $0.balanceMost(of: problem.most(in: $0.tallies)) }.max() ?? 0
        return balances[0].measure(in: self).worth?.up(reserve) ?? reserve
    }
}

extension RuleProgram.Condition {
    /// Whether what it lacks grows with what is counted.
    fileprivate var isBalance: Bool {
        switch kind {
        case .countedFloor, .countedCeiling, .mean: true
        case .floor, .ceiling, .period, .distinct: false
        }
    }

    /// The most that it may lack, where no more than `total` stands in its tallies; nothing where
    /// more would not help.
    fileprivate func balanceMost(of total: Int) -> Int {
        let (times, gain) =
            switch kind {
            case .countedFloor(_, _, let share, _): (share, 1000 - share)
            case .countedCeiling(_, _, let share, _): (1000, share)
            case .mean(_, let most): (1, most)
            case .floor, .ceiling, .period, .distinct: (0, 1)
            }
        return gain > 0 ? min(times * total / gain + 1, Shortfall.infinite) : 0
    }

    fileprivate var tallies: [Int] {
        switch kind {
        case .countedFloor(let tally, let total, _, _), .countedCeiling(let tally, let total, _, _):
            [tally, total]
        case .mean(let tally, _), .floor(let tally, _, _), .ceiling(let tally, _): [tally]
        case .period, .distinct: []
        }
    }
}

extension ScopeProblem {
    /// The most that could stand in any of the tallies.
    fileprivate func most(in tallies: [Int]) -> Int {
        groups.reduce(0) { sum, group in
            let most =
                group.options.lazy.flatMap(\.entries)
                .filter { tallies.contains($0.tally) }.map { abs($0.amount) }.max() ?? 0
            return min(sum + most * group.members.count, Shortfall.infinite)
        }
    }
}
