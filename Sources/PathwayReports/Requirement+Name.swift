// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

extension Requirement {
    /// What a person calls it: its title, else what it asks, in a sentence.
    func name(in graph: Graph, language: String) -> String {
        title.isEmpty
            ? RequirementSentence.sentence(for: self, in: graph, language: language)
            : title.text(in: language)
    }
}
