// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Reads one relation a row: broader, essential or optional.
struct ESCORelations: ESCORows {
    private(set) var notes = LedgerNotes()
    private let from: Int
    private let to: Int
    /// The column that says which relation it is; nil where all are broader.
    private let kind: Int?

    init(_ header: CSVHeader, from: String, to: String, kind: String?) {
        self.from = header.position(of: from) ?? 0
        self.to = header.position(of: to) ?? 0
        self.kind = kind.flatMap { header.position(of: $0) }
    }

    mutating func read(_ csv: CSVTable, _ yield: (FormatEvent) throws -> Void) throws {
        let row = csv.row
        guard let from = row.text(from), let to = row.text(to) else {
            let cell = row.text(self.from) == nil ? self.from : self.to
            return try reject(csv, cell, "missing-uri", "a URI is missing", yield)
        }
        guard let relation = relation(row) else {
            return try reject(
                csv, kind ?? 0, "unknown-relation",
                "\"\(row.text(kind ?? 0) ?? "")\" is not a relation; it is essential or optional",
                yield)
        }
        if from == to {
            return notes.add(.ignored, at: csv.place(), code: "self-relation") { count in
                count == 1
                    ? "a relation of a concept to itself was left out"
                    : "\(count) relations of a concept to itself were left out"
            }
        }
        try yield(
            .record(
                .skillRelation(SkillRelation(from: from, kind: relation, to: to)), csv.place()))
    }

    private func relation(_ row: CSVRow) -> SkillRelation.Kind? {
        guard let kind else { return .broader }
        if row.cell(kind, is: "essential") { return .essentialFor }
        return row.cell(kind, is: "optional") ? .optionalFor : nil
    }

    private func reject(
        _ csv: CSVTable, _ cell: Int, _ code: String, _ message: String,
        _ yield: (FormatEvent) throws -> Void
    ) throws {
        try yield(.note(LedgerEntry(.rejected, at: csv.place(cell), code: code, message)))
    }
}

/// Reads the hierarchy: each row is a way from the top, whose steps are broader relations.
///
/// Rows follow one another depth first, so a step that the row before had too is not said again.
struct ESCOHierarchy: ESCORows {
    private(set) var notes = LedgerNotes()
    private let levels: [Int]
    private var previous: [String] = []

    init(_ header: CSVHeader) {
        let places = (0..<header.columns.count).lazy.map {
            header.position(of: "Level \($0) URI")
        }
        levels = Array(places.prefix { $0 != nil }.compactMap { $0 })
    }

    mutating func read(_ csv: CSVTable, _ yield: (FormatEvent) throws -> Void) throws {
        let path = levels.map { csv.row.text($0) }.prefix { $0 != nil }.compactMap { $0 }
        let shared = zip(path, previous).prefix { $0 == $1 }.count
        for depth in max(1, shared)..<max(1, path.count) where path[depth] != path[depth - 1] {
            let relation = SkillRelation(from: path[depth], kind: .broader, to: path[depth - 1])
            try yield(.record(.skillRelation(relation), csv.place(levels[depth])))
        }
        previous = path
    }
}
