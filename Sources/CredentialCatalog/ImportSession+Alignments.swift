// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

extension ImportSession {
    /// Settles alignments: to the skill of the URI, else of the label if that is plain, else kept
    /// as pending.
    func settleAlignments() throws {
        let rows = try AlignmentRows(database)
        let resolver = LazyResolver(database)
        if areConceptsChanged { try settleOlderAlignments(rows, resolver) }
        try database.each(
            """
            SELECT a.outcome, a.uri, a.label, a.language, a.source, a.weight,
                a.proficiency_framework, a.proficiency, o.id, s.id, \(Staging.placeColumns)
            FROM staged_alignment a LEFT JOIN outcome_data o ON o.name = a.outcome
            LEFT JOIN skill_data s ON s.uri = a.uri ORDER BY a.seq
            """
        ) { columns in
            let place = staging.place(columns, 10)
            guard let outcome = columns.optionalInteger(8) else {
                return try ledger.rejectUnknown(
                    .alignment, at: place, "outcome", columns.text(0), among: outcomeNames)
            }
            let reference = columns.reference(1)
            let match =
                try columns.optionalInteger(9).map { AlignmentMatch.uri($0) }
                ?? resolver.match(reference)
            list(match, reference, at: place)
            let alignment = Alignment(
                outcome: columns.text(0), skill: reference, weight: columns.real(5),
                proficiency: columns.level(6), source: columns.optionalText(4))
            try rows.keep(alignment, of: outcome, match, at: place, ledger)
        }
    }

    /// Resolves again what no URI settled: skills are new, or go by other names, since.
    private func settleOlderAlignments(_ rows: AlignmentRows, _ resolver: LazyResolver) throws {
        var older: [(row: Int, reference: SkillReference, was: AlignmentMatch.Cells)] = []
        try database.each(
            """
            SELECT id, uri, label, language, skill, resolution, candidates FROM alignment_data
            WHERE resolution IS NULL OR resolution <> 'uri' ORDER BY id
            """
        ) {
            older.append(
                (
                    $0.integer(0), $0.reference(1),
                    AlignmentMatch.Cells(
                        skill: $0.optionalInteger(4), resolution: $0.optionalText(5),
                        candidates: $0.optionalText(6))
                ))
        }
        for (row, reference, was) in older {
            let match = try resolver.match(reference)
            guard match.cells != was else { continue }
            try rows.update(row, match)
            ledger.touched(.alignment)
            if was.skill == nil, match.cells.skill != nil { ledger.count(.alignment, \.resolved) }
        }
    }

    private func list(_ match: AlignmentMatch, _ reference: SkillReference, at place: SourcePlace) {
        let name = "\"\(reference.label ?? reference.uri ?? "")\""
        switch match {
        case .uri: return
        case .label(_, let uri):
            ledger.count(.alignment, \.guessed)
            ledger.note(
                LedgerEntry(
                    .guessed, at: place, code: "skill-by-label",
                    "\(name) was taken for \(uri), whose preferred label it is"))
        case .alternative(_, let uri):
            ledger.count(.alignment, \.guessed)
            ledger.note(
                LedgerEntry(
                    .guessed, at: place, code: "skill-by-alternative",
                    "\(name) was taken for \(uri), the only skill with that other label"))
        case .ambiguous(let uris):
            ledger.count(.alignment, \.pending)
            ledger.note(
                LedgerEntry(
                    .pending, at: place, code: "ambiguous-skill",
                    "\(name) may mean \(uris.joined(separator: ", ")); name one by its URI"))
        case .unknown:
            ledger.count(.alignment, \.pending)
            ledger.note(
                LedgerEntry(
                    .pending, at: place, code: "unknown-skill",
                    "skill \(name) is not defined; the alignment is kept until it is imported"))
        }
    }

    private func outcomeNames() throws -> [String] {
        try texts("SELECT name FROM outcome_data ORDER BY name")
    }
}

extension Columns {
    /// The reference in three cells: URI, label and language.
    fileprivate func reference(_ index: Int) -> SkillReference {
        SkillReference(
            uri: optionalText(index), label: optionalText(index + 1),
            language: optionalText(index + 2))
    }
}
