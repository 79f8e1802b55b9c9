// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

extension ImportSession {
    /// Settles rules, each as a whole: one that is wrong anywhere is left out, and an older one of
    /// the same credential and use stays.
    func settleRules() throws {
        let rules = try RuleRows(database)
        var group: [(row: RequirementRow, place: SourcePlace)] = []
        try database.each(
            """
            SELECT credential, use, name, parent, kind, minimum, maximum, unit, subject, titles,
                version, valid_from, valid_until, source, decided_by, \(Staging.placeColumns)
            FROM staged_requirement ORDER BY credential, use, seq
            """
        ) { columns in
            let row = columns.requirement()
            if let first = group.first?.row,
                first.credential != row.credential || first.use != row.use
            {
                try settle(group, rules)
                group = []
            }
            group.append((row, staging.place(columns, 15)))
        }
        try settle(group, rules)
    }

    private func settle(
        _ group: [(row: RequirementRow, place: SourcePlace)], _ rules: RuleRows
    ) throws {
        guard let first = group.first else { return }
        ledger.count(.rule, \.read)
        let credential = first.row.credential
        guard let owner = try rules.owner(credential) else {
            return try ledger.rejectUnknown(
                .rule, at: first.place, "credential", credential, among: credentialNames)
        }
        var seen: Set<RequirementRow> = []
        do {
            guard
                let rule = try RequirementRow.rule(
                    from: group.map(\.row).filter { seen.insert($0).inserted })
            else { return }
            guard try hasItsReferences(rule, group) else { return }
            try rules.keep(rule, owner, ledger)
        } catch let error as RequirementError {
            let place = group.last { $0.row.id == error.node }?.place ?? first.place
            ledger.reject(.rule, at: place, "bad-rule", error.description)
        }
    }

    private func hasItsReferences(
        _ rule: Rule, _ group: [(row: RequirementRow, place: SourcePlace)]
    ) throws -> Bool {
        for node in rule.requirement.nodes {
            guard let (kind, id, table, column) = node.kind.reference else { continue }
            let isThere = try database.number(
                "SELECT count(*) FROM \(table) WHERE \(column) = ?", .text(id))
            if isThere > 0 { continue }
            let place = group.first { $0.row.id == node.id }?.place ?? group[0].place
            try ledger.rejectUnknown(.rule, at: place, kind, id) {
                try texts("SELECT \(column) FROM \(table) ORDER BY \(column)")
            }
            return false
        }
        return true
    }
}

extension Requirement.Kind {
    /// What the requirement refers to by id, and the table and column where that must be.
    fileprivate var reference: (kind: String, id: String, table: String, column: String)? {
        switch self {
        case .credential(let id): ("credential", id, "credential_data", "name")
        case .outcome(let id): ("outcome", id, "outcome_data", "name")
        case .skill(let uri, _): ("skill", uri, "skill_data", "uri")
        case .all, .any, .atLeast, .share, .credits, .notBefore: nil
        }
    }
}

extension Columns {
    /// The row of a rule in fifteen cells.
    fileprivate func requirement() -> RequirementRow {
        var row = RequirementRow(
            credential: text(0), use: Rule.Use(rawValue: text(1)) ?? .completion, id: text(2),
            parent: optionalText(3), kind: text(4))
        row.minimum = optionalText(5)
        row.maximum = optionalText(6)
        row.unit = optionalText(7)
        row.of = optionalText(8)
        row.title = PackedText.unpack(text(9))
        row.version = optionalText(10)
        row.validFrom = optionalInteger(11).map { CalendarDate(dayNumber: $0) }
        row.validUntil = optionalInteger(12).map { CalendarDate(dayNumber: $0) }
        row.source = optionalText(13)
        row.decidedBy = optionalText(14)
        return row
    }
}
