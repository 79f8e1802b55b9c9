// SPDX-License-Identifier: Apache-2.0

/// A text in every language it came in.
public struct LocalizedText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// One language's wording.
    public struct Entry: Hashable, Sendable {
        /// A BCP 47 tag; `und` where none was given.
        public let language: String
        /// The wording.
        public let text: String

        /// Creates an entry.
        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    /// The wordings, in the order of their language tags, each tag once.
    public let entries: [Entry]

    /// Creates a text in one language.
    public init(_ text: String, language: String = "und") {
        entries = text.isEmpty ? [] : [Entry(language: language, text: text)]
    }

    /// Creates a text from wordings; of two in one language the first is kept, empty ones are not.
    public init(_ entries: some Sequence<Entry>) {
        var seen: Set<String> = []
        self.entries = entries.filter { !$0.text.isEmpty && seen.insert($0.language).inserted }
            .sorted { $0.language < $1.language }
    }

    /// Creates a text whose language is not stated.
    public init(stringLiteral value: String) { self.init(value) }

    /// Whether there is no wording at all.
    public var isEmpty: Bool { entries.isEmpty }

    /// Returns the wording for display: in `language`, else its primary language, else English,
    /// else one without a language, else the first; empty if there is none.
    ///
    /// The case of a tag makes no difference.
    public func text(in language: String = "en") -> String { entry(in: language)?.text ?? "" }

    /// Returns the wording for display and the language it is in; nil if there is none.
    public func entry(in language: String = "en") -> Entry? {
        let primary = Self.primary(language)
        return exact(language) ?? first { Self.primary($0) == primary } ?? exact("en")
            ?? first { Self.primary($0) == "en" } ?? exact("und") ?? entries.first
    }

    private func exact(_ language: String) -> Entry? {
        let wanted = language.lowercased()
        return first { $0.lowercased() == wanted }
    }

    private func first(where matches: (String) -> Bool) -> Entry? {
        entries.first { matches($0.language) }
    }

    private static func primary(_ tag: String) -> String {
        tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
}
