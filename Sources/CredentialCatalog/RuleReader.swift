// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// Reads rules from their rows.
struct RuleReader {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Reads the rules, in the order of their credentials and uses.
    ///
    /// - Throws: `RequirementError` for rows that are no rule, which only a foreign hand can have
    ///   written.
    func rules() throws -> [Rule] {
        var rules: [Rule] = []
        var group: [RequirementRow] = []
        for row in try rows(where: "true") {
            if let first = group.first, first.credential != row.credential || first.use != row.use {
                if let rule = try RequirementRow.rule(from: group) { rules.append(rule) }
                group = []
            }
            group.append(row)
        }
        if let rule = try RequirementRow.rule(from: group) { rules.append(rule) }
        return rules
    }

    /// Reads the rows of the rules `r` that satisfy a condition.
    func rows(where condition: String) throws -> [RequirementRow] {
        let titles = try titles()
        var rows: [RequirementRow] = []
        try database.each(
            """
            SELECT c.name, r.use, q.name, q.parent, q.kind, q.minimum, q.maximum, q.unit, q.subject,
                q.position, r.version, r.valid_from, r.valid_until, r.source, r.decided_by, r.id
            FROM rule_data r JOIN credential_data c ON c.id = r.credential
            JOIN requirement_data q ON q.rule = r.id
            WHERE \(condition) ORDER BY c.name, r.use, q.position
            """
        ) { columns in
            var row = RequirementRow(
                credential: columns.text(0),
                use: Rule.Use(rawValue: columns.text(1)) ?? .completion,
                id: columns.text(2), parent: columns.optionalText(3), kind: columns.text(4))
            row.minimum = columns.optionalText(5)
            row.maximum = columns.optionalText(6)
            row.unit = columns.optionalText(7)
            row.of = columns.optionalText(8)
            if let title = titles[Place(rule: columns.integer(15), position: columns.integer(9))] {
                row.title = LocalizedText(title)
            }
            if columns.integer(9) == 0 { readRoot(columns, into: &row) }
            rows.append(row)
        }
        return rows
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

    private func readRoot(_ columns: Columns, into row: inout RequirementRow) {
        row.version = columns.optionalText(10)
        row.validFrom = columns.optionalInteger(11).map { CalendarDate(dayNumber: $0) }
        row.validUntil = columns.optionalInteger(12).map { CalendarDate(dayNumber: $0) }
        row.source = columns.optionalText(13)
        row.decidedBy = columns.optionalText(14)
    }
}
