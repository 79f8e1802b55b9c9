// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// What each credential of a pool would change in the audit of the target, and in the audits of
/// the qualifications that the target asks for.
///
/// A certificate stacks into a diploma: a course that closes half of what remains of the
/// certificate closes half of what the certificate would close of the diploma.
struct Outlook: Sendable {
    /// The target's audit first, then those of the qualifications it asks for.
    private var views: [View] = []

    /// One audit, and what each credential would change in it.
    private struct View: Sendable {
        let rule: Rule
        /// What finishing it would close of the target, as a share; 1 for the target itself.
        let worth: Double
        let remaining: Audit.Remaining
        let marginals: [Int: Marginal]
        let openings: Openings

        init(
            _ audit: Audit, of rule: Rule, worth: Double, pool: [Int], open: [Int],
            _ request: RecommendationRequest, in graph: Graph
        ) {
            self.rule = rule
            self.worth = worth
            remaining = audit.remaining
            let found = Qualifications.marginal(
                of: pool, for: request.learner, rule: rule, in: graph, asOf: request.asOf)
            let marginals = Dictionary(zip(pool, found), uniquingKeysWith: { first, _ in first })
            self.marginals = marginals
            openings = Openings(audit, suppliedBy: open.compactMap { marginals[$0] })
        }

        /// What a credential closes of what remains of this audit, as a share.
        func share(of credential: Int) -> Double {
            guard let marginal = marginals[credential], marginal.counts else { return 0 }
            let fewer = remaining.count - marginal.remainingAfter.count
            let byCount = remaining.count > 0 ? Double(fewer) / Double(remaining.count) : 0
            guard remaining.credits > .zero else { return min(1, max(0, byCount)) }
            let byCredits =
                marginal.creditsClosed.approximation / remaining.credits.approximation
            return min(1, max(0, (byCredits + byCount) / 2))
        }
    }

    init(
        _ pool: [Int], open: [Int], _ request: RecommendationRequest, _ audit: Audit?,
        in graph: Graph
    ) {
        guard let rule = request.target.rule, let audit, audit.status != .met else { return }
        let asked = Self.qualifications(askedBy: rule, request, in: graph)
        let whole = View(
            audit, of: rule, worth: 1, pool: pool + asked, open: open, request, in: graph)
        views = [whole]
        for qualification in asked where whole.share(of: qualification) > 0 {
            guard let inner = graph.rule(.completion, of: qualification) else { continue }
            let audit = Qualifications.audit(
                request.learner, of: inner, in: graph, asOf: request.asOf)
            guard audit.status != .met else { continue }
            views.append(
                View(
                    audit, of: inner, worth: whole.share(of: qualification), pool: pool,
                    open: open, request, in: graph))
        }
    }

    /// What a credential would change in the audit of the target, or else of a qualification that
    /// the target asks for, and the rule of that audit; nil where it would change nothing.
    func change(by credential: Int) -> (marginal: Marginal, rule: Rule)? {
        for view in views {
            if let marginal = view.marginals[credential], marginal.counts {
                return (marginal, view.rule)
            }
        }
        return nil
    }

    /// Whether a credential changes anything that counts.
    func counts(_ credential: Int) -> Bool { change(by: credential) != nil }

    /// What a credential closes of what remains of the target, as a share.
    func progress(of credential: Int) -> Double {
        views.reduce(0) { max($0, $1.worth * $1.share(of: credential)) }
    }

    /// What `opened` could close of the target, as a share, where all that can be started now
    /// would not be enough; of several for one place the best counts.
    func unlocked(by opened: @autoclosure () -> Set<Int>) -> Double {
        guard !views.isEmpty else { return 0 }
        let opened = opened().sorted()
        return views.reduce(0) { best, view in
            var closed: [Int: Double] = [:]
            for credential in opened {
                let share = view.share(of: credential)
                for closing in view.marginals[credential]?.requirementsClosed ?? [] {
                    guard let place = view.openings.shortPlace(of: closing.requirement) else {
                        continue
                    }
                    closed[place] = max(closed[place] ?? 0, share)
                }
            }
            let sum = closed.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
            return max(best, view.worth * min(1, sum))
        }
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
