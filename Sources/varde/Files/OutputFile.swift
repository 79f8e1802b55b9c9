// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file that is written whole or not at all.
enum OutputFile {
    /// Writes `text` to `path`; `-` is standard output.
    ///
    /// The text goes to a new file beside it, which takes its place at the end, so that nobody
    /// ever meets half of it. What is no ordinary file, such as a pipe, is written to directly.
    ///
    /// - Throws: `FileError`.
    static func write(_ text: String, to path: String) throws {
        try write(to: path) { write in
            var text = text
            try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
        }
    }

    /// Writes what `body` hands over, a piece at a time, to `path`; `-` is standard output.
    ///
    /// - Throws: `FileError`, or what `body` throws, after which the file is as it was.
    static func write(
        to path: String, _ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        if path == "-" { return try body(Console.write) }
        var status = stat()
        guard stat(path, &status) == 0 else { return try replace(path, mode: nil, with: body) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw FileError(path, code: EISDIR, remedy: "name a file in it")
        case S_IFREG: try replace(resolved(path), mode: status.st_mode & 0o7777, with: body)
        default: try overwrite(path, with: body)
        }
    }

    private static func replace(
        _ path: String, mode: mode_t?,
        with body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        var template = Array((path + ".varde-XXXXXX").utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer { pointer in
            pointer.baseAddress.map { mkstemp($0) } ?? -1
        }
        guard descriptor >= 0 else { throw FileError(path) }
        let name = template.dropLast().map(UInt8.init(bitPattern:))
        let temporary = String(decoding: name, as: UTF8.self)
        do {
            defer { close(descriptor) }
            fchmod(descriptor, mode ?? 0o666 & ~mask)
            try body { try FileBytes.write($0, to: descriptor, name: path) }
            guard fsync(descriptor) == 0 else { throw FileError(path) }
            guard rename(temporary, path) == 0 else { throw FileError(path) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private static func overwrite(
        _ path: String, with body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path) }
        defer { close(descriptor) }
        try body { try FileBytes.write($0, to: descriptor, name: path) }
    }

    /// Through a link, the file it leads to is the one replaced.
    private static func resolved(_ path: String) -> String {
        guard let pointer = realpath(path, nil) else { return path }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// The mask of new files, read once: it cannot be read without being set, for every thread.
    static let mask: mode_t = {
        let mask = umask(0)
        umask(mask)
        return mask
    }()
}
