// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// Writes out whole the rules that an older Varde kept as rows alone.
struct RuleUpgrade {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Completes every document of format 0.
    ///
    /// - Throws: SQLite's error for a damaged file where rows are no rule, which only a foreign
    ///   hand can have written; the file then stays as it was.
    func run() throws {
        let rows = try rows()
        for rule in rows.keys.sorted() { try complete(rule, rows[rule] ?? []) }
    }

    private func complete(_ id: Int, _ rows: [RequirementRow]) throws {
        guard let rule = try? RequirementRow.rule(from: rows) else {
            throw RuleDocument.damage("the rows of rule \(id) are no rule")
        }
        try database.run(
            "UPDATE rule_data SET document = ? WHERE id = ?",
            .text(try RuleDocument.text(of: rule)), .integer(id))
    }

    private func rows() throws -> [Int: [RequirementRow]] {
        let titles = try titles()
        var rows: [Int: [RequirementRow]] = [:]
        try database.each(
            """
            SELECT r.id, c.name, r.use, q.position, q.name, q.parent, q.kind, q.minimum,
                q.maximum, q.unit, q.subject, r.document ->> 'version',
                r.document ->> 'validFrom', r.document ->> 'validUntil',
                r.document ->> 'source', r.document ->> 'decidedBy'
            FROM rule_data r JOIN credential_data c ON c.id = r.credential
            JOIN requirement_data q ON q.rule = r.id
            WHERE r.document ->> 'format' = 0 ORDER BY r.id, q.position
            """
        ) { columns in
            var row = RequirementRow(
                credential: columns.text(1),
                use: Rule.Use(rawValue: columns.text(2)) ?? .completion,
                id: columns.text(4), parent: columns.optionalText(5), kind: columns.text(6))
            row.minimum = columns.optionalText(7)
            row.maximum = columns.optionalText(8)
            row.unit = columns.optionalText(9)
            row.of = columns.optionalText(10)
            row.title = LocalizedText(
                titles[Place(rule: columns.integer(0), position: columns.integer(3))] ?? [])
            if columns.integer(3) == 0 { readRoot(columns, into: &row) }
            rows[columns.integer(0), default: []].append(row)
        }
        return rows
    }

    private func readRoot(_ columns: Columns, into row: inout RequirementRow) {
        row.version = columns.optionalText(11)
        row.validFrom = columns.optionalText(12).flatMap { CalendarDate($0) }
        row.validUntil = columns.optionalText(13).flatMap { CalendarDate($0) }
        row.source = columns.optionalText(14)
        row.decidedBy = columns.optionalText(15)
    }

    private struct Place: Hashable {
        let rule: Int
        let position: Int
    }

    private func titles() throws -> [Place: [LocalizedText.Entry]] {
        var titles: [Place: [LocalizedText.Entry]] = [:]
        try database.each("SELECT rule, position, language, title FROM requirement_text") {
            titles[Place(rule: $0.integer(0), position: $0.integer(1)), default: []].append(
                LocalizedText.Entry(language: $0.text(2), text: $0.text(3)))
        }
        return titles
    }
}
