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
        let texts = try TextsByRow(database, "credential_text", "title, description")
        var credentials: [Credential] = []
        var rows: [Int] = []
        try database.each(
            "SELECT id, name, \(CredentialRow.columns) FROM credential_data ORDER BY name"
        ) {
            var credential = CredentialRow.read($0, name: $0.text(1))
            let row = $0.integer(0)
            credential.title = texts.text(row, 0) ?? ""
            credential.description = texts.text(row, 1)
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
        let texts = try TextsByRow(database, "outcome_text", "text, NULL")
        var outcomes: [LearningOutcome] = []
        var rows: [Int] = []
        try database.each("SELECT id, name, credential FROM outcome_data ORDER BY name") {
            outcomes.append(
                LearningOutcome(
                    id: $0.text(1), credential: credentials[Int(positions[$0.integer(2)])].id,
                    text: texts.text($0.integer(0), 0) ?? ""))
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
        return links.sorted(by: Self.isBefore)
    }

    /// Two files may align an outcome to a skill; then the source, and what they say, decide.
    private static func isBefore(
        _ left: GraphParts.AlignmentLink, _ right: GraphParts.AlignmentLink
    ) -> Bool {
        if left.outcome != right.outcome { return left.outcome < right.outcome }
        if left.skill != right.skill { return left.skill < right.skill }
        return (left.source ?? "", left.weight, left.proficiency?.description ?? "")
            < (right.source ?? "", right.weight, right.proficiency?.description ?? "")
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
                    from: CreditScheme(rawValue: $0.text(0)), to: CreditScheme(rawValue: $0.text(1)),
                    factor: ExactDecimal(thousandths: $0.integer(2)), source: $0.text(3)))
        }
        return conversions
    }
}

/// The wordings of up to two columns of a table of texts, by row.
struct TextsByRow {
    private var first: [Int: [LocalizedText.Entry]] = [:]
    private var second: [Int: [LocalizedText.Entry]] = [:]

    init(_ database: Database, _ table: String, _ columns: String) throws {
        try database.each("SELECT owner, language, \(columns) FROM \(table)") {
            let language = $0.text(1)
            if let text = $0.optionalText(2) {
                first[$0.integer(0), default: []].append(.init(language: language, text: text))
            }
            if let text = $0.optionalText(3) {
                second[$0.integer(0), default: []].append(.init(language: language, text: text))
            }
        }
    }

    /// The text of a row in the first (0) or second (1) column; nil where there is none.
    func text(_ row: Int, _ column: Int) -> LocalizedText? {
        (column == 0 ? first[row] : second[row]).map { LocalizedText($0) }
    }
}
