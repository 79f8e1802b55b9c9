// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

/// What is still missing for a target: skills with weights, and, where the target has a rule, its
/// audit.
public struct Gap: Sendable {
    /// One skill the target needs.
    public struct Need: Hashable, Sendable {
        /// The skill's position.
        public let skill: Int
        /// How much the skill matters to the target.
        public let wanted: Double
        /// How far it is held, 0 to 1.
        public let held: Double

        /// How much is missing: `wanted` × (1 − `held`).
        public var missing: Double { wanted * (1 - held) }
    }

    /// The skills the target needs, in position order, held or not.
    public let needs: [Need]
    /// The audit of the target's rule, where it has one.
    public let audit: Audit?

    /// Creates the gap between a target and the skills of each award that counts, broader skills
    /// reached included; `audit` is that of the target's rule.
    init(_ target: Target, held: [[SkillWeight]], audit: Audit?) {
        var lacking: [Int: Double] = [:]
        for award in held {
            for weight in award { lacking[weight.skill, default: 1] *= 1 - weight.weight }
        }
        needs = target.needs.map {
            Need(skill: $0.skill, wanted: $0.weight, held: 1 - (lacking[$0.skill] ?? 1))
        }
        self.audit = audit
    }

    /// The sum of what is missing.
    public var total: Double { needs.reduce(0) { $0 + $1.missing } }

    /// The skills that are missing, wholly or in part.
    public var missing: [SkillWeight] {
        needs.filter { $0.missing > 0 }.map { SkillWeight(skill: $0.skill, weight: $0.missing) }
    }

    /// Whether nothing is missing: the rule is met, or, without a rule, every skill is held.
    public var isClosed: Bool { audit.map { $0.status == .met } ?? (total == 0) }
}
