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

    var description: String { "\(name): \(String(cString: strerror(code))); \(remedy)" }

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

/// Reading and writing of bytes, a piece at a time.
enum FileBytes {
    /// How much is read at a time.
    static let chunk = 1 << 20

    /// Feeds the file at `path`, or standard input for `-`, to `body` in chunks.
    ///
    /// - Throws: `FileError`, or what `body` throws.
    static func read(_ path: String, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let descriptor = try open(path)
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var buffer = [UInt8](repeating: 0, count: chunk)
        while true {
            let count = try fill(&buffer, from: descriptor, name: path)
            guard count > 0 else { return }
            try body(buffer[..<count])
        }
    }

    private static func open(_ path: String) throws -> Int32 {
        if path == "-" { return STDIN_FILENO }
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path) }
        return descriptor
    }

    private static func fill(
        _ buffer: inout [UInt8], from descriptor: Int32, name: String
    ) throws -> Int {
        var filled = 0
        // A pipe gives little at a time; formats are faster on whole chunks.
        while filled < buffer.count {
            let room = buffer.count - filled
            let count = buffer.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress?.advanced(by: filled), room)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(name) }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    /// Writes all of `text`.
    ///
    /// - Throws: `FileError`.
    static func write(_ text: String, to descriptor: Int32, name: String) throws {
        var text = text
        try text.withUTF8 { bytes in
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
}
