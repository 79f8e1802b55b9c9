// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Reads a table that puts learners into groups: a column `learner`, and columns of groups.
///
/// ```
/// var file = GroupFile("groups.csv", column: "region")
/// while let chunk = try nextChunk() { try file.read(chunk) }
/// try file.finish()
/// ```
public struct GroupFile {
    /// The group of each learner who has one.
    public private(set) var groups: [String: String] = [:]
    /// The rows that could not be used.
    public private(set) var rejected: [LedgerEntry] = []
    /// How many rows could not be used; of them only the first are kept.
    public private(set) var rejectedCount = 0

    /// How many rejected rows are kept.
    private static let mostKept = 1_000

    private let column: String
    private var csv: CSVTable
    private var places = (learner: 0, group: 0)
    private var seen: Set<String> = []

    /// Creates a reader of the groups in one column of a file.
    public init(_ file: String, column: String) {
        self.column = column
        csv = CSVTable(file: file)
    }

    /// Reads the next bytes of the file.
    ///
    /// - Throws: `FormatError` where the file is no such table.
    public mutating func read(_ chunk: ArraySlice<UInt8>) throws {
        try chunk.withUnsafeBufferPointer { bytes in
            var position = 0
            while let step = try csv.next(in: bytes, from: &position) { try take(step) }
        }
    }

    /// Ends the file.
    ///
    /// - Throws: `FormatError` where the file is no such table.
    public mutating func finish() throws {
        while let step = try csv.next() { try take(step) }
    }

    private mutating func take(_ step: CSVTable.Step) throws {
        switch step {
        case .header: try begin()
        case .rejected(let entry): reject(entry)
        case .row: takeRow()
        }
    }

    private mutating func begin() throws {
        guard let header = csv.header else { return }
        let place = csv.place()
        let names = header.columns.map(\.spelling)
        guard let learner = header.position(of: "learner") else {
            throw FormatError(
                at: place, code: "missing-column",
                "the column \"learner\" is missing from this table of groups; add it")
        }
        guard let group = names.firstIndex(of: column) else {
            let others = names.filter { $0.lowercased() != "learner" && !$0.isEmpty }
            throw FormatError(
                at: place, code: "missing-column",
                "there is no column \"\(column)\" in this table of groups; it has "
                    + (others.isEmpty ? "none" : others.map { "\"\($0)\"" }.joined(separator: ", "))
            )
        }
        places = (learner, group)
    }

    private mutating func takeRow() {
        guard let learner = csv.row.text(places.learner) else {
            return reject("missing-learner", "\"learner\" is empty; use a pseudonym")
        }
        // The address itself is not repeated: messages are kept and passed on.
        guard !learner.utf8.contains(UInt8(ascii: "@")) else {
            return reject(
                "not-a-pseudonym", "a learner's id must not hold an @; use a pseudonym")
        }
        guard seen.insert(learner).inserted else {
            return reject("repeated-learner", "the learner stands twice; the first row counts")
        }
        groups[learner] = csv.row.text(places.group)
    }

    private mutating func reject(_ code: String, _ message: String) {
        let place = csv.place(places.learner)
        reject(LedgerEntry(.rejected, at: place, code: code, message))
    }

    private mutating func reject(_ entry: LedgerEntry) {
        rejectedCount += 1
        if rejected.count < Self.mostKept { rejected.append(entry) }
    }
}
