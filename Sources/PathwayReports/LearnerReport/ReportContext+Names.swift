// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What things are called.
extension ReportContext {
    /// The wording for the reader, marked where it is not in the language of the page.
    func prose(_ text: LocalizedText) -> Prose { Prose(text, in: language, on: words.language) }

    var targetTitle: Prose { prose(report.answer.target.title) }

    func title(ofCredential id: String) -> Prose {
        graph.credential(id).map { title(of: $0) } ?? Prose(id)
    }

    func title(of credential: Int) -> Prose {
        let title = prose(graph.credentials[credential].title)
        return title.isEmpty ? Prose(graph.credentials[credential].id) : title
    }

    /// An award by its title, and by its date where another of the same credential is held.
    func name(ofAward id: String) -> Prose {
        guard let award = awards[id] else { return Prose(id) }
        let title = title(ofCredential: award.credential)
        let isOnly = awards.values.count { $0.credential == award.credential } == 1
        guard !isOnly, let date = award.date else { return title }
        return "\(title) (\(words.date(date)))"
    }

    func name(ofRequirement id: String) -> Prose {
        requirements[id].map(name) ?? Prose(id)
    }

    /// A requirement by its title, else by what it asks; what only names a credential goes by that
    /// one's title where its own is in another language.
    func name(_ requirement: Requirement) -> Prose {
        if case .credential(let id, _) = requirement.kind, !requirement.title.isEmpty,
            requirement.title.entry(in: language)?.language != language, graph.credential(id) != nil
        {
            return title(ofCredential: id)
        }
        guard requirement.title.isEmpty else { return prose(requirement.title) }
        let sentence = requirement.name(in: graph, language: language)
        // What follows the first sentence explains it.
        return Prose(
            sentence.firstRange(of: ". ").map { String(sentence[..<$0.lowerBound]) } ?? sentence)
    }

    func label(ofSkill skill: Int) -> Prose { prose(graph.skills[skill].label) }
}
