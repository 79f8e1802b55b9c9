// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What is lacking under the placements made so far, and at least under any that can follow.
///
/// Two bounds meet at each node. One lets every waiting holding fill all its slots at once. The
/// other uses that a credit placed closes at most one credit: what a group of children lacks now,
/// less all that the waiting holdings could bring to it, each once. Children that share no waiting
/// holding form groups of their own, and what only one child can take counts no further than that
/// child lacks.
struct ShortfallBound {
    /// What is known of a node while searching.
    struct Cell {
        /// Credits lacking if nothing more were placed.
        var now = 0
        /// The bound.
        var low = Shortfall.none
        /// What waiting holdings could bring to it at most.
        var reach = 0
        /// Of that, what fits no other child of its parent.
        var exclusive = 0
        /// Of a group's first node, what waiting holdings could bring to several of its nodes.
        var shared = 0
        /// The first node of its group among the children of its parent.
        var group = 0
        /// Sums over a group, kept at its first node while it is evaluated.
        var groupLow = 0
        var groupNeed = 0
    }

    let program: RuleProgram
    let tests: [Bool]
    private let steps: [RuleProgram.Step]
    /// The children of all nodes in one list, and where those of each node begin.
    private let childNodes: [Int]
    private let childStarts: [Int]
    var cells: [Cell]
    /// For each tally what it counts.
    private(set) var sums: [Int]
    /// For each tally what the waiting holdings could add.
    var potential: [Int]
    private var trail: [(tally: Int, sum: Int)] = []
    var waiting: [Prospect] = []
    private var lacks: [Int] = []

    init(_ program: RuleProgram, tests: [Bool]) {
        self.program = program
        self.tests = tests
        steps = program.steps
        childNodes = program.children.flatMap { $0 }
        childStarts = program.children.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
        sums = Array(repeating: 0, count: program.tallies.count)
        potential = sums
        cells = steps.indices.map { Cell(group: $0) }
    }

    // MARK: Placing

    /// Where the placements stand, to come back to.
    var mark: Int { trail.count }

    /// Counts `option`; tallies pass on what they count, up to their caps.
    mutating func place(_ option: SlotOption) {
        for entry in option.entries {
            var (tally, amount) = (entry.tally, entry.amount)
            while tally >= 0, amount > 0 {
                let stated = program.tallies[tally]
                let old = sums[tally]
                let new = min(stated.cap, old + amount)
                if new == old { break }
                trail.append((tally, old))
                sums[tally] = new
                amount =
                    stated.worth.isPar
                    ? new - old : stated.worth.down(new) - stated.worth.down(old)
                tally = stated.parent
            }
        }
    }

    /// Takes back what was placed since `mark`.
    mutating func undo(to mark: Int) {
        while trail.count > mark, let last = trail.popLast() { sums[last.tally] = last.sum }
    }

    // MARK: Evaluating

    /// Returns the least that can be lacking at the root; exact when no holding waits.
    ///
    /// - Complexity: O(nodes), and a sort for each "at least".
    mutating func evaluate() -> Shortfall {
        for node in steps.indices.reversed() { evaluate(node) }
        return cells.first?.low ?? .none
    }

    /// Whether each node is met, by the last evaluation; none may wait.
    var isMet: [Bool] { cells.map { $0.low.count == 0 } }

    private mutating func evaluate(_ node: Int) {
        switch steps[node] {
        case .test(let test):
            set(node, 0, tests[test] ? .none : Shortfall(credits: 0, other: 0, count: 1))
        case .credential(let tally, let credits):
            let isFilled = sums[tally] > 0
            let isLost = !isFilled && potential[tally] == 0
            set(
                node, isFilled ? 0 : credits,
                isLost ? Shortfall(credits: credits, other: 0, count: 1) : .none)
        case .share(let tally, let floor, let worth):
            let lack = lack(tally, floor, worth)
            set(node, lack.now, lack.low)
        case .credits(let tally, let minimum, let worth):
            evaluate(node, lack(tally, minimum, worth))
        case .gate(let needed): evaluate(gate: node, needed)
        }
    }

    private func places(of node: Int) -> Range<Int> { childStarts[node]..<childStarts[node + 1] }

    private mutating func set(_ node: Int, _ now: Int, _ low: Shortfall) {
        cells[node].now = now
        cells[node].low = low
    }

    private func lack(_ tally: Int, _ least: Int, _ worth: Worth) -> (now: Int, low: Shortfall) {
        let sum = sums[tally]
        guard sum < least else { return (0, .none) }
        let most = min(program.tallies[tally].cap, sum + potential[tally])
        return (worth.shortfall(least - sum).credits, worth.shortfall(least - most))
    }

    /// Parts lack together; what they still take, the whole takes too, and one award may serve a
    /// share beside.
    private mutating func evaluate(_ node: Int, _ own: (now: Int, low: Shortfall)) {
        guard !places(of: node).isEmpty else { return set(node, own.now, own.low) }
        let parts = sum(of: node, sharesApart: true)
        var (now, low) = (max(own.now, parts.now), own.low.raised(to: parts.low))
        for place in places(of: node) {
            let child = childNodes[place]
            guard case .share = steps[child] else { continue }
            now = max(now, cells[child].now)
            low = low.raised(to: cells[child].low)
        }
        set(node, now, low)
    }

    private mutating func evaluate(gate node: Int, _ needed: Int) {
        let count = places(of: node).count
        guard needed >= count else { return choose(node, needed) }
        var all = sum(of: node, sharesApart: false)
        all.low.count += needed - count
        set(node, all.now, all.low)
    }

    private mutating func sum(of node: Int, sharesApart: Bool) -> (now: Int, low: Shortfall) {
        var total = Shortfall.none
        var lacking = 0
        for place in places(of: node) {
            let child = childNodes[place]
            if sharesApart, case .share = steps[child] { continue }
            let cell = cells[child]
            lacking += cell.now
            total = total + cell.low
            cells[cell.group].groupLow += cell.low.credits
            cells[cell.group].groupNeed += max(0, cell.now - cell.exclusive)
        }
        total.credits = 0
        for place in places(of: node) {
            let child = childNodes[place]
            guard cells[child].group == child else { continue }
            let cell = cells[child]
            total.credits += max(cell.groupLow, cell.groupNeed - cell.shared)
            cells[child].groupLow = 0
            cells[child].groupNeed = 0
        }
        if total.credits > 0 {
            total.count = max(total.count, fewest(of: node, lacking: total.credits))
        }
        return (lacking, total)
    }

    /// The fewest children that can lack so much together, none more than it does now.
    private mutating func fewest(of node: Int, lacking credits: Int) -> Int {
        lacks.removeAll(keepingCapacity: true)
        for place in places(of: node) { lacks.append(cells[childNodes[place]].now) }
        lacks.sort(by: >)
        var (count, rest) = (0, credits)
        while rest > 0, count < lacks.count {
            rest -= lacks[count]
            count += 1
        }
        return max(1, count)
    }

    /// The least of the children that would do, each number by itself.
    private mutating func choose(_ node: Int, _ needed: Int) {
        let now = least(needed, node) { $0.now }
        var low = Shortfall(
            credits: least(needed, node) { $0.low.credits },
            other: least(needed, node) { $0.low.other },
            count: least(needed, node) { $0.low.count })
        low.credits = max(low.credits, now - cells[node].reach)
        if low.credits > 0 { low.count = max(1, low.count) }
        set(node, now, low)
    }

    private mutating func least(_ needed: Int, _ node: Int, _ value: (Cell) -> Int) -> Int {
        if needed == 1 {
            var least = Int.max
            for place in places(of: node) { least = min(least, value(cells[childNodes[place]])) }
            return least
        }
        lacks.removeAll(keepingCapacity: true)
        for place in places(of: node) { lacks.append(value(cells[childNodes[place]])) }
        lacks.sort()
        return lacks.prefix(max(0, needed)).reduce(0, +)
    }
}
