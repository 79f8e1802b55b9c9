// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

extension ImportSession {
    /// Settles all that was put aside, now that everything that could be defined is.
    func settle() throws {
        try settleMentions()
        try awards.finish()
        try settleOutcomes()
        try settleSkillRelations()
        try settleCredentialRelations()
        try settleAlignments()
        try settleRules()
        try refreshSearch()
    }

    private func settleOutcomes() throws {
        let known = try Query(database, "SELECT 1 FROM credential_data WHERE name = ?")
        try database.each(
            """
            SELECT name, credential, texts, is_mention, \(Staging.placeColumns)
            FROM staged_outcome ORDER BY seq
            """
        ) { columns in
            let place = staging.place(columns, 4)
            let credential = columns.text(1)
            guard try known.first(.text(credential), read: { _ in true }) != nil else {
                return try ledger.rejectUnknown(
                    .outcome, at: place, "credential", credential, among: credentialNames)
            }
            let outcome = LearningOutcome(
                id: columns.text(0), credential: credential,
                text: PackedText.unpack(columns.text(2)))
            let row = try outcomes.keep(
                outcome, at: place, file: columns.integer(4),
                columns.integer(3) == 1 ? .mention : .definition, ledger)
            if let row { try staging.touch(.outcome, row) }
        }
    }

    private func settleCredentialRelations() throws {
        let insert = try Query(
            database, "INSERT OR IGNORE INTO credential_credential VALUES (?, ?, ?)")
        try database.each(
            """
            SELECT r.source, r.kind, r.target, f.id, t.id, \(Staging.placeColumns)
            FROM staged_credential_relation r
            LEFT JOIN credential_data f ON f.name = r.source
            LEFT JOIN credential_data t ON t.name = r.target ORDER BY r.seq
            """
        ) { columns in
            for (id, row) in [(0, 3), (2, 4)] where columns.isNull(row) {
                return try ledger.rejectUnknown(
                    .credentialRelation, at: staging.place(columns, 5), "credential",
                    columns.text(id), among: credentialNames)
            }
            let isNew = try insert.run(
                .integer(columns.integer(3)), .text(columns.text(1)), .integer(columns.integer(4)))
            if isNew == 1 {
                ledger.added(.credentialRelation)
            } else {
                ledger.count(.credentialRelation, \.unchanged)
            }
        }
    }

    private func refreshSearch() throws {
        for kind in Searchable.allCases {
            let rows = "SELECT row FROM touched WHERE row % 4 = \(kind.rawValue)"
            try database.run("DELETE FROM search WHERE rowid IN (\(rows))")
            try database.run(
                kind.insertion(
                    where: "owner IN (SELECT row / 4 FROM touched WHERE row % 4 = \(kind.rawValue))"
                ))
        }
    }

    /// The ids of all credentials, for suggestions.
    func credentialNames() throws -> [String] {
        try texts("SELECT name FROM credential_data ORDER BY name")
    }

    /// The first column of a query.
    func texts(_ sql: String) throws -> [String] {
        var texts: [String] = []
        try database.each(sql) { texts.append($0.text(0)) }
        return texts
    }
}
