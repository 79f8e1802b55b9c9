// SPDX-License-Identifier: Apache-2.0

import PathwayReports
import Pathways
import SkillsGraph

extension Question {
    /// Returns a recommender over the graph.
    func recommender(isQuiet: Bool) -> Recommender {
        Recommender(
            graph, space: StoredSkillSpace.load(storedSpace, for: graph, isQuiet: isQuiet))
    }

    /// Returns what an answer about `target` rests on: its rule, and the rules of admission.
    func disclosure(asOf day: CalendarDate, judging target: Target) -> Disclosure {
        Disclosure(asOf: day, about: target, in: graph, frameworks, knownGaps: knownGaps)
    }

    /// Returns what an answer that judges by `rules` rests on.
    func disclosure(asOf day: CalendarDate, judging rules: [Rule]) -> Disclosure {
        Disclosure(asOf: day, judging: rules, frameworks, knownGaps: knownGaps)
    }
}

extension BulkSource {
    /// Returns what every report rests on, before its learner is known.
    func disclosure(asOf day: CalendarDate, judging target: Target) -> Disclosure {
        Disclosure(asOf: day, about: target, in: graph, frameworks, knownGaps: [])
    }
}

extension Disclosure {
    /// Creates the block of an answer that judges by `rules`.
    fileprivate init(
        asOf day: CalendarDate, judging rules: [Rule], _ frameworks: [Framework],
        knownGaps: [String]
    ) {
        self.init(asOf: day)
        self.rules = rules
        self.frameworks = frameworks
        self.knownGaps = knownGaps
        if let body = rules.lazy.compactMap(\.decidedBy).first { decisionRestsWith = body }
    }

    /// Creates the block of an answer about a target, whose catalogue was scored.
    fileprivate init(
        asOf day: CalendarDate, about target: Target, in graph: Graph, _ frameworks: [Framework],
        knownGaps: [String]
    ) {
        self.init(
            asOf: day, judging: target.rule.map { [$0] } ?? [], frameworks, knownGaps: knownGaps)
        skillSpace = StoredSkillSpace.fingerprint(of: graph)
        let silent = graph.credentials.indices.count { graph.teaches($0).isEmpty }
        if silent > 0 {
            self.knownGaps.append(
                "\(silent) of \(graph.credentials.count) credentials teach no skill that is known")
        }
    }
}
