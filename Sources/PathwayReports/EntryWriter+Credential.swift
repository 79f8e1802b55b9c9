// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension EntryWriter {
    /// A credential with its outcomes, relations and rules.
    func credential(_ position: Int) -> Entry {
        let outcomes = graph.outcomesOfCredential[position].map(Int.init)
        var fields = facts(graph.credentials[position])
        fields["outcomes"] = .list(outcomes.map(json(outcome:)))
        fields["relations"] = .list(relations(of: position).map(json(relation:)))
        fields["rules"] = .list(rules(of: position).map(json(rule:)))
        return Entry(
            kind: "credential", fields: fields,
            lines: lines(graph.credentials[position]) + outcomes.flatMap(lines(outcome:))
                + relations(of: position).map { line(relation: $0, seenFrom: position) }
                + rules(of: position).flatMap(lines(rule:)))
    }

    private func rules(of position: Int) -> [Rule] {
        Rule.Use.allCases.compactMap { graph.rule($0, of: position) }
    }

    private func relations(of position: Int) -> [CredentialRelation] {
        let id = graph.credentials[position].id
        return graph.credentialRelations.filter { $0.from == id || $0.to == id }
    }

    // MARK: For programs

    private func facts(_ credential: Credential) -> [String: JSONValue] {
        [
            "title": JSONValue(credential.title),
            "description": JSONValue(credential.description),
            "type": .text(credential.kind.rawValue),
            "provider": JSONValue(credential.provider),
            "country": JSONValue(credential.country),
            "credits": JSONValue(credential.credits),
            "hours": credential.hours.map { .exact($0) } ?? .null,
            "level": JSONValue(credential.level?.description),
            "field": JSONValue(credential.field),
            "languages": JSONValue(credential.languages),
            "mode": JSONValue(credential.mode),
            "url": JSONValue(credential.url),
            "status": JSONValue(credential.status),
            "tags": JSONValue(credential.tags),
            "assessment": JSONValue(credential.assessment),
            "quality": JSONValue(credential.quality),
            "identifiers": JSONValue(credential.identifiers),
        ]
    }

    private func json(outcome: Int) -> JSONValue {
        .object([
            "id": .text(graph.outcomes[outcome].id),
            "text": JSONValue(graph.outcomes[outcome].text),
            "skills": .list(alignments(of: outcome).map(json)),
        ])
    }

    private func json(relation: CredentialRelation) -> JSONValue {
        .object([
            "from": .text(relation.from), "relation": .text(relation.kind.rawValue),
            "to": .text(relation.to),
        ])
    }

    private func json(rule: Rule) -> JSONValue {
        .object([
            "use": .text(rule.use.rawValue), "version": JSONValue(rule.version),
            "validFrom": JSONValue(rule.validFrom), "validUntil": JSONValue(rule.validUntil),
            "source": JSONValue(rule.source), "decidedBy": JSONValue(rule.decidedBy),
            "requirement": json(requirement: rule.requirement),
        ])
    }

    private func json(requirement: Requirement) -> JSONValue {
        .object([
            "id": .text(requirement.id),
            "title": .text(requirement.name(in: graph, language: language)),
            "requirements": .list(requirement.children.map(json(requirement:))),
        ])
    }

    // MARK: For people

    private func lines(_ credential: Credential) -> [(field: String, value: String)] {
        [
            ("title", credential.title.text(in: language)), ("kind", credential.kind.rawValue),
            ("about", credential.description?.text(in: language) ?? ""),
            ("provider", credential.provider ?? ""), ("country", credential.country ?? ""),
            ("credits", credential.credits?.description ?? ""),
            ("hours", credential.hours?.description ?? ""),
            ("level", credential.level?.description ?? ""), ("field", credential.field ?? ""),
            ("languages", credential.languages.joined(separator: ", ")),
            ("mode", credential.mode ?? ""), ("status", credential.status ?? ""),
            ("tags", credential.tags.joined(separator: ", ")),
            ("assessment", credential.assessment ?? ""), ("quality", credential.quality ?? ""),
            ("also known as", credential.identifiers.joined(separator: ", ")),
            ("url", credential.url ?? ""),
        ]
    }

    private func lines(outcome: Int) -> [(field: String, value: String)] {
        [("teaches", graph.outcomes[outcome].text.text(in: language))]
            + alignments(of: outcome).map { ("", "  " + line($0)) }
    }

    private func line(
        relation: CredentialRelation, seenFrom position: Int
    ) -> (field: String, value: String) {
        let isOwn = relation.from == graph.credentials[position].id
        let other = isOwn ? relation.to : relation.from
        let name = graph.credential(other).map { "\(title($0)) (\(other))" } ?? other
        return (isOwn ? relation.kind.rawValue : relation.kind.reversed, name)
    }

    private func lines(rule: Rule) -> [(field: String, value: String)] {
        let facts = [
            rule.version.map { "version \($0)" }, rule.validFrom.map { "from \($0)" },
            rule.validUntil.map { "until \($0)" }, rule.decidedBy.map { "decided by \($0)" },
            rule.source,
        ].compactMap { $0 }
        return [(rule.use.rawValue, facts.joined(separator: ", "))].filter { !$0.1.isEmpty }
            + lines(rule.requirement, depth: 0).enumerated().map {
                ($0.offset == 0 && facts.isEmpty ? rule.use.rawValue : "", $0.element)
            }
    }

    private func lines(_ requirement: Requirement, depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        return [indent + requirement.name(in: graph, language: language)]
            + requirement.children.flatMap { lines($0, depth: depth + 1) }
    }
}

extension CredentialRelation.Kind {
    /// What the relation says, read from the other end.
    fileprivate var reversed: String {
        switch self {
        case .partOf: "has part"
        case .precedes: "preceded by"
        case .requires: "required by"
        case .recommends: "recommended for"
        case .equivalent: "equivalent"
        case .replacedBy: "replaces"
        }
    }
}
