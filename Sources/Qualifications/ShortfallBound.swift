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
    private let steps: [RuleProgram.Step]
    private let children: [[Int]]
    private let parents: [Int]
    private let program: RuleProgram
    private let tests: [Bool]

    /// For each tally what it counts, and what the waiting holdings could add.
    private(set) var sums: [Int]
    private var potential: [Int]
    private var trail: [(tally: Int, sum: Int)] = []

    /// For each node, what waiting holdings could bring to it at most.
    private var reach: [Int]
    /// Of that, what fits no other child of its parent.
    private var exclusive: [Int]
    /// For each first node of a group, what waiting holdings could bring to several of its nodes.
    private var shared: [Int]
    /// For each node, the first of its group among the children of its parent.
    private var group: [Int]
    private var waiting: [Prospect] = []

    /// Credits lacking now, and the bound, for each node.
    private var now: [Int]
    private var low: [Shortfall]
    private var groupLow: [Int]
    private var groupNeed: [Int]

    init(_ program: RuleProgram, tests: [Bool]) {
        self.program = program
        self.tests = tests
        steps = program.steps
        children = program.children
        parents = program.parents
        let none = [Int](repeating: 0, count: steps.count)
        sums = Array(repeating: 0, count: program.tallies.count)
        potential = sums
        reach = none
        exclusive = none
        shared = none
        now = none
        groupLow = none
        groupNeed = none
        group = Array(steps.indices)
        low = Array(repeating: .none, count: steps.count)
    }

    // MARK: Placing

    /// Where the placements stand, to come back to.
    var mark: Int { trail.count }

    /// The sums, as far as they matter.
    var state: [Int] {
        sums.indices.map { tally in
            let stated = program.tallies[tally]
            return stated.cap == .max && stated.worth.isPar ? min(sums[tally], stated.enough) : sums[tally]
        }
    }

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
                amount = stated.worth.isPar
                    ? new - old : stated.worth.down(new) - stated.worth.down(old)
                tally = stated.parent
            }
        }
    }

    /// Takes back what was placed since `mark`.
    mutating func undo(to mark: Int) {
        while trail.count > mark, let last = trail.popLast() { sums[last.tally] = last.sum }
    }

    // MARK: Waiting

    /// What a waiting holding could bring.
    private struct Prospect {
        var potential: [(tally: Int, amount: Int)] = []
        var reach: [(node: Int, weight: Int)] = []
        var exclusive: [(node: Int, weight: Int)] = []
        var shared: [(group: Int, weight: Int)] = []
    }

    /// Sets the holdings that wait, each with its options.
    mutating func await(_ holdings: [[SlotOption]]) {
        let touched = holdings.map { touches($0) }
        for touch in touched { join(touch) }
        for node in group.indices { group[node] = root(node) }
        waiting = zip(holdings, touched).map { prospect($0, $1) }
        for place in waiting.indices { release(place) }
    }

    /// Takes a holding out of those that wait.
    mutating func withdraw(_ place: Int) { shift(waiting[place], by: -1) }

    /// Puts a holding back among those that wait.
    mutating func release(_ place: Int) { shift(waiting[place], by: 1) }

    private mutating func shift(_ prospect: Prospect, by sign: Int) {
        for gain in prospect.potential { potential[gain.tally] += sign * gain.amount }
        for gain in prospect.reach { reach[gain.node] += sign * gain.weight }
        for gain in prospect.exclusive { exclusive[gain.node] += sign * gain.weight }
        for gain in prospect.shared { shared[gain.group] += sign * gain.weight }
    }

    /// For each node on the way from a slot to the root, the most that the options below bring.
    private func touches(_ options: [SlotOption]) -> [Int: Int] {
        var touched: [Int: Int] = [:]
        for option in options {
            let weight = weight(of: option)
            var node = option.node
            while node >= 0 {
                touched[node] = max(touched[node] ?? 0, weight)
                node = parents[node]
            }
        }
        return touched
    }

    /// The most that placing the option can take off any sum of shortfalls.
    private func weight(of option: SlotOption) -> Int {
        var most = 0
        if case .credential(_, let credits) = steps[option.node] { most = credits }
        for gain in option.gains(in: program).amounts {
            most = max(most, program.tallies[gain.tally].rootWorth.up(gain.amount) ?? 0)
        }
        return most
    }

    private mutating func join(_ touched: [Int: Int]) {
        var first: [Int: Int] = [:]
        for node in touched.keys.sorted() where node > 0 {
            let parent = parents[node]
            guard let other = first[parent] else {
                first[parent] = root(node)
                continue
            }
            let mine = root(node)
            let least = min(mine, other)
            group[max(mine, other)] = least
            first[parent] = least
        }
    }

    private func root(_ node: Int) -> Int {
        var node = node
        while group[node] != node { node = group[node] }
        return node
    }

    private func prospect(_ options: [SlotOption], _ touched: [Int: Int]) -> Prospect {
        var prospect = Prospect()
        var most: [Int: Int] = [:]
        for gain in options.flatMap({ $0.gains(in: program).amounts }) {
            most[gain.tally] = max(most[gain.tally] ?? 0, gain.amount)
        }
        prospect.potential = most.map { ($0.key, $0.value) }
        prospect.reach = touched.map { ($0.key, $0.value) }
        let siblings = Dictionary(grouping: touched.keys.filter { $0 > 0 }) { parents[$0] }
        for nodes in siblings.values {
            let weight = nodes.compactMap { touched[$0] }.max() ?? 0
            if nodes.count == 1 {
                prospect.exclusive.append((nodes[0], weight))
            } else {
                prospect.shared.append((group[nodes[0]], weight))
            }
        }
        return prospect
    }

    // MARK: Evaluating

    /// Returns the least that can be lacking at the root; exact when no holding waits.
    ///
    /// - Complexity: O(nodes), and a sort for each "at least".
    mutating func evaluate() -> Shortfall {
        for node in steps.indices.reversed() { evaluate(node) }
        return low.first ?? .none
    }

    /// The shortfall of each node by the last evaluation.
    var shortfalls: [Shortfall] { low }

    private mutating func evaluate(_ node: Int) {
        switch steps[node] {
        case .test(let test):
            now[node] = 0
            low[node] = tests[test] ? .none : Shortfall(credits: 0, other: 0, count: 1)
        case .credential(let tally, let credits):
            let isFilled = sums[tally] > 0
            now[node] = isFilled ? 0 : credits
            low[node] =
                isFilled || potential[tally] > 0
                ? .none : Shortfall(credits: credits, other: 0, count: 1)
        case .share(let tally, let floor, let worth):
            evaluate(node, tally, floor, worth)
        case .credits(let tally, let minimum, let worth):
            evaluate(node, tally, minimum, worth)
            addParts(node)
        case .gate(let needed): evaluate(gate: node, needed)
        }
    }

    private mutating func evaluate(_ node: Int, _ tally: Int, _ least: Int, _ worth: Worth) {
        let most = min(program.tallies[tally].cap, sums[tally] + potential[tally])
        now[node] = worth.shortfall(least - sums[tally]).credits
        low[node] = worth.shortfall(least - most)
    }

    /// Parts lack together; what they still take, the whole takes too, and one award may serve a
    /// share beside.
    private mutating func addParts(_ node: Int) {
        guard !children[node].isEmpty else { return }
        let parts = sum(of: node, sharesApart: true)
        now[node] = max(now[node], parts.now)
        low[node] = low[node].raised(to: parts.low)
        for child in children[node] {
            guard case .share = steps[child] else { continue }
            now[node] = max(now[node], now[child])
            low[node] = low[node].raised(to: low[child])
        }
    }

    private mutating func evaluate(gate node: Int, _ needed: Int) {
        let below = children[node]
        if needed == below.count {
            let all = sum(of: node, sharesApart: false)
            now[node] = all.now
            low[node] = all.low
        } else if needed < below.count {
            choose(node, needed)
        } else {
            let all = sum(of: node, sharesApart: false)
            now[node] = all.now
            low[node] = all.low
            low[node].count += needed - below.count
        }
    }

    private mutating func sum(of node: Int, sharesApart: Bool) -> (now: Int, low: Shortfall) {
        var total = Shortfall.none
        var lacking = 0
        for child in children[node] {
            if sharesApart, case .share = steps[child] { continue }
            lacking += now[child]
            total = total + low[child]
            groupLow[group[child]] += low[child].credits
            groupNeed[group[child]] += max(0, now[child] - exclusive[child])
        }
        total.credits = 0
        for child in children[node] where group[child] == child {
            total.credits += max(groupLow[child], groupNeed[child] - shared[child])
            groupLow[child] = 0
            groupNeed[child] = 0
        }
        if total.credits > 0 { total.count = max(1, total.count) }
        return (lacking, total)
    }

    /// The least of the children that would do, each number by itself.
    private mutating func choose(_ node: Int, _ needed: Int) {
        let below = children[node]
        now[node] = Self.least(needed, below.map { now[$0] })
        low[node] = Shortfall(
            credits: Self.least(needed, below.map { low[$0].credits }),
            other: Self.least(needed, below.map { low[$0].other }),
            count: Self.least(needed, below.map { low[$0].count }))
        low[node].credits = max(low[node].credits, now[node] - reach[node])
        if low[node].credits > 0 { low[node].count = max(1, low[node].count) }
    }

    private static func least(_ needed: Int, _ values: [Int]) -> Int {
        if needed == 1 { return values.min() ?? 0 }
        return values.sorted().prefix(max(0, needed)).reduce(0, +)
    }
}
