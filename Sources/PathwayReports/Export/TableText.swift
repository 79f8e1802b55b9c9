// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// A table written as the text of one file, row by row.
public struct TableText {
    /// The form of an exported file.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// Comma-separated values (RFC 4180).
        case csv
        /// One JSON object, `varde/table/1`.
        case json
        /// One line of JSON for each row.
        case jsonl
    }

    private let form: Form
    private let raw: Bool
    private let disclosure: Disclosure

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - form: the form.
    ///   - raw: whether CSV keeps text that a spreadsheet would run as a formula.
    ///   - disclosure: what the tables rest on; part of JSON.
    public init(_ form: Form, raw: Bool = false, disclosure: Disclosure) {
        self.form = form
        self.raw = raw
        self.disclosure = disclosure
    }

    /// Calls `body` with the text, a piece at a time.
    ///
    /// - Throws: What `body`, or making a row, throws.
    public func write(_ stream: TableStream, _ body: (String) throws -> Void) throws {
        let table = stream.table
        switch form {
        case .csv:
            try body(table.csvHeader)
            try stream.forEachRow { try body(Table.csvLine($0, raw: raw)) }
        case .jsonl:
            try stream.forEachRow { try body(table.jsonRow($0).text(.line) + "\n") }
        case .json: try writeDocument(stream, body)
        }
    }

    /// One object, its keys in order and a line for each row.
    private func writeDocument(
        _ stream: TableStream, _ body: (String) throws -> Void
    ) throws {
        let table = stream.table
        func field(_ name: String, _ value: JSONValue) -> String {
            "\(JSONValue.text(name).text(.line)):\(value.text(.line))"
        }
        let opening = [
            field("columns", .list(table.columns.map(\.json))),
            field("disclosure", disclosure.json), field("name", .text(stream.name)),
        ]
        try body("{\n" + opening.map { "\($0),\n" }.joined() + "\"rows\":[")
        var separator = "\n"
        try stream.forEachRow { row in
            try body(separator + table.jsonRow(row).text(.line))
            separator = ",\n"
        }
        let closing = [
            field("schema", .text("varde/table/1")), field("title", .text(table.title)),
        ]
        try body("\n],\n" + closing.joined(separator: ",\n") + "\n}\n")
    }
}

extension Table.Column {
    /// The column with all that is said of it.
    public var json: JSONValue {
        .object([
            "name": .text(name), "title": .text(title), "kind": .text(kind.rawValue),
            "unit": unit.map { .text($0) } ?? .null, "meaning": .text(meaning),
        ])
    }
}
