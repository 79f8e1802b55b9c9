// SPDX-License-Identifier: Apache-2.0

import GRDB
public import SkillsGraph

/// Writes tables into a SQLite file for other tools: a STRICT table for each, views, and a table
/// `about` that says what every column is.
///
/// Text is TEXT, whole numbers and truths (0 and 1) are INTEGER, other numbers REAL, and days TEXT
/// in ISO 8601; a missing cell is NULL. DuckDB attaches the file with these types.
public enum TableDatabase {
    /// Writes `tables` to a new file at `path`.
    ///
    /// The file is for one writer that throws it away if anything fails: nothing is journalled.
    ///
    /// - Throws: `CatalogError`, or what making a row throws.
    public static func write(_ tables: [TableStream], to path: String) throws {
        try CatalogError.mapping(path) {
            let plain = path.hasPrefix("/") ? path : "./" + path
            let queue = try DatabaseQueue(path: plain)
            try queue.writeWithoutTransaction { database in
                try database.execute(
                    sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
                try database.inTransaction(.immediate) {
                    try fill(database, tables)
                    return .commit
                }
            }
            try queue.close()
        }
    }

    private static func fill(_ database: Database, _ tables: [TableStream]) throws {
        try database.execute(sql: about)
        for table in tables { try write(table, database) }
        let names = Set(tables.map(\.name))
        if names.contains("awards") {
            try database.execute(sql: "CREATE INDEX awards_of_learner ON awards (learner, date)")
        }
        for view in ExportView.all where names.isSuperset(of: view.tables) {
            try database.execute(sql: "CREATE VIEW \(quoted(view.name)) AS \(view.sql)")
            try database.run(
                "INSERT INTO about VALUES (?, NULL, 'view', NULL, ?)", .text(view.name),
                .text(view.meaning))
        }
    }

    private static let about = """
        CREATE TABLE about (
            "table" TEXT NOT NULL, "column" TEXT, kind TEXT NOT NULL, unit TEXT,
            meaning TEXT NOT NULL
        ) STRICT
        """

    private static func write(_ stream: TableStream, _ database: Database) throws {
        let columns = stream.table.columns
        let list = columns.map { "\(quoted($0.name)) \($0.kind.sqliteType)" }
        try database.execute(
            sql: "CREATE TABLE \(quoted(stream.name)) (\(list.joined(separator: ", "))) STRICT")
        try explain(stream, database)
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let insert = try Query(
            database, "INSERT INTO \(quoted(stream.name)) VALUES (\(places))")
        try stream.forEachRow { row in
            for (index, cell) in row.enumerated() {
                insert.bind(index + 1, value(of: cell, in: columns[index].kind))
            }
            try insert.finish()
        }
    }

    private static func explain(_ stream: TableStream, _ database: Database) throws {
        try database.run(
            "INSERT INTO about VALUES (?, NULL, 'table', NULL, ?)", .text(stream.name),
            .text(stream.table.title + "."))
        for column in stream.table.columns {
            try database.run(
                "INSERT INTO about VALUES (?, ?, ?, ?, ?)", .text(stream.name),
                .text(column.name), .text(column.kind.rawValue), .text(column.unit),
                .text(column.meaning.isEmpty ? column.title : column.meaning))
        }
    }

    private static func value(
        of cell: SkillsGraph.Table.Cell, in kind: SkillsGraph.Table.Column.Kind
    ) -> Query.Value {
        switch cell {
        case .text(let text): .text(text)
        case .integer(let number): kind == .number ? .real(Double(number)) : .integer(number)
        case .number(let number, _): number.isFinite ? .real(number) : .null
        case .exact(let number): .real(number.approximation)
        case .truth(let truth): .integer(truth ? 1 : 0)
        case .date(let date): .text(date.description)
        case .missing, .withheld: .null
        }
    }

    private static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }
}

extension SkillsGraph.Table.Column.Kind {
    /// The type of its columns in a STRICT table.
    fileprivate var sqliteType: StaticString {
        switch self {
        case .text, .date: "TEXT"
        case .integer, .truth: "INTEGER"
        case .number, .exact: "REAL"
        }
    }
}
