// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// The titles and descriptions of credentials, a row a language.
private struct CredentialTexts {
    private let select: Query
    private let insert: Query
    private let delete: Query

    init(_ database: Database) throws {
        select = try Query(
            database, "SELECT language, title, description FROM credential_text WHERE owner = ?")
        insert = try Query(database, "INSERT INTO credential_text VALUES (?, ?, ?, ?)")
        delete = try Query(database, "DELETE FROM credential_text WHERE owner = ?")
    }

    func read(_ owner: Int, into credential: inout Credential) throws {
        var titles: [LocalizedText.Entry] = []
        var descriptions: [LocalizedText.Entry] = []
        try select.each(.integer(owner)) { columns in
            let language = columns.text(0)
            columns.optionalText(1).map { titles.append(.init(language: language, text: $0)) }
            columns.optionalText(2).map { descriptions.append(.init(language: language, text: $0)) }
        }
        credential.title = LocalizedText(titles)
        credential.description = descriptions.isEmpty ? nil : LocalizedText(descriptions)
    }

    func write(_ credential: Credential, _ owner: Int) throws {
        var others: [String: String] = [:]
        for entry in credential.description?.entries ?? [] { others[entry.language] = entry.text }
        for entry in credential.title.entries {
            try insert.run(
                .integer(owner), .text(entry.language), .text(entry.text),
                .text(others.removeValue(forKey: entry.language)))
        }
        for (language, text) in others.sorted(by: { $0.key < $1.key }) {
            try insert.run(.integer(owner), .text(language), .null, .text(text))
        }
    }

    func rewrite(_ credential: Credential, _ owner: Int) throws {
        try delete.run(.integer(owner))
        try write(credential, owner)
    }
}

extension Store where Value == Credential {
    /// The credentials of a catalogue.
    static func credentials(_ database: Database) throws -> Self {
        let texts = try CredentialTexts(database)
        let names = CredentialRow.columns
        let marks = repeatElement("?", count: 18).joined(separator: ", ")
        let find = try Query(
            database, "SELECT id, name, \(names) FROM credential_data WHERE name = ?")
        let insert = try Query(
            database, "INSERT INTO credential_data (\(names), name) VALUES (\(marks))")
        let update = try Query(
            database,
            "UPDATE credential_data SET (\(names)) = (\(marks.dropLast(3))) WHERE id = ?")
        return Store(
            .credential, id: \.id,
            find: { name in
                try find.first(.text(name)) { columns in
                    var credential = CredentialRow.read(columns, name: name)
                    try texts.read(columns.integer(0), into: &credential)
                    return (columns.integer(0), credential)
                }
            },
            insert: { credential in
                insert.bind(CredentialRow.bind(credential, to: insert), credential.id)
                try insert.finish()
                let row = Int(database.lastInsertedRowID)
                try texts.write(credential, row)
                return row
            },
            update: { row, credential in
                update.bind(CredentialRow.bind(credential, to: update), row)
                try update.finish()
                try texts.rewrite(credential, row)
            },
            filled: { $0.filled(by: $1) }, succeeding: { $0.succeeding($1) }, fields: \.fields)
    }
}
