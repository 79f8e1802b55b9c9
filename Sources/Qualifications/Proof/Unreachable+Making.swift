// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Reading {
    /// Returns the least set of requirements that cannot be met together, or nil where that was
    /// not found with the work allowed, or the rule can be met.
    func unreachable(limit: Int = 8 * AssignmentSearch.workLimit) -> Unreachable? {
        var filter = DeletionFilter(self, limit: limit)
        return filter.run()
    }
}

/// Finds requirements that cannot be met together, though without any one of them the others can.
///
/// A requirement that cannot be met by itself says most, the outermost first. Where there is none,
/// one requirement after the other is left out for good wherever the rest still cannot be met; what
/// remains is irreducible (a deletion filter, Chinneck and Dravnieks 1991). Each refutation on the
/// way leaves out, at once, all that it does not use.
private struct DeletionFilter {
    private let reading: Reading
    private var left: Int
    private var program: RuleProgram { reading.program }

    init(_ reading: Reading, limit: Int) {
        self.reading = reading
        left = limit
    }

    mutating func run() -> Unreachable? {
        let demands = Feasibility.demands(of: program)
        guard case .refuted(let refutation) = search(Set(demands)) else { return nil }
        let active = used(by: refutation, among: demands)
        return single(among: demands) ?? filtered(active, refutation, demands)
    }

    /// The outermost requirement that cannot be met though nothing else is asked.
    private mutating func single(among demands: [Int]) -> Unreachable? {
        guard case .met(let placements) = search([]) else { return nil }
        for node in demands {
            guard case .refuted(let refutation) = search([node]) else { continue }
            return reason([node], refutation, [node: placements.map(placed)])
        }
        return nil
    }

    private mutating func filtered(
        _ used: Set<Int>, _ refutation: Refutation, _ demands: [Int]
    ) -> Unreachable? {
        var (active, refutation) = (used, refutation)
        var withoutEach: [Int: [Unreachable.Placed]] = [:]
        for node in demands.reversed() where active.contains(node) {
            switch search(active.subtracting([node])) {
            case .refuted(let smaller):
                active.remove(node)
                refutation = smaller
                active.formIntersection(self.used(by: smaller, among: demands))
            case .met(let placements): withoutEach[node] = placements.map(placed)
            case .unfinished: return nil
            }
        }
        return reason(active.sorted(), refutation, withoutEach)
    }

    private mutating func search(_ active: Set<Int>) -> RefutationSearch.Outcome {
        guard left > 0 else { return .unfinished }
        var search = RefutationSearch(
            reading, active: active, limit: min(left, AssignmentSearch.workLimit))
        defer { left -= search.work + 1 }
        return search.run()
    }

    /// The requirements that a refutation names, and the tests that fail, of which it need not name
    /// any.
    private func used(by refutation: Refutation, among demands: [Int]) -> Set<Int> {
        var names: Set<String> = []
        refutation.collect(&names)
        return Set(
            demands.filter { node in
                if case .test(let test) = program.steps[node] { return !reading.tests[test] }
                return names.contains(program.requirements[node].id)
            })
    }

    private func placed(_ placement: (award: Int, node: Int)) -> Unreachable.Placed {
        Unreachable.Placed(
            award: placement.award, requirement: program.requirements[placement.node].id)
    }

    private func reason(
        _ kept: [Int], _ refutation: Refutation, _ withoutEach: [Int: [Unreachable.Placed]]
    ) -> Unreachable {
        var relaxed = reading
        relaxed.program = program.relaxed(keeping: Set(kept))
        var empty = relaxed
        empty.holdings = []
        var needed = empty.solution().shortfall
        var lacking = relaxed.solution().shortfall
        // All are asked; and since the others can be met without any one, one is what is open.
        (needed.count, lacking.count) = (kept.count, 1)
        return Unreachable(
            requirements: kept.map { program.requirements[$0].id }, refutation: refutation,
            withoutEach: kept.map { withoutEach[$0] ?? [] },
            needed: Audit.Remaining(needed, program.scheme),
            lacking: Audit.Remaining(lacking, program.scheme))
    }
}

extension Refutation {
    /// Adds the ids of the requirements whose own inequalities and periods it uses.
    fileprivate func collect(_ names: inout Set<String>) {
        switch self {
        case .weights(let weights):
            for weight in weights {
                if let id = weight.inequality.owner { names.insert(id) }
            }
        case .placed(_, _, let no, let yes), .meant(_, let no, let yes):
            no.collect(&names)
            yes.collect(&names)
        case .period(let id, _, let later, let earlier):
            names.insert(id)
            later.collect(&names)
            earlier.collect(&names)
        }
    }
}

extension Refutation.Inequality {
    /// The requirement that an inequality belongs to; nil for those that join requirements.
    fileprivate var owner: String? {
        switch self {
        case .least(let id), .most(let id), .floor(let id), .ceiling(let id): id
        case .below, .value, .passed: nil
        }
    }
}

extension RuleProgram {
    /// The same program, in which only `active` requirements ask for amounts.
    fileprivate func relaxed(keeping active: Set<Int>) -> RuleProgram {
        var relaxed = self
        for (index, account) in accounts.enumerated() {
            relaxed.accounts[index].conditions = account.conditions.filter {
                active.contains($0.node)
            }
            guard !active.contains(account.node) else { continue }
            relaxed.accounts[index].minimum = 0
            relaxed.accounts[index].maximum = .max
        }
        for (index, leaf) in leaves.enumerated() where !active.contains(leaf.node) {
            relaxed.leaves[index].credits = 0
            relaxed.leaves[index].units = 0
        }
        return relaxed
    }
}
