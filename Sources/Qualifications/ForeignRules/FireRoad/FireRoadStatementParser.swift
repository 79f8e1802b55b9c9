// SPDX-License-Identifier: Apache-2.0

/// Reads a definition from the words of its line, by recursive descent.
///
/// ```
/// definition := name [ "," title ] ":=" list
/// list       := part { "," part } | part { "/" part }
/// part       := ( name | quoted | text | "(" list ")" ) [ modifier ]
/// modifier   := "{" [ threshold ] [ "|" threshold ] "}"
/// threshold  := ( ">=" | ">" | "<=" | "<" ) number [ "u" ]
/// ```
struct FireRoadStatementParser {
    /// The deepest nesting of parentheses.
    static let deepest = 32

    private let line: FireRoadLine
    private let tokens: [(token: FireRoadToken, column: Int)]
    private var next = 0
    private var depth = 0
    private var modifier: FireRoadModifier?
    private var nestedModifier: FireRoadDocument.Place?

    init(_ line: FireRoadLine) throws(ForeignRulesError) {
        self.line = line
        tokens = try FireRoadTokens(line).tokens
    }

    mutating func definition() throws(ForeignRulesError) -> FireRoadDocument.Definition {
        let place = place
        guard case .name(let name)? = token else {
            throw error("a definition begins with a name: name := statement")
        }
        next += 1
        let title = try title()
        guard accept(":=") else {
            throw error("\":=\" is expected after the name, or a title in quotes before it")
        }
        let statement = try list()
        guard next == tokens.count else { throw unexpected }
        guard modifier?.distinct == nil || statement.offersLists else {
            throw ForeignRulesError(
                line: place.line, column: place.column,
                "lists are counted (|) only where they are joined by \"/\"")
        }
        return FireRoadDocument.Definition(
            name: name, title: title, statement: statement, amount: modifier?.amount,
            distinct: modifier?.distinct, place: place, nestedModifier: nestedModifier)
    }

    private mutating func title() throws(ForeignRulesError) -> String? {
        guard accept(",") else { return nil }
        guard case .quoted(let title)? = token else {
            throw error("a title in double quotes is expected after the comma")
        }
        next += 1
        return title
    }

    // MARK: Lists

    private mutating func list() throws(ForeignRulesError) -> FireRoadStatement {
        let place = place
        var parts = [try part()]
        var joiner: FireRoadStatement.Joiner?
        while case .sign(let sign)? = token, let found = FireRoadStatement.Joiner(rawValue: sign) {
            guard joiner == nil || joiner == found else {
                throw error("a list has \",\" or \"/\", not both; put one kind into parentheses")
            }
            joiner = found
            next += 1
            parts.append(try part())
        }
        guard let joiner else { return parts[0] }
        return .list(joiner, parts, place)
    }

    private mutating func part() throws(ForeignRulesError) -> FireRoadStatement {
        let statement = try atom()
        if case .sign("{")? = token { try takeModifier() }
        return statement
    }

    private mutating func atom() throws(ForeignRulesError) -> FireRoadStatement {
        let place = place
        switch token {
        case .name(let name), .quoted(let name): return taking(.name(name, place))
        case .text(let text): return taking(.text(text, place))
        case .sign("("): return try parenthesized()
        case .sign(let sign): throw error("a subject or a name is expected, not \"\(sign)\"")
        case nil: throw error("a subject or a name is missing at the end of the line")
        }
    }

    private mutating func taking(_ statement: FireRoadStatement) -> FireRoadStatement {
        next += 1
        return statement
    }

    private mutating func parenthesized() throws(ForeignRulesError) -> FireRoadStatement {
        let opening = error("the parenthesis that opens here is not closed")
        depth += 1
        guard depth <= Self.deepest else {
            throw error("nested deeper than \(Self.deepest) parentheses; define parts by name")
        }
        next += 1
        let statement = try list()
        guard accept(")") else { throw next < tokens.count ? unexpected : opening }
        depth -= 1
        return statement
    }

    // MARK: Modifiers

    private mutating func takeModifier() throws(ForeignRulesError) {
        guard modifier == nil else {
            throw error("a second modifier; a definition has one, which speaks of all of it")
        }
        if depth > 0 { nestedModifier = place }
        next += 1
        var found = FireRoadModifier()
        if token != .sign("|"), token != .sign("}") { found.amount = try threshold() }
        if accept("|") {
            let unit = error("after | stands a number of lists, at least one: {|>=2}")
            found.distinct = try threshold()
            guard found.distinct?.unit == .subjects, found.distinct?.maximum != 0 else {
                throw unit
            }
        }
        guard accept("}") else { throw error("\"}\" is expected after the number") }
        guard found.amount != nil || found.distinct != nil else {
            throw error("the modifier is empty; write for example {>=2}")
        }
        modifier = found
    }

    private mutating func threshold() throws(ForeignRulesError) -> FireRoadThreshold {
        guard case .sign(let sign)? = token, let comparator = FireRoadComparator(rawValue: sign)
        else { throw error("a comparison is expected: >= > <= <") }
        next += 1
        guard case .name(let word)? = token else { throw error("a number is expected") }
        guard let threshold = FireRoadThreshold(comparator, word) else {
            throw error("\"\(word)\" is not a number such as 3 or 54u, up to 100000")
        }
        guard threshold.maximum.map({ $0 >= 0 }) ?? true else {
            throw error("nothing is less than 0; write {<=0} if none may count")
        }
        next += 1
        return threshold
    }

    // MARK: Words

    private var token: FireRoadToken? { next < tokens.count ? tokens[next].token : nil }

    private var place: FireRoadDocument.Place {
        let column = next < tokens.count ? tokens[next].column : line.scalars.count + 1
        return FireRoadDocument.Place(line: line.number, column: column)
    }

    private mutating func accept(_ sign: String) -> Bool {
        guard token == .sign(sign) else { return false }
        next += 1
        return true
    }

    private var unexpected: ForeignRulesError {
        error("\"\(tokens[next].token.spelling)\" is not expected here; join parts with , or /")
    }

    private func error(_ problem: String) -> ForeignRulesError {
        ForeignRulesError(line: place.line, column: place.column, problem)
    }
}

/// What stands in braces.
private struct FireRoadModifier {
    var amount: FireRoadThreshold?
    var distinct: FireRoadThreshold?
}

extension FireRoadStatement {
    /// Whether it is one of several lists that may be chosen from, or the name of one.
    fileprivate var offersLists: Bool {
        switch self {
        case .name, .list(.slash, _, _): true
        case .text, .list(.comma, _, _): false
        }
    }
}

extension FireRoadThreshold {
    /// The greatest number that can be asked for.
    static let greatest = 100_000

    /// Reads a number and its unit, such as `3` or `54u`; nil for anything else.
    init?(_ comparator: FireRoadComparator, _ word: String) {
        let isUnits = word.last == "u"
        let digits = isUnits ? word.dropLast() : word[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(digits), number <= Self.greatest
        else { return nil }
        self.init(comparator: comparator, number: number, unit: isUnits ? .units : .subjects)
    }
}
