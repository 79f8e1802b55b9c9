// SPDX-License-Identifier: Apache-2.0

/// Finds the cells of a row that has no quotes, no control bytes and one line, eight bytes at a
/// time.
///
/// Bytes are told apart within a word, after Lamport, "Multiple byte processing with full-word
/// instructions" (1975).
struct PlainRow {
    private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    private static let high: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The bytes of the chunk.
    let bytes: UnsafeRawBufferPointer
    /// Where each cell ends, in the chunk.
    let ends: UnsafeMutableBufferPointer<Int>
    private let separator: UInt8
    private let separators: UInt64

    /// Where the row starts.
    private(set) var start = 0
    /// Where the next row starts.
    private(set) var next = 0
    /// Whether any byte is not ASCII.
    private(set) var hasHighBytes = false

    /// Creates a row that has not been found; `ends` has one place for each column.
    init(
        _ bytes: UnsafeRawBufferPointer, separator: UInt8, ends: UnsafeMutableBufferPointer<Int>
    ) {
        self.bytes = bytes
        self.separator = separator
        self.ends = ends
        separators = Self.ones &* UInt64(separator)
    }

    /// Finds the row that starts at `position`; returns false where it is not plain, not as wide as
    /// the header, or not whole.
    mutating func find(at position: Int) -> Bool {
        start = position
        var offset = position
        var cells = 0
        var highs: UInt64 = 0
        while offset + 8 <= bytes.count {
            let word = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            var marks = marks(in: word)
            highs |= word
            while marks != 0 {
                let place = offset + marks.trailingZeroBitCount >> 3
                marks &= marks &- 1
                guard cells < ends.count else { return false }
                guard bytes[place] == separator else {
                    // Bytes of the next row may be among these: a slower look at this one then.
                    hasHighBytes = highs & Self.high != 0
                    return end(at: place, cells)
                }
                ends[cells] = place
                cells += 1
            }
            offset += 8
        }
        return false
    }

    /// Returns the bytes of a cell.
    func cell(_ place: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[start(of: place)..<ends[place]])
    }

    /// Returns where a cell starts.
    func start(of place: Int) -> Int { place == 0 ? start : ends[place - 1] + 1 }

    /// Ends the row at a byte that is neither a separator nor ordinary.
    private mutating func end(at place: Int, _ cells: Int) -> Bool {
        guard cells == ends.count - 1 else { return false }
        ends[cells] = place
        switch bytes[place] {
        case 0x0A: next = place + 1
        case 0x0D where place + 1 < bytes.count && bytes[place + 1] == 0x0A: next = place + 2
        default: return false
        }
        return true
    }

    /// Returns the high bits of the bytes that are a separator, a quote or below a space.
    private func marks(in word: UInt64) -> UInt64 {
        let controls = ~((word & Self.low) &+ 0x6060_6060_6060_6060 | word)
        return
            (controls | Self.zeros(in: word ^ separators)
            | Self.zeros(in: word ^ 0x2222_2222_2222_2222)) & Self.high
    }

    /// Returns a word with the high bit of each byte that is zero, and only those of the high bits.
    private static func zeros(in word: UInt64) -> UInt64 {
        ~((word & low) &+ low | word | low)
    }
}
