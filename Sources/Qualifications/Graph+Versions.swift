// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Graph {
    /// Returns the version of a credential's rule by which `learner` is judged under `terms`: the
    /// one for their start, in force on the day.
    public func rule(
        _ use: Rule.Use, of credential: Int, for learner: Learner, terms: AuditTerms
    ) -> Rule? {
        rule(
            use, of: credential, asOf: terms.asOf,
            started: terms.started ?? learner.start(of: credential, in: self))
    }
}

extension Learner {
    /// When the learner started on `credential`, as the first dated award of it that is in
    /// progress tells.
    public func start(of credential: Int, in graph: Graph) -> CalendarDate? {
        awards.filter { award in
            award.progress == .inProgress
                && graph.credential(award.credential).map { graph.areEquivalent($0, credential) }
                    ?? false
        }.compactMap(\.date).min()
    }
}

/// Whether another version of a rule could be meant, since nobody says when the learner started.
struct StartCheck {
    let isUnknown: Bool

    init(_ learner: Learner, _ rule: Rule, _ graph: Graph, _ terms: AuditTerms) {
        isUnknown = Self.isUnknown(learner, rule, graph, terms)
    }

    private static func isUnknown(
        _ learner: Learner, _ rule: Rule, _ graph: Graph, _ terms: AuditTerms
    ) -> Bool {
        guard terms.started == nil, let credential = graph.credential(rule.credential) else {
            return false
        }
        let versions = graph.versions(rule.use, of: credential)
        guard versions.count > 1, versions.contains(rule),
            learner.start(of: credential, in: graph) == nil
        else { return false }
        let turns = versions.flatMap { [$0.startedFrom, $0.startedBefore] }.compactMap { $0 }
        return ([CalendarDate(dayNumber: .min)] + turns).filter { $0 <= terms.asOf }.contains {
            graph.rule(rule.use, of: credential, asOf: terms.asOf, started: $0) != rule
        }
    }
}
