// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// ESCO, the European classification of skills and occupations, as published in CSV.
struct ESCOFormat: Format {
    let name = "esco"
    let title = "ESCO (CSV)"
    let summary = """
        The CSV files of ESCO, the European classification of skills and occupations, as \
        downloaded in any language: skills, skill groups, their hierarchy and broader relations, \
        relations between skills, occupations and ISCO groups, and which skills are essential or \
        optional for which occupation. Headers decide, not file names. No file states its \
        version: it is declared, else guessed from the folder's name, else unknown. Descriptions \
        and scope notes are not read.
        """

    func recognizes(_ opening: FileOpening) -> Bool {
        let table = opening.header.flatMap(ESCOTable.of)
        return table != nil && table != .collection
    }

    func makeReader(for source: FormatSource) -> any FormatReader { ESCOReader(source) }
}

/// Reads one file of ESCO, whichever its header says.
struct ESCOReader: FormatReader {
    let source: FormatSource
    var csv: CSVTable
    var table: (any ESCORows)?

    init(_ source: FormatSource) {
        self.source = source
        csv = CSVTable(file: source.file)
    }

    mutating func read(
        _ chunk: ArraySlice<UInt8>, _ yield: (FormatEvent) throws -> Void
    ) throws {
        try chunk.withUnsafeBufferPointer { bytes in
            var position = 0
            while let step = try csv.next(in: bytes, from: &position) { try take(step, yield) }
        }
    }

    mutating func finish(_ yield: (FormatEvent) throws -> Void) throws {
        while let step = try csv.next() { try take(step, yield) }
        for note in csv.closingNotes + (table?.notes.entries ?? []) { try yield(.note(note)) }
    }

    private mutating func take(
        _ step: CSVTable.Step, _ yield: (FormatEvent) throws -> Void
    ) throws {
        switch step {
        case .header: try begin(yield)
        case .rejected(let entry): try yield(.note(entry))
        case .row: try table?.read(csv, yield)
        }
    }

    private mutating func begin(_ yield: (FormatEvent) throws -> Void) throws {
        guard let header = csv.header, let found = ESCOTable.of(header) else {
            throw FormatError(
                at: SourcePlace(file: source.file, line: csv.place().line), code: "unknown-table",
                "the header is of none of ESCO's files; the skills file, for instance, has"
                    + " conceptType, conceptUri, skillType and preferredLabel")
        }
        let edition = ESCOEdition(of: source)
        table = found.rows(header, edition)
        if found.statesFramework, let note = edition.versionNote { try yield(.note(note)) }
        if found.hasLabels, let note = edition.languageNote { try yield(.note(note)) }
    }
}
