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
        var disclosure = disclosure(asOf: day, judging: target.rule.map { [$0] } ?? [])
        disclosure.skillSpace = StoredSkillSpace.fingerprint(of: graph)
        let silent = graph.credentials.indices.count { graph.teaches($0).isEmpty }
        if silent > 0 {
            disclosure.knownGaps.append(
                "\(silent) of \(graph.credentials.count) credentials teach no skill that is known")
        }
        return disclosure
    }

    /// Returns what an answer that judges by `rules` rests on.
    func disclosure(asOf day: CalendarDate, judging rules: [Rule]) -> Disclosure {
        var disclosure = Disclosure(asOf: day)
        disclosure.rules = rules
        disclosure.frameworks = frameworks
        disclosure.knownGaps = knownGaps
        if let body = rules.lazy.compactMap(\.decidedBy).first {
            disclosure.decisionRestsWith = body
        }
        return disclosure
    }
}
