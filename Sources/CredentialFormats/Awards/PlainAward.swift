// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// An award in a plain row, as far as it can be read without making text of it.
struct PlainAward {
    /// The longest description of an item that is remembered by its bytes.
    static let longestDescription = 1024

    private static let progresses = words(of: Award.Progress.self)
    private static let verifications = words(of: Award.Verification.self)

    private let layout: AwardLayout
    private var row: PlainRow
    private let scratch: UnsafeMutableRawBufferPointer

    /// The day of the award.
    private(set) var day = AwardColumns.noDay
    /// How far the learner has come.
    private(set) var progress = Award.Progress.completed

    init(_ layout: AwardLayout, _ row: PlainRow, _ scratch: UnsafeMutableRawBufferPointer) {
        self.layout = layout
        self.row = row
        self.scratch = scratch
    }

    /// Where the next row starts.
    var next: Int { row.next }
    /// Whether any byte is not ASCII.
    var hasHighBytes: Bool { row.hasHighBytes }
    /// The bytes of the learner's cell.
    var learner: UnsafeRawBufferPointer { row.cell(layout.learner) }

    /// Finds the row that starts at `position`; returns false where it is not plain.
    mutating func find(at position: Int) -> Bool { row.find(at: position) }

    /// Returns the bytes that describe the item; nil where they are too many.
    func description() -> UnsafeRawBufferPointer? {
        var count = 0
        for run in layout.runs {
            let start = row.start(of: run.lowerBound)
            let length = row.ends[run.upperBound] - start
            guard count + length < scratch.count else { return nil }
            UnsafeMutableRawBufferPointer(rebasing: scratch[count...]).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: row.bytes[start..<start + length]))
            // No cell of a plain row holds a line end.
            scratch[count + length] = 0x0A
            count += length + 1
        }
        return UnsafeRawBufferPointer(rebasing: scratch[..<count])
    }

    /// Reads the date and the status; returns false where these or any other cell but the learner
    /// and the description may hold a mistake.
    mutating func hasKnownCells() -> Bool {
        if let place = layout.date {
            guard let day = Self.day(row.cell(place)) else { return false }
            self.day = day
        }
        if let place = layout.status {
            guard let progress = Self.progress(row.cell(place)) else { return false }
            self.progress = progress
        }
        return layout.others.allSatisfy { isHarmless($0) }
    }

    private func isHarmless(_ place: Int) -> Bool {
        let cell = row.cell(place)
        if cell.isEmpty { return true }
        if place == layout.expires { return Self.day(cell) != nil }
        if place == layout.verification {
            return Self.verifications.contains { $0.0.elementsEqual(cell) }
        }
        return !row.hasHighBytes || cell.allSatisfy { $0 < 0x80 }
    }

    private static func progress(_ cell: UnsafeRawBufferPointer) -> Award.Progress? {
        if cell.isEmpty { return .completed }
        for (word, progress) in progresses where word.elementsEqual(cell) { return progress }
        return nil
    }

    /// Returns the day in a cell such as `2026-11-23`, `noDay` for an empty one, nil for any other.
    private static func day(_ cell: UnsafeRawBufferPointer) -> Int32? {
        if cell.isEmpty { return AwardColumns.noDay }
        guard cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") else {
            return nil
        }
        var parts = (0, 0, 0)
        guard read(cell, 0..<4, &parts.0), read(cell, 5..<7, &parts.1),
            read(cell, 8..<10, &parts.2)
        else { return nil }
        return CalendarDate(year: parts.0, month: parts.1, day: parts.2).map {
            Int32($0.dayNumber)
        }
    }

    private static func read(
        _ cell: UnsafeRawBufferPointer, _ range: Range<Int>, _ value: inout Int
    ) -> Bool {
        for place in range {
            let digit = cell[place] &- UInt8(ascii: "0")
            guard digit < 10 else { return false }
            value = value * 10 + Int(digit)
        }
        return true
    }

    private static func words<Word: RawRepresentable<String> & CaseIterable>(
        of type: Word.Type
    ) -> [([UInt8], Word)] {
        Word.allCases.map { (Array($0.rawValue.utf8), $0) }
    }
}
