// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

extension ImportSession {
    /// Settles rules, each as a whole: one that is wrong anywhere is left out, and an older one of
    /// the same id stays.
    func settleRules() throws {
        var rules = RuleRows(database, staging, ledger)
        try settleWholeRules(&rules)
        try settleRequirements(&rules)
    }

    private func settleWholeRules(_ rules: inout RuleRows) throws {
        try database.each(
            "SELECT document, \(Staging.placeColumns) FROM staged_rule ORDER BY seq"
        ) { columns in
            let rule = try RuleDocument.rule(from: columns.text(0))
            let place = staging.place(columns, 1)
            try rejectingBadRules(at: { _ in place }) {
                try rule.check()
                // What no row can say of a requirement is nothing that can be met.
                _ = try RequirementRow.rule(from: rule.rows)
                try settle(rule, { _ in place }, &rules)
            }
        }
    }

    private func settleRequirements(_ rules: inout RuleRows) throws {
        var group: [(row: RequirementRow, place: SourcePlace)] = []
        try database.each(
            """
            SELECT credential, use, name, parent, kind, minimum, maximum, unit, subject, titles,
                version, valid_from, valid_until, source, decided_by, options,
                \(Staging.placeColumns)
            FROM staged_requirement ORDER BY credential, use, seq
            """
        ) { columns in
            let row = columns.requirement()
            if let first = group.first?.row,
                first.credential != row.credential || first.use != row.use
            {
                try settle(group, &rules)
                group = []
            }
            group.append((row, staging.place(columns, 16)))
        }
        try settle(group, &rules)
    }

    private func settle(
        _ group: [(row: RequirementRow, place: SourcePlace)], _ rules: inout RuleRows
    ) throws {
        guard let first = group.first else { return }
        ledger.count(.rule, \.read)
        func place(of node: String?) -> SourcePlace {
            group.last { $0.row.id == node }?.place ?? first.place
        }
        var seen: Set<RequirementRow> = []
        try rejectingBadRules(at: place) {
            let rule = try RequirementRow.rule(
                from: group.map(\.row).filter { seen.insert($0).inserted })
            try rule?.check()
            if let rule { try settle(rule, place, &rules) }
        }
    }

    /// Runs `body`; a rule that is found wrong is rejected at the place of the node at fault.
    private func rejectingBadRules(
        at place: (_ node: String?) -> SourcePlace, _ body: () throws -> Void
    ) throws {
        do { try body() } catch let error as RequirementError {
            ledger.reject(.rule, at: place(error.node), "bad-rule", error.description)
        } catch GraphError.badRule(let error) {
            ledger.reject(.rule, at: place(error.node), "bad-rule", error.description)
        } catch let error as GraphError {
            ledger.reject(.rule, at: place(nil), "bad-rule", error.description)
        }
    }

    /// Keeps a rule if its credential, and everything that it names, is there.
    private func settle(
        _ rule: Rule, _ place: (_ node: String?) -> SourcePlace, _ rules: inout RuleRows
    ) throws {
        guard let owner = try rules.owner(rule.credential) else {
            return try ledger.rejectUnknown(
                .rule, at: place(nil), "credential", rule.credential, among: credentialNames)
        }
        for (node, reference) in rule.references where try !isThere(reference) {
            let (kind, table, column) = reference.noun.place
            return try ledger.rejectUnknown(.rule, at: place(node), kind, reference.id) {
                try texts("SELECT \(column) FROM \(table) ORDER BY \(column)")
            }
        }
        try rules.keep(rule, owner, at: place(nil))
    }

    private func isThere(_ reference: RuleReference) throws -> Bool {
        let (_, table, column) = reference.noun.place
        return try database.number(
            "SELECT count(*) FROM \(table) WHERE \(column) = ?", .text(reference.id)) > 0
    }
}

/// What a rule refers to by id.
private struct RuleReference {
    /// What it is.
    enum Noun {
        case credential, outcome, skill

        /// Its name, and the table and column where it must be.
        var place: (kind: String, table: String, column: String) {
            switch self {
            case .credential: ("credential", "credential_data", "name")
            case .outcome: ("outcome", "outcome_data", "name")
            case .skill: ("skill", "skill_data", "uri")
            }
        }
    }

    let noun: Noun
    let id: String
}

extension Rule {
    /// What the rule refers to, each with the node that does; nil for its equivalences.
    fileprivate var references: [(node: String?, reference: RuleReference)] {
        equivalences.flatMap { [$0.credential, $0.countsFor] }.map {
            (nil, RuleReference(noun: .credential, id: $0))
        }
            + requirement.nodes.flatMap { node in
                node.kind.references.map { (node.id, $0) }
            }
    }
}

extension Requirement.Kind {
    /// What the requirement refers to.
    fileprivate var references: [RuleReference] {
        switch self {
        case .credential(let id, _): [RuleReference(noun: .credential, id: id)]
        case .order(let ids): ids.map { RuleReference(noun: .credential, id: $0) }
        case .outcome(let id): [RuleReference(noun: .outcome, id: id)]
        case .skill(let uri, _): [RuleReference(noun: .skill, id: uri)]
        case .all, .any, .atLeast, .count, .share, .mean, .period, .distinct, .absent, .notBefore,
            .decision:
            []
        }
    }
}

extension Columns {
    /// The row of a rule in sixteen cells.
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
        row.options = optionalText(15)
        return row
    }
}
