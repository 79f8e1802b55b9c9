// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// Writes what a learner holds by automatic rules, and what of that lapsed.
struct AutomaticWriter {
    let awards: AutomaticAwards
    let graph: Graph
    let language: String

    private func title(_ credential: Int) -> String {
        graph.credentials[credential].title.text(in: language)
    }

    /// The block as it stands in every document on a learner.
    var json: JSONValue {
        .object([
            "derived": .list(awards.derived.map(json)), "lapsed": .list(awards.lapses.map(json)),
        ])
    }

    private func json(_ derived: AutomaticAwards.Derived) -> JSONValue {
        .object([
            "credential": .text(graph.credentials[derived.credential].id),
            "title": .text(title(derived.credential)), "award": .text(derived.award.id),
            "date": JSONValue(derived.award.date),
            "progress": .text(derived.award.progress.rawValue),
            "restsOn": JSONValue(derived.restsOn),
        ])
    }

    private func json(_ lapse: AutomaticAwards.Lapse) -> JSONValue {
        .object([
            "credential": .text(graph.credentials[lapse.credential].id),
            "title": .text(title(lapse.credential)), "lastDay": JSONValue(lapse.lastDay),
            "members": .list(
                lapse.members.map {
                    .object(["award": .text($0.award), "text": .text($0.text)])
                }),
            "recorded": JSONValue(lapse.recorded),
        ])
    }

    /// What a person reads.
    var sentences: [String] {
        awards.derived.map(sentence) + awards.lapses.map(sentence)
    }

    private func sentence(_ derived: AutomaticAwards.Derived) -> String {
        let supposed = derived.award.progress == .completed ? "" : " would be"
        return
            "Automatic: \(title(derived.credential)) (\(derived.award.id))\(supposed) held by its "
            + "rule, resting on \(derived.restsOn.joined(separator: ", "))."
    }

    private func sentence(_ lapse: AutomaticAwards.Lapse) -> String {
        let name = "\(title(lapse.credential)) (\(graph.credentials[lapse.credential].id))"
        let members = lapse.members.map { " \($0.award): \($0.text)" }.joined()
        let record = lapse.recorded.map { " It is on record all the same: \($0)." } ?? ""
        return "Lapsed: \(name) was held by its rule until \(lapse.lastDay).\(members)\(record)"
    }
}

extension AutomaticAwards {
    /// Whether there is nothing to say.
    var isEmpty: Bool { derived.isEmpty && lapses.isEmpty }
}
