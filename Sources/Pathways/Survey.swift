// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import VectorScoring

/// A catalogue as one learner with one target meets it: who is in, what is missing, what each is
/// worth.
struct Survey: Sendable {
    /// A credential and its score.
    struct Scored: Sendable {
        let credential: Int
        let counts: Bool
        let contributions: [Recommendation.Contribution]
        let score: Double
    }

    let request: RecommendationRequest
    let recommender: Recommender
    let holdings: Holdings
    let gap: Gap
    /// What the learner can start, by position.
    let eligible: [Int]
    /// What only its admission stops, by position.
    let blocked: [Int]
    let excluded: [Exclusion.Reason: Int]
    let coverage: GapCoverage
    let outlook: Outlook
    let lookahead: Lookahead

    var graph: Graph { recommender.graph }

    init(_ request: RecommendationRequest, _ recommender: Recommender) {
        let graph = recommender.graph
        self.request = request
        self.recommender = recommender
        holdings = recommender.judge.holdings(of: request.learner, asOf: request.asOf)
        let state = request.target.rule.map {
            audit(request.learner, of: $0, in: graph, terms: request.terms)
        }
        gap = Gap(
            request.target,
            held: holdings.heldCredentials.map { graph.reach(of: graph.teaches($0)) },
            audit: state)

        let mask = Eligibility(
            request, judge: recommender.judge, holdings: holdings, in: graph)
        var pool: [Int] = []
        var excluded: [Exclusion.Reason: Int] = [:]
        for credential in graph.credentials.indices {
            if let exclusion = mask.exclusion(of: credential) {
                excluded[exclusion.reason, default: 0] += 1
            } else {
                pool.append(credential)
            }
        }
        let admitted = pool.map { mask.admission(to: $0) == .met }
        eligible = zip(pool, admitted).filter(\.1).map(\.0)
        blocked = zip(pool, admitted).filter { !$0.1 }.map(\.0)
        excluded[.notAdmitted] = blocked.isEmpty ? nil : blocked.count
        self.excluded = excluded
        coverage = GapCoverage(of: pool, gap: gap, in: graph)
        outlook = Outlook(pool, open: eligible, request, state, in: graph)
        lookahead = Lookahead(
            coverage, judge: recommender.judge, holdings: holdings, open: eligible,
            closed: blocked)
    }

    /// Returns `candidates` scored and ranked.
    func ranked(_ candidates: [Int]) -> [Scored] {
        let scoring = Scoring(
            graph: graph, target: request.target, gap: gap, candidates: candidates,
            similarities: similarities(of: candidates), coverage: coverage, outlook: outlook,
            lookahead: lookahead)
        let weighted = zip(Criterion.all, request.weights.values).map { criterion, weight in
            (criterion, weight, weight > 0 ? criterion.values(scoring) : candidates.map { _ in 0 })
        }
        let scored = candidates.enumerated().map { index, credential in
            let contributions = weighted.map { criterion, weight, values in
                Recommendation.Contribution(
                    criterion: criterion.name, value: values[index], weight: weight)
            }
            return Scored(
                credential: credential, counts: counts(credential), contributions: contributions,
                score: contributions.reduce(0) { $0 + $1.amount })
        }
        return scored.sorted { isBefore($0, $1) }
    }

    /// Counts before not, then the greater score, then the id.
    private func isBefore(_ left: Scored, _ right: Scored) -> Bool {
        if left.counts != right.counts { return left.counts }
        if left.score != right.score { return left.score > right.score }
        return graph.credentials[left.credential].id < graph.credentials[right.credential].id
    }

    /// Whether a credential adds something that counts: toward the rule where there is one, else
    /// toward the missing skills.
    private func counts(_ credential: Int) -> Bool {
        request.target.rule == nil
            ? coverage.gain(of: credential) > 0 : outlook.counts(credential)
    }

    /// How near each candidate's skills are to the missing ones.
    private func similarities(of candidates: [Int]) -> [Double] {
        let wanted = recommender.space.vector(
            of: gap.missing.map { ($0.skill, $0.weight) })
        let vectors = candidates.map { credential in
            recommender.space.vector(
                of: graph.teaches(credential).map { ($0.skill, $0.weight) })
        }
        return VectorIndex(DenseMatrix(vectors, columns: recommender.space.dimension))
            .similarities(to: wanted)
    }

    /// Returns how many credentials were considered.
    func counts(returned: Int) -> Recommendations.Counts {
        Recommendations.Counts(
            catalogue: graph.credentials.count, eligible: eligible.count, scored: eligible.count,
            returned: returned, excluded: excluded)
    }
}

extension Survey {
    /// Returns a scored credential with what it closes and how.
    func recommendation(_ scored: Scored, rank: Int) -> Recommendation {
        let closed = closedSkills(of: scored.credential)
        let change = outlook.marginal(of: scored.credential)
        return Recommendation(
            rank: rank, credential: scored.credential, counts: scored.counts, score: scored.score,
            contributions: scored.contributions, marginal: change?.marginal, rule: change?.rule,
            skills: closed, path: path(from: scored.credential, closed, change?.marginal))
    }

    private func closedSkills(of credential: Int) -> [Recommendation.ClosedSkill] {
        let total = gap.total
        return coverage.covered(by: credential).compactMap { need, amount in
            let share = total > 0 ? coverage.missing[need] * amount / total : 0
            guard share > 0 else { return nil }
            return Recommendation.ClosedSkill(
                skill: gap.needs[need].skill, share: share, covered: amount)
        }
        .sorted { ($1.share, $0.skill) < ($0.share, $1.skill) }
    }

    /// The outcome that covers most of the skill of which most is closed, and the requirements on
    /// the way to what is closed of the rule.
    private func path(
        from credential: Int, _ closed: [Recommendation.ClosedSkill], _ change: Marginal?
    ) -> Recommendation.Path {
        let wanted = closed.first?.skill
        var best: (outcome: Int, weight: Double)?
        for outcome in graph.outcomesOfCredential[credential].lazy.map(Int.init) {
            for origin in graph.skillsOfOutcome.origins(of: outcome) {
                let alignment = graph.alignments[Int(origin)]
                let reached = wanted.map { leads(alignment.skill, to: $0) } ?? true
                guard reached, alignment.weight > best?.weight ?? 0 else { continue }
                best = (outcome, alignment.weight)
            }
        }
        return Recommendation.Path(
            outcome: best?.outcome, skill: wanted,
            requirements: change?.path ?? [])
    }

    private func leads(_ skill: Int, to wanted: Int) -> Bool {
        skill == wanted
            || graph.reach(of: [SkillWeight(skill: skill, weight: 1)]).contains {
                $0.skill == wanted
            }
    }
}
