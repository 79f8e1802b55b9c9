// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder of files, or a single one, that takes its place whole or not at all.
enum OutputFolder {
    /// Makes a folder beside `path`, has `body` fill it, and puts it in place.
    ///
    /// What was there is replaced only where it is a folder with no other files than those that
    /// are `ours`, so that nobody loses what is theirs.
    ///
    /// - Throws: `FileError`, `Failure` for a folder of something else, or what `body` throws.
    static func write(
        _ path: String, replacing ours: Set<String>, _ body: (_ folder: String) throws -> Void
    ) throws {
        let path = trimmed(path)
        try checkReplaceable(path, ours)
        let temporary = try beside(path)
        do {
            try body(temporary)
            try put(temporary, at: path)
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw error
        }
    }

    /// Has `body` write a file beside `path`, and puts it in place.
    ///
    /// - Throws: `FileError`, or what `body` throws.
    static func writeFile(_ path: String, _ body: (_ file: String) throws -> Void) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
        {
            throw FileError(path, code: EISDIR, remedy: "name a file in it")
        }
        let folder = try beside(path)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = folder + "/file"
        try body(file)
        try synchronize(file)
        guard rename(file, path) == 0 else { throw FileError(path) }
    }

    /// Opens a new file for writing and has `body` write its pieces.
    static func stream(
        _ file: String, _ body: (_ write: (String) throws -> Void) throws -> Void
    ) throws {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError(file) }
        defer { close(descriptor) }
        var buffer = ""
        try body { piece in
            buffer += piece
            guard buffer.utf8.count >= 1 << 18 else { return }
            try FileBytes.write(buffer, to: descriptor, name: file)
            buffer.removeAll(keepingCapacity: true)
        }
        try FileBytes.write(buffer, to: descriptor, name: file)
        guard fsync(descriptor) == 0 else { throw FileError(file) }
    }

    // MARK: Places

    private static func trimmed(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private static func checkReplaceable(_ path: String, _ ours: Set<String>) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw FileError(path, code: EEXIST, remedy: "name a folder that is not there yet")
        }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        if let other = files.sorted().first(where: { !ours.contains($0) }) {
            throw Failure(
                "\(path): the folder holds \"\(other)\", which is no part of an export; name a "
                    + "folder that is not there yet, or an earlier export")
        }
    }

    /// Makes a folder beside `path`, on the same disk.
    private static func beside(_ path: String) throws -> String {
        var template = Array((path + ".varde-XXXXXX").utf8CString)
        let isMade = template.withUnsafeMutableBufferPointer { pointer in
            pointer.baseAddress.map { mkdtemp($0) != nil } ?? false
        }
        guard isMade else { throw FileError(path) }
        let name = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        chmod(name, 0o777 & ~OutputFile.mask)
        return name
    }

    /// Moves the new folder into place; an old one is moved away first, and back if that fails.
    private static func put(_ folder: String, at path: String) throws {
        if rename(folder, path) == 0 { return }
        guard errno == ENOTEMPTY || errno == EEXIST else { throw FileError(path) }
        let old = try beside(path)
        guard rename(path, old + "/old") == 0 else { throw FileError(path) }
        guard rename(folder, path) == 0 else {
            let error = FileError(path)
            rename(old + "/old", path)
            throw error
        }
        try? FileManager.default.removeItem(atPath: old)
    }

    private static func synchronize(_ file: String) throws {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(file) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError(file) }
    }
}
