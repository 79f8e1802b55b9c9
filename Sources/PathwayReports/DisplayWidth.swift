// SPDX-License-Identifier: Apache-2.0

/// How many terminal cells text takes, and how to fit it into fewer.
enum DisplayWidth {
    /// Returns the cells that `text` takes: 2 for wide characters and emoji, 0 for combining ones.
    static func of(_ text: String) -> Int {
        // Printable ASCII, by far the most common, needs no look at Unicode properties.
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// Returns the cells that one character takes.
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.count > 1, scalars.contains("\u{FE0F}") { return 2 }
        return scalars.reduce(0) { max($0, of($1)) }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 0x20..<0x7F ~= scalar.value ? 1 : 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return isWide(scalar) ? 2 : 1
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        return scalar.properties.isEmojiPresentation || wide.contains { $0 ~= scalar.value }
    }

    /// East Asian Wide and Fullwidth, emoji aside (Unicode Standard Annex 11).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FF,
        0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]

    /// Returns `text` as a terminal may safely show it, on one line.
    ///
    /// A title comes from a file that somebody else wrote: control characters could move the
    /// cursor or recolour the screen, and direction overrides could show another text than is there.
    static func safe(_ text: String) -> String {
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": safe += " "
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            case _ where scalar.properties.generalCategory == .control: safe += "\u{FFFD}"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// Returns `text` broken into lines of at most `width` cells, at spaces where there are any;
    /// the spaces it begins with indent every line.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        let indent = text.prefix { $0 == " " }
        guard !indent.isEmpty, indent.utf8.count < width else { return broken(text, to: width) }
        return broken(String(text.dropFirst(indent.count)), to: width - indent.utf8.count)
            .map { indent + $0 }
    }

    private static func broken(_ text: String, to width: Int) -> [String] {
        guard of(text) > width else { return [text] }
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            for piece in pieces(of: String(word), width) {
                let length = of(piece)
                if used > 0, used + 1 + length > width {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                line += used > 0 ? " " + piece : piece
                used += used > 0 ? 1 + length : length
            }
        }
        return used > 0 || lines.isEmpty ? lines + [line] : lines
    }

    /// A word that is wider than a line is cut, after hyphens where that is enough; otherwise each
    /// piece but the last fills its line.
    private static func pieces(of word: String, _ width: Int) -> [String] {
        guard of(word) > width else { return [word] }
        return cut(atHyphens: word, width) ?? cut(word, width)
    }

    private static func cut(atHyphens word: String, _ width: Int) -> [String]? {
        var pieces: [String] = []
        var rest = word[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: "-").map(rest.index(after:)) ?? rest.endIndex
            let part = String(rest[..<end])
            rest = rest[end...]
            guard of(part) <= width else { return nil }
            if let last = pieces.last, of(last) + of(part) <= width {
                pieces[pieces.count - 1] += part
            } else {
                pieces.append(part)
            }
        }
        return pieces
    }

    private static func cut(_ word: String, _ width: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in word {
            let length = of(character)
            if used > 0, used + length > width {
                pieces.append(piece)
                (piece, used) = ("", 0)
            }
            piece.append(character)
            used += length
        }
        return pieces + [piece]
    }
}
