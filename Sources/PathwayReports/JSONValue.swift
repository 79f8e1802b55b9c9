// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// A JSON value whose text is the same on every run.
///
/// Keys are written in order, exact decimals digit by digit, binary numbers in the shortest form
/// that reads back as the same number.
public indirect enum JSONValue: Hashable, Sendable {
    /// Nothing.
    case null
    /// A truth.
    case truth(Bool)
    /// A whole number.
    case integer(Int)
    /// An exact decimal, written as a number.
    case exact(ExactDecimal)
    /// A binary number; one that is not finite is written as `null`.
    case number(Double)
    /// Text.
    case text(String)
    /// A list.
    case list([JSONValue])
    /// Names and values; written in the order of the names.
    case object([String: JSONValue])
}

extension JSONValue {
    /// Creates text, or nothing.
    public init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    /// Creates a day as ISO 8601 text, or nothing.
    public init(_ date: CalendarDate?) { self = date.map { .text($0.description) } ?? .null }

    /// Creates a list of texts.
    public init(_ texts: some Sequence<String>) { self = .list(texts.map { .text($0) }) }

    /// Creates an object of amount and scheme, or nothing.
    public init(_ credits: Credits?) {
        self =
            credits.map {
                .object(["amount": .exact($0.amount), "scheme": .text($0.scheme.rawValue)])
            } ?? .null
    }

    /// Creates an object of every wording by its language, or nothing where there is none.
    public init(_ text: LocalizedText?) {
        let entries = text?.entries ?? []
        self =
            entries.isEmpty
            ? .null
            : .object(
                Dictionary(
                    entries.map { ($0.language, .text($0.text)) }, uniquingKeysWith: { $1 }))
    }

    /// Creates an object, leaving out the names whose value is `null`.
    public static func known(_ fields: [String: JSONValue]) -> JSONValue {
        .object(fields.filter { $0.value != .null })
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Creates text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// Creates a whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// Creates a truth.
    public init(booleanLiteral value: Bool) { self = .truth(value) }
    /// Creates a list.
    public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    /// Creates an object; of two values for one name the last is kept.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
