// SPDX-License-Identifier: Apache-2.0

import GRDB
import GRDBSQLite

/// What a check of a catalogue's file found.
public struct CatalogHealth: Hashable, Sendable {
    /// Derived data that is held.
    public struct Derived: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// What it was made from; it is stale where the graph's own fingerprint differs.
        public let fingerprint: String
        /// How many bytes it is.
        public let byteCount: Int
    }

    /// What SQLite's integrity check found wrong; empty where nothing is.
    public let damages: [String]
    /// Rows that refer to rows that are not there, as `table row → table`; empty where none do.
    public let danglingRows: [String]
    /// Things that full-text search lacks, or has and should not.
    public let searchDifference: Int
    /// The file's schema version.
    public let schemaVersion: Int
    /// The schema version of this code.
    public let knownSchemaVersion: Int
    /// The version of the SQLite library in use.
    public let sqliteVersion: String
    /// How the file is journalled: `wal`.
    public let journalMode: String
    /// How many bytes the database has.
    public let byteCount: Int
    /// How many of them are free.
    public let freeByteCount: Int
    /// How many of each noun there are.
    public let counts: [Noun: Int]
    /// How many learners there are.
    public let learnerCount: Int
    /// How many references are pending.
    public let pendingCount: Int
    /// Derived data that is held, by name.
    public let derived: [Derived]

    /// Whether nothing is wrong.
    public var isSound: Bool { damages.isEmpty && danglingRows.isEmpty && searchDifference == 0 }
}

extension CatalogSnapshot {
    /// Checks the file, its references and its search index.
    ///
    /// - Complexity: O(bytes): every page is read.
    public func diagnose() throws -> CatalogHealth {
        let pageSize = try database.number("PRAGMA page_size")
        return CatalogHealth(
            damages: try texts("PRAGMA integrity_check(100)").filter { $0 != "ok" },
            danglingRows: try danglingRows(), searchDifference: try searchDifference(),
            schemaVersion: try database.number("PRAGMA user_version"),
            knownSchemaVersion: Schema.version,
            sqliteVersion: String(cString: sqlite3_libversion()),
            journalMode: try texts("PRAGMA journal_mode").first ?? "",
            byteCount: try database.number("PRAGMA page_count") * pageSize,
            freeByteCount: try database.number("PRAGMA freelist_count") * pageSize,
            counts: try counts(),
            learnerCount: try database.number("SELECT count(*) FROM learner_data"),
            pendingCount: try database.number("SELECT count(*) FROM pending"),
            derived: try derived())
    }

    private func texts(_ sql: String) throws -> [String] {
        var texts: [String] = []
        try database.each(sql) { texts.append($0.text(0)) }
        return texts
    }

    private func danglingRows() throws -> [String] {
        var rows: [String] = []
        try database.each("PRAGMA foreign_key_check") {
            rows.append("\($0.text(0)) \($0.optionalInteger(1) ?? 0) → \($0.text(2))")
        }
        return rows
    }

    private func searchDifference() throws -> Int {
        let tables = ["credential", "outcome", "skill", "occupation"]
        let expected = tables.enumerated().map { kind, table -> String in
            let words = kind == 0 || kind == 1 ? "\(table)_text" : "\(table)_label"
            return "SELECT DISTINCT owner * 4 + \(kind) AS row FROM \(words)"
        }.joined(separator: " UNION ALL ")
        return try database.number(
            """
            WITH expected AS (\(expected))
            SELECT (SELECT count(*) FROM expected WHERE row NOT IN (SELECT id FROM search_docsize))
                 + (SELECT count(*) FROM search_docsize
                    WHERE id NOT IN (SELECT row FROM expected))
            """)
    }

    private func derived() throws -> [CatalogHealth.Derived] {
        var derived: [CatalogHealth.Derived] = []
        try database.each(
            "SELECT name, fingerprint, length(bytes) FROM derived_data ORDER BY name"
        ) {
            derived.append(
                CatalogHealth.Derived(
                    name: $0.text(0), fingerprint: $0.text(1), byteCount: $0.integer(2)))
        }
        return derived
    }
}
