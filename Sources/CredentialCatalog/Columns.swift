// SPDX-License-Identifier: Apache-2.0

import GRDBSQLite

/// The cells of a statement's current row.
struct Columns {
    private let handle: OpaquePointer

    /// Creates the cells of the row that a stepped statement stands on.
    init(_ handle: OpaquePointer) { self.handle = handle }

    /// Whether there is nothing in the cell.
    func isNull(_ index: Int) -> Bool {
        sqlite3_column_type(handle, Int32(index)) == SQLITE_NULL
    }

    /// The whole number in the cell.
    func integer(_ index: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(index))) }

    /// The whole number in the cell, or nil.
    func optionalInteger(_ index: Int) -> Int? { isNull(index) ? nil : integer(index) }

    /// The number in the cell.
    func real(_ index: Int) -> Double { sqlite3_column_double(handle, Int32(index)) }

    /// The text in the cell; empty where there is nothing.
    func text(_ index: Int) -> String {
        withBytes(index) { String(decoding: $0, as: UTF8.self) }
    }

    /// The text in the cell, or nil.
    func optionalText(_ index: Int) -> String? { isNull(index) ? nil : text(index) }

    /// The lines of the text in the cell; none where there is nothing.
    func lines(_ index: Int) -> [String] {
        var lines: [String] = []
        eachLine(index) { lines.append($0) }
        return lines
    }

    /// Calls `body` with each line of the text in the cell.
    func eachLine(_ index: Int, _ body: (String) -> Void) {
        guard !isNull(index) else { return }
        withBytes(index) { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                body(
                    String(
                        decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]),
                        as: UTF8.self))
                start = end + 1
            }
        }
    }

    /// The bytes in the cell.
    func bytes(_ index: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, Int32(index)) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, Int32(index)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// Calls `body` with the UTF-8 bytes of the text in the cell.
    func withBytes<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        let start = sqlite3_column_text(handle, Int32(index))
        return body(
            UnsafeBufferPointer(
                start: start, count: Int(sqlite3_column_bytes(handle, Int32(index)))))
    }
}
