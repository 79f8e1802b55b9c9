// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Requirement {
    /// What a person calls it: its title, else what it asks in a few words.
    func sentence(in graph: Graph, language: String) -> String {
        title.isEmpty ? kind.sentence(in: graph, language: language) : title.text(in: language)
    }
}

extension Requirement.Kind {
    fileprivate func sentence(in graph: Graph, language: String) -> String {
        switch self {
        case .all: "all of these"
        case .any: "any of these"
        case .atLeast(let count, _): "at least \(count) of these"
        case .share(let share, let selector):
            "\(ExactDecimal(thousandths: share.thousandths * 100))% from \(selector)"
        case .credits(let demand):
            "\(demand.minimum)"
                + (demand.selector == .everything ? "" : " from \(demand.selector)")
        case .credential(let id):
            graph.credential(id).map { graph.credentials[$0].title.text(in: language) } ?? id
        case .outcome(let id):
            graph.outcome(id).map { graph.outcomes[$0].text.text(in: language) } ?? id
        case .skill(let uri, let level):
            (graph.skill(uri).map { graph.skills[$0].label.text(in: language) } ?? uri)
                + (level.map { " at \($0) or above" } ?? "")
        case .notBefore(let date): "not before \(date)"
        }
    }
}
