// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// Reads the parts of a graph, everything in the order of its ids, so that positions do not depend
/// on what was imported first.
struct PartsReader {
    private let database: Database

    init(_ database: Database) { self.database = database }

    func parts() throws -> GraphParts {
        var parts = GraphParts()
        let reader = try ConceptReader(database)
        let (skills, skillRows) = try reader.skills()
        let (occupations, occupationRows) = try reader.occupations()
        let skillPositions = Self.positions(skillRows)
        let occupationPositions = Self.positions(occupationRows)
        parts.skills = skills
        parts.occupations = occupations
        parts.skillLinks = try links("skill_skill", skillPositions, skillPositions)
        parts.occupationLinks = try links("skill_occupation", skillPositions, occupationPositions)
        parts.occupationGroups = try links(
            "occupation_occupation", occupationPositions, occupationPositions)
        let (credentials, credentialRows) = try credentials()
        parts.credentials = credentials
        parts.credentialRelations = try credentialRelations()
        let (outcomes, outcomeRows) = try outcomes(of: credentials, Self.positions(credentialRows))
        parts.outcomes = outcomes
        parts.alignments = try alignments(Self.positions(outcomeRows), skillPositions)
        parts.rules = try RuleReader(database).rules()
        parts.conversions = try conversions()
        return parts
    }

    /// For each row, its position in the list.
    private static func positions(_ rows: [Int]) -> [Int32] {
        var positions = [Int32](repeating: 0, count: (rows.max() ?? -1) + 1)
        for (position, row) in rows.enumerated() { positions[row] = Int32(position) }
        return positions
    }

    private func links(
        _ table: String, _ sources: [Int32], _ targets: [Int32]
    ) throws -> [GraphParts.Link] {
        let kinds = SkillRelation.Kind.allCases
        var keys: [UInt64] = []
        try database.each("SELECT source, kind, target FROM \(table)") { columns in
            let kind = columns.withBytes(1) { Self.kind($0) }
            keys.append(
                UInt64(sources[columns.integer(0)]) << 36 | UInt64(kind) << 32
                    | UInt64(targets[columns.integer(2)]))
        }
        keys.sort()
        return keys.map {
            GraphParts.Link(
                from: Int($0 >> 36), kind: kinds[Int($0 >> 32 & 15)], to: Int($0 & 0xFFFF_FFFF))
        }
    }

    private static let kindNames = SkillRelation.Kind.allCases.map { Array($0.rawValue.utf8) }

    private static func kind(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        kindNames.firstIndex { $0.elementsEqual(name) } ?? 0
    }

    private func credentials() throws -> ([Credential], rows: [Int]) {
        let last = try database.number("SELECT ifnull(max(id), 0) FROM credential_data")
        var titles = TextsByRow(last: last)
        var descriptions = TextsByRow(last: last)
        try database.each("SELECT owner, language, title, description FROM credential_text") {
            let (row, language) = ($0.integer(0), $0.text(1))
            if let title = $0.optionalText(2) { titles.add(title, language, to: row) }
            if let text = $0.optionalText(3) { descriptions.add(text, language, to: row) }
        }
        titles.finish()
        descriptions.finish()
        var credentials: [Credential] = []
        var rows: [Int] = []
        try database.each(
            "SELECT id, name, \(CredentialRow.columns) FROM credential_data ORDER BY name"
        ) {
            var credential = CredentialRow.read($0, name: $0.text(1))
            let row = $0.integer(0)
            credential.title = titles[row]
            credential.description = descriptions[row].isEmpty ? nil : descriptions[row]
            credentials.append(credential)
            rows.append(row)
        }
        return (credentials, rows)
    }

    private func credentialRelations() throws -> [CredentialRelation] {
        var relations: [CredentialRelation] = []
        try database.each(
            """
            SELECT f.name, r.kind, t.name FROM credential_credential r
            JOIN credential_data f ON f.id = r.source JOIN credential_data t ON t.id = r.target
            ORDER BY 1, 2, 3
            """
        ) {
            guard let kind = CredentialRelation.Kind(rawValue: $0.text(1)) else { return }
            relations.append(CredentialRelation(from: $0.text(0), kind: kind, to: $0.text(2)))
        }
        return relations
    }

    private func outcomes(
        of credentials: [Credential], _ positions: [Int32]
    ) throws -> ([LearningOutcome], rows: [Int]) {
        let last = try database.number("SELECT ifnull(max(id), 0) FROM outcome_data")
        var texts = TextsByRow(last: last)
        try database.each("SELECT owner, language, text FROM outcome_text") {
            texts.add($0.text(2), $0.text(1), to: $0.integer(0))
        }
        texts.finish()
        var outcomes: [LearningOutcome] = []
        var rows: [Int] = []
        try database.each("SELECT id, name, credential FROM outcome_data ORDER BY name") {
            outcomes.append(
                LearningOutcome(
                    id: $0.text(1), credential: credentials[Int(positions[$0.integer(2)])].id,
                    text: texts[$0.integer(0)]))
            rows.append($0.integer(0))
        }
        return (outcomes, rows)
    }

    private func alignments(
        _ outcomes: [Int32], _ skills: [Int32]
    ) throws -> [GraphParts.AlignmentLink] {
        var links: [GraphParts.AlignmentLink] = []
        try database.each(
            """
            SELECT outcome, skill, weight, proficiency_framework, proficiency, source
            FROM alignment_data WHERE skill IS NOT NULL
            """
        ) {
            links.append(
                GraphParts.AlignmentLink(
                    outcome: Int(outcomes[$0.integer(0)]), skill: Int(skills[$0.integer(1)]),
                    weight: $0.real(2), proficiency: $0.level(3), source: $0.optionalText(5)))
        }
        return Self.ordered(links)
    }

    /// Puts links in the order of their outcomes, then skills.
    ///
    /// Two files may align an outcome to a skill; then their sources, and what they say, decide.
    private static func ordered(
        _ links: [GraphParts.AlignmentLink]
    ) -> [GraphParts.AlignmentLink] {
        let keys = links.enumerated().map { index, link in
            (key: UInt64(link.outcome) << 32 | UInt64(link.skill), index: index)
        }.sorted { left, right in
            if left.key != right.key { return left.key < right.key }
            return tie(links[left.index]) < tie(links[right.index])
        }
        return keys.map { links[$0.index] }
    }

    private static func tie(_ link: GraphParts.AlignmentLink) -> (String, Double, String) {
        (link.source ?? "", link.weight, link.proficiency?.description ?? "")
    }

    private func conversions() throws -> [CreditConversion] {
        var conversions: [CreditConversion] = []
        try database.each(
            """
            SELECT source_scheme, target_scheme, factor, source FROM conversion_data
            ORDER BY source_scheme, target_scheme
            """
        ) {
            conversions.append(
                CreditConversion(
                    from: CreditScheme(rawValue: $0.text(0)),
                    to: CreditScheme(rawValue: $0.text(1)),
                    factor: ExactDecimal(thousandths: $0.integer(2)), source: $0.text(3)))
        }
        return conversions
    }
}
