// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// A part of a table of awards, read beside the others.
///
/// A file may be cut after any line feed where no cell holds one, which only a cell in quotes can.
/// Whoever cuts it cannot know; so a part that met a quote is not sound, and the file is then to be
/// read from its beginning to its end.
///
/// ```
/// var first = AwardPart(source)          // is fed the header, and then makes the others
/// var second = first.following()
/// …
/// first.append(second)
/// ```
public struct AwardPart: Sendable {
    /// The most notes that a part keeps; more are a reason to read in order.
    private static let mostNotes = 10_000

    private var reader: AwardColumnsReader
    /// What is to be said of rows, their lines counted from the beginning of the part.
    public private(set) var notes: [LedgerEntry] = []

    /// Creates the first part of a file, which holds the header.
    public init(_ source: FormatSource) { reader = AwardColumnsReader(source) }

    private init(_ reader: AwardColumnsReader) { self.reader = reader }

    /// What was read.
    public var columns: AwardColumns { reader.columns }

    /// Whether what was read so far can be relied on.
    public var isSound: Bool { !reader.hasQuotes && notes.count <= Self.mostNotes }

    /// Returns a later part; nil where the header was not read yet.
    public func following() -> AwardPart? { reader.part().map { AwardPart($0) } }

    /// Reads the next bytes of the part.
    ///
    /// - Throws: `FormatError` where they cannot be read at all.
    public mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        var found: [LedgerEntry] = []
        try reader.read(bytes) { found.append($0) }
        notes += found
    }

    /// Ends the rows of the part.
    ///
    /// - Throws: `FormatError` where it ends within quotes.
    public mutating func finishRows() throws {
        var found: [LedgerEntry] = []
        try reader.finishRows { found.append($0) }
        notes += found
    }

    /// Adds the part that follows; the rows of both have ended.
    public mutating func append(_ part: AwardPart) {
        let lines = reader.append(part.reader)
        notes += part.notes.map { $0.moved(lines) }
    }

    /// Ends the file, once every part was added.
    ///
    /// - Throws: `FormatError` where there is no header.
    public mutating func finish() throws {
        var found: [LedgerEntry] = []
        try reader.finish { found.append($0) }
        notes += found
    }
}

extension LedgerEntry {
    /// The same entry, `lines` further down.
    fileprivate func moved(_ lines: Int) -> LedgerEntry {
        LedgerEntry(
            action,
            at: SourcePlace(
                file: place.file, line: place.line > 0 ? place.line + lines : 0,
                column: place.column, pointer: place.pointer), code: code, message)
    }
}
