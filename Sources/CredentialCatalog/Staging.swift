// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// What is put aside until every file has been read: references, with their places.
///
/// They wait in temporary tables, which SQLite keeps outside the catalogue and off the heap.
final class Staging {
    private let database: Database
    private let outcome: Query
    private let skillRelation: Query
    private let credentialRelation: Query
    private let alignment: Query
    private let requirement: Query
    private let rule: Query
    private let touched: Query
    private var files: [String: Int] = [:]
    private var names: [String] = []

    /// The columns of a place, in every table.
    static let placeColumns = "file, line, cell, pointer"

    private static let tables = [
        "staged_outcome": "name TEXT, credential TEXT, texts TEXT, is_mention INTEGER",
        "staged_skill_relation": "source TEXT, kind TEXT, target TEXT",
        "staged_credential_relation": "source TEXT, kind TEXT, target TEXT",
        "staged_alignment":
            "outcome TEXT, uri TEXT, label TEXT, language TEXT, source TEXT, weight REAL, "
            + "proficiency_framework TEXT, proficiency TEXT",
        "staged_requirement":
            "credential TEXT, use TEXT, name TEXT, parent TEXT, kind TEXT, minimum TEXT, "
            + "maximum TEXT, unit TEXT, subject TEXT, titles TEXT, version TEXT, "
            + "valid_from INTEGER, valid_until INTEGER, source TEXT, decided_by TEXT, "
            + "options TEXT",
        "staged_rule": "document TEXT",
    ]

    /// Creates empty tables; they go with the transaction, or with `clear`.
    init(_ database: Database) throws {
        self.database = database
        for (name, columns) in Self.tables {
            try database.run(
                "CREATE TEMP TABLE \(name) (seq INTEGER PRIMARY KEY, \(columns), "
                    + "file INTEGER, line INTEGER, cell INTEGER, pointer TEXT) STRICT")
        }
        try database.run("CREATE TEMP TABLE touched (row INTEGER PRIMARY KEY) STRICT")
        func insert(_ table: String, _ count: Int) throws -> Query {
            let marks = repeatElement("?", count: count + 4).joined(separator: ", ")
            return try Query(database, "INSERT INTO \(table) VALUES (NULL, \(marks))")
        }
        outcome = try insert("staged_outcome", 4)
        skillRelation = try insert("staged_skill_relation", 3)
        credentialRelation = try insert("staged_credential_relation", 3)
        alignment = try insert("staged_alignment", 8)
        requirement = try insert("staged_requirement", 16)
        rule = try insert("staged_rule", 1)
        touched = try Query(database, "INSERT OR IGNORE INTO touched VALUES (?)")
    }

    /// Drops the tables.
    func clear() throws {
        for table in Self.tables.keys.sorted() { try database.run("DROP TABLE temp.\(table)") }
        try database.run("DROP TABLE temp.touched")
    }

    /// The number of a place's file in this import.
    func number(of place: SourcePlace) -> Int {
        if let number = files[place.file] { return number }
        files[place.file] = names.count
        names.append(place.file)
        return names.count - 1
    }

    /// Returns the place in four cells of a row.
    func place(_ columns: Columns, _ first: Int) -> SourcePlace {
        SourcePlace(
            file: names[columns.integer(first)], line: columns.integer(first + 1),
            column: columns.integer(first + 2), pointer: columns.optionalText(first + 3))
    }

    /// Remembers that the words of a thing are new.
    func touch(_ kind: Searchable, _ row: Int) throws {
        try touched.run(.integer(kind.row(row)))
    }

    func add(_ record: LearningOutcome, _ standing: Standing, at place: SourcePlace) throws {
        outcome.bind(1, record.id)
        outcome.bind(2, record.credential)
        outcome.bind(3, PackedText.pack(record.text))
        outcome.bind(4, standing == .mention ? 1 : 0)
        try finish(outcome, 5, place)
    }

    func add(_ relation: SkillRelation, at place: SourcePlace) throws {
        skillRelation.bind(1, relation.from)
        skillRelation.bind(2, relation.kind.rawValue)
        skillRelation.bind(3, relation.to)
        try finish(skillRelation, 4, place)
    }

    func add(_ relation: CredentialRelation, at place: SourcePlace) throws {
        credentialRelation.bind(1, relation.from)
        credentialRelation.bind(2, relation.kind.rawValue)
        credentialRelation.bind(3, relation.to)
        try finish(credentialRelation, 4, place)
    }

    func add(_ record: Alignment, at place: SourcePlace) throws {
        alignment.bind(1, record.outcome)
        alignment.bind(2, record.skill.uri)
        alignment.bind(3, record.skill.label)
        alignment.bind(4, record.skill.language)
        alignment.bind(5, record.source)
        alignment.bind(6, .real(record.weight))
        alignment.bind(7, record.proficiency?.framework)
        alignment.bind(8, record.proficiency?.value)
        try finish(alignment, 9, place)
    }

    func add(_ row: RequirementRow, at place: SourcePlace) throws {
        requirement.bind(1, row.credential)
        requirement.bind(2, row.use.rawValue)
        requirement.bind(3, row.id)
        requirement.bind(4, row.parent)
        requirement.bind(5, row.kind)
        requirement.bind(6, row.minimum)
        requirement.bind(7, row.maximum)
        requirement.bind(8, row.unit)
        requirement.bind(9, row.of)
        requirement.bind(10, PackedText.pack(row.title))
        requirement.bind(11, row.version)
        requirement.bind(12, row.validFrom?.dayNumber)
        requirement.bind(13, row.validUntil?.dayNumber)
        requirement.bind(14, row.source)
        requirement.bind(15, row.decidedBy)
        requirement.bind(16, row.options)
        try finish(requirement, 17, place)
    }

    func add(rule document: String, at place: SourcePlace) throws {
        rule.bind(1, document)
        try finish(rule, 2, place)
    }

    private func finish(_ query: Query, _ next: Int, _ place: SourcePlace) throws {
        query.bind(next, number(of: place))
        query.bind(next + 1, place.line)
        query.bind(next + 2, place.column)
        query.bind(next + 3, place.pointer)
        try query.finish()
    }
}
