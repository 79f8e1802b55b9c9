// SPDX-License-Identifier: Apache-2.0

import Foundation
import PathwayReports
import Synchronization

/// A folder of reports, and the list of those that are done.
///
/// The list grows by a line for each report that is in its place, so that a run that was cut off
/// can go on; a line that was cut off itself is not one.
final class ReportFolder: Sendable {
    private static let list = "index.jsonl"
    private static let longestName = 120

    private let folder: String
    /// What the list said when the folder was opened, by learner.
    let entries: [String: ReportEntry]
    private let descriptor: Mutex<Int32>
    /// Keeps other runs out of the folder.
    private let lock: Int32

    /// Opens a folder, which is made where it is not there.
    ///
    /// - Throws: `FileError`, and `Failure` for a folder of something else.
    init(_ path: String) throws {
        folder = path.hasSuffix("/") ? path : path + "/"
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw FileError(path) }
        lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw FileError(path, remedy: "name a folder") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw Failure("\(path): another run writes reports into this folder; wait for it")
        }
        entries = try Self.entries(in: folder)
        // Before threads ask for it.
        _ = OutputFile.mask
        let file = open(
            folder + Self.list, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else { throw FileError(folder + Self.list) }
        descriptor = Mutex(file)
    }

    deinit {
        descriptor.withLock { _ = close($0) }
        close(lock)
    }

    private static func entries(in folder: String) throws -> [String: ReportEntry] {
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder + list) else {
            let others = try manager.contentsOfDirectory(atPath: folder)
            guard let other = others.min() else { return [:] }
            throw Failure(
                "\(folder): the folder holds \"\(other)\", and no list of reports; name one that is "
                    + "not there yet, is empty, or holds earlier reports")
        }
        let bytes = try FileChunks.contents(of: folder + list, limit: 1 << 30)
        let decoder = JSONDecoder()
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        let read = lines.compactMap { try? decoder.decode(ReportEntry.self, from: Data($0)) }
        guard lines.isEmpty || !read.isEmpty else {
            throw Failure("\(folder)\(list) is no list of reports; name another folder")
        }
        return Dictionary(read.map { ($0.learner, $0) }) { $1 }
    }

    /// Returns the path of a file in the folder.
    func path(_ file: String) -> String { folder + file }

    /// Returns whether the file of an entry is there as it was written.
    func holds(_ entry: ReportEntry) -> Bool { size(entry.file) == entry.bytes }

    /// Returns how many bytes a file has; −1 where it is not there.
    func size(_ file: String) -> Int {
        var status = stat()
        return stat(path(file), &status) == 0 ? Int(status.st_size) : -1
    }

    /// Adds a report that is in its place to the list.
    ///
    /// - Throws: `FileError`.
    func note(_ entry: ReportEntry) throws {
        // A line that was cut off before is ended first.
        let line = "\n" + entry.json.text(.line) + "\n"
        try descriptor.withLock {
            try FileBytes.write(line, to: $0, name: path(Self.list))
        }
    }

    /// Writes the list anew, in order and without what is not in it, and the page that shows it.
    ///
    /// - Throws: `FileError`.
    func finish(_ entries: [ReportEntry], _ index: ReportIndex) throws {
        try OutputFile.write(index.html, to: path("index.html"))
        let lines = entries.map { $0.json.text(.line) + "\n" }.joined()
        try OutputFile.write(lines, to: path(Self.list))
        removeHalves()
    }

    /// Removes the files that a run that was killed had begun beside those it would have replaced.
    private func removeHalves() {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for file in files where file.wholeMatch(of: /.*\.varde-[A-Za-z0-9]{6}/) != nil {
            unlink(path(file))
        }
    }

    /// Returns the name of a learner's file: the pseudonym, what no file name should hold written
    /// as `_` and two hexadecimal digits, so that no two learners share one.
    static func name(of learner: String, _ form: OutputFormat) -> String {
        var name = ""
        for byte in learner.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                name += "_" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        if name == "index" { name = "_69ndex" }
        if name.utf8.count > longestName {
            name = name.prefix(longestName) + "_" + ReportBasis.hash(learner)
        }
        return "\(name).\(form.rawValue)"
    }
}
