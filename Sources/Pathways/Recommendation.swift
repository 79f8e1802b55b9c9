// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

/// A credential to take next, and why.
public struct Recommendation: Sendable {
    /// What one criterion adds to the score.
    public struct Contribution: Hashable, Sendable {
        /// The criterion's name.
        public let criterion: String
        /// Its value, 0 to 1.
        public let value: Double
        /// Its weight.
        public let weight: Double

        /// What it adds: weight × value.
        public var amount: Double { weight * value }
    }

    /// How much of one missing skill the credential closes.
    public struct ClosedSkill: Hashable, Sendable {
        /// The skill's position.
        public let skill: Int
        /// The share of the whole gap that is closed by it.
        public let share: Double
        /// How far the credential covers the skill, 0 to 1.
        public let covered: Double
    }

    /// How the credential leads to the target: one path, the strongest.
    public struct Path: Hashable, Sendable {
        /// The position of the outcome, where there is one.
        public let outcome: Int?
        /// The position of the skill the outcome is aligned to.
        public let skill: Int?
        /// The ids of the requirements from the root of the recommendation's rule to the one that
        /// it closes.
        public let requirements: [String]
    }

    /// The place in the list, from 1.
    public let rank: Int
    /// The credential's position.
    public let credential: Int
    /// Whether it adds something that counts toward the target.
    public let counts: Bool
    /// The sum of the contributions.
    public let score: Double
    /// What each criterion adds, in the order of `Criterion.all`.
    public let contributions: [Contribution]
    /// What it would close of `rule`; nil where the target has no rule.
    public let marginal: Marginal?
    /// The rule that `marginal` is about: the target's, or, where the credential adds nothing there
    /// by itself, that of a qualification which the target asks for; nil where there is none.
    public let rule: Rule?
    /// The missing skills it closes, the greatest share first.
    public let skills: [ClosedSkill]
    /// One path from the credential to the target.
    public let path: Path
}

/// A credential that cannot be started yet, and what would change that.
public struct BlockedRecommendation: Sendable {
    /// What it would be worth, ranked among the blocked.
    public let recommendation: Recommendation
    /// What its admission asks that is not met.
    public let unmet: [Blocker]
}

/// The answer to "what should I take next": the list, and all that it rests on.
public struct Recommendations: Sendable {
    /// How many credentials were considered.
    public struct Counts: Hashable, Sendable {
        /// How many the catalogue has.
        public let catalogue: Int
        /// How many the learner can start.
        public let eligible: Int
        /// How many were scored.
        public let scored: Int
        /// How many are returned.
        public let returned: Int
        /// How many were left out, by the first reason that did so.
        public let excluded: [Exclusion.Reason: Int]
    }

    /// The target.
    public let target: Target
    /// What is missing.
    public let gap: Gap
    /// The recommendations, best first.
    public let items: [Recommendation]
    /// The best of what cannot be started yet, where that was asked for.
    public let blocked: [BlockedRecommendation]
    /// The blocked credentials that could be started if every recommended one were held.
    public let opened: Set<Int>
    /// How many credentials were considered.
    public let counts: Counts
    /// The weights used.
    public let weights: Weights
    /// The day the answer is for.
    public let asOf: CalendarDate
}
