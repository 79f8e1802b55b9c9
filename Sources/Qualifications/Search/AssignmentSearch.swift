// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Finds the assignment within a scope that leaves the least.
///
/// Branch and bound, depth first. At each position the linear program gives a bound and a hint;
/// the hint is rounded to whole awards and counted exactly by `Ledger`, and only that is kept. The
/// bound is safe whatever the rounding errors of the hint. Nothing depends on the order of a
/// dictionary or on time, so the same input gives the same assignment.
struct AssignmentSearch {
    /// What a search found.
    struct Result {
        var shortfall: Shortfall
        /// How many of each group take each option.
        var choices: Choices
        /// Whether no assignment leaves less.
        var proved: Bool
        /// No assignment leaves fewer credits than this, in thousandths.
        var bound: Int
        /// Whether no assignment leaves nothing.
        var provesOpen: Bool
        /// How many numbers were touched.
        var work = 0
        /// Whether the rule leaves no room for what it asks.
        var isUnsatisfiable = false
    }

    /// How many numbers a search may touch: some tenths of a second.
    static let workLimit = 100_000_000

    private let problem: ScopeProblem
    private let model: AssignmentModel
    private var ledger: Ledger
    private var simplex: LinearSolver
    private let limit: Int
    private var work: Int { aheadWork + simplex.work + evaluations * evaluationCost }
    private var evaluations = 0
    private var ahead: LookAhead?
    private var aheadWork = 0
    private let hasPeriods: Bool
    /// How many numbers the linear program would have, written out.
    private let size: Int
    /// Whether one solution of the linear program costs more than a look for an easy answer.
    private var isLarge: Bool { size > Self.mostMedium }
    private static let mostSmall = 50_000
    private static let mostMedium = 500_000
    private let evaluationCost: Int

    private var best: Shortfall
    private var bestValue: Double
    private var bestChoices: Choices?
    private var frames: [Frame] = []
    /// The least bound of what was given up when the work ran out.
    private var openBound = Double.infinity
    /// Where all that is as good as the best is wanted: how many, and those found.
    private var wanted = 0
    private(set) var found: [Choices] = []

    /// Bounds of some variables.
    private typealias Branch = [(column: Int, lower: Double, upper: Double)]

    /// A position whose branches are tried one after the other.
    private struct Frame {
        var branches: [Branch]
        var next = 0
        var bound: Double
        /// What the branch being tried has changed.
        var restore: Branch = []
    }

    init(_ problem: ScopeProblem, limit: Int = workLimit, room: Bool = true) {
        self.problem = problem
        self.limit = limit
        model = AssignmentModel(problem, room: room)
        simplex = LinearSolver(model.program)
        ledger = problem.ledger
        ledger.ignoresRoom = !room
        evaluationCost = 4 * (ledger.nodes.count + problem.groups.count) + 1
        size = model.program.rows.count * model.program.columns.count
        hasPeriods = model.rule.hasPeriods(problem.scope)
        best = .impossible
        bestValue = .infinity
    }

    /// Runs the search; nil when nothing is found that leaves less than `ceiling`.
    ///
    /// `start` is an assignment to begin with, which need not be good.
    mutating func run(below ceiling: Shortfall = .impossible, from start: Choices? = nil) -> Result?
    {
        best = ceiling
        bestValue = ceiling.isPossible ? model.weights.value(ceiling) : .infinity
        if let start { offer(start) }
        offer(problem.noChoices)
        if isLarge || hasPeriods { lookAhead() }
        if best > .none {
            visit(bound: 0)
            while advance() {}
        }
        guard let bestChoices else { return nil }
        let bound = min(openBound, bestValue)
        return Result(
            shortfall: best, choices: bestChoices, proved: openBound >= bestValue,
            bound: model.weights.credits(atLeast: bound), provesOpen: bound > 0,
            work: work)
    }

    /// Collects up to `count` assignments that leave `shortfall`.
    mutating func collect(_ count: Int, leaving shortfall: Shortfall) -> [Choices] {
        best = shortfall
        bestValue = model.weights.value(shortfall)
        wanted = count
        visit(bound: 0)
        while found.count < wanted, advance() {}
        return found
    }

    /// A bound below which no assignment is, by one linear program, and the multipliers for it.
    mutating func relaxation() -> (bound: Double, multipliers: [Double]) {
        _ = simplex.solve(steps: stepLimit)
        let multipliers = simplex.multipliers
        return (
            model.program.bound(multipliers, lower: simplex.lower, upper: simplex.upper),
            multipliers
        )
    }

    // MARK: Looking ahead

    /// Looks for something good before the first linear program is solved.
    private mutating func lookAhead() {
        var ahead = LookAhead(problem, room: !ledger.ignoresRoom, repairs: size > Self.mostSmall)
        for number in 0..<ahead.count where best > .none {
            for choices in ahead.proposals(number, limit: limit / 50) { offer(choices) }
        }
        aheadWork += ahead.work
        self.ahead = ahead
    }

    /// Looks again from what the linear program hints at: longer, as long as everything may be met.
    private mutating func lookAgain(from hint: Choices, bound: Double) {
        guard size > Self.mostSmall else { return }
        var ahead = ahead ?? LookAhead(problem, room: !ledger.ignoresRoom, repairs: true)
        let limit = bound > 0 ? limit / 100 : limit / 6
        let before = ahead.work
        for number in 0..<ahead.count where best > .none {
            for choices in ahead.proposals(number, from: hint, limit: limit) { offer(choices) }
        }
        aheadWork += ahead.work - before
    }

    // MARK: Positions

    private var stepLimit: Int { 10 * (model.program.rows.count + 20) }

    /// Tries the next branch of the innermost position; false when none is left.
    private mutating func advance() -> Bool {
        guard let depth = frames.indices.last else { return false }
        apply(frames[depth].restore)
        frames[depth].restore = []
        guard frames[depth].next < frames[depth].branches.count, !isPruned(frames[depth].bound)
        else {
            frames.removeLast()
            return true
        }
        guard work < limit else {
            openBound = frames.reduce(openBound) { min($0, $1.bound) }
            return false
        }
        let branch = frames[depth].branches[frames[depth].next]
        frames[depth].next += 1
        frames[depth].restore = branch.map {
            ($0.column, simplex.lower[$0.column], simplex.upper[$0.column])
        }
        apply(branch)
        visit(bound: frames[depth].bound)
        return true
    }

    private mutating func apply(_ branch: Branch) {
        for change in branch { simplex.setBounds(change.column, change.lower, change.upper) }
    }

    private func isPruned(_ bound: Double) -> Bool {
        wanted > 0 ? bound > bestValue : bound >= bestValue
    }

    private mutating func visit(bound above: Double) {
        let outcome = simplex.solve(steps: stepLimit)
        let bound = max(above, safeBound(outcome))
        guard !isPruned(bound) else { return }
        let values = model.placements.map { $0.map { simplex.value($0) } }
        let near = roundings(of: values)
        for choices in near { offer(choices) }
        if frames.isEmpty, wanted == 0, !isPruned(bound), let hint = near.last {
            lookAgain(from: hint, bound: bound)
        }
        guard !isPruned(bound) else { return }
        let branches = branches(values)
        if !branches.isEmpty { frames.append(Frame(branches: branches, bound: bound)) }
    }

    private func safeBound(_ outcome: DualSimplex.Outcome) -> Double {
        if outcome == .infeasible {
            let excess = model.program.bound(
                simplex.conflictMultipliers, lower: simplex.lower, upper: simplex.upper,
                costsCounted: false)
            if excess > 0 { return .infinity }
        }
        return model.weights.rounded(
            model.program.bound(simplex.multipliers, lower: simplex.lower, upper: simplex.upper))
    }

    // MARK: Assignments

    /// Counts an assignment and keeps it where it is better.
    private mutating func offer(_ choices: Choices) {
        evaluations += 1
        let shortfall = problem.shortfall(choices, &ledger)
        guard shortfall.isPossible else { return }
        if wanted > 0 {
            if shortfall == best, !found.contains(choices) { found.append(choices) }
        } else if shortfall < best {
            best = shortfall
            bestValue = model.weights.value(shortfall)
            bestChoices = choices
        }
    }

    /// Whole assignments near the hint: what it places for the most part, and that with whatever
    /// else has room.
    private func roundings(of values: [[Double]]) -> [Choices] {
        var limits = Limits(problem)
        var near = problem.noChoices
        for (group, options) in values.enumerated() {
            for option in options.indices.sorted(by: { options[$0] > options[$1] }) {
                let whole = Int((options[option] + 0.499).rounded(.down))
                limits.take(group, option, upTo: whole, &near)
            }
        }
        var full = near
        for (group, options) in values.enumerated() {
            for option in options.indices.sorted(by: { options[$0] > options[$1] }) {
                limits.take(group, option, upTo: .max, &full)
            }
        }
        return near == full ? [near] : [near, full]
    }

    // MARK: Branching

    private func branches(_ values: [[Double]]) -> [Branch] {
        if hasPeriods, let split = windowSplit() { return split }
        if let column = mostFractional() {
            let value = simplex.value(column)
            let (lower, upper) = (simplex.lower[column], simplex.upper[column])
            let (down, up) = (value.rounded(.down), value.rounded(.up))
            let below: Branch = [(column, lower, down)]
            let above: Branch = [(column, up, upper)]
            return value - down > 0.4 ? [above, below] : [below, above]
        }
        return wholeSplit(values.map { $0.map { Int($0.rounded()) } })
    }

    /// The whole variable that is least whole: choices between requirements first, for they decide
    /// what is asked; then placements, then what is open.
    private func mostFractional() -> Int? {
        let placed = model.placementCount
        let others = placed..<model.program.columns.count
        return leastWhole(of: others.filter { model.program.columns[$0].cost == 0 })
            ?? leastWhole(of: 0..<placed) ?? leastWhole(of: others)
    }

    private func leastWhole(of columns: some Sequence<Int>) -> Int? {
        var best: Int?
        var bestDistance = 1e-6
        for column in columns where model.program.columns[column].isInteger {
            let value = simplex.value(column)
            let distance = abs(value - value.rounded())
            guard distance > bestDistance + 1e-9 else { continue }
            best = column
            bestDistance = distance
        }
        return best
    }

    /// Where what the hint places lies too far apart in time: it lies in one of the windows.
    private func windowSplit() -> [Branch]? {
        for windows in problem.windows(isOpen: { simplex.upper[model.placements[$0][$1]] > 0 })
        where windows.count > 1 {
            let days = hintedDays(in: windows[0].account)
            guard let first = days.min(), let last = days.max(),
                !windows.contains(where: { $0.first <= first && last <= $0.last })
            else { continue }
            return windows.map(closing)
        }
        return nil
    }

    private func hintedDays(in account: RuleProgram.Account) -> [CalendarDate] {
        var days: [CalendarDate] = []
        for (group, columns) in zip(problem.groups, model.placements) {
            for (option, column) in zip(group.options, columns) {
                guard let date = option.date, simplex.value(column) > 1e-6,
                    problem.program.isInside(option.node, account)
                else { continue }
                days.append(date)
            }
        }
        return days
    }

    private func closing(_ window: PeriodWindow) -> Branch {
        var branch: Branch = []
        for (group, columns) in zip(problem.groups, model.placements) {
            for (option, column) in zip(group.options, columns)
            where window.excludes(option, problem.program) {
                branch.append((column, 0, 0))
            }
        }
        return branch
    }

    /// Where the hint is whole and yet not exact: this way of taking one option, fewer, or more.
    private func wholeSplit(_ choices: Choices) -> [Branch] {
        for (columns, taken) in zip(model.placements, choices) {
            for (column, count) in zip(columns, taken) {
                let (lower, upper) = (simplex.lower[column], simplex.upper[column])
                guard lower < upper else { continue }
                let value = Double(count)
                var branches: [Branch] = [[(column, value, value)]]
                if value > lower { branches.append([(column, lower, value - 1)]) }
                if value < upper { branches.append([(column, value + 1, upper)]) }
                return branches
            }
        }
        return []
    }
}

extension AssignmentModel {
    /// Placements are the first variables.
    var placementCount: Int { placements.reduce(0) { $0 + $1.count } }
}

extension AssignmentModel.Weights {
    /// The least thousandths of credits that a number at or above `bound` stands for.
    func credits(atLeast bound: Double) -> Int {
        bound.isFinite ? Int((bound / credit).rounded(.down)) * creditStep : 0
    }
}

extension RuleProgram {
    /// Whether anything in the scope must lie within a time.
    func hasPeriods(_ scope: Int) -> Bool {
        accounts.lazy.filter { $0.scope == scope }.flatMap(\.conditions)
            .contains { if case .period = $0.kind { true } else { false } }
    }

    /// Whether the slot at `node` is inside the account.
    func isInside(_ node: Int, _ account: Account) -> Bool {
        var around = slotAccount(node)
        while around >= 0 {
            if accounts[around].node == account.node { return true }
            around = accounts[around].parent
        }
        return false
    }
}
