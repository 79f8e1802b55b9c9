// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// What each credential of a pool would change in the audit of the target, and in the audits of
/// the qualifications that the target asks for, at any distance.
///
/// A certificate stacks into a diploma, and that into a degree: a course that closes half of what
/// remains of the certificate closes half of what the certificate would close of the diploma.
struct Outlook: Sendable {
    /// The target's audit first, then those of the qualifications it asks for, in descending worth.
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
                of: pool, for: request.learner, rule: rule, in: graph, terms: request.terms)
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
        guard let rule = request.target.rule, let audit else { return }
        var seen = Set([request.target.credential].compactMap { $0 })
        var waiting = [(rule: rule, audit: audit, worth: 1.0)]
        while let place = waiting.indices.max(by: { waiting[$0].worth < waiting[$1].worth }) {
            let (rule, audit, worth) = waiting.remove(at: place)
            guard audit.status != .met else { continue }
            let asked = Self.qualifications(askedBy: rule, in: graph)
            let view = View(
                audit, of: rule, worth: worth, pool: pool + asked, open: open, request, in: graph)
            views.append(view)
            for qualification in asked where view.share(of: qualification) > 0 {
                guard seen.insert(qualification).inserted,
                    let inner = graph.rule(
                        .completion, of: qualification, for: request.learner,
                        terms: request.terms)
                else { continue }
                let audit = Qualifications.audit(
                    request.learner, of: inner, in: graph, terms: request.terms)
                waiting.append((inner, audit, worth * view.share(of: qualification)))
            }
        }
    }

    /// What a credential would change in the audit of the target, or else of a qualification that
    /// the target asks for, and the rule that was audited; nil where there is no rule, or it is met.
    func marginal(of credential: Int) -> (marginal: Marginal, rule: Rule)? {
        let found = views.lazy.compactMap { view in
            view.marginals[credential].map { (marginal: $0, rule: view.rule) }
        }
        return found.first { $0.marginal.counts } ?? found.first
    }

    /// Whether a credential changes anything that counts.
    func counts(_ credential: Int) -> Bool { marginal(of: credential)?.marginal.counts ?? false }

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

    /// The qualifications that a rule asks for by name.
    static func qualifications(askedBy rule: Rule, in graph: Graph) -> [Int] {
        var asked: [Int] = []
        for case .credential(let id, _) in rule.requirement.nodes.map(\.kind) {
            guard let position = graph.credential(id), !asked.contains(position),
                graph.isQualification(position), graph.credentials[position].id != rule.credential
            else { continue }
            asked.append(position)
        }
        return asked
    }
}
