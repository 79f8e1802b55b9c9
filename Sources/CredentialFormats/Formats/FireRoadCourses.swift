// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The course list of FireRoad, the planner of MIT students.
struct FireRoadCoursesFormat: Format {
    let name = "fireroad-courses"
    let title = "FireRoad course list (CSV)"
    let summary = """
        The course list of FireRoad, a planner for MIT: each subject with its title, its units as \
        credits of the scheme "MIT units", and as tags what its attributes are (GIR:CAL1, HASS and \
        HASS-A, CI-H), its department (department:6) and whether it is for undergraduates or \
        graduates. Joint subjects become other ids and equivalents, equivalent subjects \
        equivalents, prerequisites admission rules: commas are any, semicolons all, permissions \
        and words are a person's decision. Corequisites, schedules and instructors are not read.
        """

    static let columns = ["Subject Id", "Subject Title", "Subject Level", "Prerequisites"]

    func recognizes(_ opening: FileOpening) -> Bool { opening.header?.has(Self.columns) ?? false }

    func makeReader(for source: FormatSource) -> any FormatReader { FireRoadReader(source) }
}

/// Reads a course list, one row a subject.
private struct FireRoadReader: FormatReader {
    let source: FormatSource
    var csv: CSVTable
    var rows: FireRoadRows?

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
        for note in csv.closingNotes + (rows?.notes.entries ?? []) { try yield(.note(note)) }
    }

    private mutating func take(
        _ step: CSVTable.Step, _ yield: (FormatEvent) throws -> Void
    ) throws {
        switch step {
        case .header: try begin()
        case .rejected(let entry): try yield(.note(entry))
        case .row: try rows?.read(csv, yield)
        }
    }

    private mutating func begin() throws {
        guard let header = csv.header, header.has(FireRoadCoursesFormat.columns) else {
            throw FormatError(
                at: SourcePlace(file: source.file, line: csv.place().line), code: "unknown-table",
                "the header is not that of a course list; it has "
                    + FireRoadCoursesFormat.columns.joined(separator: ", "))
        }
        rows = FireRoadRows(header)
    }
}
