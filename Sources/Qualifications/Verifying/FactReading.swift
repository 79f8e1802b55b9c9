// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The facts as read in one way: what is not known is taken to be as it must not be, or, where
/// `isAssuming`, as it should be.
struct FactReading {
    let subject: ProofSubject
    let tree: RequirementTree
    let isAssuming: Bool
    /// For each award the position of its credential; nil where that is not known.
    let credentials: [Int?]
    /// The awards that can count at all on the day.
    private(set) var held: [Int] = []
    /// Those of them that the rule admits.
    private(set) var admitted: [Int] = []
    /// For each requirement the awards that fit its slot.
    private(set) var fitting: [[Int]] = []

    var graph: Graph { subject.graph }
    var rule: Rule { subject.rule }

    init(_ subject: ProofSubject, isAssuming: Bool) {
        self.subject = subject
        self.isAssuming = isAssuming
        tree = RequirementTree(subject.rule)
        credentials = subject.awards.map { subject.graph.credential($0.credential) }
        held = subject.awards.indices.filter { canCount($0) }
        admitted = held.filter { isAdmitted($0) }
        fitting = tree.nodes.indices.map { place in
            tree.isSlot(place) ? held.filter { mayStand($0, in: place) } : []
        }
    }

    /// Whether a status is taken for a yes.
    func holds(_ status: Status) -> Bool {
        status == .met || (isAssuming && status == .cannotTell)
    }

    /// Whether a selector matches an award; one of an unknown credential matches nothing.
    func matches(_ selector: Selector, _ award: Int) -> Status {
        guard let credential = credentials[award] else { return .notMet }
        let context = Selector.Context(
            asOf: rule.agesOn ?? subject.terms.asOf, scales: rule.scales)
        return selector.matches(credential, subject.awards[award], in: graph, context)
    }

    /// What awards have in common that count for one another.
    func equivalenceClass(of award: Int) -> Int? {
        credentials[award].map { graph.equivalenceClass(of: $0) }
    }

    // MARK: What can count

    private func canCount(_ index: Int) -> Bool {
        let award = subject.awards[index]
        let asOf = subject.terms.asOf
        guard credentials[index] != nil, award.verification != .failed,
            !award.isExpired(on: asOf)
        else { return false }
        switch award.progress {
        case .completed: return award.date.map { $0 <= asOf } ?? true
        case .inProgress: return subject.terms.supposing != .nothing
        case .planned: return subject.terms.supposing == .planned
        case .failed, .withdrawn: return false
        }
    }

    private func isAdmitted(_ award: Int) -> Bool {
        let isRecognised = rule.recognition?.admits(
            provider(of: award), reading: subject.terms.recognition)
        return holds(matches(rule.counts, award)) && holds(isRecognised ?? .met)
    }

    private func provider(of award: Int) -> String? {
        subject.awards[award].provider
            ?? credentials[award].flatMap { graph.credentials[$0].provider }
    }

    // MARK: Slots

    /// Whether an award may stand in a slot: it fits there or was put there, is not kept from it,
    /// and is pinned to no other.
    private func mayStand(_ award: Int, in slot: Int) -> Bool {
        let id = tree.nodes[slot].requirement.id
        if let pin = subject.terms.pins[subject.awards[award].id], pin != id { return false }
        return (fits(award, slot) || isInserted(award, id)) && !isBlocked(award, at: slot)
    }

    private func fits(_ award: Int, _ slot: Int) -> Bool {
        let node = tree.nodes[slot]
        guard isAdmitted(award), node.counts.allSatisfy({ isAnswered($0, by: award) }) else {
            return false
        }
        switch node.requirement.kind {
        case .count(let demand):
            return holds(matches(demand.selector, award)) && (amount(award, demand.unit) ?? 0) > 0
        case .credential(let id, let overlap): return counts(award, for: id, overlap)
        default: return false
        }
    }

    /// Whether all is known that the conditions of a count ask of every award.
    private func isAnswered(_ count: Int, by award: Int) -> Bool {
        isAssuming
            || tree.nodes[count].conditions.allSatisfy { condition in
                switch tree.nodes[condition].requirement.kind {
                case .period: subject.awards[award].date != nil
                case .mean(let mean): isKnown(grade(award, mean))
                default: true
                }
            }
    }

    private func isInserted(_ award: Int, _ id: String) -> Bool {
        subject.exceptions.contains {
            $0.kind == .insert(award: subject.awards[award].id, into: id)
        }
    }

    /// Whether somebody decided that the award does not count at a requirement, at one around it,
    /// or anywhere.
    func isBlocked(_ award: Int, at place: Int) -> Bool {
        subject.exceptions.contains { exception in
            guard case .block(subject.awards[award].id, let id) = exception.kind else {
                return false
            }
            return id.map { tree.isInside(place, $0) } ?? true
        }
    }

    private func isKnown(_ grade: GradeValue) -> Bool {
        if case .unknown = grade { return false }
        return true
    }

    private func counts(_ award: Int, for id: String, _ least: Fraction?) -> Bool {
        guard let held = credentials[award], let wanted = graph.credential(id) else { return false }
        if graph.areEquivalent(held, wanted) { return true }
        let stated = rule.equivalences.filter { $0.countsFor == id }
        let isEnough = stated.contains { entry in
            guard let other = graph.credential(entry.credential), graph.areEquivalent(held, other)
            else { return false }
            guard let overlap = entry.overlap, let least else { return true }
            return overlap >= least
        }
        if isEnough { return true }
        let isStated = stated.contains {
            $0.credential == subject.awards[award].credential && $0.overlap != nil
        }
        guard let least, !isStated else { return false }
        return teaches(held, of: wanted, atLeast: least)
    }

    /// Whether one credential teaches that share of what the other does, by weight.
    private func teaches(_ held: Int, of wanted: Int, atLeast share: Fraction) -> Bool {
        let asked = graph.teaches(wanted)
        let taught = weights(of: held)
        let common = asked.reduce(0) { $0 + min($1.weight, taught[$1.skill] ?? 0) }
        let total = asked.reduce(0) { $0 + $1.weight }
        // Weights are binary fractions, so that sums may be off by as little as this.
        return total > 0 && common * 1000 >= total * (Double(share.thousandths) - 1e-6)
    }

    /// What a credential teaches, a narrower skill counting for the broader, each with the best
    /// weight: the strongest is spread first.
    private func weights(of credential: Int) -> [Int: Double] {
        var found: [Int: Double] = [:]
        for taught in graph.teaches(credential).sorted(by: { $0.weight > $1.weight }) {
            var waiting = [taught.skill]
            while let next = waiting.popLast() {
                guard found[next] == nil else { continue }
                found[next] = taught.weight
                waiting += graph.broader[next].map(Int.init)
            }
        }
        return found
    }
}
