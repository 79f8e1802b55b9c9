// SPDX-License-Identifier: Apache-2.0

/// How wide text is in a sans-serif letter, rather too wide than too narrow.
enum TextFitting {
    /// Returns the width of `text` in letters of `size`.
    static func width(_ text: String, size: Double) -> Double {
        text.reduce(0) { $0 + em($1) } * size
    }

    private static func em(_ character: Character) -> Double {
        let cells = DisplayWidth.of(character)
        if cells != 1 { return cells == 0 ? 0 : 1.1 }
        guard let ascii = character.asciiValue else { return 0.8 }
        switch ascii {
        case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "."), UInt8(ascii: ","),
            UInt8(ascii: " "), UInt8(ascii: "|"), UInt8(ascii: "'"):
            return 0.36
        case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"),
            UInt8(ascii: "@"), UInt8(ascii: "%"):
            return 1.02
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return 0.8
        default: return 0.64
        }
    }

    /// Returns `text`, cut and ended by an ellipsis where it is wider than `width`.
    static func cut(_ text: String, to width: Double, size: Double) -> String {
        let text = DisplayWidth.safe(text)
        guard self.width(text, size: size) > width else { return text }
        var kept = ""
        var used = self.width("…", size: size)
        for character in text {
            used += em(character) * size
            guard used <= width else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// Returns `text` broken at spaces into at most so many lines; the last is cut.
    static func lines(_ text: String, width: Double, size: Double, most: Int) -> [String] {
        var lines: [String] = []
        for word in DisplayWidth.safe(text).split(separator: " ") {
            let longer = (lines.last.map { $0 + " " } ?? "") + word
            if !lines.isEmpty, lines.count == most || self.width(longer, size: size) <= width {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
        return lines.map { cut($0, to: width, size: size) }
    }

    /// Returns `text` broken into as many lines as it takes, at spaces where there are any.
    ///
    /// Nothing is cut: a word wider than a line is broken, after hyphens where that is enough.
    static func wrapped(_ text: String, width: Double, size: Double) -> [String] {
        var lines: [String] = []
        for word in DisplayWidth.safe(text).split(separator: " ") {
            var joint = lines.isEmpty ? "" : " "
            for piece in pieces(of: word, width: width, size: size) {
                let longer = (lines.last ?? "") + joint + piece
                if !lines.isEmpty, self.width(longer, size: size) <= width {
                    lines[lines.count - 1] = longer
                } else {
                    lines.append(piece)
                }
                joint = ""
            }
        }
        return lines
    }

    /// Returns the width of the longest word, which may be broken after a hyphen or a slash.
    static func longestWord(of text: String, size: Double) -> Double {
        DisplayWidth.safe(text).split { $0 == " " || $0 == "-" || $0 == "/" }
            .map { width($0 + "-", size: size) }.max() ?? 0
    }

    /// Returns `text` wrapped into the same number of lines, none much longer than the others.
    static func balanced(_ text: String, width: Double, size: Double) -> [String] {
        var best = wrapped(text, width: width, size: size)
        let words = best.flatMap { $0.split(separator: " ") }
        let widest = words.map { self.width(String($0), size: size) }.max() ?? 0
        var (low, high) = (min(width, widest), width)
        guard best.count > 1 else { return best }
        for _ in 0..<6 {
            let middle = (low + high) / 2
            let lines = wrapped(text, width: middle, size: size)
            if lines.count == best.count {
                (best, high) = (lines, middle)
            } else {
                low = middle
            }
        }
        return best
    }

    private static func pieces(of word: Substring, width: Double, size: Double) -> [String] {
        guard self.width(String(word), size: size) > width else { return [String(word)] }
        var pieces: [String] = []
        var piece = ""
        var used = 0.0
        for character in word {
            let next = em(character) * size
            if !piece.isEmpty, used + next > width || piece.last == "-" || piece.last == "/" {
                pieces.append(piece)
                (piece, used) = ("", 0)
            }
            piece.append(character)
            used += next
        }
        return pieces + [piece]
    }
}
