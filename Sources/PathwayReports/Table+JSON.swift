// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Table {
    /// The columns, each with its name and title, for the `columns` of a document.
    public var jsonColumns: JSONValue {
        .list(columns.map { .object(["name": .text($0.name), "title": .text($0.title)]) })
    }

    /// The rows, each an object from column name to typed value; a missing cell is `null`.
    public var jsonRows: [JSONValue] {
        rows.map { row in
            .object(
                Dictionary(
                    zip(columns.map(\.name), row.map(\.json)), uniquingKeysWith: { $1 }))
        }
    }
}

extension Table.Cell {
    /// The cell as a typed JSON value.
    public var json: JSONValue {
        switch self {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .number(let number, _): .number(number)
        case .exact(let number): .exact(number)
        case .truth(let truth): .truth(truth)
        case .date(let date): JSONValue(date)
        case .missing: .null
        }
    }
}
