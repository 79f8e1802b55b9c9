// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// Writes rules as rows.
struct RuleRows {
    private let database: Database

    init(_ database: Database) throws { self.database = database }

    /// The row of a rule's credential.
    func owner(_ credential: String) throws -> Int? {
        try Query(database, "SELECT id FROM credential_data WHERE name = ?")
            .first(.text(credential)) { $0.integer(0) }
    }

    /// Keeps a rule in the place of an older one.
    func keep(_ rule: Rule, _ owner: Int, _ ledger: Ledger) throws {
        let rows = rule.rows
        let row = try Query(
            database, "SELECT id FROM rule_data WHERE credential = ? AND use = ?"
        ).first(.integer(owner), .text(rule.use.rawValue)) { $0.integer(0) }
        guard let row else {
            try write(rule, rows, owner)
            return ledger.added(.rule)
        }
        let old = try RuleReader(database).rows(where: "r.id = \(row)")
        guard old != rows else { return ledger.count(.rule, \.unchanged) }
        try database.run("DELETE FROM rule_data WHERE id = ?", .integer(row))
        try write(rule, rows, owner)
        ledger.changed(
            .rule, rule.id, from: old.flatMap(\.fields), to: rows.flatMap(\.fields))
    }

    private func write(_ rule: Rule, _ rows: [RequirementRow], _ owner: Int) throws {
        try database.run(
            "INSERT INTO rule_data VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", .integer(owner),
            .text(rule.use.rawValue), .text(rule.version), .integer(rule.validFrom?.dayNumber),
            .integer(rule.validUntil?.dayNumber), .text(rule.source), .text(rule.decidedBy))
        let id = Query.Value.integer(Int(database.lastInsertedRowID))
        let insert = try Query(
            database, "INSERT INTO requirement_data VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let insertText = try Query(database, "INSERT INTO requirement_text VALUES (?, ?, ?, ?)")
        for (position, row) in rows.enumerated() {
            try insert.run(
                id, .integer(position), .text(row.id), .text(row.parent), .text(row.kind),
                .text(row.minimum), .text(row.maximum), .text(row.unit), .text(row.of))
            for entry in row.title.entries {
                try insertText.run(
                    id, .integer(position), .text(entry.language), .text(entry.text))
            }
        }
    }
}

extension RequirementRow {
    /// Every field as text, named after the node.
    fileprivate var fields: [Field] {
        let own = [
            Field("parent", parent), Field("kind", kind), Field("minimum", minimum),
            Field("maximum", maximum), Field("unit", unit), Field("of", of),
            Field("version", version), Field("validFrom", validFrom?.description),
            Field("validUntil", validUntil?.description), Field("source", source),
            Field("decidedBy", decidedBy),
        ]
        return (own + Field.fields("title", title)).map { Field("\(id).\($0.name)", $0.value) }
    }
}
