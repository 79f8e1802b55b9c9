// SPDX-License-Identifier: Apache-2.0

/// Finds another set of counts that agrees with what is published, at the least loss.
///
/// It begins with one count that becomes one more or one less. That breaks its equations; each is
/// mended by changing another count, which may break others, until none is broken. Cheap ways are
/// looked for first: changing a count that is hidden anyway costs nothing. In a table with margins
/// this is a short cycle through a cell.
///
/// What it finds is always right; that it is the cheapest of all is likely, not certain, since it
/// takes every broken equation to cost something of its own.
struct AlternativeSearch {
    /// How much an equation is broken.
    private struct Break: Hashable {
        let equation: Int
        let by: Int
    }

    /// One changed count, after those before it.
    private struct Change {
        let variable: Int
        let before: Int
        let broken: [Break]
        let cost: Int
    }

    /// The next way to go on: which count of the broken equation to try.
    private struct Way: Comparable {
        let cost: Int
        let number: Int
        let change: Int
        let cursor: Int

        static func < (one: Way, other: Way) -> Bool {
            // Of equal ways the newest first: it is the nearest to an end.
            one.cost == other.cost ? one.number > other.number : one.cost < other.cost
        }
    }

    /// So many ways are tried, so many of them after an end was found, and so many equations may be
    /// broken at a time.
    private static let mostWays = 50_000
    private static let mostLater = 200
    private static let mostBroken = 24
    /// An equation of more counts is not searched for a count that mends all at once.
    private static let mostTerms = 64

    private let system: CountSystem
    private var isHidden: [Bool]
    /// The counts of each equation that are hidden, in the order in which they were.
    private var hidden: [[CountSystem.Term]]
    /// The counts of each equation that are published and positive, the cheapest first.
    private let published: [[CountSystem.Term]]

    private var changes: [Change] = []
    private var ways = Heap<Way>()
    private var seen: Set<[Break]> = []
    private var wayCount = 0
    private var best: (variables: [Int], cost: Int)?

    /// Prepares to search in `system`.
    init(_ system: CountSystem) {
        self.system = system
        isHidden = system.isHidden
        hidden = system.equations.map { $0.filter { system.isHidden[$0.variable] } }
        // A zero tells of nobody, and withholding it would make others look smaller than they are.
        published = system.equations.map { terms in
            terms.filter { !system.isHidden[$0.variable] && system.values[$0.variable] > 0 }
                .sorted {
                    (system.costs[$0.variable], $0.variable)
                        < (system.costs[$1.variable], $1.variable)
                }
        }
    }

    /// Says that a count is withheld from now on.
    mutating func withhold(_ variable: Int) {
        isHidden[variable] = true
        for place in system.equationsOf[variable] {
            hidden[place.equation].append(
                CountSystem.Term(variable: variable, coefficient: place.coefficient))
        }
    }

    /// Returns the counts that differ in a cheap set that differs in `variable`; nil where none is
    /// found.
    mutating func cheapest(from variable: Int) -> [Int]? {
        changes = []
        ways = Heap()
        seen = []
        wayCount = 0
        best = nil
        change(variable, by: 1, after: nil, cost: 0)
        change(variable, by: -1, after: nil, cost: 0)
        var left = best == nil ? Self.mostWays : 0
        while left > 0, let way = ways.popLeast(), way.cost < best?.cost ?? .max {
            follow(way)
            left = best == nil ? left - 1 : min(left - 1, Self.mostLater)
        }
        return best?.variables
    }

    private mutating func follow(_ way: Way) {
        let before = changes[way.change]
        guard let broken = before.broken.last, let term = term(broken.equation, way.cursor)
        else { return }
        offer(change: way.change, cursor: way.cursor + 1)
        guard broken.by.isMultiple(of: term.coefficient) else { return }
        change(
            term.variable, by: -broken.by / term.coefficient, after: way.change,
            cost: before.cost + loss(term.variable))
    }

    /// Changes a count after others, if it may be changed so.
    private mutating func change(_ variable: Int, by: Int, after before: Int?, cost: Int) {
        guard system.values[variable] + by >= system.leastValue(of: variable),
            !chain(before).contains(variable)
        else { return }
        let broken = self.broken(by: by, variable, after: before)
        guard !broken.isEmpty else { return end(chain(before) + [variable], cost) }
        guard broken.count <= Self.mostBroken, seen.insert(broken).inserted else { return }
        changes.append(
            Change(variable: variable, before: before ?? -1, broken: broken, cost: cost))
        closeAtOnce()
        offer(change: changes.count - 1, cursor: 0)
    }

    /// What is broken once a count is changed too.
    private func broken(by: Int, _ variable: Int, after before: Int?) -> [Break] {
        var broken = before.map { changes[$0].broken } ?? []
        for place in system.equationsOf[variable] {
            let at = broken.firstIndex { $0.equation == place.equation }
            let old = at.map { broken.remove(at: $0).by } ?? 0
            let new = old + by * place.coefficient
            if new != 0 { broken.append(Break(equation: place.equation, by: new)) }
        }
        // The last is mended next: one of few counts leaves the least to try.
        return broken.sorted {
            let (one, other) = (system.equations[$0.equation], system.equations[$1.equation])
            return (one.count, $0.equation) > (other.count, $1.equation)
        }
    }

    /// Looks for a count that mends all that is broken after the last change.
    private mutating func closeAtOnce() {
        guard let last = changes.last, let broken = last.broken.last else { return }
        let terms = system.equations[broken.equation]
        guard last.broken.count > 1, terms.count <= Self.mostTerms else { return }
        for term in terms
        where system.equationsOf[term.variable].count == last.broken.count
            && (isHidden[term.variable] || system.values[term.variable] > 0)
            && broken.by.isMultiple(of: term.coefficient)
        {
            let by = -broken.by / term.coefficient
            let cost = last.cost + loss(term.variable)
            guard cost < best?.cost ?? .max,
                system.values[term.variable] + by >= system.leastValue(of: term.variable),
                self.broken(by: by, term.variable, after: changes.count - 1).isEmpty
            else { continue }
            let before = chain(changes.count - 1)
            if !before.contains(term.variable) { end(before + [term.variable], cost) }
        }
    }

    private mutating func end(_ variables: [Int], _ cost: Int) {
        if cost < best?.cost ?? .max { best = (variables, cost) }
    }

    /// Puts the way from `change` through the count at `cursor` among those to try.
    private mutating func offer(change: Int, cursor: Int) {
        guard let broken = changes[change].broken.last,
            let term = term(broken.equation, cursor)
        else { return }
        wayCount += 1
        ways.push(
            Way(
                cost: changes[change].cost + loss(term.variable)
                    + changes[change].broken.dropLast().reduce(0) { $0 + least($1.equation) },
                number: wayCount, change: change, cursor: cursor))
    }

    /// What it costs to change a count; a step costs something even through hidden counts, so that
    /// short ways come first.
    private func loss(_ variable: Int) -> Int {
        isHidden[variable] ? 1 : system.costs[variable] * 16 + 1
    }

    /// What it costs at least to mend an equation.
    private func least(_ equation: Int) -> Int {
        hidden[equation].isEmpty ? published[equation].first.map { loss($0.variable) } ?? 0 : 1
    }

    /// The count at `cursor` of an equation: first those that are hidden, then by cost.
    private func term(_ equation: Int, _ cursor: Int) -> CountSystem.Term? {
        let free = hidden[equation].count
        if cursor < free { return hidden[equation][cursor] }
        return cursor - free < published[equation].count ? published[equation][cursor - free] : nil
    }

    /// The counts that are changed up to `change`.
    private func chain(_ change: Int?) -> [Int] {
        var variables: [Int] = []
        var next = change ?? -1
        while next >= 0 {
            variables.append(changes[next].variable)
            next = changes[next].before
        }
        return variables
    }
}
