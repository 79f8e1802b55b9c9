// SPDX-License-Identifier: Apache-2.0

/// A skill by position, and how much of it.
public struct SkillWeight: Hashable, Sendable {
    /// The skill's position.
    public let skill: Int
    /// How much of it, above 0.
    public let weight: Double

    /// Creates a weight.
    public init(skill: Int, weight: Double) {
        self.skill = skill
        self.weight = weight
    }
}

extension Graph {
    /// What holding a skill is worth toward a skill one step broader.
    ///
    /// Who can repair gearboxes knows something of vehicle repair, not all of it: each step up
    /// multiplies by this discount.
    public static let broaderDiscount = 0.5

    /// How much of an occupation's optional skill counts beside an essential one.
    public static let optionalWeight = 0.5

    /// Returns the skills a credential teaches, in position order.
    ///
    /// A path credential → outcome → skill carries the alignment's weight; of several paths to one
    /// skill the strongest counts.
    public func teaches(_ credential: Int) -> [SkillWeight] {
        var strongest: [Int: Double] = [:]
        for outcome in outcomesOfCredential[credential] {
            for origin in skillsOfOutcome.origins(of: Int(outcome)) {
                let alignment = alignments[Int(origin)]
                strongest[alignment.skill] = max(
                    strongest[alignment.skill] ?? 0, alignment.weight)
            }
        }
        return Self.ordered(strongest)
    }

    /// Returns `weights` and what they are worth toward broader skills, in position order.
    ///
    /// Each step to a broader skill multiplies by `discount`; of several paths the strongest
    /// counts. With a discount of zero the weights come back alone.
    ///
    /// - Complexity: O(*n* log *n*) for the *n* skills reached.
    public func reach(
        of weights: some Sequence<SkillWeight>, discount: Double = Graph.broaderDiscount
    ) -> [SkillWeight] {
        var strongest: [Int: Double] = [:]
        for weight in weights {
            strongest[weight.skill] = max(strongest[weight.skill] ?? 0, weight.weight)
        }
        guard discount > 0 else { return Self.ordered(strongest) }
        var waiting = Self.ordered(strongest)
        while let next = waiting.popLast() {
            guard strongest[next.skill] == next.weight else { continue }
            for above in broader[next.skill].lazy.map(Int.init) {
                let weight = next.weight * discount
                guard weight > strongest[above] ?? 0 else { continue }
                strongest[above] = weight
                waiting.append(SkillWeight(skill: above, weight: weight))
            }
        }
        return Self.ordered(strongest)
    }

    /// Returns the skills that finishing a credential is about, in position order: those its own
    /// outcomes teach, or, where it states none, those its parts teach.
    public func needs(ofCredential credential: Int) -> [SkillWeight] {
        let own = teaches(credential)
        guard own.isEmpty else { return own }
        var strongest: [Int: Double] = [:]
        for part in related(to: credential, by: .partOf) {
            for taught in needs(ofCredential: part) {
                strongest[taught.skill] = max(strongest[taught.skill] ?? 0, taught.weight)
            }
        }
        return Self.ordered(strongest)
    }

    /// Returns the skills an occupation needs, in position order: 1 for an essential one,
    /// `optionalWeight` for an optional one.
    public func needs(ofOccupation occupation: Int) -> [SkillWeight] {
        var strongest: [Int: Double] = [:]
        for origin in skillsOfOccupation.origins(of: occupation) {
            let link = occupationLinks[Int(origin)]
            let weight = link.kind == .essentialFor ? 1 : Self.optionalWeight
            strongest[link.from] = max(strongest[link.from] ?? 0, weight)
        }
        return Self.ordered(strongest)
    }

    /// Returns the credentials that relations of `kind` lead to from `credential`.
    public func related(from credential: Int, by kind: CredentialRelation.Kind) -> [Int] {
        zip(relationsFrom[credential], relationsFrom.origins(of: credential))
            .filter { credentialRelations[Int($0.1)].kind == kind }.map { Int($0.0) }
    }

    /// Returns the credentials from which relations of `kind` lead to `credential`.
    public func related(to credential: Int, by kind: CredentialRelation.Kind) -> [Int] {
        zip(relationsTo[credential], relationsTo.origins(of: credential))
            .filter { credentialRelations[Int($0.1)].kind == kind }.map { Int($0.0) }
    }

    /// Returns whether the two credentials are the same or count for one another.
    public func areEquivalent(_ left: Int, _ right: Int) -> Bool {
        equivalenceClasses[left] == equivalenceClasses[right]
    }

    /// A number that credentials share exactly if they count for one another.
    public func equivalenceClass(of credential: Int) -> Int { Int(equivalenceClasses[credential]) }

    /// Returns what must be taken before `credential`, by `requires` and `precedes`, at any
    /// distance, each before what it stands before.
    public func standsBefore(_ credential: Int) -> [Int] {
        var order: [Int] = []
        var seen: Set<Int> = [credential]
        var path = [(credential, before(credential)[...])]
        while let (current, waiting) = path.popLast() {
            guard let next = waiting.first else {
                if current != credential { order.append(current) }
                continue
            }
            path.append((current, waiting.dropFirst()))
            if seen.insert(next).inserted { path.append((next, before(next)[...])) }
        }
        return order
    }

    private func before(_ credential: Int) -> [Int] {
        (related(from: credential, by: .requires) + related(to: credential, by: .precedes)).sorted()
    }

    static func ordered(_ weights: [Int: Double]) -> [SkillWeight] {
        weights.map { SkillWeight(skill: $0.key, weight: $0.value) }
            .sorted { $0.skill < $1.skill }
    }
}
