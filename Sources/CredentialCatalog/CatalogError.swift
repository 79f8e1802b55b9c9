// SPDX-License-Identifier: Apache-2.0

import GRDB

/// Why a catalogue cannot be opened, read or written; whenever one is thrown, it is as it was.
public enum CatalogError: Error, Hashable, CustomStringConvertible {
    /// There is no file.
    case missing(path: String)
    /// The path is a folder.
    case isFolder(path: String)
    /// The file is not a SQLite database.
    case notADatabase(path: String)
    /// The file is a database of something else.
    case notACatalogue(path: String)
    /// The file was written by a newer Varde.
    case newer(path: String, version: Int, known: Int)
    /// The file was written by an older Varde, and is only to be read.
    case older(path: String, version: Int, known: Int)
    /// The file, or its folder, cannot be written.
    case readOnly(path: String)
    /// Another process holds the file.
    case locked(path: String)
    /// The disk, or the size that the file is allowed, is full.
    case full(path: String)
    /// A writer was killed, and what it left cannot be tidied where nothing can be written.
    case unfinished(path: String)
    /// The file is damaged.
    case damaged(path: String, detail: String)
    /// A strict import had rejected rows.
    case rejected(count: Int)
    /// Something else that SQLite says.
    case failed(path: String, detail: String)

    /// Where, what, and what to do.
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no catalogue here; make one with \"varde import\""
        case .isFolder(let path):
            "\(path): this is a folder; name the catalogue's file, such as catalog.sqlite in it"
        case .notADatabase(let path):
            "\(path): this is not a database; name another file, or move this one away"
        case .notACatalogue(let path):
            "\(path): this database is not a catalogue of Varde; name another file"
        case .newer(let path, let version, let known):
            "\(path): schema version \(version) is newer than this Varde, which knows \(known); "
                + "use a newer Varde"
        case .older(let path, let version, let known):
            "\(path): schema version \(version) is older than this Varde, which reads \(known); "
                + "run \"varde import\" to upgrade"
        case .readOnly(let path):
            "\(path): it cannot be written; check the permissions of the file and of its folder"
        case .locked(let path):
            "\(path): another process is using it; try again when that has finished"
        case .full(let path):
            "\(path): the disk is full; make room and try again, nothing was changed"
        case .unfinished(let path):
            "\(path): an import was interrupted here and cannot be undone where nothing can be "
                + "written; copy the file and those named after it elsewhere and open it there"
        case .damaged(let path, let detail):
            "\(path): the database is damaged (\(detail)); restore a copy, or import anew"
        case .rejected(let count):
            "\(count) rejected, and the import is strict: nothing was written; correct what is "
                + "listed, or import without --strict"
        case .failed(let path, let detail): "\(path): \(detail)"
        }
    }
}

extension CatalogError {
    /// Returns what `body` returns, with SQLite's errors turned into this module's.
    static func mapping<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as DatabaseError {
            throw CatalogError(error, path: path)
        }
    }

    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
        default: self = .failed(path: path, detail: detail)
        }
    }
}
