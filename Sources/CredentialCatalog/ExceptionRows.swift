// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// Writes and reads exceptions: entries of the log that are only ever added to.
struct ExceptionRows {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Adds an exception, and gives it its id.
    func add(_ exception: AuditException, _ log: Int) throws -> AuditException {
        try database.run("UPDATE counter SET value = value + 1 WHERE name = 'exception'")
        let number = try database.number("SELECT value FROM counter WHERE name = 'exception'")
        let cells = Cells(exception.kind)
        try database.run(
            """
            INSERT INTO log_exception
            SELECT ?1, ?2, id, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15
            FROM learner_data WHERE name = ?3
            """,
            .integer(number), .integer(log), .text(exception.learner), .text(exception.rule),
            .text(exception.kind.name.rawValue), .text(cells.award), .text(cells.requirement),
            .text(cells.credential), .text(cells.countsFor), .text(cells.limit),
            .text(cells.value), .text(exception.decision.who), .text(exception.decision.why),
            .integer(exception.decision.date.dayNumber), .integer(exception.until?.dayNumber))
        var kept = exception
        kept.id = "x\(number)"
        return kept
    }

    /// Adds that an exception was revoked.
    func revoke(_ number: Int, _ decision: AuditException.Decision, _ log: Int) throws {
        try database.run(
            "INSERT INTO log_revocation VALUES (?, ?, ?, ?, ?)", .integer(number), .integer(log),
            .text(decision.who), .text(decision.why), .integer(decision.date.dayNumber))
    }

    /// Reads the exceptions of a learner, or all where nil, the oldest first.
    ///
    /// - Throws: SQLite's error for a damaged file where a row is no exception.
    func exceptions(of learner: String?) throws -> [AuditException] {
        var exceptions: [AuditException] = []
        try database.each(
            """
            SELECT e.number, l.name, e.rule, e.kind, e.award, e.requirement, e.credential,
                e.counts_for, e.field, e.value, e.who, e.why, e.day, e.until, v.who, v.why, v.day
            FROM log_exception e JOIN learner_data l ON l.id = e.learner
            LEFT JOIN log_revocation v ON v.exception = e.number
            WHERE ?1 IS NULL OR l.name = ?1 ORDER BY e.number
            """, .text(learner)
        ) { exceptions.append(try Self.exception($0)) }
        return exceptions
    }

    private static func exception(_ columns: Columns) throws -> AuditException {
        guard let kind = Cells(columns, 4).kind(columns.text(3)) else {
            throw RuleDocument.damage("exception x\(columns.integer(0)) cannot be read")
        }
        var exception = AuditException(
            learner: columns.text(1), rule: columns.text(2), kind, decision(columns, 10),
            until: columns.optionalInteger(13).map { CalendarDate(dayNumber: $0) })
        exception.id = "x\(columns.integer(0))"
        if !columns.isNull(14) { exception.revocation = decision(columns, 14) }
        return exception
    }

    private static func decision(_ columns: Columns, _ first: Int) -> AuditException.Decision {
        AuditException.Decision(
            by: columns.text(first), because: columns.text(first + 1),
            on: CalendarDate(dayNumber: columns.integer(first + 2)))
    }
}

/// What an exception decides, in cells.
private struct Cells {
    var award: String?
    var requirement: String?
    var credential: String?
    var countsFor: String?
    var limit: String?
    var value: String?

    init(_ kind: AuditException.Kind) {
        award = kind.award
        requirement = kind.requirement
        switch kind {
        case .insert, .waive, .block: break
        case .substitute(let held, let wanted): (credential, countsFor) = (held, wanted)
        case .change(_, let limit, let value): (self.limit, self.value) = (limit.rawValue, value)
        }
    }

    init(_ columns: Columns, _ first: Int) {
        award = columns.optionalText(first)
        requirement = columns.optionalText(first + 1)
        credential = columns.optionalText(first + 2)
        countsFor = columns.optionalText(first + 3)
        limit = columns.optionalText(first + 4)
        value = columns.optionalText(first + 5)
    }

    /// The decision that the cells are of, where they fit the word for it.
    func kind(_ name: String) -> AuditException.Kind? {
        switch AuditException.Kind.Name(rawValue: name) {
        case nil: nil
        case .insert: award.flatMap { award in requirement.map { .insert(award: award, into: $0) } }
        case .substitute:
            credential.flatMap { held in countsFor.map { .substitute(held, for: $0) } }
        case .waive: requirement.map { .waive($0) }
        case .block: award.map { .block(award: $0, in: requirement) }
        case .change:
            if let requirement, let value,
                let limit = limit.flatMap(AuditException.Limit.init(rawValue:))
            {
                .change(requirement, limit, to: value)
            } else {
                nil
            }
        }
    }
}
