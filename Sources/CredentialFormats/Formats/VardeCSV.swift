// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Varde's own tables as CSV files, each recognised by its header.
struct VardeCSVFormat: Format {
    let name = "varde-csv"
    let title = "Varde tables (CSV)"
    let summary = """
        Varde's own tables, one CSV file each: skills, credentials, outcomes, alignments, \
        relations, requirements, awards and conversions. The header says which; the file's name \
        does not matter. Cells are separated by commas, semicolons or tabs, numbers may have a \
        decimal comma where commas do not separate cells, text columns may be repeated with a \
        language (title@de), and lists in a cell are parted by " | ". A bad row is rejected with \
        its line and cell, and the others are read; unknown columns are ignored.
        """

    func recognizes(_ opening: FileOpening) -> Bool {
        opening.header.map { VardeTable.of($0) != nil } ?? false
    }

    func makeReader(for source: FormatSource) -> any FormatReader { VardeCSVReader(source) }
}

/// Reads one of Varde's tables.
struct VardeCSVReader: FormatReader {
    /// Where the cells of a column of the file go.
    struct Target {
        let cell: Int
        let shape: VardeTable.Column.Shape
        let language: String
    }

    let source: FormatSource
    /// The rows and where they stand.
    var csv: CSVTable
    /// What makes records of them.
    var decoder: VardeDecoder
    /// The table that the header is of.
    private(set) var table = VardeTable.credentials
    /// Where the cells of each column of the file go; nil for a column that is left out.
    private(set) var targets: [Target?] = []
    private var row = VardeRow(table: .credentials)

    init(_ source: FormatSource) {
        self.source = source
        csv = CSVTable(file: source.file)
        decoder = VardeDecoder(declaredVersion: source.frameworkVersion, allowsWallet: false)
    }

    mutating func read(
        _ chunk: ArraySlice<UInt8>, _ yield: (FormatEvent) throws -> Void
    ) throws {
        try chunk.withUnsafeBufferPointer { bytes in
            var position = 0
            while try readRow(in: bytes, from: &position, yield) {}
        }
    }

    /// Reads on from `position` to the end of a row, and returns false where all was read.
    mutating func readRow(
        in bytes: UnsafeBufferPointer<UInt8>, from position: inout Int,
        _ yield: (FormatEvent) throws -> Void
    ) throws -> Bool {
        guard let step = try csv.next(in: bytes, from: &position) else { return false }
        try take(step, yield)
        return true
    }

    /// Returns a reader of a part of the rows.
    func part() -> VardeCSVReader {
        var part = self
        part.csv = csv.part()
        part.decoder = VardeDecoder(
            declaredVersion: source.frameworkVersion, allowsWallet: false)
        return part
    }

    /// Ends the rows, but says nothing of the table as a whole.
    mutating func finishRows(_ yield: (FormatEvent) throws -> Void) throws {
        while let step = try csv.next() { try take(step, yield) }
    }

    mutating func finish(_ yield: (FormatEvent) throws -> Void) throws {
        try finishRows(yield)
        for note in csv.closingNotes + decoder.closingNotes(in: source.file) {
            try yield(.note(note))
        }
    }

    private mutating func take(
        _ step: CSVTable.Step, _ yield: (FormatEvent) throws -> Void
    ) throws {
        switch step {
        case .header: try begin(yield)
        case .rejected(let entry): try yield(.note(entry))
        case .row: try takeRow(yield)
        }
    }

    // MARK: Header

    private mutating func begin(_ yield: (FormatEvent) throws -> Void) throws {
        guard let header = csv.header else { return }
        table = try table(of: header)
        row = VardeRow(table: table, allowsDecimalComma: csv.allowsDecimalComma)
        targets = header.columns.map(target(of:))
        for (position, column) in header.columns.enumerated()
        where targets[position] == nil && !column.spelling.isEmpty {
            try yield(.note(unknown(column, at: position)))
        }
    }

    private func table(of header: CSVHeader) throws -> VardeTable {
        let place = SourcePlace(file: source.file, line: csv.place().line)
        guard let table = VardeTable.of(header) ?? .nearest(to: header) else {
            throw FormatError(
                at: place, code: "unknown-table",
                "the header is of none of Varde's tables; credentials need id, title and kind,"
                    + " awards learner and credential")
        }
        if let missing = table.required.first(where: { !header.has([$0]) }) {
            throw FormatError(
                at: place, code: "missing-column",
                "the column \"\(missing)\" is missing from this table of \(table.rawValue); add it")
        }
        return table
    }

    private func target(of column: CSVHeader.Column) -> Target? {
        let columns = table.columns
        guard let cell = columns.firstIndex(where: { $0.name.lowercased() == column.name }) else {
            return nil
        }
        let isLocalized = columns[cell].shape == .localized || columns[cell].shape == .localizedList
        guard isLocalized || column.language == nil else { return nil }
        return Target(cell: cell, shape: columns[cell].shape, language: column.language ?? "und")
    }

    private func unknown(_ column: CSVHeader.Column, at position: Int) -> LedgerEntry {
        let names = table.columns.map(\.name)
        let nearest = Spelling.nearest(to: column.name, among: names, limit: 1).first
        return LedgerEntry(
            .ignored, at: csv.place(position), code: "unknown-column",
            "the column \"\(column.spelling)\" is not one of \(table.rawValue) and was left out"
                + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
    }

    // MARK: Rows

    private mutating func takeRow(_ yield: (FormatEvent) throws -> Void) throws {
        fillCells()
        let record: Record
        do throws(VardeRow.Problem) {
            record = try decoder.record(from: row, of: table)
        } catch {
            try yield(.note(entry(.rejected, error)))
            return
        }
        for remark in decoder.remarks {
            try yield(.note(entry(remark.action, remark.problem)))
        }
        try yield(.record(record, csv.place()))
    }

    private mutating func fillCells() {
        row.clear()
        for (position, target) in targets.enumerated() {
            guard let target, let text = csv.row.text(position) else { continue }
            switch target.shape {
            case .text: row.cells[target.cell] = .text(text)
            case .list: row.cells[target.cell] = .list(Self.parts(of: text))
            case .localized: add([text], target)
            case .localizedList: add(Self.parts(of: text), target)
            }
        }
    }

    private mutating func add(_ texts: [String], _ target: Target) {
        var entries: [LocalizedText.Entry] = []
        if case .localized(let before) = row.cells[target.cell] { entries = before }
        entries += texts.map { LocalizedText.Entry(language: target.language, text: $0) }
        row.cells[target.cell] = .localized(entries)
    }

    static func parts(of text: String) -> [String] {
        text.split(separator: "|").map { $0.trimmed }.filter { !$0.isEmpty }
    }

    private func entry(_ action: LedgerEntry.Action, _ problem: VardeRow.Problem) -> LedgerEntry {
        let cell = problem.cell.flatMap { cell in targets.firstIndex { $0?.cell == cell } }
        return LedgerEntry(action, at: csv.place(cell), code: problem.code, problem.message)
    }
}
