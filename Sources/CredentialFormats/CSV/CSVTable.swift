// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Reads a table with a header, telling rows that can be used from rows that cannot.
///
/// The separator is the one of `,`, `;` and tab that the header has most of. A byte order mark, a
/// `sep=;` line and empty lines are passed over.
struct CSVTable {
    /// What was read.
    enum Step: Equatable {
        /// The header.
        case header
        /// A row, in `row`.
        case row
        /// A row that cannot be used.
        case rejected(LedgerEntry)
    }

    /// The longest header: 1 MiB.
    static let longestHeader = 1 << 20

    /// The file's name for messages.
    let file: String
    /// The header, once it was read.
    private(set) var header: CSVHeader?
    /// How many rows were shorter than the header.
    private(set) var shortRows = 0

    private var scanner = CSVScanner(separator: UInt8(ascii: ","))
    private var opening: [UInt8] = []
    private var sniffer = CSVSniffer()
    private var endsWithReturn = false
    private var firstShortLine = 0
    private var width = 0

    init(file: String) { self.file = file }

    /// The row last read.
    var row: CSVRow { scanner.row }
    /// The byte between cells.
    var separator: UInt8 { scanner.separator }
    /// Whether numbers may be written with a comma, because cells are parted by something else.
    var allowsDecimalComma: Bool { separator != UInt8(ascii: ",") }

    /// Reads on from `position` in `bytes`; nil where all was read and nothing was completed.
    mutating func next(
        in bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws -> Step? {
        if header == nil {
            guard try readHeader(bytes, &position) else { return nil }
            return .header
        }
        do throws(CSVScanner.Problem) {
            while try scanner.next(in: bytes, from: &position) {
                if let step = judge() { return step }
            }
            return nil
        } catch { throw error.error(in: file) }
    }

    /// Ends the file; called until it returns nil.
    mutating func next() throws -> Step? {
        if header == nil {
            guard !opening.isEmpty else { throw emptyFile }
            opening.append(0x0A)
            guard try takeHeader() else { throw emptyFile }
            return .header
        }
        do throws(CSVScanner.Problem) {
            return try scanner.finish() ? judge() : nil
        } catch { throw error.error(in: file) }
    }

    /// Whether the header was read and the next byte begins a row.
    var isBetweenRows: Bool { header != nil && scanner.isBetweenRows }

    /// Passes over whole rows of `lines` lines together, which somebody else has read.
    mutating func pass(lines: Int) { if lines > 0 { scanner.pass(lines: lines) } }

    /// Returns a reader of a part of the rows, whose first line is 1.
    func part() -> CSVTable {
        var part = self
        part.scanner = CSVScanner(separator: separator)
        part.shortRows = 0
        return part
    }

    /// Passes over a part that was read to its end; returns how many lines come before it.
    mutating func pass(over part: CSVTable) -> Int {
        let lines = scanner.lineCount
        if shortRows == 0 { firstShortLine = part.firstShortLine + lines }
        shortRows += part.shortRows
        pass(lines: part.scanner.lineCount)
        return lines
    }

    /// What is to be said of the table as a whole, at its end.
    var closingNotes: [LedgerEntry] {
        guard shortRows > 0 else { return [] }
        let place = SourcePlace(file: file, line: firstShortLine)
        let text =
            shortRows == 1
            ? "1 row is shorter than the header; the cells it lacks are read as empty"
            : "\(shortRows) rows, this the first, are shorter than the header; the cells they lack"
                + " are read as empty"
        return [LedgerEntry(.adjusted, at: place, code: "short-rows", text)]
    }

    /// Returns the place of a cell, counted from 0, in the row last read; of the whole row where
    /// the header has no such column.
    func place(_ cell: Int? = nil) -> SourcePlace {
        SourcePlace(
            file: file, line: scanner.row.line, column: cell.map { $0 == .max ? 0 : $0 + 1 } ?? 0)
    }

    // MARK: Rows

    private mutating func judge() -> Step? {
        if scanner.row.isBlank { return nil }
        if let cell = scanner.row.firstBadCell() {
            return rejected(
                cell, "invalid-text", "the cell is not UTF-8 text; save the file as UTF-8")
        }
        if scanner.row.isBadlyQuoted {
            return rejected(
                nil, "bad-quotes", "text follows a closing quote; double the quotes inside a cell")
        }
        let count = scanner.row.count
        if count > width, let extra = (width..<count).first(where: { scanner.row.text($0) != nil })
        {
            return rejected(
                extra, "too-many-cells",
                "the row has \(count) cells, the header \(width); quote cells that hold a separator"
            )
        }
        if count < width {
            if shortRows == 0 { firstShortLine = scanner.row.line }
            shortRows += 1
        }
        return .row
    }

    private func rejected(_ cell: Int?, _ code: String, _ message: String) -> Step {
        .rejected(LedgerEntry(.rejected, at: place(cell), code: code, message))
    }

    // MARK: Header

    private mutating func readHeader(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws -> Bool {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            let isRestOfLineEnd = byte == 0x0A && opening.isEmpty && endsWithReturn
            endsWithReturn = byte == 0x0D
            if isRestOfLineEnd { continue }
            opening.append(byte)
            guard opening.count <= Self.longestHeader else {
                throw FormatError(
                    at: SourcePlace(file: file, line: 1), code: "no-header",
                    "the first line is longer than 1 MiB, so it is no header; this is no table")
            }
            if sniffer.endsLine(byte), try takeHeader() { return true }
        }
        return false
    }

    /// Reads the header from `opening`, which ends with a line end; false where that line is not it.
    private mutating func takeHeader() throws -> Bool {
        if opening.starts(with: [0xEF, 0xBB, 0xBF]) { opening.removeFirst(3) }
        let isDeclaration = sniffer.declares(opening)
        let line = scanner.row.line
        scanner = CSVScanner(separator: sniffer.declared ?? sniffer.separator, line: line)
        do throws(CSVScanner.Problem) {
            try opening.withUnsafeBufferPointer { bytes throws(CSVScanner.Problem) in
                var position = 0
                _ = try scanner.next(in: bytes, from: &position)
            }
        } catch { throw error.error(in: file) }
        opening.removeAll(keepingCapacity: false)
        sniffer.startLine()
        if isDeclaration || scanner.row.isBlank {
            scanner = CSVScanner(separator: scanner.separator, line: line + 1)
            return false
        }
        try accept(scanner.row)
        return true
    }

    private mutating func accept(_ row: CSVRow) throws {
        if row.firstBadCell() != nil {
            let isWide =
                row.bytes.starts(with: [0xFF, 0xFE]) || row.bytes.starts(with: [0xFE, 0xFF])
            throw FormatError(
                at: SourcePlace(file: file, line: row.line), code: "invalid-text",
                isWide
                    ? "the file is UTF-16; save it as UTF-8"
                    : "the header is not UTF-8 text;"
                        + " save the file as UTF-8, if it is a table at all")
        }
        let header = CSVHeader(row)
        if let twice = header.firstRepeated {
            throw FormatError(
                at: SourcePlace(file: file, line: row.line, column: twice + 1),
                code: "repeated-column",
                "the column \"\(header.columns[twice].spelling)\" stands twice; remove one")
        }
        self.header = header
        width = header.columns.count
    }

    private var emptyFile: FormatError {
        FormatError(
            at: SourcePlace(file: file), code: "empty", "the file is empty; a header is needed")
    }
}
