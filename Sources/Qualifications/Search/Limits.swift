// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What may still be placed without breaking a maximum, a ceiling or a slot.
struct Limits {
    private let problem: ScopeProblem
    private var left: [Int: Int] = [:]
    private var members: [Int]
    private var taken: Set<Int> = []

    init(_ problem: ScopeProblem) {
        self.problem = problem
        members = problem.groups.map(\.members.count)
        for account in problem.program.accounts where account.scope == problem.scope {
            if account.maximum != .max, !account.demand.isPartial {
                left[account.tally] = account.maximum
            }
            for case .ceiling(let tally, let amount) in account.conditions.map(\.kind) {
                left[tally] = amount
            }
        }
    }

    /// Takes an option as often as there is room, up to `count` in all.
    mutating func take(_ group: Int, _ option: Int, upTo count: Int, _ choices: inout Choices) {
        let stated = problem.groups[group].options[option]
        while choices[group][option] < count, members[group] > 0,
            allows(stated.node, stated.entries)
        {
            place(stated.node, stated.entries)
            members[group] -= 1
            choices[group][option] += 1
        }
    }

    /// Whether an award in a slot leaves every maximum, ceiling and slot whole.
    func allows(_ node: Int, _ entries: [SlotOption.Entry]) -> Bool {
        !taken.contains(node)
            && entries.allSatisfy { (left[$0.tally] ?? .max) >= $0.amount }
    }

    /// Counts an award in a slot.
    mutating func place(_ node: Int, _ entries: [SlotOption.Entry]) {
        for entry in entries { left[entry.tally]? -= entry.amount }
        if problem.program.isLeaf(node) { taken.insert(node) }
    }
}
