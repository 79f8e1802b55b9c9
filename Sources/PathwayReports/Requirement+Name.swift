// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

extension Requirement {
    /// What a person calls it: its title, else what it asks, without the full stop.
    func name(in graph: Graph, language: String) -> String {
        guard title.isEmpty else { return title.text(in: language) }
        let sentence = RequirementSentence.sentence(for: self, in: graph, language: language)
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }
}
