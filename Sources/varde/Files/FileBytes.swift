// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Why a file could not be read or written.
struct FileError: Error, CustomStringConvertible {
    /// The file as it was named.
    let name: String
    /// The system's number for it.
    let code: Int32
    /// What to do about it.
    let remedy: String

    init(_ name: String, code: Int32 = errno, remedy: String? = nil) {
        self.name = name
        self.code = code
        self.remedy = remedy ?? Self.remedy(code)
    }

    var description: String { "\(name): \(reason)" }

    /// What is wrong and what to do, without the name.
    var reason: String { "\(String(cString: strerror(code))); \(remedy)" }

    private static func remedy(_ code: Int32) -> String {
        switch code {
        case ENOENT, ENOTDIR: "check the path"
        case EACCES, EPERM, EROFS: "check its permissions, or choose another place"
        case ENOSPC, EDQUOT: "free some space, or choose another place"
        case EISDIR: "name a file"
        default: "try again, or choose another file"
        }
    }
}

/// A file, or standard input, read a piece at a time.
struct FileChunks: ~Copyable {
    /// How much is read at a time: 1 MiB.
    static let size = 1 << 20

    private let name: String
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: Self.size)

    /// Opens the file at `path`; `-` is standard input.
    ///
    /// - Throws: `FileError`.
    init(_ path: String) throws {
        name = path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path) }
    }

    deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

    /// Returns the next bytes, or nil at the end of the file.
    ///
    /// A pipe gives little at a time; it is read until a whole chunk is there.
    ///
    /// - Throws: `FileError`.
    mutating func next() throws -> ArraySlice<UInt8>? {
        var filled = 0
        while filled < buffer.count {
            let room = buffer.count - filled
            let count = buffer.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress?.advanced(by: filled), room)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(name) }
            if count == 0 { break }
            filled += count
        }
        return filled > 0 ? buffer[..<filled] : nil
    }

    /// Returns the whole file, which may have at most `limit` bytes.
    ///
    /// - Throws: `FileError`.
    static func contents(of path: String, limit: Int) throws -> [UInt8] {
        var chunks = try FileChunks(path)
        var bytes: [UInt8] = []
        while let chunk = try chunks.next() {
            bytes += chunk
            guard bytes.count <= limit else {
                throw FileError(path, code: EFBIG, remedy: "at most \(limit) bytes belong here")
            }
        }
        return bytes
    }
}

/// Writing of bytes to an open file.
enum FileBytes {
    /// Writes all of `text`.
    ///
    /// - Throws: `FileError`.
    static func write(_ text: String, to descriptor: Int32, name: String) throws {
        var text = text
        try text.withUTF8 {
            try write(UnsafeRawBufferPointer($0), to: descriptor, name: name)
        }
    }

    /// Writes all of `bytes`.
    ///
    /// - Throws: `FileError`.
    static func write(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, name: String
    ) throws {
        var written = 0
        while written < bytes.count {
            let count = Foundation.write(
                descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(name) }
            written += count
        }
    }
}
