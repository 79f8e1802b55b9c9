// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What is wrong with a file.
struct FileError: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "\(path): \(reason)" }
}

/// Reads little-endian numbers from a file, in order.
struct BinaryFile {
    private let path: String
    private let data: Data
    private var position = 0

    /// Opens the file at `path`, which must begin with `magic`.
    init(_ path: String, magic: String) throws {
        self.path = path
        var isDirectory: ObjCBool = false
        guard
            unsafe !FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
                || !isDirectory.boolValue
        else { throw FileError(path: path, reason: "is a directory, not a file") }
        do {
            data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        } catch {
            throw FileError(path: path, reason: "cannot be read: \(error.localizedDescription)")
        }
        guard data.prefix(magic.utf8.count).elementsEqual(magic.utf8) else {
            throw FileError(path: path, reason: "does not begin with \(magic)")
        }
        position = magic.utf8.count
    }

    /// Returns an error about this file.
    func error(_ reason: String) -> FileError { FileError(path: path, reason: reason) }

    /// Reads a 64-bit count of no more than the elements the file could hold.
    mutating func count(_ what: String) throws -> Int {
        let value = try numbers(1, UInt64.self)[0]
        guard value <= UInt64(Int32.max) else { throw error("\(value) \(what) are too many") }
        return Int(value)
    }

    /// Reads `count` numbers.
    mutating func numbers<Number: BitwiseCopyable>(
        _ count: Int, _ type: Number.Type
    ) throws -> [Number] {
        let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.size)
        guard !overflow, size <= data.count - position else {
            throw error("ends after \(data.count) bytes, too early")
        }
        let range = position..<position + size
        position += size
        return unsafe [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
            _ = unsafe data.copyBytes(to: UnsafeMutableRawBufferPointer(buffer), from: range)
            initialized = count
        }
    }

    /// Checks that everything was read.
    func end() throws {
        guard position == data.count else {
            throw error("has \(data.count - position) bytes too many")
        }
    }
}
