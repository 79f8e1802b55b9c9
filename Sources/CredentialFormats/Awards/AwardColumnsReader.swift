// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Reads a table of awards into columns, many times as fast as into records.
///
/// Most rows are plain: no quotes, and a credential described in bytes that were met before. Those
/// are read where they stand. Every other row, and every one that may hold a mistake, is read as
/// `varde-csv` reads it, so that both say the same of every file.
public struct AwardColumnsReader: Sendable {
    /// What was read so far.
    public private(set) var columns = AwardColumns()

    /// Whether a row with a quote was read, so that a line end need not end a row.
    private(set) var hasQuotes = false

    private var slow: VardeCSVReader
    private var layout: AwardLayout?
    /// The bytes by which plain rows describe an item, and its number.
    private var descriptions = ByteNames()
    private var described: [UInt32] = []
    private var withoutScheme: [Bool] = []

    /// Creates a reader of one file.
    public init(_ source: FormatSource) { slow = VardeCSVReader(source) }

    /// Returns whether a file that begins like this is a table of awards.
    public static func recognizes(_ opening: FileOpening) -> Bool {
        opening.header.map { VardeTable.of($0) == .awards } ?? false
    }

    /// Reads the next bytes of the file.
    ///
    /// - Parameters:
    ///   - bytes: a chunk of any size.
    ///   - note: takes what is to be said of rows that were not simply read.
    /// - Throws: `FormatError` if the file as a whole cannot be read or is not one of awards, or
    ///   what `note` throws. A reader that has thrown is not to be fed again.
    public mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ note: (LedgerEntry) throws -> Void
    ) throws {
        var position = 0
        while position < bytes.count {
            var pending: Description?
            if let layout, slow.csv.isBetweenRows {
                pending = readPlain(UnsafeRawBufferPointer(bytes), layout, &position)
            }
            guard try readSlowly(bytes, &position, pending, note) else { return }
        }
    }

    /// Ends the file.
    ///
    /// - Throws: `FormatError` if the file ends too early, or what `note` throws.
    public mutating func finish(_ note: (LedgerEntry) throws -> Void) throws {
        var events: [FormatEvent] = []
        try slow.finish { events.append($0) }
        if layout == nil { try begin() }
        for event in events { try take(event, note) }
    }

    // MARK: Rows with records

    /// The bytes by which a row describes an item that was not met before.
    private struct Description {
        let bytes: [UInt8]
        let hash: UInt64
    }

    private mutating func readSlowly(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ pending: Description?,
        _ note: (LedgerEntry) throws -> Void
    ) throws -> Bool {
        guard position < bytes.count else { return false }
        let before = columns.count
        let start = position
        var events: [FormatEvent] = []
        let hasRead = try slow.readRow(in: bytes, from: &position) { events.append($0) }
        hasQuotes = hasQuotes || bytes[start..<position].contains(0x22)
        if layout == nil, slow.csv.header != nil { try begin() }
        for event in events { try take(event, note) }
        if let pending, columns.count == before + 1, let item = columns.itemNumbers.last {
            learn(pending, item)
        }
        return hasRead
    }

    private mutating func begin() throws {
        layout = AwardLayout(slow)
        guard layout == nil else { return }
        throw FormatError(
            at: SourcePlace(file: slow.source.file, line: slow.csv.place().line),
            code: "not-awards",
            "this is a table of \(slow.table.rawValue); awards have the columns learner and"
                + " credential")
    }

    private mutating func learn(_ description: Description, _ item: UInt32) {
        description.bytes.withUnsafeBytes { _ = descriptions.add($0, hash: description.hash) }
        described.append(item)
        withoutScheme.append(columns.items[Int(item)].credits?.scheme == .unknown)
    }

    private mutating func take(
        _ event: FormatEvent, _ note: (LedgerEntry) throws -> Void
    ) rethrows {
        switch event {
        case .note(let entry): try note(entry)
        case .record(.award(let award, let learner?), _):
            columns.append(award, of: learner)
        case .record: break
        }
    }

    // MARK: Parts

    /// Returns a reader of a later part of the same file; nil where the header was not read yet.
    func part() -> AwardColumnsReader? {
        guard layout != nil else { return nil }
        var part = AwardColumnsReader(slow.source)
        part.slow = slow.part()
        part.layout = layout
        return part
    }

    /// Adds what a part says that follows on what was read so far; both have ended with a row.
    ///
    /// - Returns: how many lines come before it.
    mutating func append(_ part: AwardColumnsReader) -> Int {
        columns.append(part.columns)
        slow.decoder.countWithoutScheme(part.slow.decoder.rowsWithoutScheme)
        return slow.csv.pass(over: part.slow.csv)
    }

    /// Ends the rows, but says nothing of the table as a whole.
    mutating func finishRows(_ note: (LedgerEntry) throws -> Void) throws {
        var events: [FormatEvent] = []
        try slow.finishRows { events.append($0) }
        for event in events { try take(event, note) }
    }

    // MARK: Plain rows

    /// Reads plain rows from `position` on, up to the first that is not; returns how that one
    /// describes its item, where only this is why.
    private mutating func readPlain(
        _ bytes: UnsafeRawBufferPointer, _ layout: AwardLayout, _ position: inout Int
    ) -> Description? {
        var lines = 0
        var schemeless = 0
        var unknown: Description?
        withUnsafeTemporaryAllocation(of: Int.self, capacity: layout.width) { ends in
            withUnsafeTemporaryAllocation(
                byteCount: PlainAward.longestDescription, alignment: 8
            ) { scratch in
                var award = PlainAward(
                    layout, PlainRow(bytes, separator: layout.separator, ends: ends), scratch)
                rows: while award.find(at: position) {
                    guard let description = award.description(), award.hasKnownCells() else {
                        break rows
                    }
                    let hash = ByteNames.hash(description)
                    guard let found = descriptions.find(description, hash: hash) else {
                        unknown = Description(bytes: Array(description), hash: hash)
                        break rows
                    }
                    guard let learner = number(of: award.learner, isPlain: !award.hasHighBytes)
                    else { break rows }
                    columns.append(
                        learner: learner, item: described[found], day: award.day, award.progress)
                    if withoutScheme[found] { schemeless += 1 }
                    position = award.next
                    lines += 1
                }
            }
        }
        slow.csv.pass(lines: lines)
        slow.decoder.countWithoutScheme(schemeless)
        return unknown
    }

    /// Returns the number of a learner; nil where what is written may not be a pseudonym.
    private mutating func number(of name: UnsafeRawBufferPointer, isPlain: Bool) -> UInt32? {
        if let last = columns.learners.last, columns.names.isName(Int(last), name) { return last }
        let hash = ByteNames.hash(name)
        if let known = columns.names.find(name, hash: hash) { return UInt32(known) }
        guard isPlain, let first = name.first, let last = name.last, first != 0x20, last != 0x20,
            !name.contains(UInt8(ascii: "@"))
        else { return nil }
        return UInt32(columns.names.add(name, hash: hash))
    }
}
