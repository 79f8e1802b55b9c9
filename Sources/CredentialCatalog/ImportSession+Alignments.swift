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
            let match = try columns.optionalInteger(9).map { AlignmentMatch.uri($0) }
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

/// The skill that an alignment was found to mean.
enum AlignmentMatch: Equatable {
    case uri(Int)
    case label(Int, uri: String)
    case alternative(Int, uri: String)
    case ambiguous([String])
    case unknown

    /// The cells it is kept in.
    struct Cells: Equatable {
        let skill: Int?
        let resolution: String?
        let candidates: String?
    }

    var cells: Cells {
        switch self {
        case .uri(let skill): Cells(skill: skill, resolution: "uri", candidates: nil)
        case .label(let skill, _): Cells(skill: skill, resolution: "label", candidates: nil)
        case .alternative(let skill, _):
            Cells(skill: skill, resolution: "alternative", candidates: nil)
        case .ambiguous(let uris):
            Cells(skill: nil, resolution: nil, candidates: uris.joined(separator: "\n"))
        case .unknown: Cells(skill: nil, resolution: nil, candidates: nil)
        }
    }
}

/// The resolver of all skills, made when it is first asked.
final class LazyResolver {
    private let database: Database
    private var made: (resolver: SkillResolver, skills: [Skill], rows: [Int])?

    init(_ database: Database) { self.database = database }

    func match(_ reference: SkillReference) throws -> AlignmentMatch {
        let (resolver, skills, rows) = try resources()
        switch resolver.resolve(reference) {
        case .byURI(let position): return .uri(rows[position])
        case .byLabel(let position):
            return .label(rows[position], uri: skills[position].uri)
        case .byAlternative(let position):
            return .alternative(rows[position], uri: skills[position].uri)
        case .ambiguous(let positions): return .ambiguous(positions.map { skills[$0].uri })
        case .unknown: return .unknown
        }
    }

    private func resources() throws -> (SkillResolver, [Skill], [Int]) {
        if let made { return made }
        let (skills, rows) = try ConceptReader(database).skills()
        let resources = (SkillResolver(skills), skills, rows)
        made = resources
        return resources
    }
}

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
            database, "INSERT INTO alignment_data VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
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

extension Columns {
    /// The reference in three cells: URI, label and language.
    fileprivate func reference(_ index: Int) -> SkillReference {
        SkillReference(
            uri: optionalText(index), label: optionalText(index + 1),
            language: optionalText(index + 2))
    }
}
