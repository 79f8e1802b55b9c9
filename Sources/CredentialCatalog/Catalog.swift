// SPDX-License-Identifier: Apache-2.0

import GRDB

/// A catalogue: the one SQLite file that holds the graph, the learners' awards, derived data and
/// the log.
///
/// ```swift
/// let catalog = try Catalog(reading: "catalog.sqlite")
/// let graph = try catalog.read { try Graph($0.parts()) }
/// ```
///
/// Every command either reads in one transaction or writes in one: it is done as a whole or not at
/// all, even if the process is killed. Calls must not be nested.
public struct Catalog: Sendable {
    /// Where the file is.
    public let path: String
    let queue: DatabaseQueue
    let isWritable: Bool

    /// Opens an existing catalogue of the current schema for reading.
    ///
    /// Where nothing can be written, not even SQLite's own files beside it, it is opened as a file
    /// that does not change.
    ///
    /// - Throws: `CatalogError` saying what is there instead.
    public init(reading path: String) throws {
        self.path = path
        isWritable = false
        queue = try Connection(path).reader()
    }

    /// Opens a catalogue for writing; it is made, with its folder, where there is none, and
    /// upgraded where its schema is older.
    ///
    /// - Throws: `CatalogError` saying what is there instead, or why it cannot be written.
    public init(writing path: String) throws { try self.init(writing: path, maximumPages: nil) }

    /// Opens a catalogue for writing whose file may have so many pages of 4096 bytes: beyond that
    /// writing fails as on a full disk.
    package init(writing path: String, maximumPages: Int?) throws {
        self.path = path
        isWritable = true
        queue = try Connection(path).writer(maximumPages: maximumPages)
    }

    /// Returns what `body` makes of the catalogue, in one read transaction.
    ///
    /// - Throws: What `body` throws, or `CatalogError`.
    public func read<T>(_ body: (CatalogSnapshot) throws -> T) throws -> T {
        try CatalogError.mapping(path) {
            try queue.read { try body(CatalogSnapshot($0, path: path)) }
        }
    }

    /// Moves all that was written into the main file, so that it can be copied, or read where
    /// nothing can be written; returns whether nothing is left in SQLite's write-ahead log.
    func emptyLog() throws -> Bool {
        try queue.writeWithoutTransaction { database in
            try Query(database, "PRAGMA wal_checkpoint(TRUNCATE)").first { $0.integer(0) } == 0
        }
    }
}
