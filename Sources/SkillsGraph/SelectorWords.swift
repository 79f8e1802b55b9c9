// SPDX-License-Identifier: Apache-2.0

/// A word of a selector.
enum SelectorToken: Equatable {
    case word(String)
    case quoted(String)
    case symbol(String)

    var spelling: String {
        switch self {
        case .word(let text), .quoted(let text), .symbol(let text): text
        }
    }
}

/// A word and the column it begins at.
typealias PlacedToken = (token: SelectorToken, column: Int)

/// Splits a text into words; ends with the column after the last.
struct SelectorWords {
    let text: [Unicode.Scalar]
    var position = 0
    var tokens: [PlacedToken] = []

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    consuming func split() throws -> (tokens: [PlacedToken], end: Int) {
        while position < text.count { try take() }
        return (tokens, text.count + 1)
    }

    private mutating func take() throws {
        let start = position
        let scalar = text[position]
        switch scalar {
        case _ where scalar.properties.isWhitespace: position += 1
        case "(", ")", ",", "=":
            position += 1
            tokens.append((.symbol(spelling(from: start)), start + 1))
        case "<", ">", "!":
            position += 1
            if position < text.count, text[position] == "=" { position += 1 }
            tokens.append((.symbol(spelling(from: start)), start + 1))
        case "\"": try takeQuoted()
        case _ where Selector.isBare(scalar):
            while position < text.count, Selector.isBare(text[position]) { position += 1 }
            tokens.append((.word(spelling(from: start)), start + 1))
        default:
            throw SelectorError(
                column: start + 1,
                description: "column \(start + 1): \"\(scalar)\" is not part of a selector; put "
                    + "values with signs into straight double quotes")
        }
    }

    private mutating func takeQuoted() throws {
        let start = position
        var value = String.UnicodeScalarView()
        position += 1
        while position < text.count, text[position] != "\"" {
            if text[position] == "\\", position + 1 < text.count { position += 1 }
            value.append(text[position])
            position += 1
        }
        guard position < text.count else {
            throw SelectorError(
                column: start + 1,
                description: "column \(start + 1): the quote that opens here is not closed")
        }
        position += 1
        tokens.append((.quoted(String(value)), start + 1))
    }

    private func spelling(from start: Int) -> String {
        String(String.UnicodeScalarView(text[start..<position]))
    }
}
