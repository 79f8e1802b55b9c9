// SPDX-License-Identifier: Apache-2.0

/// A named table whose rows are made while they are written, so that none need be kept.
public struct TableStream {
    /// Its name in exports, in snake case: `credentials`.
    public let name: String
    /// The title and the columns, without rows.
    public let table: Table
    private let rows: (_ body: ([Table.Cell]) throws -> Void) throws -> Void

    /// Creates a table that calls its body with each row, which has one cell for each column.
    public init(
        _ name: String, _ table: Table,
        rows: @escaping (_ body: ([Table.Cell]) throws -> Void) throws -> Void
    ) {
        self.name = name
        self.table = Table(title: table.title, columns: table.columns)
        self.rows = rows
    }

    /// Creates a table of rows that are there.
    public init(_ name: String, _ table: Table) {
        self.init(name, table) { body in for row in table.rows { try body(row) } }
    }

    /// Calls `body` with each row.
    ///
    /// - Throws: What `body`, or making a row, throws.
    public func forEachRow(_ body: ([Table.Cell]) throws -> Void) throws {
        try rows { row in
            precondition(row.count == table.columns.count, "a row does not fit the columns")
            try body(row)
        }
    }
}
