// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// The cells of a credential's row, in the order of `CredentialRow.columns`.
enum CredentialRow {
    /// The columns after `id` and `name`, in order.
    static let columns =
        "kind, provider, country, credits, scheme, hours, level_framework, level, field, "
        + "languages, mode, url, status, tags, assessment, quality, identifiers"

    /// Binds the columns, from parameter 1, and returns the number of the next parameter.
    static func bind(_ credential: Credential, to query: Query) -> Int {
        query.bind(1, credential.kind.rawValue)
        query.bind(2, credential.provider)
        query.bind(3, credential.country)
        query.bind(4, credential.credits?.amount.thousandths)
        query.bind(5, credential.credits?.scheme.rawValue)
        query.bind(6, credential.hours?.thousandths)
        query.bind(7, credential.level?.framework)
        query.bind(8, credential.level?.value)
        query.bind(9, credential.field)
        query.bind(10, joined(credential.languages))
        query.bind(11, credential.mode)
        query.bind(12, credential.url)
        query.bind(13, credential.status)
        query.bind(14, joined(credential.tags))
        query.bind(15, credential.assessment)
        query.bind(16, credential.quality)
        query.bind(17, joined(credential.identifiers))
        return 18
    }

    /// Returns the credential whose columns begin at the third of a row, without its texts.
    static func read(_ columns: Columns, name: String) -> Credential {
        var credential = Credential(
            id: name, title: "", kind: Credential.Kind(rawValue: columns.text(2)) ?? .course)
        credential.provider = columns.optionalText(3)
        credential.country = columns.optionalText(4)
        credential.credits = columns.credits(5)
        credential.hours = columns.optionalInteger(7).map { ExactDecimal(thousandths: $0) }
        credential.level = columns.level(8)
        credential.field = columns.optionalText(10)
        credential.languages = columns.lines(11)
        credential.mode = columns.optionalText(12)
        credential.url = columns.optionalText(13)
        credential.status = columns.optionalText(14)
        credential.tags = columns.lines(15)
        credential.assessment = columns.optionalText(16)
        credential.quality = columns.optionalText(17)
        credential.identifiers = columns.lines(18)
        return credential
    }

    private static func joined(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: "\n")
    }
}

extension Columns {
    /// The credits in two cells: thousandths and the scheme.
    func credits(_ index: Int) -> Credits? {
        isNull(index)
            ? nil
            : Credits(
                ExactDecimal(thousandths: integer(index)),
                CreditScheme(rawValue: text(index + 1)))
    }

    /// The level in two cells: the framework and the value.
    func level(_ index: Int) -> Level? {
        isNull(index) ? nil : Level(framework: text(index), value: text(index + 1))
    }
}

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
