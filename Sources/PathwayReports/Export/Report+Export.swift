// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Report {
    /// Creates the account of an export: which tables there are, and what each column is.
    public init(export streams: [TableStream], as form: TableText.Form, disclosure: Disclosure) {
        var table = Table(
            title: "Exported columns",
            columns: [
                .init("table", title: "Table"), .init("column", title: "Column"),
                .init("kind", title: "Kind"), .init("unit", title: "Unit"),
                .init("meaning", title: "Meaning"),
            ])
        for stream in streams {
            for column in stream.table.columns {
                table.append([
                    .text(stream.name), .text(column.name), .text(column.kind.rawValue),
                    .init(column.unit), .text(column.meaning),
                ])
            }
        }
        let tables = streams.map { stream in
            JSONValue.object([
                "name": .text(stream.name), "title": .text(stream.table.title),
                "file": .text("\(stream.name).\(form.rawValue)"),
                "columns": .list(stream.table.columns.map(\.json)),
            ])
        }
        self.init(
            "export", table, fields: ["tables": .list(tables)], disclosure: disclosure)
    }
}
