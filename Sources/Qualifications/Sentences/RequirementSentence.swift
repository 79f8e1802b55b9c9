// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Requirements in plain words, one sentence each.
public enum RequirementSentence {
    /// Returns what `requirement` itself asks, the requirements below it not included.
    ///
    /// Ids are written with the titles and labels of `graph`, in `language` where it has them; the
    /// words around them are of that language where there is a phrasebook for it, else English.
    /// Of a long list the first dozen are named.
    public static func sentence(
        for requirement: Requirement, in graph: Graph, language: String = "en"
    ) -> String {
        let words = SentenceWords(
            book: .of(language), graph: graph, language: language, mostListed: 12)
        return RequirementWriter(words).sentence(requirement, counting: nil)
    }
}
