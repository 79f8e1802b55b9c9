// SPDX-License-Identifier: Apache-2.0

extension YAMLOutline {
    /// Passes over text in quotes.
    mutating func skipQuoted(_ quote: UInt8) throws(FileProblem) {
        let start = position
        advance()
        while at < bytes.count, !isDocumentMark {
            if byte() == quote {
                guard quote == UInt8(ascii: "'"), byte(1) == quote else { return advance() }
                advance(2)
            } else if lineBreak() > 0 {
                advanceLine()
            } else if byte() == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), lineBreak(1) == 0 {
                advance(2)
            } else {
                advance()
            }
        }
        throw FileProblem(start, "not-yaml", "the quote that opens here is not closed")
    }

    /// Passes over text without quotes, and the lines on which it is continued.
    mutating func skipPlain() {
        let least = indent + 1
        var isAfterBreak = false
        while at < bytes.count, !isDocumentMark, byte() != UInt8(ascii: "#") {
            while !isGap(), !isEndOfPlain {
                advance()
                isAfterBreak = false
            }
            guard at < bytes.count, isGap() else { break }
            while at < bytes.count, isGap() {
                if lineBreak() > 0 {
                    advanceLine()
                    isAfterBreak = true
                } else {
                    advance()
                }
            }
            if flow == 0, column < least { break }
        }
        if isAfterBreak { mayBeginKey = true }
    }

    private var isEndOfPlain: Bool {
        switch byte() {
        case UInt8(ascii: ":"): isGap(1) || flow > 0 && ",?[]{}".utf8.contains(byte(1))
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            flow > 0
        default: false
        }
    }

    /// Passes over a text that begins with `|` or `>` and stands indented on the lines below.
    mutating func skipBlockScalar() {
        advance()
        var increment = 0
        for _ in 0..<2 {
            switch byte() {
            case UInt8(ascii: "+"), UInt8(ascii: "-"): advance()
            case UInt8(ascii: "1")...UInt8(ascii: "9"):
                increment = Int(byte() - UInt8(ascii: "0"))
                advance()
            default: break
            }
        }
        skipLine()
        advanceLine()
        var depth = increment == 0 ? 0 : max(indent, 0) + increment
        skipIndentation(&depth)
        while at < bytes.count, column == depth {
            skipLine()
            advanceLine()
            skipIndentation(&depth)
        }
    }

    /// Passes over empty lines and the indentation of the next; finds out how deep it is.
    private mutating func skipIndentation(_ depth: inout Int) {
        var widest = 0
        while true {
            while byte() == 0x20, depth == 0 || column < depth { advance() }
            widest = max(widest, column)
            guard lineBreak() > 0 else { break }
            advanceLine()
        }
        if depth == 0 { depth = max(widest, indent + 1, 1) }
    }
}
