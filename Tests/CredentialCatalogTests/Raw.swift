// SPDX-License-Identifier: Apache-2.0

import GRDB

/// A catalogue's file as any other program sees it.
struct Raw {
    private let queue: DatabaseQueue

    init(_ path: String) throws { queue = try DatabaseQueue(path: path) }

    func run(_ sql: String) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// Every row of a query as text, NULL as nil.
    func rows(_ sql: String) throws -> [[String?]] {
        try queue.read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { $0.isNull ? nil : "\($0.storage.value ?? "")" }
            }
        }
    }

    /// Holds the file for writing while `body` runs.
    func whileLocked(_ body: () throws -> Void) throws {
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                try body()
                return .rollback
            }
        }
    }
}
