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

    /// Returns the skills that finishing a credential is about, in position order: those its own
    /// outcomes teach, or, where they teach none, those its parts are about.
    ///
    /// - Complexity: O(parts at any depth + what they teach).
    public func needs(ofCredential credential: Int) -> [SkillWeight] {
        var strongest: [Int: Double] = [:]
        var waiting = [credential]
        var seen: Set<Int> = [credential]
        while let next = waiting.popLast() {
            let own = teaches(next)
            for taught in own {
                strongest[taught.skill] = max(strongest[taught.skill] ?? 0, taught.weight)
            }
            guard own.isEmpty else { continue }
            waiting += related(to: next, by: .partOf).filter { seen.insert($0).inserted }
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
