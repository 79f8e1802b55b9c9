// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// What each credential of a pool would change in the audit of the target, and in the audits of
/// the qualifications that the target asks for.
///
/// A certificate stacks into a diploma: a course that closes half of what remains of the
/// certificate closes half of what the certificate would close of the diploma.
struct Outlook: Sendable {
    private var marginals: [Int: Marginal] = [:]
    private var nested: [Nested] = []
    private var remaining: Audit.Remaining?
    /// The requirements that something open could close.
    private var closable: Set<String> = []

    /// A qualification that the target's rule asks for and the learner does not hold.
    private struct Nested: Sendable {
        /// What holding it would close of the target, as a share.
        let share: Double
        let marginals: [Int: Marginal]
        let remaining: Audit.Remaining
    }

    init(
        _ pool: [Int], open: [Int], _ request: RecommendationRequest, _ audit: Audit?,
        in graph: Graph
    ) {
        guard let rule = request.target.rule, let audit, audit.status != .met else { return }
        remaining = audit.remaining
        let asked = Self.qualifications(askedBy: rule, request, in: graph)
        marginals = Self.marginals(pool + asked, rule, request, in: graph)
        nested = asked.compactMap { qualification in
            guard let inner = graph.rule(.completion, of: qualification) else { return nil }
            let audit = Qualifications.audit(
                request.learner, of: inner, in: graph, asOf: request.asOf)
            let share = share(marginals[qualification], of: remaining)
            guard audit.status != .met, share > 0 else { return nil }
            return Nested(
                share: share, marginals: Self.marginals(pool, inner, request, in: graph),
                remaining: audit.remaining)
        }
        closable = Set(
            open.lazy.compactMap(marginal(of:)).flatMap { $0.requirementsClosed.map(\.requirement) }
        )
    }

    /// What a credential would change in the audit of the target, or else of a qualification that
    /// the target asks for; nil where it changes nothing, or there is no rule.
    func marginal(of credential: Int) -> Marginal? {
        let all = [marginals[credential]] + nested.map { $0.marginals[credential] }
        return all.lazy.compactMap { $0 }.first { $0.counts } ?? marginals[credential]
    }

    /// Whether a credential changes anything that counts.
    func counts(_ credential: Int) -> Bool { marginal(of: credential)?.counts ?? false }

    /// What a credential closes of what remains, as a share.
    func progress(of credential: Int) -> Double {
        let own = share(marginals[credential], of: remaining)
        return nested.reduce(own) { best, inner in
            max(best, inner.share * share(inner.marginals[credential], of: inner.remaining))
        }
    }

    /// What becomes closable, as a share of what remains, of requirements that nothing open could
    /// close.
    func unlocked(by first: Int, _ lookahead: Lookahead) -> Double {
        guard remaining != nil else { return 0 }
        var best: [String: Double] = [:]
        for credential in lookahead.reachable(through: first) {
            guard let marginal = marginal(of: credential), marginal.counts else { continue }
            for closing in marginal.requirementsClosed where !closable.contains(closing.requirement)
            {
                best[closing.requirement] = max(
                    best[closing.requirement] ?? 0, progress(of: credential))
            }
        }
        return min(1, best.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value })
    }

    private func share(_ marginal: Marginal?, of remaining: Audit.Remaining?) -> Double {
        guard let marginal, let remaining, marginal.counts else { return 0 }
        let byCount =
            remaining.count > 0
            ? Double(remaining.count - marginal.remainingAfter.count) / Double(remaining.count) : 0
        guard remaining.credits > .zero else { return min(1, max(0, byCount)) }
        let byCredits = marginal.creditsClosed.approximation / remaining.credits.approximation
        return min(1, max(0, (byCredits + byCount) / 2))
    }

    private static func marginals(
        _ pool: [Int], _ rule: Rule, _ request: RecommendationRequest, in graph: Graph
    ) -> [Int: Marginal] {
        let found = Qualifications.marginal(
            of: pool, for: request.learner, rule: rule, in: graph, asOf: request.asOf)
        return Dictionary(zip(pool, found), uniquingKeysWith: { first, _ in first })
    }

    private static func qualifications(
        askedBy rule: Rule, _ request: RecommendationRequest, in graph: Graph
    ) -> [Int] {
        var asked: [Int] = []
        for case .credential(let id) in rule.requirement.nodes.map(\.kind) {
            guard let position = graph.credential(id), !asked.contains(position),
                graph.isQualification(position), position != request.target.credential
            else { continue }
            asked.append(position)
        }
        return asked
    }
}
