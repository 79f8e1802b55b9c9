// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What is to be assigned within one scope: holdings that differ for the rule, each so many times.
struct ScopeProblem {
    /// Holdings that nothing in the scope can tell apart.
    struct Group {
        let options: [SlotOption.Signature]
        /// The places of the holdings, in order.
        var members: [Int]
    }

    let program: RuleProgram
    let scope: Int
    let tests: [Bool]
    /// What each shared requirement inside lacks, by node.
    let below: [Int: Shortfall]
    let holdings: [Holding]
    private(set) var groups: [Group] = []

    /// Groups the holdings by what they could do in the scope.
    init(
        _ program: RuleProgram, scope: Int, _ holdings: [Holding], tests: [Bool],
        below: [Int: Shortfall]
    ) {
        self.program = program
        self.scope = scope
        self.tests = tests
        self.below = below
        self.holdings = holdings.map { holding in
            Holding(
                group: holding.group,
                options: holding.options.filter { program.scopes[$0.node] == scope })
        }
        var known: [[SlotOption.Signature]: Int] = [:]
        for (place, holding) in self.holdings.enumerated() where !holding.options.isEmpty {
            var seen: Set<SlotOption.Signature> = []
            let options = holding.options.map(\.signature).filter { seen.insert($0).inserted }
            if let group = known[options] {
                groups[group].members.append(place)
            } else {
                known[options] = groups.count
                groups.append(Group(options: options, members: [place]))
            }
        }
    }

    /// A ledger of the scope.
    var ledger: Ledger { Ledger(program, scope: scope, tests: tests, below: below) }
}

/// How many holdings of each group take each option.
typealias Choices = [[Int]]

extension ScopeProblem {
    /// No holding takes any option.
    var noChoices: Choices { groups.map { $0.options.map { _ in 0 } } }

    /// The result of placing nothing, where what is asked is more than can be told.
    var empty: AssignmentSearch.Result {
        var ledger = ledger
        ledger.ignoresRoom = true
        return AssignmentSearch.Result(
            shortfall: shortfall(noChoices, &ledger), choices: noChoices, proved: false, bound: 0,
            provesOpen: false)
    }

    /// Returns what is left under `choices`.
    func shortfall(_ choices: Choices, _ ledger: inout Ledger) -> Shortfall {
        ledger.evaluate(
            zip(groups, choices).lazy.flatMap { group, taken in
                zip(group.options, taken).lazy.map { (option: SlotOption($0), times: $1) }
            })
    }
}

extension SlotOption {
    /// The option of no award in particular.
    init(_ signature: Signature) {
        self.init(
            node: signature.node, award: -1, credits: 0, entries: signature.entries,
            values: signature.values, date: signature.date)
    }
}
