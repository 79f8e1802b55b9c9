// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Shows that a rule cannot be met, or finds how it can.
///
/// Branch and bound over the inequalities: where a linear program has no solution, its multipliers
/// become whole weights that are checked in exact arithmetic; else a variable is split.
struct RefutationSearch {
    /// What came of it.
    enum Outcome {
        case refuted(Refutation)
        /// Met by these placements: award and node.
        case met([(award: Int, node: Int)])
        /// The work ran out.
        case unfinished
    }

    private let model: Feasibility
    private let linear: LinearProgram
    private var simplex: DualSimplex
    private var lower: [Int]
    private var upper: [Int]
    /// How much work has been done.
    var work: Int { simplex.work }
    private let limit: Int
    private static let deepest = 200

    init(_ reading: Reading, active: Set<Int>, limit: Int = AssignmentSearch.workLimit) {
        model = Feasibility(reading, active: active)
        linear = model.linearProgram
        simplex = DualSimplex(linear)
        lower = model.lower
        upper = model.upper
        self.limit = limit
    }

    /// Runs the search.
    mutating func run() -> Outcome { explore(depth: 0) }

    private mutating func explore(depth: Int) -> Outcome {
        guard work < limit, depth < Self.deepest else { return .unfinished }
        if model.contradicts([], lower: lower, upper: upper) { return .refuted(.weights([])) }
        let outcome = simplex.solve(steps: 10 * (linear.rows.count + 20))
        if outcome == .infeasible, let weights = wholeWeights() {
            return .refuted(.weights(weights))
        }
        if let column = leastWhole() { return split(column, depth) }
        if let tooLong = tooLong() { return split(tooLong, depth) }
        if outcome == .optimal { return .met(placements) }
        return undecided().map { split($0, depth) } ?? .unfinished
    }

    // MARK: Weights

    private func wholeWeights() -> [Refutation.Weight]? {
        let multipliers = zip(model.rows.indices, simplex.conflictMultipliers).map {
            (row: $0, value: $1 / model.rows[$0].scale)
        }.filter { $0.value > 1e-12 }
        guard let least = multipliers.map(\.value).min() else { return nil }
        for precision in [1.0, 12, 1000, 1_000_000] {
            let weights = multipliers.map {
                (row: $0.row, weight: Int(min(($0.value / least * precision).rounded(), 1e15)))
            }.filter { $0.weight > 0 }
            guard model.contradicts(weights, lower: lower, upper: upper) else { continue }
            return weights.compactMap { entry in
                model.rows[entry.row].name.map { Refutation.Weight($0, entry.weight) }
            }
        }
        return nil
    }

    // MARK: Splitting

    /// The whole variable that is least whole: what is meant first, then placements.
    private func leastWhole() -> Int? {
        var best: (column: Int, rank: Int, distance: Double)?
        for (column, variable) in model.variables.enumerated() {
            let rank: Int
            switch variable {
            case .meant: rank = 1
            case .placed: rank = 0
            case .present, .passed: continue
            }
            let value = simplex.value(column)
            let distance = abs(value - value.rounded())
            guard distance > 1e-6 else { continue }
            if let best, (best.rank, best.distance + 1e-9) >= (rank, distance) { continue }
            best = (column, rank, distance)
        }
        return best?.column
    }

    /// A whole variable that is not settled, where the arithmetic gave out.
    private func undecided() -> Int? {
        model.variables.indices.first { column in
            switch model.variables[column] {
            case .meant, .placed: lower[column] < upper[column]
            case .present, .passed: false
            }
        }
    }

    private mutating func split(_ column: Int, _ depth: Int) -> Outcome {
        let no = trying([(column, lower[column], 0)], depth)
        guard case .refuted(let without) = no else { return no }
        let yes = trying([(column, 1, upper[column])], depth)
        guard case .refuted(let with) = yes else { return yes }
        switch model.variables[column] {
        case .placed(let award, let node):
            return .refuted(
                .placed(
                    award: award, requirement: model.program.requirements[node].id, no: without,
                    yes: with))
        case .meant(let node):
            return .refuted(
                .meant(
                    requirement: model.program.requirements[node].id, no: without, yes: with))
        case .present, .passed: return .unfinished
        }
    }

    private mutating func trying(
        _ bounds: [(column: Int, lower: Int, upper: Int)], _ depth: Int
    ) -> Outcome {
        let saved = bounds.map { ($0.column, lower[$0.column], upper[$0.column]) }
        for bound in bounds { set(bound.column, bound.lower, bound.upper) }
        let outcome = explore(depth: depth + 1)
        for bound in saved.reversed() { set(bound.0, bound.1, bound.2) }
        return outcome
    }

    private mutating func set(_ column: Int, _ low: Int, _ high: Int) {
        lower[column] = low
        upper[column] = high
        simplex.setBounds(column, Double(low), Double(high))
    }

    // MARK: Periods

    /// A period that the placements at hand break.
    private struct TooLong {
        let condition: Int
        let account: RuleProgram.Account
        let first: CalendarDate
        let last: CalendarDate
    }

    private func tooLong() -> TooLong? {
        for account in model.program.accounts {
            for condition in account.conditions {
                guard case .period(let period) = condition.kind,
                    model.isActive(condition.node)
                else { continue }
                let days = placedColumns(in: account).compactMap { model.dates[$0] }
                guard let first = days.min(), let last = days.max(),
                    last > period.end(from: first)
                else { continue }
                return TooLong(
                    condition: condition.node, account: account, first: first,
                    last: period.end(from: first))
            }
        }
        return nil
    }

    private func columns(in account: RuleProgram.Account) -> [Int] {
        model.variables.indices.filter { column in
            guard case .placed(_, let node) = model.variables[column] else { return false }
            return model.program.isInside(node, account)
        }
    }

    private func placedColumns(in account: RuleProgram.Account) -> [Int] {
        columns(in: account).filter { simplex.value($0) > 0.5 }
    }

    private mutating func split(_ found: TooLong, _ depth: Int) -> Outcome {
        let dated = columns(in: found.account).compactMap { column in
            model.dates[column].map { (column: column, day: $0) }
        }
        let later = trying(
            dated.filter { $0.day <= found.first }.map { ($0.column, lower[$0.column], 0) }, depth)
        guard case .refuted(let without) = later else { return later }
        let earlier = trying(
            dated.filter { $0.day > found.last }.map { ($0.column, lower[$0.column], 0) }, depth)
        guard case .refuted(let with) = earlier else { return earlier }
        return .refuted(
            .period(
                condition: model.program.requirements[found.condition].id, day: found.first,
                later: without, earlier: with))
    }

    private var placements: [(award: Int, node: Int)] {
        model.variables.enumerated().compactMap { column, variable in
            guard case .placed(let award, let node) = variable, simplex.value(column) > 0.5 else {
                return nil
            }
            return (award, node)
        }
    }
}
