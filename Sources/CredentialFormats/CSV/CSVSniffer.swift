// SPDX-License-Identifier: Apache-2.0

/// Finds the end of the first line and the separator it uses.
struct CSVSniffer {
    private var commas = 0
    private var semicolons = 0
    private var tabs = 0
    private var isQuoted = false
    /// The separator that a `sep=` line has declared.
    private(set) var declared: UInt8?

    /// Takes the next byte and returns whether it ends the line.
    mutating func endsLine(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22: isQuoted.toggle()
        case UInt8(ascii: ",") where !isQuoted: commas += 1
        case UInt8(ascii: ";") where !isQuoted: semicolons += 1
        case UInt8(ascii: "\t") where !isQuoted: tabs += 1
        case 0x0A where !isQuoted, 0x0D where !isQuoted: return true
        default: break
        }
        return false
    }

    /// The separator there is most of; a comma where there is none.
    var separator: UInt8 {
        if semicolons > commas, semicolons >= tabs { return UInt8(ascii: ";") }
        return tabs > commas ? UInt8(ascii: "\t") : UInt8(ascii: ",")
    }

    /// Returns whether `line` is `sep=` and a byte, which spreadsheets write, and remembers it.
    mutating func declares(_ line: [UInt8]) -> Bool {
        guard declared == nil, line.count >= 6, line.starts(with: Array("sep=".utf8)),
            line[5] == 0x0A || line[5] == 0x0D
        else { return false }
        declared = line[4]
        return true
    }

    /// Forgets the line, but not what it declared.
    mutating func startLine() {
        let kept = declared
        self = CSVSniffer()
        declared = kept
    }
}
