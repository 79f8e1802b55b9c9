// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension BruteForce {
    /// The facts as read in one way: what cannot be told is taken to be as it must not be, or,
    /// where `isAssuming`, as it should be.
    struct Reading {
        let world: BruteForce
        let isAssuming: Bool
        /// The awards that the rule admits.
        let awards: [Award]
        /// Their places among all that the learner holds.
        let places: [Int]
        /// How each requirement is decided.
        private(set) var steps: [Step] = []

        init(_ world: BruteForce, isAssuming: Bool) {
            self.world = world
            self.isAssuming = isAssuming
            let admitted = world.screened.filter { _, award in
                let provider =
                    award.provider ?? world.graph.credentials[world.position(award)].provider
                let isRecognised =
                    world.rule.recognition?.admits(provider, reading: world.recognition) ?? .met
                return Self.holds(
                    world.matches(world.rule.counts, award).and(isRecognised), isAssuming)
            }
            awards = admitted.map(\.award)
            places = admitted.map(\.place)
            steps = world.nodes.indices.map { step($0) }
        }

        private static func holds(_ status: Status, _ isAssuming: Bool) -> Bool {
            status == .met || (isAssuming && status == .cannotTell)
        }

        func holds(_ status: Status) -> Bool { Self.holds(status, isAssuming) }

        /// Thousandths of `unit` in an award, where that is known.
        func amount(_ award: Award, _ unit: Unit) -> Int? {
            let credential = world.graph.credentials[world.position(award)]
            switch unit {
            case .awards: return 1000
            case .hours: return credential.hours?.thousandths
            case .credits(let scheme):
                guard let credits = award.credits ?? credential.credits else { return nil }
                if let exact = world.graph.convert(credits, to: scheme) {
                    return exact.amount.thousandths
                }
                let isUnknown = credits.scheme == .unknown || scheme == .unknown
                return isUnknown && isAssuming ? credits.amount.thousandths : nil
            }
        }
    }

    /// For each slot, by award, whether the award is in it: −1 for an award in none.
    typealias Placement = [Int]
}

// MARK: Placements

extension BruteForce.Reading {
    /// What the best of all placements leaves, and whether the rule leaves room to be met.
    var best: (lack: BruteForce.Lack, isSatisfiable: Bool) {
        if let best = reached(0, keepingRoom: true).min() { return (best, true) }
        return (reached(0, keepingRoom: false).min() ?? BruteForce.Lack(), false)
    }

    /// What the placements in a scope can leave, but for what another leaves no more of.
    func reached(_ scope: Int, keepingRoom: Bool) -> [BruteForce.Lack] {
        var choices: [[Int: BruteForce.Lack]] = [[:]]
        for place in scopes(inside: scope) {
            let lacks = reached(place, keepingRoom: keepingRoom)
            choices = choices.flatMap { choice in
                lacks.map { choice.merging([place: $0]) { first, _ in first } }
            }
        }
        var found: Set<BruteForce.Lack> = []
        forEachPlacement(scope) { placement in
            for choice in choices {
                let left = lack(scope, placement, choice, keepingRoom: keepingRoom)
                if let left { found.insert(left) }
            }
        }
        return found.filter { one in !found.contains { $0 != one && $0.isAsGood(as: one) } }
    }

    /// What placements, one for each scope that has any, leave together.
    func lack(
        _ scope: Int, _ placements: [Int: BruteForce.Placement], _ keepingRoom: Bool
    ) -> BruteForce.Lack? {
        var shared: [Int: BruteForce.Lack] = [:]
        for place in scopes(inside: scope) {
            guard let lack = lack(place, placements, keepingRoom) else { return nil }
            shared[place] = lack
        }
        let empty = BruteForce.Placement(repeating: -1, count: awards.count)
        return lack(scope, placements[scope] ?? empty, shared, keepingRoom: keepingRoom)
    }

    /// The roots of the scopes right inside one.
    private func scopes(inside scope: Int) -> [Int] {
        world.nodes.indices.filter { place in
            world.nodes[place].requirement.isShared
                && world.nodes.contains { $0.scope == scope && $0.parts.contains(place) }
        }
    }

    /// How many placements there are in the largest scope.
    var placementCount: Int {
        Set(world.nodes.map(\.scope)).map { scope in
            options(scope).map { $0.count + 1 }.reduce(1) { min($0 * $1, 1 << 40) }
        }.max() ?? 1
    }

    /// Whether a placement in the rule's own scope breaks a limit, or leaves too little room.
    var hasImpossiblePlacement: Bool {
        var found = false
        forEachPlacement(0) { placement in
            if lack(0, placement, [:], keepingRoom: true) == nil { found = true }
        }
        return found
    }

    private func forEachPlacement(
        _ scope: Int, _ body: (BruteForce.Placement) -> Void
    ) {
        var placement = BruteForce.Placement(repeating: -1, count: awards.count)
        fill(options(scope)[...], &placement, body)
    }

    private func fill(
        _ options: ArraySlice<[(award: Int, slot: Int)]>, _ placement: inout BruteForce.Placement,
        _ body: (BruteForce.Placement) -> Void
    ) {
        guard let first = options.first else { return body(placement) }
        fill(options.dropFirst(), &placement, body)
        for option in first where !isFull(option.slot, placement) {
            placement[option.award] = option.slot
            fill(options.dropFirst(), &placement, body)
            placement[option.award] = -1
        }
    }

    /// Whether the slot is one for a credential, and an award is in it.
    func isFull(_ slot: Int, _ placement: BruteForce.Placement) -> Bool {
        world.nodes[slot].demand == nil && placement.contains(slot)
    }

    /// Whether an attempt at the same credential, or at an equivalent one, is in a slot.
    func hasAttempt(like place: Int, _ placement: BruteForce.Placement) -> Bool {
        placement.indices.contains {
            placement[$0] >= 0
                && world.graph.areEquivalent(
                    world.position(awards[$0]), world.position(awards[place]))
        }
    }

    /// For each credential held, counting equivalents as one, where its attempts may go.
    private func options(_ scope: Int) -> [[(award: Int, slot: Int)]] {
        let attempts = Dictionary(grouping: awards.indices) {
            world.graph.equivalenceClass(of: world.position(awards[$0]))
        }
        return attempts.keys.sorted().map { group in
            (attempts[group] ?? []).flatMap { award in
                world.nodes.indices.filter {
                    world.nodes[$0].scope == scope && fits(awards[award], $0)
                }.map { (award: award, slot: $0) }
            }
        }
    }

    // MARK: Slots

    func fits(_ award: Award, _ slot: Int) -> Bool {
        let node = world.nodes[slot]
        let mayStandHere = node.counts.allSatisfy { isAnswered(award, world.nodes[$0].conditions) }
        switch node.requirement.kind {
        case .count(let demand):
            return mayStandHere && holds(world.matches(demand.selector, award))
                && (amount(award, demand.unit) ?? 0) > 0
        case .credential(let id, let overlap):
            return mayStandHere && isCounted(world.position(award), for: id, overlap)
        default: return false
        }
    }

    /// Whether what the conditions ask of each award by itself is known, or need not be.
    private func isAnswered(_ award: Award, _ conditions: [Requirement.Kind]) -> Bool {
        isAssuming
            || conditions.allSatisfy { condition in
                switch condition {
                case .mean(let mean): knows(award.grade, mean.scale)
                case .period: award.date != nil
                default: true
                }
            }
    }

    /// Whether the grade is on a scale that the rule declares and that has points.
    func knows(_ grade: Grade?, _ name: String) -> Bool {
        guard let grade, let scale = world.rule.scales.first(where: { $0.name == name }),
            scale.mostPoints != nil
        else { return false }
        return scale.has(grade)
    }

    private func isCounted(_ held: Int, for id: String, _ overlap: Fraction?) -> Bool {
        let graph = world.graph
        guard let wanted = graph.credential(id) else { return false }
        if graph.areEquivalent(held, wanted) { return true }
        let isDeclared = world.rule.equivalences.contains {
            guard let other = graph.credential($0.credential), $0.countsFor == id,
                graph.areEquivalent(held, other)
            else { return false }
            guard let stated = $0.overlap, let overlap else { return true }
            return stated >= overlap
        }
        if isDeclared { return true }
        let isStated = world.rule.equivalences.contains {
            $0.credential == graph.credentials[held].id && $0.countsFor == id && $0.overlap != nil
        }
        guard let overlap, !isStated else { return false }
        return teaches(held, of: wanted, atLeast: overlap)
    }

    /// Whether `held` teaches that share, by weight, of the skills that `wanted` teaches.
    private func teaches(_ held: Int, of wanted: Int, atLeast overlap: Fraction) -> Bool {
        let taught = world.weights(held)
        let asked = world.weights(wanted)
        let common = asked.map { skill, weight in
            let known = taught.filter { world.reaches($0.key, skill) }.values.max() ?? 0
            return min(weight, known)
        }.reduce(0, +)
        let all = asked.values.reduce(0, +)
        return all > 0 && common * 1000 >= all * Double(overlap.thousandths)
    }
}

extension BruteForce {
    /// The skills that a credential teaches, each with the strongest weight.
    fileprivate func weights(_ credential: Int) -> [Int: Double] {
        var weights: [Int: Double] = [:]
        for alignment in graph.alignments
        where graph.outcomes[alignment.outcome].credential == graph.credentials[credential].id {
            weights[alignment.skill] = max(weights[alignment.skill] ?? 0, alignment.weight)
        }
        return weights
    }

    /// Whether the skill is the wanted one or narrower.
    func reaches(_ skill: Int, _ wanted: Int) -> Bool {
        skill == wanted || graph.broader[skill].contains { reaches(Int($0), wanted) }
    }
}
