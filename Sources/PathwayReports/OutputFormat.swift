// SPDX-License-Identifier: Apache-2.0

/// A form in which a report can be written.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
    /// Columns for a person to read in a terminal.
    case table
    /// One JSON object, with the disclosure block.
    case json
    /// One line of JSON for each row.
    case jsonl
    /// Comma-separated values (RFC 4180).
    case csv
    /// Markdown with tables, to paste into a page or a message.
    case md
    /// A page to read, print and hand over: pictures, tables, notes, and what they rest on.
    case html
    /// The page, printed.
    case pdf
    /// Pictures alone.
    case svg

    /// The forms that every report has: all but pictures.
    public static let common = allCases.filter { $0 != .svg }
}

/// How text for a terminal is laid out.
public struct TextStyle: Hashable, Sendable {
    /// How many columns a line has; nil for lines as long as they need to be.
    public let width: Int?
    /// Whether headings are set in bold.
    public let isStyled: Bool

    /// Creates a style; plain, on unlimited lines, unless told otherwise.
    public init(width: Int? = nil, isStyled: Bool = false) {
        self.width = width
        self.isStyled = isStyled
    }

    /// Returns `text` in bold where the style has any.
    func bold(_ text: String) -> String {
        isStyled && !text.isEmpty ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }
}
