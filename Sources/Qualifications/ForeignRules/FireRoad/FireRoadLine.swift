// SPDX-License-Identifier: Apache-2.0

/// One line of a file, its comment cut off.
struct FireRoadLine: Hashable, Sendable {
    /// The largest file: 1 MiB.
    static let largestFile = 1 << 20

    /// Which line of the file it is, from 1.
    let number: Int
    /// What stands on it before the comment.
    let scalars: [Unicode.Scalar]

    /// What stands on it.
    var string: String { String(String.UnicodeScalarView(scalars)) }
    /// What stands on it, without white space around it.
    var text: String { FireRoadTokens.trimmed(scalars[...]) }
    /// Where that begins.
    var place: FireRoadDocument.Place {
        let first = scalars.firstIndex { !$0.properties.isWhitespace } ?? 0
        return FireRoadDocument.Place(line: number, column: first + 1)
    }

    /// Splits a file into its lines; those that hold nothing but a comment are left out.
    static func lines(of bytes: [UInt8]) throws(ForeignRulesError) -> [FireRoadLine] {
        guard bytes.count <= largestFile else {
            throw ForeignRulesError("the file is larger than 1 MiB; it is no list of requirements")
        }
        var lines: [FireRoadLine] = []
        for (index, line) in split(try text(of: bytes)).enumerated() {
            let scalars = Array(line.unicodeScalars)
            let comment = commentStart(in: scalars)
            let isOnlyComment = comment.map { trimmedIsEmpty(scalars[..<$0]) } ?? false
            guard !isOnlyComment else { continue }
            lines.append(
                FireRoadLine(
                    number: index + 1, scalars: comment.map { Array(scalars[..<$0]) } ?? scalars))
        }
        return lines
    }

    private static func text(of bytes: [UInt8]) throws(ForeignRulesError)
        -> String.UnicodeScalarView
    {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ForeignRulesError("the file is not UTF-8 text; save it as UTF-8")
        }
        var scalars = text.unicodeScalars
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        return scalars
    }

    private static func split(_ text: String.UnicodeScalarView) -> [Substring] {
        var lines: [Substring] = []
        var start = text.startIndex
        var next = start
        while next < text.endIndex {
            let scalar = text[next]
            let end = next
            text.formIndex(after: &next)
            guard scalar == "\n" || scalar == "\r" else { continue }
            if scalar == "\r", next < text.endIndex, text[next] == "\n" {
                text.formIndex(after: &next)
            }
            lines.append(Substring(text[start..<end]))
            start = next
        }
        if start < text.endIndex { lines.append(Substring(text[start...])) }
        return lines
    }

    private static func commentStart(in scalars: [Unicode.Scalar]) -> Int? {
        scalars.indices.dropLast().first { scalars[$0] == "%" && scalars[$0 + 1] == "%" }
    }

    private static func trimmedIsEmpty(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.allSatisfy { $0.properties.isWhitespace }
    }
}
