// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A collection of ESCO's skills: digital, green, transversal and so on, as published in CSV.
struct ESCOCollectionFormat: Format {
    let name = "esco-collection"
    let title = "ESCO collection (CSV)"
    let summary = """
        A collection of ESCO's skills, such as the digital, green, transversal, language or \
        research skills: each skill with its labels and its broader concepts. What the skills \
        file says of a skill stands before what a collection says, so that a collection adds only \
        what is not there; which collection a skill is in is not kept.
        """
    let onlyMentions = true

    func recognizes(_ opening: FileOpening) -> Bool {
        opening.header.flatMap(ESCOTable.of) == .collection
    }

    func makeReader(for source: FormatSource) -> any FormatReader { ESCOReader(source) }
}

/// Reads a skill a row, and a broader relation for each of the concepts that stand above it.
struct ESCOCollectionRows: ESCORows {
    private var concepts: ESCOConcepts
    private let uri: Int
    private let broader: Int

    var notes: LedgerNotes { concepts.notes }

    init(_ header: CSVHeader, _ edition: ESCOEdition) {
        concepts = ESCOConcepts(header, edition, separator: "|")
        uri = header.position(of: "conceptUri") ?? 0
        broader = header.position(of: "broaderConceptUri") ?? 0
    }

    mutating func read(_ csv: CSVTable, _ yield: (FormatEvent) throws -> Void) throws {
        try concepts.read(csv, yield)
        guard let from = csv.row.text(uri), let above = csv.row.text(broader) else { return }
        for to in above.split(separator: "|").map(\.trimmed) where !to.isEmpty && to != from {
            let relation = SkillRelation(from: from, kind: .broader, to: to)
            try yield(.record(.skillRelation(relation), csv.place(broader)))
        }
    }
}
