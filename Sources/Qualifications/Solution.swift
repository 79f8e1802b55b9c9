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
    /// The awards that fit a slot and count in none, but for other attempts at what counts.
    private(set) var surplus: [Int] = []

    init(_ reading: Reading, _ result: AssignmentSearch.Result) {
        shortfall = result.shortfall
        proved = result.proved
        bound = result.bound
        var ledger = ShortfallBound(reading.program, tests: reading.tests)
        let chosen = zip(reading.holdings, result.choices).map { $0.options[$1] }
        let leavesFirst = chosen.indices.sorted { left, right in
            let isLeaf = (
                reading.program.isLeaf(chosen[left].node), reading.program.isLeaf(chosen[right].node)
            )
            return isLeaf.0 == isLeaf.1 ? left < right : isLeaf.0
        }
        var late: [Int] = []
        sums = []
        isMet = []
        for index in leavesFirst {
            if !place(chosen[index], reading.program, &ledger) { late.append(index) }
        }
        for index in late {
            let other = reading.holdings[index].options.first {
                place($0, reading.program, &ledger)
            }
            if other == nil { surplus.append(chosen[index].award) }
        }
        _ = ledger.evaluate()
        isMet = ledger.isMet
        sums = ledger.sums
        placements.sort { $0.award < $1.award }
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
