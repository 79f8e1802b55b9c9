// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Text for people, parts of which may be in another language than the page, or lead elsewhere.
struct Prose: Hashable, Sendable {
    /// A stretch of text of one sort.
    enum Run: Hashable, Sendable {
        /// Text in the page's own language, or of none.
        case plain(String)
        /// Text in the language of this tag.
        case foreign(String, language: String)
        /// Text that stands out.
        case strong(String)
        /// An address that is a link where it is one of `https`, else text.
        case address(String)

        /// The text alone.
        var text: String {
            switch self {
            case .plain(let text), .foreign(let text, _), .strong(let text), .address(let text):
                text
            }
        }
    }

    /// The stretches, in order.
    var runs: [Run]

    /// Creates a text of one stretch.
    init(_ run: Run) { runs = run.text.isEmpty ? [] : [run] }

    /// Creates a text in the page's own language.
    init(_ text: String) { self.init(.plain(text)) }

    /// Creates the wording of `text` for a reader of `language`, on a page that is in `page`.
    init(_ text: LocalizedText, in language: String, on page: String) {
        let entry = text.entry(in: language) ?? .init(language: "und", text: "")
        let isOwn = entry.language == "und" || Self.primary(entry.language) == Self.primary(page)
        self.init(isOwn ? .plain(entry.text) : .foreign(entry.text, language: entry.language))
    }

    /// The text alone.
    var text: String { runs.map(\.text).joined() }

    /// Whether there is nothing to read.
    var isEmpty: Bool { runs.isEmpty }

    /// The same text, standing out.
    var strong: Prose {
        var prose = self
        prose.runs = runs.map { if case .plain(let text) = $0 { .strong(text) } else { $0 } }
        return prose
    }

    private static func primary(_ tag: String) -> String {
        tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }

    /// Returns one text after another.
    static func + (left: Prose, right: Prose) -> Prose {
        var sum = left
        sum.runs += right.runs
        return sum
    }
}

extension Prose: ExpressibleByStringInterpolation {
    /// Collects text and prose between the quotes.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var runs: [Run] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { append(literal) }
        mutating func appendInterpolation(_ prose: Prose) { runs += prose.runs }
        mutating func appendInterpolation(_ text: some CustomStringConvertible) {
            append(text.description)
        }

        private mutating func append(_ text: String) {
            if !text.isEmpty { runs.append(.plain(text)) }
        }
    }

    init(stringLiteral value: String) { self.init(value) }
    init(stringInterpolation: StringInterpolation) { runs = stringInterpolation.runs }
}

extension [Prose] {
    /// The texts one after another, with `separator` between.
    func joined(separator: String) -> Prose {
        var prose = Prose("")
        for (place, part) in enumerated() {
            if place > 0 { prose.runs.append(.plain(separator)) }
            prose.runs += part.runs
        }
        return prose
    }
}
