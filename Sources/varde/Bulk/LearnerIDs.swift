// SPDX-License-Identifier: Apache-2.0

/// A file with the id of a learner a line; a heading `learner` is skipped.
enum LearnerIDs {
    private static let mostBytes = 1 << 26

    /// Returns the ids.
    ///
    /// - Throws: `FileError`, and `Failure` where there are none.
    static func read(_ path: String) throws -> Set<String> {
        let bytes = try FileChunks.contents(of: path, limit: mostBytes)
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { id(String($0.trimmingPrefix("\u{FEFF}"))) }
        let ids = Set(lines.filter { !$0.isEmpty && $0 != "learner" })
        guard ids.isEmpty else { return ids }
        throw Failure("\(path): there is no learner in it; write an id a line")
    }

    /// A line without the spaces around it, and without quotation marks where it is quoted as in
    /// CSV.
    private static func id(_ line: String) -> String {
        var line = Substring(line)
        while line.first?.isWhitespace ?? false { line.removeFirst() }
        while line.last?.isWhitespace ?? false { line.removeLast() }
        guard line.count > 1, line.first == "\"", line.last == "\"" else { return String(line) }
        return String(line.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }
}
