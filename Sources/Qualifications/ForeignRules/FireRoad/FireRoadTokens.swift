// SPDX-License-Identifier: Apache-2.0

/// A word of a statement.
enum FireRoadToken: Hashable, Sendable {
    /// A bare or quoted name.
    case name(String)
    /// A name or title in double quotes.
    case quoted(String)
    /// Words in doubled double quotes.
    case text(String)
    /// One of `, / ( ) { } | :=` and the comparisons.
    case sign(String)

    /// The word for a message.
    var spelling: String {
        switch self {
        case .name(let text), .sign(let text): text
        case .quoted(let text): "\"\(text)\""
        case .text(let text): "\"\"\(text)\"\""
        }
    }
}

/// Splits one line of definitions into words.
struct FireRoadTokens {
    /// The longest name or quotation, in characters.
    static let longest = 1000

    private let text: [Unicode.Scalar]
    private let line: Int
    private var position = 0
    private(set) var tokens: [(token: FireRoadToken, column: Int)] = []

    /// Splits a line whose comment has been cut off.
    init(_ line: FireRoadLine) throws(ForeignRulesError) {
        text = line.scalars
        self.line = line.number
        while position < text.count { try take() }
    }

    private mutating func take() throws(ForeignRulesError) {
        let start = position
        switch text[position] {
        case let scalar where scalar.properties.isWhitespace: position += 1
        case ",", "/", "(", ")", "{", "}", "|": add(.sign(String(text[start])), to: start + 1)
        case ">", "<":
            add(.sign(spelling(start, isAt(start + 1, "=") ? start + 2 : start + 1)))
        case ":" where isAt(start + 1, "="): add(.sign(":="), to: start + 2)
        case "\"": try takeQuoted()
        case let scalar where Self.isPartOfName(scalar): try takeName()
        case let scalar:
            throw error(start, "\"\(scalar)\" means nothing here; remove it, or quote the name")
        }
    }

    private mutating func takeName() throws(ForeignRulesError) {
        let start = position
        var end = position
        while end < text.count, Self.isPartOfName(text[end]) {
            if text[end] == ":", isAt(end + 1, "=") { break }
            end += 1
        }
        try check(end - start, from: start)
        add(.name(spelling(start, end)))
    }

    private mutating func takeQuoted() throws(ForeignRulesError) {
        let start = position
        let isDoubled = isAt(start + 1, "\"")
        let first = start + (isDoubled ? 2 : 1)
        var end = first
        while end < text.count, text[end] != "\"" || (isDoubled && !isAt(end + 1, "\"")) {
            end += 1
        }
        guard end < text.count else {
            throw error(
                start,
                isDoubled
                    ? "the words that begin here are not ended; put \"\" after them"
                    : "the quote that opens here is not closed on this line")
        }
        try check(end - first, from: start)
        let inner = Self.trimmed(text[first..<end])
        guard !inner.isEmpty else { throw error(start, "nothing stands between the quotes") }
        add(isDoubled ? .text(inner) : .quoted(inner), to: end + (isDoubled ? 2 : 1))
    }

    private mutating func add(_ token: FireRoadToken, to end: Int? = nil) {
        tokens.append((token, position + 1))
        position = end ?? position + token.spelling.unicodeScalars.count
    }

    private func check(_ length: Int, from start: Int) throws(ForeignRulesError) {
        guard length <= Self.longest else {
            throw error(start, "longer than \(Self.longest) characters; shorten it")
        }
    }

    private func isAt(_ position: Int, _ scalar: Unicode.Scalar) -> Bool {
        position < text.count && text[position] == scalar
    }

    private func spelling(_ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(text[start..<end]))
    }

    private func error(_ position: Int, _ problem: String) -> ForeignRulesError {
        ForeignRulesError(line: line, column: position + 1, problem)
    }

    /// Whether a bare name may hold it: letters, digits and `._-:[]`.
    static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "_", "-", ":", "[", "]": true
        default: scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        }
    }

    /// The scalars as text, without white space around it.
    static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        let start = scalars.drop { $0.properties.isWhitespace }
        let end = start.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 }
        return String(String.UnicodeScalarView(start[start.startIndex..<(end ?? start.startIndex)]))
    }
}
