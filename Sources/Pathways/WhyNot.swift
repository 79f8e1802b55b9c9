// SPDX-License-Identifier: Apache-2.0

public import Qualifications
import SkillsGraph

/// Why a credential is not among the recommendations, or where it stands among them.
public struct WhyNot: Sendable {
    /// The answer.
    public enum Verdict: Sendable {
        /// Nothing is missing, so nothing is recommended.
        case nothingMissing
        /// A filter stopped it; what its admission asks, where that was the filter.
        case excluded(Exclusion, unmet: [Blocker])
        /// It is in the list.
        case listed(Recommendation)
        /// It comes after the last that is listed.
        case ranked(Recommendation, last: Recommendation)
    }

    /// The credential's position.
    public let credential: Int
    /// The answer.
    public let verdict: Verdict
    /// What is recommended instead.
    public let recommendations: Recommendations
}

extension Recommender {
    /// Returns why `credential` is not recommended: the first filter that stops it, or how far it
    /// is from the last that is listed, and in which criterion.
    public func whyNot(_ credential: Int, _ request: RecommendationRequest) -> WhyNot {
        let survey = Survey(request, self)
        return WhyNot(
            credential: credential, verdict: verdict(on: credential, survey),
            recommendations: recommendations(from: survey))
    }

    private func verdict(on credential: Int, _ survey: Survey) -> WhyNot.Verdict {
        if survey.gap.isClosed { return .nothingMissing }
        let mask = Eligibility(
            survey.request, judge: judge, holdings: survey.holdings, in: graph)
        if let exclusion = mask.exclusion(of: credential) {
            return .excluded(exclusion, unmet: [])
        }
        let ranked = survey.ranked(survey.eligible)
        guard let place = ranked.firstIndex(where: { $0.credential == credential }) else {
            let status = mask.admission(to: credential)
            let text =
                status == .cannotTell
                ? "a fact is missing that would tell whether it can be started"
                : "its admission is not met"
            return .excluded(
                Exclusion(reason: .notAdmitted, text: text),
                unmet: blockers(
                    of: credential, for: survey.request.learner, in: graph,
                    terms: survey.request.admissionTerms))
        }
        let found = survey.recommendation(ranked[place], rank: place + 1)
        let last = min(max(1, survey.request.limit), ranked.count)
        guard place >= last else { return .listed(found) }
        return .ranked(found, last: survey.recommendation(ranked[last - 1], rank: last))
    }
}
