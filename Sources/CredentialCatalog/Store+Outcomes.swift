// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

extension Store where Value == LearningOutcome {
    /// The outcomes of a catalogue; the credential of one that is kept must be there.
    static func outcomes(_ database: Database) throws -> Self {
        let find = try Query(
            database,
            """
            SELECT o.id, c.name FROM outcome_data o
            JOIN credential_data c ON c.id = o.credential WHERE o.name = ?
            """)
        let select = try Query(
            database, "SELECT language, text FROM outcome_text WHERE owner = ?")
        let insert = try Query(
            database,
            """
            INSERT INTO outcome_data (name, credential)
            SELECT ?, id FROM credential_data WHERE name = ?
            """)
        let update = try Query(
            database,
            """
            UPDATE outcome_data SET credential = (SELECT id FROM credential_data WHERE name = ?)
            WHERE id = ?
            """)
        let delete = try Query(database, "DELETE FROM outcome_text WHERE owner = ?")
        let insertText = try Query(database, "INSERT INTO outcome_text VALUES (?, ?, ?)")
        let write = { (outcome: LearningOutcome, row: Int) in
            for entry in outcome.text.entries {
                try insertText.run(.integer(row), .text(entry.language), .text(entry.text))
            }
        }
        return Store(
            .outcome, id: \.id,
            find: { name in
                try find.first(.text(name)) { columns in
                    var entries: [LocalizedText.Entry] = []
                    try select.each(.integer(columns.integer(0))) {
                        entries.append(.init(language: $0.text(0), text: $0.text(1)))
                    }
                    return (
                        columns.integer(0),
                        LearningOutcome(
                            id: name, credential: columns.text(1), text: LocalizedText(entries))
                    )
                }
            },
            insert: { outcome in
                try insert.run(.text(outcome.id), .text(outcome.credential))
                let row = Int(database.lastInsertedRowID)
                try write(outcome, row)
                return row
            },
            update: { row, outcome in
                try update.run(.text(outcome.credential), .integer(row))
                try delete.run(.integer(row))
                try write(outcome, row)
            },
            filled: { $0.filled(by: $1) }, succeeding: { $0.succeeding($1) }, fields: \.fields)
    }
}
