// SPDX-License-Identifier: Apache-2.0

/// A value of a YAML or JSON file as it was written, and where.
///
/// Numbers keep their text, so that 7.5 credits stay exactly that.
struct FileNode {
    /// What the value is.
    enum Content {
        /// YAML's text without quotes: a word, a number or a truth, as the reader needs it.
        case plain(String)
        /// Text in quotes.
        case text(String)
        /// A JSON number's text.
        case number(String)
        case truth(Bool)
        case null
        case list([FileNode])
        case mapping([Member])
    }

    /// A key and its value.
    struct Member {
        let key: String
        /// Where the key stands.
        let position: FilePosition
        let value: FileNode
    }

    let content: Content
    /// Where it begins.
    let position: FilePosition

    /// The text of a text, a number or a word; nil for what has none.
    var text: String? {
        switch content {
        case .plain(let text): Self.nothing.contains(text) ? nil : text
        case .text(let text), .number(let text): text
        case .truth, .null, .list, .mapping: nil
        }
    }

    /// Whether nothing is written here.
    var isNothing: Bool {
        switch content {
        case .plain(let text): Self.nothing.contains(text)
        case .null: true
        default: false
        }
    }

    /// What it is, for a message about what it should be.
    var noun: String {
        switch content {
        case .plain(let text) where !isNothing: "\"\(text.shown)\""
        case .text(let text): "the text \"\(text.shown)\""
        case .number(let text): "the number \(text.shown)"
        case .truth(let truth): "\(truth)"
        case .plain, .null: "nothing"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }

    /// How YAML writes that there is no value.
    private static let nothing: Set = ["", "~", "null", "Null", "NULL"]
}

extension StringProtocol {
    /// The text short enough for a message.
    var shown: String { count <= 60 ? String(self) : prefix(60) + "…" }

    /// Whether there is nothing but white space.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
