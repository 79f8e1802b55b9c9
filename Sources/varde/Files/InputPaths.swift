// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file to read, and how it came to be read.
struct InputFile {
    /// Its path as it will be shown; `-` for standard input.
    let path: String
    /// Whether it was named itself, not found in a folder.
    let isNamed: Bool

    /// What it is called in messages.
    var name: String { path == "-" ? "stdin" : path }
}

/// Files and folders named on the command line.
enum InputPaths {
    /// Returns the files that `paths` name, those of a folder in the order of their names.
    ///
    /// Hidden files and linked folders inside a folder are passed over.
    ///
    /// - Throws: `FileError` for a path that is not there.
    static func files(_ paths: [String]) throws -> [InputFile] {
        try paths.flatMap { path in
            let isFolder = path == "-" ? false : try isFolder(path)
            return isFolder ? try contents(path) : [InputFile(path: path, isNamed: true)]
        }
    }

    private static func isFolder(_ path: String) throws -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileError(path) }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    private static func contents(_ folder: String) throws -> [InputFile] {
        guard let directory = opendir(folder) else { throw FileError(folder) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return try names.sorted().flatMap { name in
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            return try found(path)
        }
    }

    private static func found(_ path: String) throws -> [InputFile] {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw FileError(path) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return try contents(path)
        case S_IFREG: return [InputFile(path: path, isNamed: false)]
        case S_IFLNK where !((try? isFolder(path)) ?? true):
            return [InputFile(path: path, isNamed: false)]
        default: return []
        }
    }
}
