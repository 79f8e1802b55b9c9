// SPDX-License-Identifier: Apache-2.0

/// The lists a graph is made of, before they are checked.
///
/// Skills and occupations are many and their relations more, so these refer by position; the rest
/// refers by id.
public struct GraphParts: Sendable {
    /// A relation between positions.
    public struct Link: Hashable, Sendable {
        /// Where it starts.
        public let from: Int
        /// What it says.
        public let kind: SkillRelation.Kind
        /// Where it leads.
        public let to: Int

        /// Creates a link.
        public init(from: Int, kind: SkillRelation.Kind, to: Int) {
            self.from = from
            self.kind = kind
            self.to = to
        }
    }

    /// An alignment of an outcome, by position, to a skill, by position.
    public struct AlignmentLink: Hashable, Sendable {
        /// The outcome's position.
        public let outcome: Int
        /// The skill's position.
        public let skill: Int
        /// How much of the skill the outcome covers: above 0, at most 1.
        public let weight: Double
        /// The proficiency reached, where it is known.
        public let proficiency: Level?
        /// Where the alignment comes from.
        public let source: String?

        /// Creates an alignment.
        public init(
            outcome: Int, skill: Int, weight: Double, proficiency: Level? = nil,
            source: String? = nil
        ) {
            self.outcome = outcome
            self.skill = skill
            self.weight = weight
            self.proficiency = proficiency
            self.source = source
        }
    }

    /// The skills; a position in this list is a skill's position.
    public var skills: [Skill] = []
    /// The occupations.
    public var occupations: [Occupation] = []
    /// Relations from skill to skill.
    public var skillLinks: [Link] = []
    /// Relations from skill to occupation: essential or optional for it.
    public var occupationLinks: [Link] = []
    /// Relations from occupation to broader occupation.
    public var occupationGroups: [Link] = []
    /// The credentials.
    public var credentials: [Credential] = []
    /// Relations between credentials.
    public var credentialRelations: [CredentialRelation] = []
    /// The outcomes.
    public var outcomes: [LearningOutcome] = []
    /// The alignments of outcomes to skills.
    public var alignments: [AlignmentLink] = []
    /// The rules.
    public var rules: [Rule] = []
    /// The declared conversions between credit schemes.
    public var conversions: [CreditConversion] = []

    /// Creates empty parts.
    public init() {}
}
