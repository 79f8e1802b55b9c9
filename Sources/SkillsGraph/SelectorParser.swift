// SPDX-License-Identifier: Apache-2.0

/// Reads a selector from its words, by recursive descent.
struct SelectorParser {
    static let longest = 65_536
    static let deepest = 64
    /// A chain is a tree as deep as it is long: so many fit the stack of any thread, without
    /// optimisation too, when they are matched or described one inside the other.
    static let mostComparisons = 200

    let tokens: [PlacedToken]
    let end: Int
    var next = 0
    var depth = 0
    var comparisons = 0

    init(tokens: (tokens: [PlacedToken], end: Int)) { (self.tokens, end) = tokens }

    mutating func parse() throws -> Selector {
        guard !tokens.isEmpty else { return .everything }
        let selector = try disjunction()
        if next < tokens.count {
            throw error(
                "\"\(tokens[next].token.spelling)\" is not expected here; join with and, or")
        }
        // What is kept is the description, which must be readable again.
        guard selector.description.utf8.count <= Self.longest else {
            throw SelectorError(
                column: 1, description: "the selector is longer than \(Self.longest) bytes")
        }
        return selector
    }

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
            throw error("nested deeper than \(Self.deepest) levels; split it up")
        }
        if accept(word: "not") { return .not(try negation()) }
        if accept(symbol: "(") {
            let inner = try disjunction()
            guard accept(symbol: ")") else { throw error("a closing parenthesis is missing") }
            return inner
        }
        comparisons += 1
        guard comparisons <= Self.mostComparisons else {
            throw error(
                "more than \(Self.mostComparisons) comparisons; write a list of values as "
                    + "\"id in (first, second)\"")
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

    private mutating func accept(_ token: SelectorToken) -> Bool {
        guard next < tokens.count, tokens[next].token == token else { return false }
        next += 1
        return true
    }

    private func error(_ problem: String) -> SelectorError {
        let column = next < tokens.count ? tokens[next].column : end
        return SelectorError(column: column, description: "column \(column): \(problem)")
    }
}
