// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A rule with one reading of the facts: what is counted as held, and what the tests answer.
struct Reading {
    var program: RuleProgram
    var holdings: [Holding]
    var tests: [Bool]

    /// The solution that leaves the least.
    func solution(limit: Int = AssignmentSearch.workLimit) -> Solution {
        var solution = Solution(program)
        for scope in program.scopeRoots.indices.reversed() {
            let problem = problem(scope, solution)
            solution.take(Self.solve(problem, limit), of: problem)
        }
        return solution
    }

    /// What is to be assigned in a scope, once the scopes below are solved.
    func problem(_ scope: Int, _ solution: Solution) -> ScopeProblem {
        var below: [Int: Shortfall] = [:]
        for root in program.scopeRoots.dropFirst()
        where program.scopes[program.parents[root]] == scope {
            below[root] = solution.lacks[root]
        }
        return ScopeProblem(program, scope: scope, holdings, tests: tests, below: below)
    }

    private static func solve(_ problem: ScopeProblem, _ limit: Int) -> AssignmentSearch.Result {
        var search = AssignmentSearch(problem, limit: limit)
        if let result = search.run() { return result }
        var lenient = AssignmentSearch(problem, limit: limit, room: false)
        var result = lenient.run() ?? problem.empty
        result.isUnsatisfiable = true
        return result
    }
}

/// An assignment, and what it makes of every requirement.
struct Solution {
    /// An award in a slot.
    struct Placement: Hashable {
        let award: Int
        let node: Int
        /// Thousandths of what counts there.
        let credits: Int
    }

    /// For each node what it lacks.
    private(set) var lacks: [Shortfall]
    /// For each tally what it counts.
    private(set) var sums: [Int]
    var placements: [Placement] = []
    private(set) var proved = true
    /// No assignment leaves fewer thousandths of credits than this.
    private(set) var bound = 0
    /// Whether it is certain that no assignment meets the rule.
    private(set) var provesOpen = false
    private(set) var isUnsatisfiable = false
    /// What the searches have cost.
    private(set) var work = 0
    /// For each scope the choices made.
    private(set) var choices: [Choices]

    init(_ program: RuleProgram) {
        lacks = Array(repeating: .none, count: program.requirements.count)
        sums = Array(repeating: 0, count: program.tallies.count)
        choices = Array(repeating: [], count: program.scopeRoots.count)
    }

    /// What is left of the whole rule.
    var shortfall: Shortfall { lacks.first ?? .none }

    /// Whether the node is met.
    func isMet(_ node: Int) -> Bool { lacks[node].count == 0 }

    /// Takes over what was found for a scope; the scopes below come first.
    mutating func take(_ result: AssignmentSearch.Result, of problem: ScopeProblem) {
        choices[problem.scope] = result.choices
        work += result.work
        // What the scopes below lack is the least only where their searches were finished.
        bound = proved ? result.bound : 0
        provesOpen = proved && result.provesOpen
        proved = proved && result.proved
        isUnsatisfiable = isUnsatisfiable || result.isUnsatisfiable
        replay(result, problem)
    }

    /// Places what was chosen, and then what made no difference wherever it does no harm.
    private mutating func replay(_ result: AssignmentSearch.Result, _ problem: ScopeProblem) {
        var ledger = problem.ledger
        ledger.ignoresRoom = result.isUnsatisfiable
        var placed = problem.options(of: result.choices)
        var left = result.shortfall
        if left > .none { left = problem.fillLeaves(&placed, &ledger, leaving: left) }
        var limits = Limits(problem)
        for option in placed { if let option { limits.place(option.node, option.entries) } }
        _ = ledger.evaluate(Self.counted(placed))
        var met = ledger.metNodes
        // What a share leaves no room for at first may find some once more is counted.
        var isChanged = true
        while isChanged {
            isChanged = false
            for holding in problem.holdings.indices where placed[holding] == nil {
                for option in problem.holdings[holding].options
                where limits.allows(option.node, option.entries) {
                    placed[holding] = option
                    let shortfall = ledger.evaluate(Self.counted(placed))
                    // An alternative that nobody needs is not spoilt for nothing either.
                    let spoils = met.contains { ledger.lacks[$0].count > 0 }
                    if shortfall.isPossible, spoils ? shortfall < left : shortfall <= left {
                        left = shortfall
                        met = ledger.metNodes
                        limits.place(option.node, option.entries)
                        isChanged = true
                        break
                    }
                    placed[holding] = nil
                }
            }
        }
        _ = ledger.evaluate(Self.counted(placed))
        for node in ledger.nodes { lacks[node] = ledger.lacks[node] }
        for account in problem.program.accounts where account.scope == problem.scope {
            sums[account.tally] = ledger.sums[account.tally]
            for reader in problem.program.readers(of: account) {
                sums[reader.tally] = ledger.sums[reader.tally]
            }
        }
        record(placed.compactMap { $0 }, problem.program)
    }

    fileprivate static func counted(
        _ placed: [SlotOption?]
    ) -> [(option: SlotOption, times: Int)] {
        placed.compactMap { $0.map { (option: $0, times: 1) } }
    }

    /// Notes where each award counts, and how much: a partial account takes no more than it holds.
    private mutating func record(_ options: [SlotOption], _ program: RuleProgram) {
        var room: [Int: Int] = [:]
        for option in options.sorted(by: { $0.award < $1.award }) {
            var credits = option.credits
            if let account = program.account(option.node), account.demand.isPartial {
                let left = room[option.node] ?? account.maximum
                credits = min(credits, left)
                room[option.node] = left - credits
            }
            placements.append(
                Placement(award: option.award, node: option.node, credits: credits))
        }
        placements.sort { ($0.award, $0.node) < ($1.award, $1.node) }
    }
}

extension Ledger {
    /// The nodes that lack nothing.
    fileprivate var metNodes: [Int] { nodes.filter { lacks[$0].count == 0 } }
}

extension ScopeProblem {
    /// Puts awards that count elsewhere into slots for their credential that still matter, wherever
    /// that leaves no more: what somebody holds is not said to be missing.
    fileprivate func fillLeaves(
        _ placed: inout [SlotOption?], _ ledger: inout Ledger, leaving shortfall: Shortfall
    ) -> Shortfall {
        var left = shortfall
        for leaf in program.leaves where leaf.scope == scope {
            for holding in holdings.indices {
                guard let option = holdings[holding].options.first(where: { $0.node == leaf.node }),
                    placed[holding].map({ !program.isLeaf($0.node) }) ?? true
                else { continue }
                _ = ledger.evaluate(Solution.counted(placed))
                guard isOpenToRoot(leaf.node, ledger) else { break }
                let before = placed[holding]
                placed[holding] = option
                let after = ledger.evaluate(Solution.counted(placed))
                if after.isPossible, after <= left {
                    left = after
                    break
                }
                placed[holding] = before
            }
        }
        return left
    }

    /// Whether neither the node nor anything around it in the scope is met.
    private func isOpenToRoot(_ node: Int, _ ledger: Ledger) -> Bool {
        var node = node
        while node >= 0, program.scopes[node] == scope {
            if ledger.lacks[node].count == 0 { return false }
            node = program.parents[node]
        }
        return true
    }

    /// For each holding the option that it takes under `choices`, in the order of the members.
    func options(of choices: Choices) -> [SlotOption?] {
        var placed = [SlotOption?](repeating: nil, count: holdings.count)
        for (group, taken) in zip(groups, choices) {
            var members = group.members[...]
            for (signature, count) in zip(group.options, taken) {
                for _ in 0..<count {
                    guard let member = members.popFirst() else { break }
                    placed[member] = holdings[member].options.first { $0.signature == signature }
                }
            }
        }
        return placed
    }
}

extension RuleProgram {
    /// The tallies that the conditions of an account read.
    func readers(of account: Account) -> [Reader] {
        if case .account(let index) = steps[account.node] { return readers[index] }
        return []
    }
}
