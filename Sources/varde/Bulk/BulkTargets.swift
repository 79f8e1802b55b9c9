// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What many learners want to reach: one target, or several of which each is judged by the
/// nearest.
struct BulkTargets {
    /// The targets, in the order in which they were named.
    let all: [NamedTarget]

    /// Finds the targets.
    ///
    /// - Throws: `Failure` for a name that nothing or more than one thing has, and for several
    ///   targets of which one is no qualification of the catalogue.
    init(_ names: [String], in graph: Graph, _ terms: AuditTerms, isQuiet: Bool) throws {
        all = try names.map { try NamedTarget($0, in: graph, terms, isQuiet: isQuiet) }
        let other = zip(names, all).first { !$0.1.hasVersions || $0.1.base.rule == nil }
        guard all.count > 1, let other else { return }
        throw Failure(
            "\"\(other.0)\" is no qualification of the catalogue; of several targets each must be "
                + "one, so that the nearest can be told")
    }

    /// Returns the target that a learner is nearest to and does not hold, by the version of its
    /// rule for them; where all are held, the nearest.
    func nearest(to awards: AutomaticAwards, in graph: Graph, _ terms: AuditTerms) -> Target {
        guard all.count > 1 else { return all[0].target(for: awards.recorded, in: graph, terms) }
        let ids = all.map(\.base.id)
        let all = matches(for: awards, in: graph, terms: terms, where: .oneOf(.id, ids))
        let found = all.first { !$0.isHeld } ?? all.first
        return found.map { Target(rule: $0.rule, in: graph) }
            ?? self.all[0].target(for: awards.recorded, in: graph, terms)
    }
}
