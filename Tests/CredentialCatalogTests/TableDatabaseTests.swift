// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import Foundation
import GRDB
import SkillsGraph
import Testing

@Suite struct TableDatabaseTests {
    private typealias Cells = SkillsGraph.Table

    private static let table = Cells(
        title: "Odd",
        columns: [
            .init("text", title: "Text"), .init("count", title: "Count", kind: .integer),
            .init("number", title: "Number", kind: .number, unit: "days", meaning: "How long."),
            .init("exact", title: "Exact", kind: .exact), .init("day", title: "Day", kind: .date),
            .init("from", title: "Truth", kind: .truth),
        ],
        rows: [
            [
                .text("it's \"odd\"\u{0}"), .integer(-1), .number(0.1, decimals: 2),
                .exact(ExactDecimal(thousandths: 2500)), .date(CalendarDate(dayNumber: 0)),
                .truth(true),
            ],
            [.missing, .missing, .number(.infinity, decimals: 0), .missing, .missing, .missing],
        ])

    private static func database(_ tables: [TableStream]) throws -> DatabaseQueue {
        let path = NSTemporaryDirectory() + "varde-\(UUID().uuidString).sqlite"
        try TableDatabase.write(tables, to: path)
        return try DatabaseQueue(path: path)
    }

    @Test func `cells keep their types, and what is missing or no number is NULL`() throws {
        let queue = try Self.database([TableStream("odd", Self.table)])
        defer { try? FileManager.default.removeItem(atPath: queue.path) }
        try queue.read { database in
            let types = try Row.fetchAll(
                database,
                sql: """
                    SELECT typeof(text), typeof(count), typeof(number), typeof(exact),
                        typeof(day), typeof("from") FROM odd
                    """)
            #expect(
                types.map { $0.databaseValues.map(\.description) } == [
                    ["text", "integer", "real", "real", "text", "integer"].map { "\"\($0)\"" },
                    Array(repeating: "\"null\"", count: 6),
                ])
            let row = try #require(
                try Row.fetchOne(database, sql: "SELECT CAST(text AS BLOB) AS bytes, * FROM odd"))
            #expect(row["bytes"] == Data("it's \"odd\"\u{0}".utf8))
            #expect(row["exact"] == 2.5)
            #expect(row["day"] == "1970-01-01")
        }
    }

    @Test func `every column is told about, and views come with their tables`() throws {
        let queue = try Self.database([TableStream("odd", Self.table)])
        defer { try? FileManager.default.removeItem(atPath: queue.path) }
        try queue.read { database in
            let told = try Row.fetchAll(
                database, sql: "SELECT * FROM about WHERE \"column\" = 'number'")
            #expect(told.count == 1)
            #expect(told.first?["unit"] == "days")
            #expect(told.first?["meaning"] == "How long.")
            let views = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'view'")
            #expect(views == 0)
        }
    }

    @Test func `what making a row throws is thrown`() {
        struct Stop: Error {}
        let path = NSTemporaryDirectory() + "varde-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: Stop.self) {
            try TableDatabase.write(
                [TableStream("odd", Self.table) { _ in throw Stop() }], to: path)
        }
        #expect(throws: CatalogError.self) {
            try TableDatabase.write([], to: "/nonexistent/folder/tables.sqlite")
        }
    }
}
