// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

extension ImportSession {
    /// Settles relations whose ends are there, keeps the others as pending, and tries what earlier
    /// imports left pending.
    func settleSkillRelations() throws {
        let rows = try SkillRelationRows(database)
        if areConceptsChanged { try settlePendingRelations(rows) }
        let isPlain = try Query(
            database, "INSERT OR IGNORE INTO pending_relation VALUES (?, ?, ?, ?)")
        try database.each(
            Self.resolved(from: "staged_skill_relation r", Staging.placeColumns)
                + " ORDER BY r.seq"
        ) { columns in
            let place = staging.place(columns, 9)
            switch try rows.keep(columns) {
            case .kept(.added): ledger.added(.skillRelation)
            case .kept(.unchanged): ledger.count(.skillRelation, \.unchanged)
            case .kept(.changed(let old, let new)):
                ledger.changed(
                    .skillRelation, Self.id(columns), from: [Field("framework", old)],
                    to: [Field("framework", new)])
            case .unfit(let reason): refuse(columns, reason, at: place)
            case .missing(let uri):
                try pend(columns, missing: uri, at: place, isPlain)
            }
        }
    }

    private func settlePendingRelations(_ rows: SkillRelationRows) throws {
        let delete = try Query(
            database, "DELETE FROM pending_relation WHERE source = ? AND kind = ? AND target = ?")
        var settled: [(String, String, String)] = []
        try database.each(Self.resolved(from: "pending_relation r", "place")) { columns in
            guard case .kept = try rows.keep(columns) else { return }
            settled.append((columns.text(0), columns.text(1), columns.text(2)))
        }
        for (from, kind, to) in settled {
            try delete.run(.text(from), .text(kind), .text(to))
            ledger.count(.skillRelation, \.resolved)
            ledger.touched(.skillRelation)
        }
    }

    /// The query that finds both ends of each relation, as skills and as occupations.
    private static func resolved(from table: String, _ rest: String) -> String {
        """
        SELECT r.source, r.kind, r.target, sf.id, ofr.id, st.id, ot.id, sf.framework,
            ofr.framework, \(rest)
        FROM \(table)
        LEFT JOIN skill_data sf ON sf.uri = r.source
        LEFT JOIN occupation_data ofr ON ofr.uri = r.source
        LEFT JOIN skill_data st ON st.uri = r.target
        LEFT JOIN occupation_data ot ON ot.uri = r.target
        """
    }

    private static func id(_ columns: Columns) -> String {
        "\(columns.text(0)) \(columns.text(1)) \(columns.text(2))"
    }

    private func refuse(_ columns: Columns, _ reason: String, at place: SourcePlace) {
        ledger.reject(
            .skillRelation, at: place, "unfit-relation",
            "\"\(columns.text(1))\" cannot lead from \(columns.text(0)) to \(columns.text(2)): "
                + reason)
    }

    private func pend(
        _ columns: Columns, missing uri: String, at place: SourcePlace, _ insert: Query
    ) throws {
        ledger.count(.skillRelation, \.pending)
        ledger.note(
            LedgerEntry(
                .pending, at: place, code: "unknown-concept",
                "\(uri) is not defined; the relation is kept until it is imported"))
        let isNew = try insert.run(
            .text(columns.text(0)), .text(columns.text(1)), .text(columns.text(2)),
            .text(place.description))
        if isNew == 1 {
            ledger.added(.skillRelation)
        } else {
            ledger.count(.skillRelation, \.unchanged)
        }
    }
}
