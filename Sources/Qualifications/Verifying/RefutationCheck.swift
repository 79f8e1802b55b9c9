// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Walks a refutation: its cases must leave nothing out, and at the end of each the weighted
/// inequalities must add up to what cannot be.
struct RefutationCheck {
    typealias Flaw = Verification.Flaw
    typealias Variable = RuleInequalities.Variable

    /// How many coefficients may be added up: some tenths of a second.
    static let mostWork = 50_000_000
    /// How many variables one sum may speak of.
    static let mostVariables = 100_000
    /// How deep cases may lie inside one another.
    static let deepest = 256

    private var rules: RuleInequalities
    private let place: String
    private var number = -1
    private var work = 0

    /// What is so in a case: variables that are 1, and those that are 0.
    private struct Case {
        var isIn: Set<Variable> = []
        var isOut: Set<Variable> = []

        /// The case in which some variables are 0 besides.
        func without(_ variables: [Variable]) -> Case {
            var copy = self
            copy.isOut.formUnion(variables)
            return copy
        }
    }

    /// A class of equivalents in a scope: one award of it may be placed.
    private struct Turn: Hashable {
        let group: Int?
        let scope: Int
    }

    init(_ reading: FactReading, listed: Set<Int>, at place: String) {
        rules = RuleInequalities(reading, listed: listed)
        self.place = place
    }

    private var reading: FactReading { rules.reading }
    private var tree: RequirementTree { reading.tree }

    /// Checks a refutation of the whole: the root is meant, and no test that fails.
    mutating func check(_ refutation: Refutation) throws(Flaw) {
        var start = Case()
        start.isIn.insert(.meant(0))
        for node in rules.listed where isTest(node) && !reading.passes(node) {
            start.isOut.insert(.meant(node))
        }
        try check(refutation, in: start, depth: 0)
    }

    private func isTest(_ node: Int) -> Bool {
        switch tree.nodes[node].requirement.kind {
        case .outcome, .skill, .order, .absent, .notBefore, .decision: true
        case .mean(let mean): mean.basis == .held
        case .all, .any, .atLeast, .count, .share, .period, .distinct, .credential: false
        }
    }

    // MARK: Cases

    /// Cases are numbered as they are met, the first of two before the second.
    private mutating func check(
        _ refutation: Refutation, in current: Case, depth: Int
    ) throws(Flaw) {
        number += 1
        let place = "\(place)/\(number)"
        work += current.isIn.count + current.isOut.count
        guard depth <= Self.deepest else {
            throw Flaw(at: place, "Cases lie deeper than \(Self.deepest) inside one another.")
        }
        switch refutation {
        case .weights(let weights): try check(weights, in: current, at: place)
        case .placed(let award, let id, let no, let yes):
            let slot = try tree.position(of: id, at: place)
            let award = try reading.award(award, fitting: slot, at: place)
            try split(on: .placed(award: award, slot: slot), no, yes, current, depth)
        case .meant(let id, let no, let yes):
            let node = try tree.position(of: id, at: place)
            try split(on: .meant(node), no, yes, current, depth)
        case .period(let id, let day, let later, let earlier):
            let (early, late) = try days(around: day, id, at: place)
            try check(later, in: current.without(early), depth: depth + 1)
            try check(earlier, in: current.without(late), depth: depth + 1)
        }
    }

    private mutating func split(
        on variable: Variable, _ no: Refutation, _ yes: Refutation, _ current: Case, _ depth: Int
    ) throws(Flaw) {
        try check(no, in: current.without([variable]), depth: depth + 1)
        var with = current
        with.isIn.insert(variable)
        try check(yes, in: with, depth: depth + 1)
    }

    /// The placements up to a day, and those after the period that begins on it.
    ///
    /// One of the two is empty: if the first award counted is not later than the day, the last lies within the period.
    private func days(
        around day: CalendarDate, _ id: String, at place: String
    ) throws(Flaw) -> (early: [Variable], late: [Variable]) {
        let node = try tree.position(of: id, at: place)
        guard rules.listed.contains(node), let count = tree.nodes[node].parent,
            case .period(let period) = tree.nodes[node].requirement.kind
        else { throw Flaw(at: place, "\"\(id)\" is no period that is listed.") }
        let last = period.end(from: day)
        return (
            placements(in: count) { $0 <= day }, placements(in: count) { $0 > last }
        )
    }

    private func placements(
        in count: Int, on isMeant: (CalendarDate) -> Bool
    ) -> [Variable] {
        rules.slots(in: count).flatMap { slot in
            reading.fitting[slot].filter { award in
                reading.subject.awards[award].date.map(isMeant) ?? false
            }.map { .placed(award: $0, slot: slot) }
        }
    }

    // MARK: The end of a case

    private mutating func check(
        _ weights: [Refutation.Weight], in current: Case, at place: String
    ) throws(Flaw) {
        if isImpossible(current) { return }
        let sum = try self.sum(of: weights, at: place)
        let reach = reach(of: sum.coefficients, in: current)
        guard reach < sum.bound else {
            throw Flaw(
                at: place,
                "The inequalities do not contradict one another: their sum must reach "
                    + "\(sum.bound) and can reach \(reach).")
        }
    }

    /// Whether a variable is both 1 and 0, or two awards are placed of which one can be.
    private func isImpossible(_ current: Case) -> Bool {
        var turns: Set<Turn> = []
        for case .placed(let award, let slot) in current.isIn
        where !turns.insert(turn(award, slot)).inserted {
            return true
        }
        return !current.isIn.isDisjoint(with: current.isOut)
    }

    private func turn(_ award: Int, _ slot: Int) -> Turn {
        Turn(group: reading.equivalenceClass(of: award), scope: tree.nodes[slot].scope)
    }

    private mutating func sum(
        of weights: [Refutation.Weight], at place: String
    ) throws(Flaw) -> RuleInequalities.Row {
        var sum = RuleInequalities.Row()
        for (index, entry) in weights.enumerated() {
            let place = "\(place)/weights/\(index)"
            guard entry.weight > 0 else { throw Flaw(at: place, "A weight must be above zero.") }
            let row = try rules.row(entry.inequality, at: place)
            work += row.coefficients.count + 1
            guard work <= Self.mostWork, sum.coefficients.count <= Self.mostVariables else {
                throw Flaw(
                    at: place, "The refutation is too long to be checked.", isTooMuch: true)
            }
            guard sum.add(row, times: Int128(entry.weight)) else {
                throw Flaw(at: place, "The weights are too large to be added up.")
            }
        }
        return sum
    }

    /// The most that a sum can be in a case: of each turn one placement or none, of every other
    /// variable what serves best.
    private func reach(
        of coefficients: [Variable: Int128], in current: Case
    ) -> Int128 {
        var reach: Int128 = 0
        var best: [Turn: Int128] = [:]
        for (variable, coefficient) in coefficients where !current.isOut.contains(variable) {
            if case .placed(let award, let slot) = variable {
                let turn = turn(award, slot)
                best[turn] = max(best[turn] ?? 0, coefficient)
            } else if current.isIn.contains(variable) {
                reach += coefficient
            } else {
                reach += max(0, coefficient) * Int128(most(of: variable))
            }
        }
        for case .placed(let award, let slot) in current.isIn {
            best[turn(award, slot)] = coefficients[.placed(award: award, slot: slot)] ?? 0
        }
        return best.values.reduce(reach, +)
    }

    private func most(of variable: Variable) -> Int {
        guard case .passed(let from, _) = variable else { return 1 }
        return tree.demand(from)?.maximum.map(FactReading.bounded) ?? FactReading.most
    }
}

extension RuleInequalities.Row {
    /// Adds a weighted row; false where a number leaves 80 bits.
    ///
    /// Times what a partial count passes on, 30 bits, a hundred thousand of them then still add up within 128.
    fileprivate mutating func add(_ row: Self, times weight: Int128) -> Bool {
        guard Self.add(row.bound, weight, to: &bound) else { return false }
        for (variable, value) in row.coefficients {
            guard Self.add(value, weight, to: &coefficients[variable, default: 0]) else {
                return false
            }
        }
        return true
    }

    private static func add(_ value: Int128, _ weight: Int128, to sum: inout Int128) -> Bool {
        let (product, isTooLarge) = value.multipliedReportingOverflow(by: weight)
        let (total, isBeyond) = sum.addingReportingOverflow(product)
        sum = total
        return !isTooLarge && !isBeyond && total.magnitude < (1 << 80)
    }
}
