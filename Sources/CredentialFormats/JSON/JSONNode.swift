// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A JSON value together with the pointer that leads to it (RFC 6901).
struct JSONNode {
    let value: JSONValue
    let pointer: String

    init(_ value: JSONValue, pointer: String = "") {
        self.value = value
        self.pointer = pointer
    }

    /// Returns the member with this key; nil if there is none or it is null.
    subscript(_ key: String) -> JSONNode? {
        value[key].map { JSONNode($0, pointer: pointer + "/" + Self.escaped(key)) }
    }

    /// The elements of a list, or the value itself.
    var elements: [JSONNode] {
        guard case .list(let elements) = value.content else { return [self] }
        return elements.enumerated().map { JSONNode($1, pointer: "\(pointer)/\($0)") }
    }

    /// Returns the elements of the member with this key, one value counting as a list of one.
    func elements(_ key: String) -> [JSONNode] { self[key]?.elements ?? [] }

    /// The text of a text or number, without white space around it; nil where it is empty.
    var text: String? {
        guard let text = value.text?.trimmed, !text.isEmpty else { return nil }
        return text
    }

    /// Returns the text of the member with this key.
    func text(_ key: String) -> String? { self[key]?.text }

    /// The texts of `type`, which is one or a list.
    var types: [String] { value["type"]?.texts ?? [] }

    /// Returns whether `type` names `type`, with or without a prefix such as `elm:`.
    func isA(_ type: String) -> Bool {
        types.contains { $0 == type || ($0.hasSuffix(":" + type)) }
    }

    /// Returns the place of the value.
    func place(in file: String) -> SourcePlace {
        SourcePlace(file: file, line: value.line, column: value.column, pointer: pointer)
    }

    static func escaped(_ key: String) -> String {
        key.contains { $0 == "~" || $0 == "/" }
            ? key.replacing("~", with: "~0").replacing("/", with: "~1") : key
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        let tail = drop(while: \.isWhitespace)
        guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(tail[...last])
    }
}
