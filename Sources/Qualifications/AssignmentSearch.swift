// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Finds the assignment of holdings to slots that leaves the least.
///
/// Branch and bound, depth first, over the holdings that fit more than one slot. Placing an award
/// never leaves more than not placing it, so every holding is placed; `ShortfallBound` says what
/// the holdings still waiting could achieve at best. Of equal assignments the first found is kept,
/// and nothing depends on the order of a dictionary, so the same input gives the same assignment.
struct AssignmentSearch {
    /// What a search found.
    struct Result {
        let shortfall: Shortfall
        /// For each holding, the option taken.
        let choices: [Int]
        /// Whether no assignment leaves less.
        let proved: Bool
        /// No assignment leaves less than this.
        let bound: Shortfall
    }

    /// How many node evaluations a search may cost, some tenths of a second.
    static let workLimit = 6_000_000
    /// Work after which positions already seen are remembered, and how many of them.
    private static let patience = 2000
    private static let memory = 200_000
    /// Beyond so many holdings with a choice, the smallest are placed where they fit first.
    private static let mostBranches = 512

    private var bound: ShortfallBound
    private var relevance: Relevance
    private let holdings: [Holding]
    /// The holdings with a choice, in the order they are decided.
    private var branches: [Int] = []
    private var choices: [Int]
    private var bestChoices: [Int]?
    private var best: Shortfall
    private var work = 0
    private let limit: Int
    private let evaluationCost: Int
    private var seen: Set<Relevance.State> = []
    /// Whether some choices were left out, so that nothing is proved but a met rule.
    private var isShortened = false
    /// Whether an assignment must be found, however long it takes.
    private var isBound = true

    init(_ program: RuleProgram, _ holdings: [Holding], tests: [Bool], limit: Int = workLimit) {
        self.holdings = holdings
        self.limit = limit
        bound = ShortfallBound(program, tests: tests)
        relevance = Relevance(program)
        evaluationCost = program.steps.count + program.tallies.count + 1
        choices = Array(repeating: 0, count: holdings.count)
        best = .beyond
        chooseBranches(program)
    }

    /// Runs the search; nil when it finds nothing that leaves less than `ceiling`.
    mutating func run(below ceiling: Shortfall = .beyond) -> Result? {
        best = ceiling
        isBound = ceiling == .beyond
        let least = bound.evaluate()
        if least < best { descend(least) }
        guard let bestChoices else { return nil }
        let proved = best == .none || (!isShortened && (work < limit || best == least))
        return Result(
            shortfall: best, choices: bestChoices, proved: proved,
            bound: proved ? best : isShortened ? .none : least)
    }

    /// Places what has no choice and puts the rest in the order of deciding: fewest options, then
    /// most credits, alike together.
    private mutating func chooseBranches(_ program: RuleProgram) {
        for (index, holding) in holdings.enumerated() {
            if holding.options.count > 1 { branches.append(index) } else { placeFirst(index) }
            isShortened = isShortened || holding.isShortened
        }
        let weights = holdings.map { holding in holding.options.map(\.credits).max() ?? 0 }
        let places = holdings.map { $0.options.map(\.node) }
        branches.sort { left, right in
            let counts = (holdings[left].options.count, holdings[right].options.count)
            if counts.0 != counts.1 { return counts.0 < counts.1 }
            if weights[left] != weights[right] { return weights[left] > weights[right] }
            if places[left] != places[right] {
                return places[left].lexicographicallyPrecedes(places[right])
            }
            return left < right
        }
        while branches.count > Self.mostBranches, let last = branches.popLast() {
            isShortened = true
            placeFirst(last)
        }
        bound.await(branches.map { holdings[$0].options })
    }

    private mutating func placeFirst(_ holding: Int) {
        if let option = holdings[holding].options.first { bound.place(option) }
    }

    /// The options of one branch, best bound first, and how far they have been tried.
    private struct Level {
        var options: [(bound: Shortfall, option: Int)] = []
        var next = 0
        var mark = 0
    }

    private mutating func descend(_ least: Shortfall) {
        guard !branches.isEmpty else { return record() }
        var levels = [Level](repeating: Level(), count: branches.count)
        var depth = 0
        open(&levels[0], at: 0)
        while depth >= 0 {
            bound.undo(to: levels[depth].mark)
            guard let step = nextStep(&levels[depth]) else {
                bound.release(depth)
                depth -= 1
                continue
            }
            let branch = branches[depth]
            choices[branch] = step.option
            bound.place(holdings[branch].options[step.option])
            if depth + 1 == branches.count {
                record()
                if best <= least { return }
            } else {
                depth += 1
                open(&levels[depth], at: depth)
            }
        }
    }

    private func nextStep(_ level: inout Level) -> (bound: Shortfall, option: Int)? {
        guard level.next < level.options.count, level.options[level.next].bound < best,
            work < limit || (isBound && bestChoices == nil)
        else { return nil }
        level.next += 1
        return level.options[level.next - 1]
    }

    private mutating func record() {
        let reached = bound.evaluate()
        guard reached < best else { return }
        best = reached
        bestChoices = choices
    }

    /// Judges the options of the branch at `depth`.
    private mutating func open(_ level: inout Level, at depth: Int) {
        level.options.removeAll(keepingCapacity: true)
        level.next = 0
        level.mark = bound.mark
        bound.withdraw(depth)
        guard work < limit else { return level.options.append((.none, 0)) }
        relevance.survey(bound)
        work += evaluationCost
        guard isNew(depth) else { return }
        let options = holdings[branches[depth]].options
        for option in differing(options) {
            bound.place(options[option])
            let reached = bound.evaluate()
            work += evaluationCost
            bound.undo(to: level.mark)
            guard reached < best else { continue }
            let place = level.options.firstIndex { reached < $0.bound } ?? level.options.count
            level.options.insert((reached, option), at: place)
        }
    }

    /// The options that no other makes needless, here.
    private func differing(_ options: [SlotOption]) -> [Int] {
        let effects = options.map { relevance.effect(of: $0, bound) }
        return options.indices.filter { option in
            !options.indices.contains { other in
                other != option && effects[other].covers(effects[option])
                    && (other < option || !effects[option].covers(effects[other]))
            }
        }
    }

    /// Whether what matters here, with the same holdings waiting, was not met before.
    private mutating func isNew(_ depth: Int) -> Bool {
        guard work > Self.patience, seen.count < Self.memory else { return true }
        return seen.insert(relevance.state(bound, depth: depth)).inserted
    }
}
