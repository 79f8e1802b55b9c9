// SPDX-License-Identifier: Apache-2.0

/// One row of a table as bytes, its quotes already undone.
struct CSVRow {
    /// The cells, one separator byte between each two.
    var bytes: [UInt8] = []
    /// Where each cell ends.
    var ends: [Int] = []
    /// The line on which the row starts, from 1.
    var line = 1
    /// Whether any byte is not ASCII.
    var hasHighBytes = false
    /// Whether text stands after a closing quote.
    var isBadlyQuoted = false

    /// How many cells there are.
    var count: Int { ends.count }
    /// Whether every cell is empty, as on an empty line.
    var isBlank: Bool { bytes.count < ends.count }

    /// Returns where the cell stands in `bytes`, white space around it left out.
    func range(of cell: Int) -> Range<Int> {
        var start = cell == 0 ? 0 : ends[cell - 1] + 1
        var end = ends[cell]
        while start < end, Self.isBlank(bytes[start]) { start += 1 }
        while start < end, Self.isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Returns the text of a cell, trimmed; nil where the cell is empty or not there.
    func text(_ cell: Int) -> String? {
        guard cell < ends.count else { return nil }
        let range = range(of: cell)
        return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
    }

    /// Returns whether the trimmed cell is exactly this ASCII text, without making a string.
    func cell(_ cell: Int, is text: StaticString) -> Bool {
        guard cell < ends.count else { return false }
        let range = range(of: cell)
        guard range.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { bytes[range].elementsEqual($0) }
    }

    /// Returns the first cell that is not UTF-8 or holds a NUL byte; nil where all are text.
    func firstBadCell() -> Int? {
        var offset = bytes.firstIndex(of: 0)
        if hasHighBytes {
            do { _ = try UTF8Span(validating: bytes.span) } catch {
                offset = min(offset ?? .max, error.byteOffsets.lowerBound)
            }
        }
        return offset.map { offset in ends.firstIndex { offset <= $0 } ?? ends.count - 1 }
    }

    mutating func clear(line: Int) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        self.line = line
        hasHighBytes = false
        isBadlyQuoted = false
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
