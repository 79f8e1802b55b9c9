// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A JSON document as any other program would read it, for tests of what was written.
public indirect enum JSONDocument: Hashable, Sendable, Decodable {
    /// Nothing.
    case null
    /// A truth.
    case truth(Bool)
    /// A number.
    case number(Double)
    /// Text.
    case text(String)
    /// A list.
    case list([JSONDocument])
    /// Names and values.
    case object([String: JSONDocument])

    /// Reads a document.
    public init(_ text: some StringProtocol) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }

    /// Reads a document from a file.
    public init(contentsOf url: URL) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
    }

    /// Reads a value.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let truth = try? value.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSONDocument].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSONDocument].self))
        }
    }

    /// The value under `name`, or nil.
    public subscript(name: String) -> JSONDocument? {
        if case .object(let fields) = self { fields[name] } else { nil }
    }

    /// The elements of a list; none for anything else.
    public var elements: [JSONDocument] { if case .list(let values) = self { values } else { [] } }

    /// The text, or nil.
    public var string: String? { if case .text(let text) = self { text } else { nil } }

    /// The number, or nil.
    public var double: Double? { if case .number(let number) = self { number } else { nil } }
}
