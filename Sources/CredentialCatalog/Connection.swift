// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import GRDBSQLite

/// How a catalogue's file is opened.
struct Connection {
    let path: String

    init(_ path: String) { self.path = path }

    /// Opens for reading.
    func reader() throws -> DatabaseQueue {
        try check(mustExist: true)
        return try CatalogError.mapping(path) {
            let queue = try openForReading()
            let (application, version, _) = try queue.read(identity)
            guard application == Schema.application else {
                throw CatalogError.notACatalogue(path: path)
            }
            try refuseNewer(version)
            guard version == Schema.version else {
                throw CatalogError.older(path: path, version: version, known: Schema.version)
            }
            return queue
        }
    }

    /// Opens for writing, making or upgrading the file.
    func writer(maximumPages: Int?) throws -> DatabaseQueue {
        try check(mustExist: false)
        try makeFolder()
        let isNew = !FileManager.default.fileExists(atPath: path)
        do {
            return try CatalogError.mapping(path) { try openForWriting(maximumPages) }
        } catch {
            if isNew { removeFiles() }
            throw error
        }
    }

    private func check(mustExist: Bool) throws {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if exists, isFolder.boolValue { throw CatalogError.isFolder(path: path) }
        if !exists, mustExist { throw CatalogError.missing(path: path) }
        if exists, !beginsAsDatabase() { throw CatalogError.notADatabase(path: path) }
    }

    /// SQLite takes a file of a few bytes for an empty database, and would write over it.
    private func beginsAsDatabase() -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return true }
        defer { try? handle.close() }
        let start = (try? handle.read(upToCount: 16)) ?? Data()
        return start.isEmpty || start == Data("SQLite format 3\0".utf8)
    }

    private func makeFolder() throws {
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch { throw CatalogError.readOnly(path: path) }
    }

    private func removeFiles() {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    /// A plain reader would leave SQLite's own files behind; one that may write but does not
    /// tidies them up when it closes.
    private func openForReading() throws -> DatabaseQueue {
        do { return try open() } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode.primaryResultCode)
        { return try openUnchanging() }
    }

    /// Opens a file that nobody can change meanwhile, without locks or files beside it.
    func openUnchanging() throws -> DatabaseQueue {
        let size =
            (try? FileManager.default.attributesOfItem(atPath: path + "-wal"))?[.size] as? Int ?? 0
        guard size == 0 else { throw CatalogError.unfinished(path: path) }
        let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: ";"))
        let absolute = URL(filePath: path).path
        let escaped = absolute.addingPercentEncoding(withAllowedCharacters: allowed) ?? absolute
        var configuration = configuration()
        configuration.readonly = true
        return try DatabaseQueue(
            path: "file:\(escaped)?immutable=1", configuration: configuration)
    }

    private func openForWriting(_ maximumPages: Int?) throws -> DatabaseQueue {
        let queue = try open()
        let (application, version, isEmpty) = try queue.read(identity)
        guard application == Schema.application || (application == 0 && isEmpty) else {
            throw CatalogError.notACatalogue(path: path)
        }
        try refuseNewer(version)
        try queue.writeWithoutTransaction { database in
            if let connection = database.sqliteConnection,
                sqlite3_db_readonly(connection, "main") == 1
            {
                throw CatalogError.readOnly(path: path)
            }
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(
                sql: """
                    PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;
                    PRAGMA cache_size = -65536
                    """)
            if let maximumPages {
                try database.execute(sql: "PRAGMA max_page_count = \(maximumPages)")
            }
            try Schema.migrate(database)
        }
        return queue
    }

    private func open() throws -> DatabaseQueue {
        // SQLite gives `file:…` and `:memory:` a meaning of their own.
        let plain = path.hasPrefix("/") ? path : "./" + path
        return try DatabaseQueue(path: plain, configuration: configuration())
    }

    /// Waits five seconds for another process.
    private func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        return configuration
    }

    private func identity(
        _ database: Database
    ) throws -> (application: Int, version: Int, isEmpty: Bool) {
        (
            try database.number("PRAGMA application_id"),
            try database.number("PRAGMA user_version"),
            try database.number("SELECT count(*) FROM sqlite_schema") == 0
        )
    }

    private func refuseNewer(_ version: Int) throws {
        guard version <= Schema.version else {
            throw CatalogError.newer(path: path, version: version, known: Schema.version)
        }
    }
}
