// SPDX-License-Identifier: Apache-2.0

/// A JSON value as it was written, and where.
///
/// Numbers keep their text, so that 7.5 credits stay exactly that; members keep their order. This
/// is why `JSONDecoder` is not used: it goes through binary floating point and forgets the places
/// that messages must name.
struct JSONValue: Hashable {
    /// What the value is.
    enum Content: Hashable {
        case null
        case truth(Bool)
        /// The number's text.
        case number(String)
        case text(String)
        case list([JSONValue])
        case object([Member])
    }

    /// One member of an object.
    struct Member: Hashable {
        let key: String
        let value: JSONValue
    }

    /// What the value is.
    let content: Content
    /// The line on which it begins, from 1.
    let line: Int
    /// The byte of that line at which it begins, from 1.
    let column: Int

    /// Returns the member with this key; nil if there is none or it is null.
    subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = content,
            let value = members.first(where: { $0.key == key })?.value, value.content != .null
        else { return nil }
        return value
    }

    /// The members, empty for what is no object.
    var members: [Member] {
        if case .object(let members) = content { return members }
        return []
    }

    /// The elements of a list, or the value itself: standards allow one value for a list of one.
    var elements: [JSONValue] {
        switch content {
        case .list(let elements): elements
        case .null: []
        default: [self]
        }
    }

    /// The text of a text or number.
    var text: String? {
        switch content {
        case .text(let text), .number(let text): text
        default: nil
        }
    }

    /// The texts among the elements.
    var texts: [String] { elements.compactMap(\.text) }
}
