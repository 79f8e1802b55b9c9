// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

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
