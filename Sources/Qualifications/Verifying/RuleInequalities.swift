// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The inequalities of ``Refutation/Inequality``, read from the rule and from what fits.
struct RuleInequalities {
    typealias Flaw = Verification.Flaw

    /// What an inequality speaks of.
    enum Variable: Hashable {
        /// Whether an award stands in a slot.
        case placed(award: Int, slot: Int)
        /// Whether a requirement is meant.
        case meant(Int)
        /// Whether a value is there.
        case present(condition: Int, value: String)
        /// What a partial count passes on to a count or a condition around it.
        case passed(from: Int, to: Int)
    }

    /// `Σ coefficient × variable ≥ bound`.
    struct Row {
        var coefficients: [Variable: Int128] = [:]
        var bound: Int128 = 0

        mutating func add(_ amount: Int128, _ variable: Variable) {
            coefficients[variable, default: 0] += amount
        }
    }

    let reading: FactReading
    /// The requirements whose amounts and limits may be used.
    let listed: Set<Int>
    private var known: [Refutation.Inequality: Row] = [:]
    private var knownValues: [Int: [String: [Variable]]] = [:]
    private var tree: RequirementTree { reading.tree }

    init(_ reading: FactReading, listed: Set<Int>) {
        self.reading = reading
        self.listed = listed
    }

    /// Returns an inequality of the rule.
    ///
    /// - Throws: `Flaw` at `place` where the rule has no such inequality, or it is one of a
    ///   requirement that is not listed.
    mutating func row(_ inequality: Refutation.Inequality, at place: String) throws(Flaw) -> Row {
        if let row = known[inequality] { return row }
        guard let row = try written(inequality, at: place) else {
            throw Flaw(at: place, "The rule has no such inequality.")
        }
        known[inequality] = row
        return row
    }

    private mutating func written(
        _ inequality: Refutation.Inequality, at place: String
    ) throws(Flaw) -> Row? {
        switch inequality {
        case .below(let id): return below(try tree.position(of: id, at: place))
        case .least(let id): return least(try listed(id, place))
        case .most(let id):
            let node = try tree.position(of: id, at: place)
            return tree.demand(node) == nil ? mostOfSlot(node) : most(try listed(id, place))
        case .floor(let id): return floor(try listed(id, place))
        case .ceiling(let id): return share(try listed(id, place), isCeiling: true)
        case .value(let id, let value):
            return self.value(try tree.position(of: id, at: place), value)
        case .passed(let from, let to):
            return passed(
                try tree.position(of: from, at: place), try tree.position(of: to, at: place))
        }
    }

    private func listed(_ id: String, _ place: String) throws(Flaw) -> Int {
        let node = try tree.position(of: id, at: place)
        guard listed.contains(node) else {
            throw Flaw(at: place, "\"\(id)\" is not among the requirements that are listed.")
        }
        return node
    }

    // MARK: Sums

    /// A sum at a requirement: placements, and what partial counts inside pass on.
    private func add(_ sum: Sum, times factor: Int128 = 1, at node: Int, to row: inout Row) {
        for award in reading.fitting[node] {
            row.add(factor * reading.amount(award, sum), .placed(award: award, slot: node))
        }
        for part in tree.countedParts(of: node) {
            if reading.cut(part, sum) == nil {
                add(sum, times: factor, at: part, to: &row)
            } else {
                row.add(factor, .passed(from: part, to: sum.reader))
            }
        }
    }

    private func add(_ sum: Sum, times factor: Int128 = 1, to row: inout Row) {
        add(sum, times: factor, at: reading.count(of: sum), to: &row)
    }

    /// `row ≥ 0` where the requirement is meant, and nothing where it is not: `row + B (1 − Z) ≥ 0`.
    private func meaning(_ node: Int, _ row: Row) -> Row {
        var row = row
        let deepest = row.coefficients.values.reduce(Int128(0)) { $0 - min(0, $1) }
        row.add(-deepest, .meant(node))
        row.bound = -deepest
        return row
    }

    // MARK: Requirements

    private func below(_ node: Int) -> Row? {
        guard let needed = tree.needed(of: node) else { return nil }
        var row = Row()
        for part in tree.nodes[node].parts { row.add(1, .meant(part)) }
        row.add(-Int128(needed), .meant(node))
        return row
    }

    private func least(_ node: Int) -> Row? {
        var row = Row()
        switch tree.nodes[node].requirement.kind {
        case .count(let demand):
            return reaching(Int128(FactReading.bounded(demand.minimum)), .counted(node))
        case .credential:
            for award in reading.fitting[node] { row.add(1, .placed(award: award, slot: node)) }
            row.add(-1, .meant(node))
        default: return nil
        }
        return row
    }

    /// A sum reaches an amount where its count is meant, which a count that is cut below that never
    /// is.
    private func reaching(_ amount: Int128, _ sum: Sum) -> Row {
        let count = reading.count(of: sum)
        var row = Row()
        if let most = reading.cut(count, sum), amount > Int128(most) {
            row.add(-1, .meant(count))
        } else {
            add(sum, to: &row)
            row.add(-amount, .meant(count))
        }
        return row
    }

    private func most(_ node: Int) -> Row? {
        guard let demand = tree.demand(node), let maximum = demand.maximum, !demand.isPartial
        else { return nil }
        var row = Row(bound: -Int128(FactReading.bounded(maximum)))
        add(.counted(node), times: -1, to: &row)
        return row
    }

    private func mostOfSlot(_ node: Int) -> Row? {
        guard case .credential = tree.nodes[node].requirement.kind else { return nil }
        var row = Row(bound: -1)
        for award in reading.fitting[node] { row.add(-1, .placed(award: award, slot: node)) }
        return row
    }

    private mutating func floor(_ node: Int) -> Row? {
        guard let count = tree.nodes[node].parent, tree.nodes[node].requirement.isCondition else {
            return nil
        }
        switch tree.nodes[node].requirement.kind {
        case .share: return share(node, isCeiling: false)
        case .mean:
            var row = Row()
            add(.points(condition: node), to: &row)
            return meaning(count, row)
        case .distinct(let least, _):
            var row = Row()
            for value in values(of: node)?.keys.sorted() ?? [] {
                row.add(1, .present(condition: node, value: value))
            }
            row.add(-Int128(least), .meant(count))
            return row
        default: return nil
        }
    }

    private func share(_ node: Int, isCeiling: Bool) -> Row? {
        guard let count = tree.nodes[node].parent,
            let bound = reading.bounds(of: node).first(where: { $0.isCeiling == isCeiling })
        else { return nil }
        guard isCeiling || bound.whole != nil else { return reaching(bound.amount, bound.part) }
        let sign: Int128 = isCeiling ? -1 : 1
        var row = Row()
        add(bound.part, times: sign * bound.factor, to: &row)
        if let whole = bound.whole {
            add(whole, times: -sign * bound.share, to: &row)
            return meaning(count, row)
        }
        row.bound = -bound.amount
        return row
    }

    // MARK: Values

    /// The slots from which a count takes what it counts.
    func slots(in count: Int) -> [Int] {
        [count] + tree.countedParts(of: count).flatMap { slots(in: $0) }
    }

    /// For each value of a field the placements in a count that have it.
    private func placements(
        in count: Int, by field: Selector.Field
    ) -> [String: [Variable]] {
        var found: [String: [Variable]] = [:]
        for slot in slots(in: count) {
            for award in reading.fitting[slot] {
                guard let value = reading.value(award, field) else { continue }
                found[value, default: []].append(.placed(award: award, slot: slot))
            }
        }
        return found
    }

    private mutating func values(of node: Int) -> [String: [Variable]]? {
        if let known = knownValues[node] { return known }
        guard case .distinct(_, let field) = tree.nodes[node].requirement.kind,
            let count = tree.nodes[node].parent
        else { return nil }
        let found = placements(in: count, by: field)
        knownValues[node] = found
        return found
    }

    private mutating func value(_ node: Int, _ value: String) -> Row? {
        guard let placements = values(of: node)?[value] else { return nil }
        var row = Row()
        for placement in placements { row.add(1, placement) }
        row.add(-1, .present(condition: node, value: value))
        return row
    }

    /// What `from` passes on to what the count or condition `to` sums.
    private func passed(_ from: Int, _ to: Int) -> Row? {
        let sum: Sum =
            tree.demand(to) == nil ? .matching(condition: to, isCeiling: false) : .counted(to)
        let isInside = tree.nodes[from].counts.dropFirst().contains(reading.count(of: sum))
        guard isInside, reading.cut(from, sum) != nil else { return nil }
        var row = Row()
        add(sum, at: from, to: &row)
        row.add(-1, .passed(from: from, to: to))
        return row
    }
}
