// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A rule with one reading of the facts: what is counted as held, and what the tests answer.
struct Reading {
    let program: RuleProgram
    var holdings: [Holding]
    var tests: [Bool]

    init(_ program: RuleProgram, _ holdings: [Holding], tests: [Bool]) {
        self.program = program
        self.holdings = holdings
        self.tests = tests
    }

    /// The solution that leaves the least.
    var solution: Solution {
        var search = AssignmentSearch(program, holdings, tests: tests)
        guard let result = search.run() else {
            preconditionFailure("a search without a ceiling always ends with an assignment")
        }
        return Solution(self, result)
    }

    /// Returns the solution that leaves the least, or nil where none was found that leaves
    /// less than `ceiling`; one of many, so it may cost less than an audit.
    func solve(below ceiling: Shortfall) -> Solution? {
        var search = AssignmentSearch(
            program, holdings, tests: tests, limit: AssignmentSearch.workLimit / 16)
        return search.run(below: ceiling).map { Solution(self, $0) }
    }
}

/// An assignment, and what it makes of every requirement.
struct Solution {
    /// An award in a slot.
    struct Placement {
        let award: Int
        let node: Int
        /// What counts there.
        let credits: Int
    }

    let shortfall: Shortfall
    let proved: Bool
    let bound: Shortfall
    /// For each node, whether it is met.
    private(set) var isMet: [Bool]
    /// For each tally, what it counts.
    private(set) var sums: [Int]
    private(set) var placements: [Placement] = []

    init(_ reading: Reading, _ result: AssignmentSearch.Result) {
        shortfall = result.shortfall
        proved = result.proved
        bound = result.bound
        sums = []
        isMet = []
        var ledger = ShortfallBound(reading.program, tests: reading.tests)
        replay(
            zip(reading.holdings, result.choices).map { ($0, $0.options[$1]) }, reading.program,
            &ledger)
        _ = ledger.evaluate()
        isMet = ledger.isMet
        sums = ledger.sums
        placements.sort { $0.award < $1.award }
    }

    /// Places what was chosen, leaves first, and then what made no difference there wherever it
    /// makes one.
    private mutating func replay(
        _ chosen: [(holding: Holding, option: SlotOption)], _ program: RuleProgram,
        _ ledger: inout ShortfallBound
    ) {
        let leaves = chosen.filter { program.isLeaf($0.option.node) }
        let slots = chosen.filter { !program.isLeaf($0.option.node) }
        var late: [Holding] = []
        for one in leaves + slots where !place(one.option, program, &ledger) {
            late.append(one.holding)
        }
        for holding in late {
            _ = holding.options.first { place($0, program, &ledger) }
        }
    }

    /// Places an award where it counts; returns whether it does.
    private mutating func place(
        _ option: SlotOption, _ program: RuleProgram, _ ledger: inout ShortfallBound
    ) -> Bool {
        let isLeaf = program.isLeaf(option.node)
        let before = ledger.sums[option.entries[0].tally]
        if isLeaf, before > 0 { return false }
        let mark = ledger.mark
        ledger.place(option)
        guard ledger.mark > mark else { return false }
        let counted = ledger.sums[option.entries[0].tally] - before
        placements.append(
            Placement(
                award: option.award, node: option.node, credits: isLeaf ? option.credits : counted))
        return true
    }
}

extension RuleProgram {
    /// Whether the node takes one award of one credential.
    func isLeaf(_ node: Int) -> Bool {
        if case .credential = steps[node] { return true }
        return false
    }
}
