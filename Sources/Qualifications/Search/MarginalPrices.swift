// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What one more award is worth at most, by the multipliers of the first audit's linear program.
///
/// The multipliers bound the cost of every assignment; one more award lowers that bound by no more
/// than the price of what it adds (weak duality). Where placing it beside the assignment at hand
/// reaches the bound, or the bound shows that it changes nothing, its value is settled without a
/// search.
struct MarginalPrices {
    private let problem: ScopeProblem
    private let model: AssignmentModel
    /// What the first audit has placed.
    private let held: [(option: SlotOption, times: Int)]
    private let bound: Double
    private let before: Shortfall
    private let isCredits: [Bool]
    private let isProved: Bool
    private var prices: [AssignmentModel.Probe: Double] = [:]

    /// Prices the first audit; nil where the rule leaves no room for what it asks.
    init?(_ reading: Reading, _ solution: Solution) {
        guard !solution.isUnsatisfiable else { return nil }
        isProved = solution.proved
        problem = reading.problem(0, solution)
        model = AssignmentModel(problem)
        var search = AssignmentSearch(problem)
        let (bound, multipliers) = search.relaxation()
        self.bound = bound
        held = problem.options(of: solution.choices[0]).compactMap {
            $0.map { (option: $0, times: 1) }
        }
        before = solution.shortfall
        isCredits = problem.program.talliesOfCredits
        var worth = [Double](repeating: 0, count: model.program.columns.count)
        for (row, multiplier) in zip(model.program.rows, multipliers) where multiplier > 0 {
            for entry in row.entries { worth[entry.column] += multiplier * entry.value }
        }
        for (probe, column) in model.probes { prices[probe] = worth[column] }
    }

    /// What is left once an award with these options is held as well, and where it counts; nil
    /// where only a search can tell.
    func value(
        of options: [SlotOption], _ solution: Solution
    ) -> (after: Shortfall, option: (node: Int, credits: Int)?)? {
        guard isProved,
            options.allSatisfy({ problem.program.scopes[$0.node] == 0 && !mayUpset($0) })
        else { return nil }
        let most = options.reduce(0) { max($0, price(of: $1)) }
        let least = model.weights.rounded(
            bound - most - 1e-7 * most, for: options, isCredits: isCredits)
        if least >= model.weights.value(before) { return (before, nil) }
        let near = placed(options, solution)
        guard model.weights.value(near.after, for: options) <= least + 1e-6 else { return nil }
        return near
    }

    private func price(of option: SlotOption) -> Double {
        var price = prices[.leaf(option.node)] ?? 0
        for entry in option.entries {
            price += Double(entry.amount) / 1000 * (prices[.tally(entry.tally)] ?? 0)
        }
        for value in option.values { price += max(0, prices[.value(value.node)] ?? 0) }
        return price
    }

    /// Whether an award placed so could leave a share of what is counted, or a mean, further from
    /// what is asked than any award of the first audit could: the program has no room for that.
    private func mayUpset(_ option: SlotOption) -> Bool {
        func amount(_ tally: Int) -> Int {
            option.entries.reduce(0) { sum, entry in
                problem.program.tally(entry.tally, reaches: tally) ? sum + entry.amount : sum
            }
        }
        return problem.program.accounts.lazy.flatMap(\.conditions).contains { condition in
            switch condition.kind {
            case .countedFloor(let tally, let total, let share, _):
                1000 * amount(tally) < share * amount(total)
            case .countedCeiling(let tally, let total, let share, _):
                share * amount(total) < 1000 * amount(tally)
            case .mean(let tally, _): amount(tally) < 0
            case .floor, .ceiling, .period, .distinct: false
            }
        }
    }

    /// The best that placing the award does while all others stay where they are.
    func placed(
        _ options: [SlotOption], _ solution: Solution
    ) -> (after: Shortfall, option: (node: Int, credits: Int)?) {
        var ledger = problem.ledger
        var best: (after: Shortfall, option: (node: Int, credits: Int)?) = (before, nil)
        for option in options where problem.program.scopes[option.node] == 0 {
            let after = ledger.evaluate(held + [(option: option, times: 1)])
            guard after.isPossible, after < best.after else { continue }
            best = (after, (option.node, counted(option, solution)))
        }
        return best
    }

    /// What of the award counts in its slot: a partial account takes no more than it holds.
    private func counted(_ option: SlotOption, _ solution: Solution) -> Int {
        guard let account = problem.program.account(option.node), account.demand.isPartial else {
            return option.credits
        }
        return min(option.credits, account.maximum - solution.sums[account.tally])
    }
}

extension AssignmentModel.Weights {
    /// The least number at or above `bound`, where the options come in the steps of the problem.
    func rounded(
        _ bound: Double, for options: [SlotOption], isCredits: [Bool]
    ) -> Double {
        let isStepped = options.lazy.flatMap(\.entries).allSatisfy {
            $0.amount.isMultiple(of: isCredits[$0.tally] ? creditStep : unitStep)
        }
        return isStepped ? rounded(bound) : bound
    }

    /// The one number for a shortfall, exact also between the steps.
    func value(_ shortfall: Shortfall, for options: [SlotOption]) -> Double {
        Double(shortfall.credits) / Double(creditStep) * credit
            + Double(shortfall.units) / Double(unitStep) * unit + Double(shortfall.count)
    }
}

extension RuleProgram {
    /// Whether what stands in a tally is passed on to `other`, or is `other` itself.
    fileprivate func tally(_ tally: Int, reaches other: Int) -> Bool {
        var tally = tally
        while tally >= 0 {
            if tally == other { return true }
            tally = tallies[tally].parent
        }
        return false
    }
}
