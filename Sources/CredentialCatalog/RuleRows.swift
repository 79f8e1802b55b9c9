// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// Writes rules: each as one document, and its requirements as rows for the views.
struct RuleRows {
    /// What tells one rule from another.
    private struct Key: Hashable {
        let owner: Int
        let use: Rule.Use
        let id: String
    }

    private let database: Database
    private let staging: Staging
    private let ledger: Ledger
    /// For each rule that this import defines, the number of the first file that does.
    private var definedIn: [Key: Int] = [:]

    init(_ database: Database, _ staging: Staging, _ ledger: Ledger) {
        self.database = database
        self.staging = staging
        self.ledger = ledger
    }

    /// The row of a rule's credential.
    func owner(_ credential: String) throws -> Int? {
        try Query(database, "SELECT id FROM credential_data WHERE name = ?")
            .first(.text(credential)) { $0.integer(0) }
    }

    /// Keeps a rule in the place of an older one of the same id.
    ///
    /// Of two in one import the first is kept: another one of the same file is a mistake, of
    /// another file it is listed.
    mutating func keep(_ rule: Rule, _ owner: Int, at place: SourcePlace) throws {
        let key = Key(owner: owner, use: rule.use, id: rule.id)
        guard let (row, old) = try find(key) else {
            definedIn[key] = staging.number(of: place)
            try write(rule, owner)
            return ledger.added(.rule)
        }
        guard old != rule else {
            definedIn[key] = definedIn[key] ?? staging.number(of: place)
            return ledger.count(.rule, \.unchanged)
        }
        if let first = definedIn[key] { return refuse(rule, at: place, after: first) }
        definedIn[key] = staging.number(of: place)
        try database.run("DELETE FROM rule_data WHERE id = ?", .integer(row))
        try write(rule, owner)
        let (before, after) = old.fieldsAside(from: rule)
        ledger.changed(.rule, rule.id, from: before, to: after)
    }

    private func find(_ key: Key) throws -> (row: Int, rule: Rule)? {
        try Query(
            database,
            "SELECT id, document FROM rule_data WHERE credential = ? AND use = ? AND name = ?"
        ).first(.integer(key.owner), .text(key.use.rawValue), .text(key.id)) {
            ($0.integer(0), try RuleDocument.rule(from: $0.text(1)))
        }
    }

    private func refuse(_ rule: Rule, at place: SourcePlace, after first: Int) {
        guard first != staging.number(of: place) else {
            return ledger.reject(
                .rule, at: place, "duplicate-rule",
                "rule \"\(rule.id)\" is defined twice in this file; remove one, or give each "
                    + "version a name of its own")
        }
        ledger.count(.rule, \.ignored)
        ledger.note(
            LedgerEntry(
                .ignored, at: place, code: "differing-rule",
                "rule \"\(rule.id)\" is another in a file read before; that one is kept"))
    }

    private func write(_ rule: Rule, _ owner: Int) throws {
        try database.run(
            "INSERT INTO rule_data VALUES (NULL, ?, ?, ?, ?)", .integer(owner),
            .text(rule.use.rawValue), .text(rule.id), .text(try RuleDocument.text(of: rule)))
        let id = Query.Value.integer(Int(database.lastInsertedRowID))
        let insert = try Query(
            database, "INSERT INTO requirement_data VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let insertText = try Query(database, "INSERT INTO requirement_text VALUES (?, ?, ?, ?)")
        for (position, row) in rule.rows.enumerated() {
            try insert.run(
                id, .integer(position), .text(row.id), .text(row.parent), .text(row.kind),
                .text(row.minimum), .text(row.maximum), .text(row.unit), .text(row.of),
                .text(row.options))
            for entry in row.title.entries {
                try insertText.run(
                    id, .integer(position), .text(entry.language), .text(entry.text))
            }
        }
    }
}
