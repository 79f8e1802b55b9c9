// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph
public import VectorScoring

/// A question to a recommender.
public struct RecommendationRequest: Sendable {
    /// Who asks.
    public var learner: Learner
    /// What they want to reach.
    public var target: Target
    /// What every audit of the answer takes into account.
    public var terms: AuditTerms
    /// The day the answer is for.
    public var asOf: CalendarDate {
        get { terms.asOf }
        set { terms.asOf = newValue }
    }
    /// How many recommendations to return at most.
    public var limit = 5
    /// Which credentials of the catalogue to consider.
    public var filter: Selector = .everything
    /// How much each criterion counts.
    public var weights: Weights = .standard
    /// How many blocked credentials to return at most.
    public var blockedLimit = 0

    /// Creates a question; everything else may be set after.
    public init(learner: Learner, target: Target, asOf: CalendarDate) {
        self.init(learner: learner, target: target, terms: AuditTerms(asOf: asOf))
    }

    /// Creates a question on terms of its own; everything else may be set after.
    public init(learner: Learner, target: Target, terms: AuditTerms) {
        self.learner = learner
        self.target = target
        self.terms = terms
    }
}

/// Scores the whole catalogue for a learner and a target, exactly, and says why.
///
/// ```swift
/// let recommender = Recommender(graph, space: space)
/// let answer = recommender.recommend(request)
/// for item in answer.items { print(graph.credentials[item.credential].id, item.score) }
/// ```
public struct Recommender: Sendable {
    let graph: Graph
    let space: SkillSpace
    let judge: AdmissionJudge

    /// Creates a recommender over `graph`; `space` must be made from its skills.
    public init(_ graph: Graph, space: SkillSpace) {
        self.graph = graph
        self.space = space
        judge = AdmissionJudge(graph)
    }

    /// Returns the credentials to take next: those that add something that counts first, then by
    /// score, then by id.
    ///
    /// The mask comes first, then everything left is scored; nothing is approximated, and
    /// `min(limit, eligible)` come back. Where nothing is missing any more, nothing is recommended.
    public func recommend(_ request: RecommendationRequest) -> Recommendations {
        recommendations(from: Survey(request, self))
    }

    /// Returns the best of a survey.
    func recommendations(from survey: Survey) -> Recommendations {
        let request = survey.request
        let ranked = survey.gap.isClosed ? [] : survey.ranked(survey.eligible)
        let items = ranked.prefix(max(0, request.limit)).enumerated().map {
            survey.recommendation($0.element, rank: $0.offset + 1)
        }
        let blocked = survey.gap.isClosed ? [] : blocked(survey)
        return Recommendations(
            target: request.target, gap: survey.gap, items: items, blocked: blocked,
            opened: blocked.isEmpty
                ? []
                : opened(by: items, survey).intersection(
                    blocked.map(\.recommendation.credential)),
            counts: survey.counts(returned: items.count), weights: request.weights,
            asOf: request.asOf)
    }

    private func opened(by items: [Recommendation], _ survey: Survey) -> Set<Int> {
        Set(judge.taking(items.map(\.credential), given: survey.holdings).opened)
    }

    private func blocked(_ survey: Survey) -> [BlockedRecommendation] {
        guard survey.request.blockedLimit > 0 else { return [] }
        return survey.ranked(survey.blocked).filter(\.counts)
            .prefix(survey.request.blockedLimit).enumerated().map { place, scored in
                BlockedRecommendation(
                    recommendation: survey.recommendation(scored, rank: place + 1),
                    unmet: blockers(
                        of: scored.credential, for: survey.request.learner, in: graph,
                        terms: survey.request.admissionTerms))
            }
    }
}
