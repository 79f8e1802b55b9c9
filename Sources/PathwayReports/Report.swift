// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What a command answers, in every form it can be written in.
public struct Report: Sendable {
    /// The kind of document: `search` makes `varde/search/1`.
    public let kind: String
    /// The fields of the JSON document, beside `schema` and `disclosure`.
    public let fields: [String: JSONValue]
    /// The rows: what CSV and JSONL hold.
    public let table: Table
    /// The table a person reads; the rows themselves unless set.
    public var shown: Table
    /// The lines of JSONL; the rows themselves unless set.
    public var lines: [JSONValue]
    /// What the answer rests on.
    public let disclosure: Disclosure
    /// What a person reads above the table.
    public var above: [String] = []
    /// What a person reads below the table.
    public var below: [String] = []
    /// Whether a person sees the table even where it has no rows.
    public var showsEmptyTable = false

    /// Several tables that a person reads one after another, instead of `shown`.
    public var sections: [Section] = []

    /// One of several tables of a report.
    public struct Section: Hashable, Sendable {
        /// The name of the table, which makes that of its file.
        public let name: String
        /// The rows.
        public let table: Table
        /// What a person reads below the table.
        public var below: [String] = []
        /// How many rows a person sees at most; every other form has all.
        public static let mostRows = 100

        /// Creates a section without notes.
        public init(_ name: String, _ table: Table) {
            self.name = name
            self.table = table
        }
    }

    /// Creates a report on `table` whose document has `fields`.
    public init(
        _ kind: String, _ table: Table, fields: [String: JSONValue], disclosure: Disclosure
    ) {
        self.kind = kind
        self.fields = fields
        self.table = table
        shown = table
        lines = table.jsonRows
        self.disclosure = disclosure
    }

    /// Creates a report whose document is the table: `columns` and `rows`.
    public init(_ kind: String, _ table: Table, disclosure: Disclosure) {
        self.init(
            kind, table,
            fields: [
                "title": .text(table.title), "columns": table.jsonColumns,
                "rows": .list(table.jsonRows),
            ], disclosure: disclosure)
    }

    /// The JSON document.
    public var document: JSONValue {
        var fields = fields
        fields["schema"] = .text("varde/\(kind)/1")
        fields["disclosure"] = disclosure.json
        return .object(fields)
    }

    /// Returns the report as text in `format`, ended by a line break.
    ///
    /// - Parameters:
    ///   - format: the form.
    ///   - style: how a table is laid out for the terminal.
    ///   - raw: whether CSV keeps text that a spreadsheet would run as a formula.
    /// - Returns: the whole text.
    public func text(
        as format: OutputFormat, style: TextStyle = TextStyle(), raw: Bool = false
    ) -> String {
        switch format {
        case .table: terminalText(style)
        case .json: document.text() + "\n"
        case .jsonl: lines.map { $0.text(.line) + "\n" }.joined()
        case .csv: table.csv(raw: raw)
        case .md: readable.markdown
        case .html, .pdf: readable.html
        case .svg: svg
        }
    }

    private func terminalText(_ style: TextStyle) -> String {
        var blocks = [Self.lines(above, style)]
        if !sections.isEmpty {
            blocks += sections.map { Self.text(of: $0, style) }
        } else if showsEmptyTable || !shown.rows.isEmpty {
            blocks.append(shown.terminalText(style))
        }
        blocks.append(Self.lines(below, style))
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func text(of section: Section, _ style: TextStyle) -> String {
        let rows = section.table.rows
        let shown = Table(
            title: section.table.title, columns: section.table.columns,
            rows: Array(rows.prefix(Section.mostRows)))
        let left = rows.count - shown.rows.count
        let more = left > 0 ? ["… and \(left) more rows; --format csv or json has all."] : []
        return lines([shown.title], style) + (rows.isEmpty ? "" : shown.terminalText(style))
            + lines(more + section.below, style)
    }

    private static func lines(_ sentences: [String], _ style: TextStyle) -> String {
        sentences.lazy.map(DisplayWidth.safe)
            .flatMap { DisplayWidth.wrapped($0, to: style.width ?? .max) }
            .map { $0 + "\n" }.joined()
    }
}
