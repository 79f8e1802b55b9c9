// SPDX-License-Identifier: Apache-2.0

/// A statement of what a learner can do, aligned to skills.
public struct LearningOutcome: Hashable, Sendable {
    /// The id that other records refer to.
    public let id: String
    /// The id of the credential that teaches it.
    public let credential: String
    /// The statement.
    public let text: LocalizedText

    /// Creates an outcome.
    public init(id: String, credential: String, text: LocalizedText) {
        self.id = id
        self.credential = credential
        self.text = text
    }
}

/// How far an outcome is about a skill, and who says so.
public struct Alignment: Hashable, Sendable {
    /// The outcome's id.
    public let outcome: String
    /// The skill, by URI or by label.
    public let skill: SkillReference
    /// How much of the skill the outcome covers: above 0, at most 1.
    public let weight: Double
    /// The proficiency reached, where it is known.
    public let proficiency: Level?
    /// Where the alignment comes from, such as the issuer.
    public let source: String?

    /// Creates an alignment.
    public init(
        outcome: String, skill: SkillReference, weight: Double = 1, proficiency: Level? = nil,
        source: String? = nil
    ) {
        self.outcome = outcome
        self.skill = skill
        self.weight = weight
        self.proficiency = proficiency
        self.source = source
    }
}
