// SPDX-License-Identifier: Apache-2.0

/// Why a text is not a selector.
public struct SelectorError: Error, Hashable, CustomStringConvertible {
    /// Where in the text, in characters from 1.
    public let column: Int
    /// What is wrong and what to do.
    public let description: String
}

extension Selector {
    /// Creates a selector from text.
    ///
    /// `and` binds closer than `or`, `not` closer than both; blank text matches everything.
    ///
    /// - Throws: `SelectorError` with the column.
    public init(parsing text: String) throws {
        var parser = SelectorParser(text)
        self = try parser.parse()
    }
}

private struct SelectorParser {
    enum Token: Equatable {
        case word(String)
        case quoted(String)
        case symbol(String)

        var spelling: String {
            switch self {
            case .word(let text), .quoted(let text), .symbol(let text): text
            }
        }
    }

    static let longest = 65_536
    static let deepest = 64

    let text: [UInt8]
    var position = 0
    var tokens: [(token: Token, column: Int)] = []
    var next = 0
    var depth = 0

    init(_ text: String) { self.text = Array(text.utf8) }

    mutating func parse() throws -> Selector {
        guard text.count <= Self.longest else {
            throw SelectorError(column: 1, description: "the selector is too long")
        }
        try split()
        guard !tokens.isEmpty else { return .everything }
        let selector = try disjunction()
        if next < tokens.count {
            throw error(
                "\"\(tokens[next].token.spelling)\" is not expected here; join with and, or")
        }
        return selector
    }

    // MARK: Words

    private mutating func split() throws {
        while position < text.count {
            let start = position
            let byte = text[position]
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                position += 1
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "="):
                position += 1
                tokens.append((.symbol(spelling(start..<position)), start + 1))
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"):
                position += 1
                if position < text.count, text[position] == UInt8(ascii: "=") { position += 1 }
                tokens.append((.symbol(spelling(start..<position)), start + 1))
            case UInt8(ascii: "\""): try quoted()
            case _ where Selector.isBare(byte):
                while position < text.count, Selector.isBare(text[position]) { position += 1 }
                tokens.append((.word(spelling(start..<position)), start + 1))
            default:
                throw SelectorError(
                    column: start + 1,
                    description: "\"\(spelling(start..<start + 1))\" at column \(start + 1) is not"
                        + " part of a selector; put values with signs into double quotes")
            }
        }
    }

    private mutating func quoted() throws {
        let start = position
        var value: [UInt8] = []
        position += 1
        while position < text.count, text[position] != UInt8(ascii: "\"") {
            if text[position] == UInt8(ascii: "\\"), position + 1 < text.count { position += 1 }
            value.append(text[position])
            position += 1
        }
        guard position < text.count else {
            throw SelectorError(
                column: start + 1,
                description: "the quote that opens at column \(start + 1) is not closed")
        }
        position += 1
        tokens.append((.quoted(String(decoding: value, as: UTF8.self)), start + 1))
    }

    private func spelling(_ range: Range<Int>) -> String {
        String(decoding: text[range], as: UTF8.self)
    }

    // MARK: Sentences

    private mutating func disjunction() throws -> Selector {
        var left = try conjunction()
        while accept(word: "or") { left = .or(left, try conjunction()) }
        return left
    }

    private mutating func conjunction() throws -> Selector {
        var left = try negation()
        while accept(word: "and") { left = .and(left, try negation()) }
        return left
    }

    private mutating func negation() throws -> Selector {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw error("nested deeper than \(Self.deepest) levels")
        }
        if accept(word: "not") { return .not(try negation()) }
        if accept(symbol: "(") {
            let inner = try disjunction()
            guard accept(symbol: ")") else { throw error("a closing parenthesis is missing") }
            return inner
        }
        return accept(word: "any") ? .everything : try comparison()
    }

    private mutating func comparison() throws -> Selector {
        let names = Selector.Field.allCases.map(\.rawValue).joined(separator: ", ")
        guard next < tokens.count, case .word(let name) = tokens[next].token,
            let field = Selector.Field(rawValue: name)
        else { throw error("a field is expected: \(names)") }
        next += 1
        if accept(word: "in") { return .oneOf(field, try values(of: field)) }
        guard next < tokens.count, case .symbol(let sign) = tokens[next].token,
            let comparator = Selector.Comparator(rawValue: sign)
        else { throw error("a comparison is expected after \"\(name)\": = != < <= > >= in") }
        guard field.isOrdered || comparator == .equal || comparator == .notEqual else {
            throw error("\"\(name)\" has no order; compare it with = or !=")
        }
        next += 1
        return .comparison(field, comparator, try value(of: field))
    }

    private mutating func values(of field: Selector.Field) throws -> [String] {
        let isList = accept(symbol: "(")
        var values = [try value(of: field)]
        while accept(symbol: ",") { values.append(try value(of: field)) }
        guard !isList || accept(symbol: ")") else {
            throw error("a closing parenthesis is missing")
        }
        return values
    }

    private mutating func value(of field: Selector.Field) throws -> String {
        guard next < tokens.count else { throw error("a value is missing") }
        if case .symbol(let sign) = tokens[next].token {
            throw error("a value is expected, not \"\(sign)\"")
        }
        let value = tokens[next].token.spelling
        if let problem = field.problem(with: value) { throw error(problem) }
        next += 1
        return value
    }

    private mutating func accept(word: String) -> Bool { accept(.word(word)) }
    private mutating func accept(symbol: String) -> Bool { accept(.symbol(symbol)) }

    private mutating func accept(_ token: Token) -> Bool {
        guard next < tokens.count, tokens[next].token == token else { return false }
        next += 1
        return true
    }

    private func error(_ problem: String) -> SelectorError {
        let column = next < tokens.count ? tokens[next].column : text.count + 1
        return SelectorError(column: column, description: "column \(column): \(problem)")
    }
}

extension Selector.Field {
    /// What is wrong with `value` for this field, or nil if nothing is.
    fileprivate func problem(with value: String) -> String? {
        switch self {
        case .credits where Credits(selectorValue: value) == nil:
            "\"\(value)\" is not a number of credits such as 7.5 or \"60 UK CATS\""
        case .date where CalendarDate(value) == nil: "\"\(value)\" is not a date such as 2026-09-01"
        case .level where Level(value) == nil: "\"\(value)\" is not a level such as 6 or NFQ:8"
        case .kind where Credential.Kind(rawValue: value) == nil:
            "\"\(value)\" is not a kind: "
                + Credential.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        default: nil
        }
    }
}

extension Credits {
    /// Creates credits from a selector's value: an amount, and a scheme unless it is ECTS.
    init?(selectorValue: String) {
        let parts = selectorValue.split(separator: " ", maxSplits: 1)
        guard let first = parts.first, let amount = ExactDecimal(first) else { return nil }
        self.init(amount, parts.count == 2 ? CreditScheme(rawValue: String(parts[1])) : .ects)
    }
}
