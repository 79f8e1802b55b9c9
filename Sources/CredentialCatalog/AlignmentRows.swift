// SPDX-License-Identifier: Apache-2.0

import GRDB
import SkillsGraph

/// Writes alignments.
struct AlignmentRows {
    private let select: Query
    private let insert: Query
    private let change: Query
    private let resolve: Query

    init(_ database: Database) throws {
        select = try Query(
            database,
            """
            SELECT id, weight, proficiency_framework, proficiency, skill, resolution, candidates
            FROM alignment_data WHERE outcome = ? AND ifnull(uri, char(0)) = ifnull(?, char(0))
            AND ifnull(label, char(0)) = ifnull(?, char(0))
            AND ifnull(language, char(0)) = ifnull(?, char(0))
            AND ifnull(source, char(0)) = ifnull(?, char(0))
            """)
        insert = try Query(
            database, "INSERT INTO alignment_data VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        change = try Query(
            database,
            """
            UPDATE alignment_data SET weight = ?, proficiency_framework = ?, proficiency = ?
            WHERE id = ?
            """)
        resolve = try Query(
            database,
            "UPDATE alignment_data SET skill = ?, resolution = ?, candidates = ? WHERE id = ?")
    }

    /// Writes what an alignment was found to mean.
    func update(_ row: Int, _ match: AlignmentMatch) throws {
        try resolve.run(
            .integer(match.cells.skill), .text(match.cells.resolution),
            .text(match.cells.candidates), .integer(row))
    }

    /// Keeps an alignment; one of the same outcome, reference and source is that alignment.
    func keep(
        _ alignment: Alignment, of outcome: Int, _ match: AlignmentMatch, at place: SourcePlace,
        _ ledger: Ledger
    ) throws {
        guard let (row, old, was) = try find(alignment, outcome) else {
            try add(alignment, outcome, match, at: place)
            return ledger.added(.alignment)
        }
        if was != match.cells {
            try update(row, match)
            ledger.touched(.alignment)
        }
        guard old.weight != alignment.weight || old.proficiency != alignment.proficiency else {
            return ledger.count(.alignment, \.unchanged)
        }
        try change.run(
            .real(alignment.weight), .text(alignment.proficiency?.framework),
            .text(alignment.proficiency?.value), .integer(row))
        let skill = alignment.skill.uri ?? alignment.skill.label ?? ""
        ledger.changed(
            .alignment, "\(alignment.outcome)/\(skill)", from: old.fields, to: alignment.fields)
    }

    private func find(
        _ alignment: Alignment, _ outcome: Int
    ) throws -> (row: Int, alignment: Alignment, cells: AlignmentMatch.Cells)? {
        let reference = alignment.skill
        return try select.first(
            .integer(outcome), .text(reference.uri), .text(reference.label),
            .text(reference.language), .text(alignment.source)
        ) { columns in
            let old = Alignment(
                outcome: alignment.outcome, skill: reference, weight: columns.real(1),
                proficiency: columns.level(2), source: alignment.source)
            let cells = AlignmentMatch.Cells(
                skill: columns.optionalInteger(4), resolution: columns.optionalText(5),
                candidates: columns.optionalText(6))
            return (columns.integer(0), old, cells)
        }
    }

    private func add(
        _ alignment: Alignment, _ outcome: Int, _ match: AlignmentMatch, at place: SourcePlace
    ) throws {
        let cells = match.cells
        try insert.run(
            .integer(outcome), .text(alignment.skill.uri), .text(alignment.skill.label),
            .text(alignment.skill.language), .text(alignment.source), .real(alignment.weight),
            .text(alignment.proficiency?.framework), .text(alignment.proficiency?.value),
            .integer(cells.skill), .text(cells.resolution), .text(cells.candidates),
            .text(cells.skill == nil ? place.description : nil))
    }
}

extension Alignment {
    fileprivate var fields: [Field] {
        [Field("weight", "\(weight)"), Field("proficiency", proficiency?.description)]
    }
}
