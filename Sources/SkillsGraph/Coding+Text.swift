// SPDX-License-Identifier: Apache-2.0

// Values that have a written form of their own are kept in it: selectors, exact decimals, dates,
// periods, shares and levels. A document then reads as a person would write it, and no number
// passes through binary floating point.

extension KeyedEncodingContainer {
    /// Encodes the written form of `value`, or nothing.
    mutating func encodeText(_ value: (some CustomStringConvertible)?, forKey key: Key) throws {
        try encodeIfPresent(value?.description, forKey: key)
    }

    /// Encodes that something is so, or nothing.
    mutating func encodeMark(_ isSo: Bool, forKey key: Key) throws {
        if isSo { try encode(true, forKey: key) }
    }

    /// Encodes a list, or nothing where it is empty.
    mutating func encodeList(_ list: [some Encodable], forKey key: Key) throws {
        if !list.isEmpty { try encode(list, forKey: key) }
    }

    /// Encodes each wording by its language, or nothing where there is none.
    mutating func encodeWordings(_ text: LocalizedText, forKey key: Key) throws {
        guard !text.isEmpty else { return }
        let wordings = Dictionary(text.entries.map { ($0.language, $0.text) }) { first, _ in first }
        try encode(wordings, forKey: key)
    }
}

extension KeyedDecodingContainer {
    /// Decodes a value from its written form, or nil where there is none.
    func decodeText<Value>(_ key: Key, _ read: (String) throws -> Value?) throws -> Value? {
        guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
        guard let value = try read(text) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self, debugDescription: "\"\(text)\" is not a \(Value.self)")
        }
        return value
    }

    /// Decodes a value from its written form.
    func decodeNeeded<Value>(_ key: Key, _ read: (String) throws -> Value?) throws -> Value {
        if let value = try decodeText(key, read) { return value }
        throw DecodingError.keyNotFound(
            key, .init(codingPath: codingPath, debugDescription: "it is missing"))
    }

    /// Decodes whether something is said to be so.
    func decodeMark(_ key: Key) throws -> Bool {
        try decodeIfPresent(Bool.self, forKey: key) ?? false
    }

    /// Decodes a list, empty where there is none.
    func decodeList<Element: Decodable>(_ key: Key) throws -> [Element] {
        try decodeIfPresent([Element].self, forKey: key) ?? []
    }

    /// Decodes a text from its wordings, empty where there are none.
    func decodeWordings(_ key: Key) throws -> LocalizedText {
        let wordings = try decodeIfPresent([String: String].self, forKey: key) ?? [:]
        return LocalizedText(wordings.map { .init(language: $0.key, text: $0.value) })
    }
}
