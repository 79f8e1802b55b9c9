// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// The frameworks of a catalogue, and their rows.
final class FrameworkRows {
    private let database: Database
    private var rows: [Framework: Int] = [:]

    init(_ database: Database) { self.database = database }

    /// Returns the row of a framework, which is made if it is new.
    func row(_ framework: Framework) throws -> Int {
        if let row = rows[framework] { return row }
        try database.run(
            "INSERT OR IGNORE INTO framework_data (name, version) VALUES (?, ?)",
            .text(framework.name), .text(framework.version))
        let row = try database.number(
            "SELECT id FROM framework_data WHERE name = ? AND version = ?",
            .text(framework.name), .text(framework.version))
        rows[framework] = row
        return row
    }
}

/// The names of skills, or of occupations, a row a language.
struct NameRows {
    private let select: Query
    private let insert: Query
    private let delete: Query

    /// Creates access to the names in `table`.
    init(_ database: Database, _ table: String) throws {
        select = try Query(
            database,
            "SELECT language, label, alternatives FROM \(table) WHERE owner = ? ORDER BY language")
        insert = try Query(database, "INSERT INTO \(table) VALUES (?, ?, ?, ?)")
        delete = try Query(database, "DELETE FROM \(table) WHERE owner = ?")
    }

    func read(_ owner: Int) throws -> Names {
        var label: [LocalizedText.Entry] = []
        var alternatives: [LocalizedText.Entry] = []
        try select.each(.integer(owner)) { columns in
            let language = columns.text(0)
            if let text = columns.optionalText(1) {
                label.append(LocalizedText.Entry(language: language, text: text))
            }
            for text in columns.lines(2) {
                alternatives.append(LocalizedText.Entry(language: language, text: text))
            }
        }
        return Names(LocalizedText(label), alternatives)
    }

    func write(_ names: Names, _ owner: Int) throws {
        var others: [String: [String]] = [:]
        for entry in names.alternatives { others[entry.language, default: []].append(entry.text) }
        for entry in names.label.entries {
            let lines = others.removeValue(forKey: entry.language)
            try insert.run(
                .integer(owner), .text(entry.language), .text(entry.text),
                .text(lines?.joined(separator: "\n")))
        }
        for (language, lines) in others.sorted(by: { $0.key < $1.key }) {
            try insert.run(
                .integer(owner), .text(language), .null, .text(lines.joined(separator: "\n")))
        }
    }

    func rewrite(_ names: Names, _ owner: Int) throws {
        try delete.run(.integer(owner))
        try write(names, owner)
    }
}

extension Store where Value == Skill {
    /// The skills of a catalogue.
    static func skills(_ database: Database, _ frameworks: FrameworkRows) throws -> Self {
        let names = try NameRows(database, "skill_label")
        let find = try Query(
            database,
            """
            SELECT s.id, s.kind, f.name, f.version FROM skill_data s
            JOIN framework_data f ON f.id = s.framework WHERE s.uri = ?
            """)
        let insert = try Query(
            database, "INSERT INTO skill_data (uri, kind, framework) VALUES (?, ?, ?)")
        let update = try Query(
            database, "UPDATE skill_data SET kind = ?, framework = ? WHERE id = ?")
        return Store(
            .skill, id: \.uri,
            find: { uri in
                try find.first(.text(uri)) { columns in
                    let names = try names.read(columns.integer(0))
                    return (
                        columns.integer(0),
                        Skill(
                            uri: uri, label: names.label, alternatives: names.alternatives,
                            kind: Skill.Kind(rawValue: columns.text(1)) ?? .skill,
                            framework: Framework(columns.text(2), version: columns.text(3)))
                    )
                }
            },
            insert: { skill in
                try insert.run(
                    .text(skill.uri), .text(skill.kind.rawValue),
                    .integer(try frameworks.row(skill.framework)))
                let row = Int(database.lastInsertedRowID)
                try names.write(skill.names, row)
                return row
            },
            update: { row, skill in
                try update.run(
                    .text(skill.kind.rawValue), .integer(try frameworks.row(skill.framework)),
                    .integer(row))
                try names.rewrite(skill.names, row)
            },
            filled: { $0.filled(by: $1) }, succeeding: { $0.succeeding($1) }, fields: \.fields)
    }
}

extension Store where Value == Occupation {
    /// The occupations of a catalogue.
    static func occupations(_ database: Database, _ frameworks: FrameworkRows) throws -> Self {
        let names = try NameRows(database, "occupation_label")
        let find = try Query(
            database,
            """
            SELECT o.id, o.code, o.is_group, f.name, f.version FROM occupation_data o
            JOIN framework_data f ON f.id = o.framework WHERE o.uri = ?
            """)
        let insert = try Query(
            database,
            "INSERT INTO occupation_data (uri, code, is_group, framework) VALUES (?, ?, ?, ?)")
        let update = try Query(
            database,
            "UPDATE occupation_data SET code = ?, is_group = ?, framework = ? WHERE id = ?")
        return Store(
            .occupation, id: \.uri,
            find: { uri in
                try find.first(.text(uri)) { columns in
                    let names = try names.read(columns.integer(0))
                    return (
                        columns.integer(0),
                        Occupation(
                            uri: uri, label: names.label, alternatives: names.alternatives,
                            code: columns.optionalText(1), isGroup: columns.integer(2) == 1,
                            framework: Framework(columns.text(3), version: columns.text(4)))
                    )
                }
            },
            insert: { occupation in
                try insert.run(
                    .text(occupation.uri), .text(occupation.code),
                    .integer(occupation.isGroup ? 1 : 0),
                    .integer(try frameworks.row(occupation.framework)))
                let row = Int(database.lastInsertedRowID)
                try names.write(occupation.names, row)
                return row
            },
            update: { row, occupation in
                try update.run(
                    .text(occupation.code), .integer(occupation.isGroup ? 1 : 0),
                    .integer(try frameworks.row(occupation.framework)), .integer(row))
                try names.rewrite(occupation.names, row)
            },
            filled: { $0.filled(by: $1) }, succeeding: { $0.succeeding($1) }, fields: \.fields)
    }
}
