// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Table {
    /// The columns, each with its name and title, for the `columns` of a document.
    public var jsonColumns: JSONValue {
        .list(columns.map { .object(["name": .text($0.name), "title": .text($0.title)]) })
    }

    /// The rows, each an object from column name to typed value.
    ///
    /// A missing cell is `null`. So is one that is kept back; the row then also has `withheld`, the
    /// list of the columns whose cells are.
    public var jsonRows: [JSONValue] { rows.map(jsonRow) }

    /// Returns a row as an object from column name to typed value.
    public func jsonRow(_ row: [Cell]) -> JSONValue {
        let names = columns.map(\.name)
        var fields = Dictionary(zip(names, row.map(\.json)), uniquingKeysWith: { $1 })
        let withheld = zip(names, row).filter { $0.1 == .withheld }.map(\.0)
        if !withheld.isEmpty { fields["withheld"] = JSONValue(withheld) }
        return .object(fields)
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
        case .missing, .withheld: .null
        }
    }
}
