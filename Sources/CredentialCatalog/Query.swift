// SPDX-License-Identifier: Apache-2.0

import GRDB
import GRDBSQLite

/// A prepared statement, driven column by column.
///
/// Bulk work spends its time here, so values go to SQLite and come back without boxes: no `Row`,
/// no `DatabaseValue`, no Codable record.
struct Query {
    /// One value to bind.
    enum Value {
        case null
        case integer(Int)
        case real(Double)
        case text(String)
        case bytes([UInt8])
    }

    private let statement: Statement
    private let connection: OpaquePointer
    private let handle: OpaquePointer

    /// Compiles `sql`.
    init(_ database: Database, _ sql: String) throws {
        statement = try database.makeStatement(sql: sql)
        handle = statement.sqliteStatement
        guard let connection = database.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
        }
        self.connection = connection
    }

    /// Runs the statement to its end and returns how many rows it changed.
    @discardableResult
    func run(_ values: Value...) throws -> Int {
        for (index, value) in values.enumerated() { bind(index + 1, value) }
        return try finish()
    }

    /// Runs the statement as it is bound and returns how many rows it changed.
    @discardableResult
    func finish() throws -> Int {
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: continue
            case SQLITE_DONE: return Int(sqlite3_changes(connection))
            default: throw failure()
            }
        }
    }

    /// Calls `body` with each row, in order.
    func each(_ values: Value..., body: (Columns) throws -> Void) throws {
        for (index, value) in values.enumerated() { bind(index + 1, value) }
        try eachBound(body)
    }

    /// Returns what `read` makes of the first row, or nil if there is none.
    func first<T>(_ values: Value..., read: (Columns) throws -> T) throws -> T? {
        for (index, value) in values.enumerated() { bind(index + 1, value) }
        defer { sqlite3_reset(handle) }
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return try read(Columns(handle))
        case SQLITE_DONE: return nil
        default: throw failure()
        }
    }

    private func eachBound(_ body: (Columns) throws -> Void) throws {
        defer { sqlite3_reset(handle) }
        let columns = Columns(handle)
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(columns)
            case SQLITE_DONE: return
            default: throw failure()
            }
        }
    }

    private func failure() -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)))
    }
}

extension Query {
    /// SQLite makes its own copy of what is bound so.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Binds a value to the parameter at `index`, from 1.
    func bind(_ index: Int, _ value: Value) {
        switch value {
        case .null: sqlite3_bind_null(handle, Int32(index))
        case .integer(let number): bind(index, number)
        case .real(let number): sqlite3_bind_double(handle, Int32(index), number)
        case .text(let text): bind(index, text)
        case .bytes(let bytes):
            _ = bytes.withUnsafeBytes {
                sqlite3_bind_blob64(
                    handle, Int32(index), $0.baseAddress, UInt64($0.count), Self.transient)
            }
        }
    }

    /// Binds a number, or nothing.
    func bind(_ index: Int, _ number: Int?) {
        guard let number else {
            sqlite3_bind_null(handle, Int32(index))
            return
        }
        sqlite3_bind_int64(handle, Int32(index), Int64(number))
    }

    /// Binds a text, or nothing; zero bytes inside it are kept.
    func bind(_ index: Int, _ text: String?) {
        guard var text else {
            sqlite3_bind_null(handle, Int32(index))
            return
        }
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress, !characters.isEmpty else {
                    sqlite3_bind_text(handle, Int32(index), "", 0, Self.transient)
                    return
                }
                sqlite3_bind_text(
                    handle, Int32(index), start, Int32(characters.count), Self.transient)
            }
        }
    }
}

extension Query.Value {
    /// A text, or nothing.
    static func text(_ text: String?) -> Self { text.map { .text($0) } ?? .null }
    /// A number, or nothing.
    static func integer(_ number: Int?) -> Self { number.map { .integer($0) } ?? .null }
}

extension Database {
    /// Runs one statement and returns how many rows it changed.
    @discardableResult
    func run(_ sql: String, _ values: Query.Value...) throws -> Int {
        let query = try Query(self, sql)
        for (index, value) in values.enumerated() { query.bind(index + 1, value) }
        return try query.finish()
    }

    /// Calls `body` with each row of a query, in order.
    func each(
        _ sql: String, _ values: Query.Value..., body: (Columns) throws -> Void
    ) throws {
        let query = try Query(self, sql)
        for (index, value) in values.enumerated() { query.bind(index + 1, value) }
        try query.each(body: body)
    }

    /// Returns the number a query yields, 0 for none.
    func number(_ sql: String, _ values: Query.Value...) throws -> Int {
        let query = try Query(self, sql)
        for (index, value) in values.enumerated() { query.bind(index + 1, value) }
        return try query.first { $0.integer(0) } ?? 0
    }
}
