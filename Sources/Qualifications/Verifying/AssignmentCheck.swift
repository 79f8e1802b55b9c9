// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Checks that an assignment meets the rule, or of the rule only some requirements.
///
/// Requirements that are not asked for go on joining what stands below them; but they want no
/// amounts and set no limits.
struct AssignmentCheck {
    typealias Flaw = Verification.Flaw

    private let reading: FactReading
    private let place: String
    /// The requirements that are asked for; nil for all.
    private let asked: Set<Int>?
    private var tree: RequirementTree { reading.tree }

    init(_ reading: FactReading, at place: String, asking asked: Set<Int>? = nil) {
        self.reading = reading
        self.place = place
        self.asked = asked
    }

    /// Checks that `placements` may be, and that they meet what is asked.
    func check(_ placements: [Unreachable.Placed]) throws(Flaw) {
        let placed = try placed(placements)
        for node in tree.nodes.indices { try checkLimits(of: node, placed) }
        guard !isMet(0, placed) else { return }
        let open = open(0, placed).map { "\"\(tree.nodes[$0].requirement.id)\"" }
        throw Flaw(
            at: place, "The assignment leaves open: \(open.prefix(5).joined(separator: ", ")).")
    }

    private func isAsked(_ node: Int) -> Bool { asked?.contains(node) ?? true }

    // MARK: Placements

    /// For each requirement the awards in its slot.
    private typealias Placed = [[Int]]

    private struct Turn: Hashable {
        let group: Int?
        let scope: Int
    }

    private func placed(_ placements: [Unreachable.Placed]) throws(Flaw) -> Placed {
        var placed = Placed(repeating: [], count: tree.nodes.count)
        var used: Set<Turn> = []
        for (index, placement) in placements.enumerated() {
            let place = "\(place)/\(index)"
            let slot = try tree.position(of: placement.requirement, at: place)
            let award = try reading.award(placement.award, fitting: slot, at: place)
            let turn = Turn(
                group: reading.equivalenceClass(of: award), scope: tree.nodes[slot].scope)
            guard used.insert(turn).inserted else {
                throw Flaw(
                    at: place,
                    "\(reading.name(award)), or another attempt at it, is placed twice.")
            }
            placed[slot].append(award)
        }
        return placed
    }

    // MARK: Sums

    /// What is summed at a requirement, before it is cut there.
    private func total(_ sum: Sum, at node: Int, _ placed: Placed) -> Int128 {
        var total = placed[node].reduce(Int128(0)) { $0 + reading.amount($1, sum) }
        for part in tree.countedParts(of: node) {
            let inside = self.total(sum, at: part, placed)
            total += reading.cut(part, sum).map { min(inside, Int128($0)) } ?? inside
        }
        return total
    }

    /// What is summed over a count, cut at its maximum where that cuts.
    private func total(_ sum: Sum, _ placed: Placed) -> Int128 {
        let count = reading.count(of: sum)
        let inside = total(sum, at: count, placed)
        return reading.cut(count, sum).map { min(inside, Int128($0)) } ?? inside
    }

    /// The awards that a count counts.
    private func awards(in count: Int, _ placed: Placed) -> [Int] {
        placed[count] + tree.countedParts(of: count).flatMap { awards(in: $0, placed) }
    }

    // MARK: Limits

    private func checkLimits(of node: Int, _ placed: Placed) throws(Flaw) {
        let requirement = tree.nodes[node].requirement
        if !keepsSlot(node, placed) || (isAsked(node) && !keepsLimits(node, placed)) {
            throw Flaw(at: place, "The assignment breaks a limit of \"\(requirement.id)\".")
        }
    }

    private func keepsSlot(_ node: Int, _ placed: Placed) -> Bool {
        if case .credential = tree.nodes[node].requirement.kind { return placed[node].count <= 1 }
        return true
    }

    /// Whether nothing is broken that more awards could not mend.
    private func keepsLimits(_ node: Int, _ placed: Placed) -> Bool {
        switch tree.nodes[node].requirement.kind {
        case .count(let demand):
            guard let maximum = demand.maximum, !demand.isPartial else { return true }
            return total(.counted(node), placed) <= Int128(FactReading.bounded(maximum))
        case .share:
            return reading.bounds(of: node).allSatisfy { !$0.isLimit || holds($0, placed) }
        case .period(let period):
            let dates = awards(in: tree.nodes[node].parent ?? 0, placed).compactMap {
                reading.subject.awards[$0].date
            }
            guard let first = dates.min(), let last = dates.max() else { return true }
            return last <= period.end(from: first)
        default: return true
        }
    }

    private func holds(_ bound: ShareBound, _ placed: Placed) -> Bool {
        let part = bound.factor * total(bound.part, placed)
        let whole = bound.whole.map { bound.share * total($0, placed) } ?? bound.amount
        return bound.isCeiling ? part <= whole : part >= whole
    }

    // MARK: What is met

    private func isMet(_ node: Int, _ placed: Placed) -> Bool {
        let parts = tree.nodes[node].parts.count { isMet($0, placed) }
        guard parts >= tree.needed(of: node) ?? 0 else { return false }
        switch tree.nodes[node].requirement.kind {
        case .all, .any, .atLeast: return true
        case .count(let demand):
            return counts(enough: demand, node, placed)
                && tree.nodes[node].conditions.allSatisfy { isConditionMet($0, placed) }
        case .credential: return !isAsked(node) || !placed[node].isEmpty
        case .share, .mean, .period, .distinct, .outcome, .skill, .order, .absent, .notBefore,
            .decision:
            return !isAsked(node) || reading.passes(node)
        }
    }

    private func counts(
        enough demand: Requirement.Demand, _ node: Int, _ placed: Placed
    ) -> Bool {
        guard isAsked(node) else { return true }
        return total(.counted(node), placed) >= Int128(FactReading.bounded(demand.minimum))
    }

    private func isConditionMet(_ node: Int, _ placed: Placed) -> Bool {
        guard isAsked(node) else { return true }
        switch tree.nodes[node].requirement.kind {
        case .share: return reading.bounds(of: node).allSatisfy { holds($0, placed) }
        case .mean: return total(.points(condition: node), placed) >= 0
        case .distinct(let count, let field):
            let values = awards(in: tree.nodes[node].parent ?? 0, placed).compactMap {
                reading.value($0, field)
            }
            return Set(values).count >= count
        default: return true
        }
    }

    /// The requirements by which one is open, as far down as all of them are needed.
    private func open(_ node: Int, _ placed: Placed) -> [Int] {
        guard !isMet(node, placed) else { return [] }
        let below = tree.nodes[node].parts.flatMap { open($0, placed) }
        let isChoice = tree.needed(of: node) != tree.nodes[node].parts.count
        return below.isEmpty || isChoice ? [node] : below
    }
}

extension FactReading {
    /// The award at a place of a proof, which must fit the slot.
    func award(
        _ index: Int, fitting slot: Int, at place: String
    ) throws(Verification.Flaw) -> Int {
        guard subject.awards.indices.contains(index) else {
            throw Verification.Flaw(at: place, "There is no award \(index).")
        }
        guard fitting[slot].contains(index) else {
            throw Verification.Flaw(
                at: place,
                "\(name(index)) does not fit \"\(tree.nodes[slot].requirement.id)\".")
        }
        return index
    }

    /// What messages call an award.
    func name(_ award: Int) -> String { "Award \(award) (\(subject.awards[award].id))" }
}
