// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Splits bytes into rows of cells: RFC 4180, and what real files do besides.
///
/// Lines end with LF, CRLF or CR, also inside quotes. Each byte is looked at once; where a row has
/// no quotes it is copied once, whole. Chunks may end anywhere.
struct CSVScanner {
    /// The longest cell: 16 MiB.
    static let longestCell = 16 << 20
    /// The longest row: 64 MiB.
    static let longestRow = 64 << 20
    /// The most cells of a row.
    static let mostCells = 100_000

    /// What ended a scan before a row was complete.
    enum Problem: Error {
        /// A cell is longer than the limit; it began on this line.
        case cellTooLong(line: Int)
        /// A row has more cells than the limit.
        case tooManyCells(line: Int)
        /// A quote that opened on this line is not closed.
        case openQuote(line: Int)

        /// The problem as an error of this file.
        func error(in file: String) -> FormatError {
            switch self {
            case .cellTooLong(let line):
                FormatError(
                    at: SourcePlace(file: file, line: line), code: "cell-too-long",
                    "a cell that begins here is too long (16 MiB is the most); a closing quote may be"
                        + " missing")
            case .tooManyCells(let line):
                FormatError(
                    at: SourcePlace(file: file, line: line), code: "too-many-cells",
                    "the row has more than \(CSVScanner.mostCells) cells; this is no table")
            case .openQuote(let line):
                FormatError(
                    at: SourcePlace(file: file, line: line), code: "open-quote",
                    "a quote that opens here is never closed; close it, or double it")
            }
        }
    }

    private enum State { case cellStart, plain, quoted, quoteSeen }

    /// The byte between cells.
    let separator: UInt8
    /// The row being read, complete where `next` has returned true.
    private(set) var row = CSVRow()

    private var state = State.cellStart
    private var line = 1
    private var quoteLine = 1
    private var mayBeLineFeed = false
    /// Whether the last byte inside quotes was a CR, with which an LF makes one line end.
    private var endsWithReturn = false
    private var isComplete = false

    init(separator: UInt8, line: Int = 1) {
        self.separator = separator
        self.line = line
        row.line = line
    }

    /// Reads on from `position` and returns whether `row` is complete; if not, all was read.
    mutating func next(
        in bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(Problem) -> Bool {
        if isComplete { clear() }
        if mayBeLineFeed, position < bytes.count {
            if bytes[position] == 0x0A { position += 1 }
            mayBeLineFeed = false
        }
        while position < bytes.count {
            switch state {
            case .cellStart, .plain: try readPlain(bytes, &position)
            case .quoted: try readQuoted(bytes, &position)
            case .quoteSeen: try readAfterQuote(bytes, &position)
            }
            if isComplete { return true }
        }
        return false
    }

    /// Whether the next byte begins a row.
    var isBetweenRows: Bool {
        isComplete
            ? !mayBeLineFeed
            : state == .cellStart && row.bytes.isEmpty && row.ends.isEmpty && !mayBeLineFeed
    }

    /// How many lines were read to their ends.
    var lineCount: Int { line - 1 }

    /// Passes over whole rows of `lines` lines together, which somebody else has read.
    mutating func pass(lines: Int) {
        line += lines
        clear()
    }

    /// Ends the file and returns whether a last row without a line end is in `row`.
    mutating func finish() throws(Problem) -> Bool {
        if isComplete { clear() }
        if state == .quoted { throw .openQuote(line: quoteLine) }
        guard !row.bytes.isEmpty || !row.ends.isEmpty || state == .quoteSeen else { return false }
        row.ends.append(row.bytes.count)
        isComplete = true
        return true
    }

    private mutating func clear() {
        row.clear(line: line)
        state = .cellStart
        isComplete = false
    }

    // MARK: Outside quotes

    private mutating func readPlain(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws(Problem) {
        let separator = separator
        let base = row.bytes.count
        let start = position
        var high: UInt8 = 0
        var index = position
        var atCellStart = state == .cellStart
        scan: while index < bytes.count {
            let byte = bytes[index]
            if byte == separator {
                row.ends.append(base + index - start)
                atCellStart = true
                index += 1
                continue
            }
            switch byte {
            case 0x0A, 0x0D: break scan
            case 0x22 where atCellStart: break scan
            default:
                high |= byte
                atCellStart = false
                index += 1
            }
        }
        row.hasHighBytes = row.hasHighBytes || high >= 0x80
        try take(bytes, start..<index)
        state = atCellStart ? .cellStart : .plain
        position = index
        guard index < bytes.count else { return }
        position += 1
        if bytes[index] == 0x22 {
            state = .quoted
            quoteLine = line
            endsWithReturn = false
        } else {
            endRow(bytes[index], bytes, &position)
        }
    }

    // MARK: Inside quotes

    private mutating func readQuoted(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws(Problem) {
        let start = position
        var high: UInt8 = 0
        var index = position
        while index < bytes.count, bytes[index] != 0x22 {
            let byte = bytes[index]
            high |= byte
            if byte == 0x0D || (byte == 0x0A && !endsWithReturn) { line += 1 }
            endsWithReturn = byte == 0x0D
            index += 1
        }
        row.hasHighBytes = row.hasHighBytes || high >= 0x80
        try take(bytes, start..<index)
        position = index
        guard index < bytes.count else { return }
        position += 1
        state = .quoteSeen
    }

    private mutating func readAfterQuote(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws(Problem) {
        switch bytes[position] {
        case 0x22:
            row.bytes.append(0x22)
            state = .quoted
            position += 1
        case separator, 0x0A, 0x0D: state = .plain
        default:
            row.isBadlyQuoted = true
            state = .plain
        }
    }

    // MARK: Cells and rows

    private mutating func take(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) throws(Problem) {
        row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
        guard row.ends.count <= Self.mostCells else { throw .tooManyCells(line: row.line) }
        let cellStart = row.ends.last.map { $0 + 1 } ?? 0
        guard row.bytes.count - cellStart <= Self.longestCell, row.bytes.count <= Self.longestRow
        else {
            throw .cellTooLong(line: state == .quoted ? quoteLine : row.line)
        }
    }

    private mutating func endRow(
        _ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) {
        row.ends.append(row.bytes.count)
        line += 1
        isComplete = true
        guard byte == 0x0D else { return }
        if position < bytes.count {
            if bytes[position] == 0x0A { position += 1 }
        } else {
            mayBeLineFeed = true
        }
    }
}
