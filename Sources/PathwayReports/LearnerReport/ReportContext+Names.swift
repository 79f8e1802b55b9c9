// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What things are called.
extension ReportContext {
    var targetTitle: Prose { Prose(report.answer.target.title, in: language) }

    func title(ofCredential id: String) -> Prose {
        graph.credential(id).map { title(of: $0) } ?? Prose(id)
    }

    func title(of credential: Int) -> Prose {
        let title = Prose(graph.credentials[credential].title, in: language)
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

    /// A requirement by its title, else by what it asks.
    func name(_ requirement: Requirement) -> Prose {
        guard requirement.title.isEmpty else { return Prose(requirement.title, in: language) }
        return Prose(requirement.name(in: graph, language: language))
    }

    func label(ofSkill skill: Int) -> Prose { Prose(graph.skills[skill].label, in: language) }
}
