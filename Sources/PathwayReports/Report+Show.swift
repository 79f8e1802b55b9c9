// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Report {
    /// Creates the report of one thing of the graph, by its id or URI: `varde/show/1`; nil where
    /// there is nothing of this id.
    ///
    /// - Parameters:
    ///   - id: a credential's or an outcome's id, or a skill's or an occupation's URI.
    ///   - graph: the graph.
    ///   - language: the language that titles are shown in where they have it.
    ///   - disclosure: what the answer rests on.
    public init?(showing id: String, in graph: Graph, language: String, disclosure: Disclosure) {
        let writer = EntryWriter(graph: graph, language: language)
        guard let entry = writer.entry(id) else { return nil }
        var table = Table(
            title: id, columns: [.init("field", title: "Field"), .init("value", title: "Value")])
        for (field, value) in entry.lines where !value.isEmpty {
            table.append([.text(field), .text(value)])
        }
        self.init(
            "show", table,
            fields: [
                "kind": .text(entry.kind), "id": .text(id), entry.kind: .object(entry.fields),
            ], disclosure: disclosure)
        below = disclosure.attribution
    }
}

/// One thing of a graph, for programs and for people.
struct Entry {
    let kind: String
    let fields: [String: JSONValue]
    let lines: [(field: String, value: String)]
}

/// Writes the things of a graph with titles in one language.
struct EntryWriter {
    let graph: Graph
    let language: String

    func entry(_ id: String) -> Entry? {
        if let position = graph.credential(id) { return credential(position) }
        if let position = graph.outcome(id) { return outcome(position) }
        if let position = graph.skill(id) { return skill(position) }
        return graph.occupation(id).map(occupation)
    }

    func label(_ skill: Int) -> String { graph.skills[skill].label.text(in: language) }

    func title(_ credential: Int) -> String {
        graph.credentials[credential].title.text(in: language)
    }
}

// MARK: Outcomes, skills, occupations

extension EntryWriter {
    private func outcome(_ position: Int) -> Entry {
        let outcome = graph.outcomes[position]
        return Entry(
            kind: "outcome",
            fields: [
                "credential": .text(outcome.credential), "text": JSONValue(outcome.text),
                "skills": .list(alignments(of: position).map(json)),
            ],
            lines: [
                ("kind", "outcome"), ("text", outcome.text.text(in: language)),
                ("credential", outcome.credential),
            ] + alignments(of: position).map { ("skill", line($0)) })
    }

    private func skill(_ position: Int) -> Entry {
        let skill = graph.skills[position]
        let broader = graph.broader[position].map(Int.init)
        let narrower = graph.narrower[position].map(Int.init)
        let teachers = graph.credentials.indices.filter { credential in
            graph.teaches(credential).contains { $0.skill == position }
        }
        return Entry(
            kind: "skill",
            fields: [
                "label": JSONValue(skill.label),
                "alternatives": JSONValue(skill.alternatives.map(\.text)),
                "type": .text(skill.kind.rawValue),
                "framework": .object([
                    "name": .text(skill.framework.name), "version": .text(skill.framework.version),
                ]),
                "broader": .list(broader.map(reference)),
                "narrower": .list(narrower.map(reference)),
                "taughtBy": JSONValue(teachers.map { graph.credentials[$0].id }),
            ],
            lines: [
                ("kind", skill.kind.rawValue), ("label", skill.label.text(in: language)),
                ("also", skill.alternatives.map(\.text).joined(separator: ", ")),
                ("framework", skill.framework.description),
            ] + broader.map { ("broader", "\(label($0)) (\(graph.skills[$0].uri))") }
                + narrower.map { ("narrower", "\(label($0)) (\(graph.skills[$0].uri))") }
                + teachers.map { ("taught by", "\(title($0)) (\(graph.credentials[$0].id))") })
    }

    private func occupation(_ position: Int) -> Entry {
        let occupation = graph.occupations[position]
        let needs = graph.needs(ofOccupation: position)
        return Entry(
            kind: "occupation",
            fields: [
                "label": JSONValue(occupation.label),
                "alternatives": JSONValue(occupation.alternatives.map(\.text)),
                "code": JSONValue(occupation.code),
                "framework": .object([
                    "name": .text(occupation.framework.name),
                    "version": .text(occupation.framework.version),
                ]),
                "essential": .list(needs.filter { $0.weight == 1 }.map { reference($0.skill) }),
                "optional": .list(needs.filter { $0.weight < 1 }.map { reference($0.skill) }),
            ],
            lines: [
                ("kind", occupation.isGroup ? "group of occupations" : "occupation"),
                ("label", occupation.label.text(in: language)),
                ("also", occupation.alternatives.map(\.text).joined(separator: ", ")),
                ("code", occupation.code ?? ""), ("framework", occupation.framework.description),
            ]
                + needs.map {
                    ($0.weight == 1 ? "essential" : "optional", label($0.skill))
                })
    }

    private func reference(_ skill: Int) -> JSONValue {
        .object(["uri": .text(graph.skills[skill].uri), "label": .text(label(skill))])
    }

    func alignments(of outcome: Int) -> [GraphParts.AlignmentLink] {
        graph.skillsOfOutcome.origins(of: outcome).map { graph.alignments[Int($0)] }
    }

    func json(_ alignment: GraphParts.AlignmentLink) -> JSONValue {
        .object([
            "uri": .text(graph.skills[alignment.skill].uri), "label": .text(label(alignment.skill)),
            "weight": .number(alignment.weight),
            "proficiency": JSONValue(alignment.proficiency?.description),
            "source": JSONValue(alignment.source),
        ])
    }

    func line(_ alignment: GraphParts.AlignmentLink) -> String {
        let weight = FixedPoint.text(alignment.weight, decimals: 2)
        return "\(label(alignment.skill)), weight \(weight)"
            + (alignment.proficiency.map { ", \($0)" } ?? "")
            + (alignment.source.map { ", according to \($0)" } ?? "")
    }
}
