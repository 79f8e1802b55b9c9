// SPDX-License-Identifier: Apache-2.0

import Pathways
import SkillsGraph

/// One step of the way from a credential to what it is recommended for.
struct PathStep {
    let kind: String
    let id: String
    let title: String

    var json: JSONValue {
        .object(["kind": .text(kind), "id": .text(id), "title": .text(title)])
    }
}

extension RecommendationWriter {
    /// Credential → outcome → skill → requirement, as far as there is one of each, and the
    /// qualification that the requirement belongs to where that is not the target.
    func path(of item: Recommendation) -> [PathStep] {
        let credential = graph.credentials[item.credential]
        var steps = [
            PathStep(
                kind: "credential", id: credential.id, title: credential.title.text(in: language))
        ]
        if let position = item.path.outcome {
            let outcome = graph.outcomes[position]
            steps.append(
                PathStep(kind: "outcome", id: outcome.id, title: outcome.text.text(in: language)))
        }
        if let skill = item.path.skill {
            steps.append(
                PathStep(kind: "skill", id: graph.skills[skill].uri, title: label(ofSkill: skill)))
        }
        steps += item.path.requirements.reversed().map {
            PathStep(kind: "requirement", id: $0, title: title(ofRequirement: $0, for: item))
        }
        if let stage = stage(of: item), !item.path.requirements.isEmpty {
            steps.append(
                PathStep(
                    kind: "credential", id: stage.id, title: stage.title.text(in: language)))
        }
        return steps
    }
}
