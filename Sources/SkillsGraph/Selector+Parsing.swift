// SPDX-License-Identifier: Apache-2.0

/// Why a text is not a selector.
public struct SelectorError: Error, Hashable, CustomStringConvertible {
    /// Where in the text, in characters (Unicode scalars) from 1.
    public let column: Int
    /// What is wrong and what to do.
    public let description: String
}

extension Selector {
    /// Creates a selector from text.
    ///
    /// `and` binds closer than `or`, `not` closer than both; blank text matches everything. A text
    /// may have up to 65,536 bytes, 64 levels of parentheses and `not`, and 200 comparisons; a
    /// longer list of values goes into `in (…)`.
    ///
    /// - Throws: `SelectorError` with the column.
    public init(parsing text: String) throws {
        guard text.utf8.count <= SelectorParser.longest else {
            throw SelectorError(
                column: 1,
                description: "the selector is longer than \(SelectorParser.longest) bytes")
        }
        var parser = SelectorParser(tokens: try SelectorWords(text).split())
        self = try parser.parse()
    }
}

extension Selector.Field {
    /// What is wrong with `value` for this field, or nil if nothing is.
    func problem(with value: String) -> String? {
        switch self {
        case .credits where Credits(selectorValue: value) == nil:
            "\"\(value)\" is not a number of credits such as 7.5 or \"60 UK CATS\""
        case .date where CalendarDate(value) == nil: "\"\(value)\" is not a date such as 2026-09-01"
        case .hours where ExactDecimal(value) == nil: "\"\(value)\" is not a number of hours"
        case .age where Period(value) == nil: "\"\(value)\" is not a time such as 5y, 18m or 90d"
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
    package init?(selectorValue: String) {
        let parts = selectorValue.split(separator: " ", maxSplits: 1)
        guard let first = parts.first, let amount = ExactDecimal(String(first)) else { return nil }
        self.init(amount, parts.count == 2 ? CreditScheme(rawValue: String(parts[1])) : .ects)
    }
}
