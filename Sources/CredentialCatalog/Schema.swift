// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The tables of the catalogue, and how an older file becomes a current one.
///
/// A file's version is its `user_version`: how many migrations it has been through. Each migration
/// is one SQL script that never changes once released. Views are no part of the versions: they are
/// made anew after every migration, so that they always fit the tables; and rules that an older
/// Varde kept as rows alone are then written out whole.
enum Schema {
    /// Tells a catalogue from any other database: `VARD` as a big-endian number.
    static let application = 0x5641_5244

    /// The migrations, in order.
    static let migrations = [tables, search, wholeRules]

    /// The version this code reads and writes.
    static let version = migrations.count

    /// Stands for "no date" in a key, where NULL would not be equal to itself; it is no day of any
    /// year from 1 to 9999.
    static let noDay = -1_000_000

    /// Brings the database to `version` in one transaction.
    static func migrate(_ database: Database, to version: Int = version) throws {
        try database.inTransaction(.immediate) {
            let found = try database.number("PRAGMA user_version")
            guard found < version else { return .rollback }
            try database.execute(sql: dropViews(database))
            for migration in migrations[found..<version] { try database.execute(sql: migration) }
            if version == Schema.version {
                try RuleUpgrade(database).run()
                try database.execute(sql: views)
                try describeViews(database)
            }
            try database.execute(
                sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
            return .commit
        }
    }

    private static func dropViews(_ database: Database) throws -> String {
        var script = "DROP TABLE IF EXISTS about;"
        try database.each("SELECT name FROM sqlite_schema WHERE type = 'view'") {
            script += "DROP VIEW \"\($0.text(0))\";"
        }
        return script
    }

    private static func describeViews(_ database: Database) throws {
        let insert = try Query(database, "INSERT INTO about VALUES (?, ?, ?)")
        for view in View.all {
            try insert.run(.text(view.name), .text(""), .text(view.meaning))
            for column in view.columns {
                try insert.run(.text(view.name), .text(column.name), .text(column.meaning))
            }
        }
    }
}
