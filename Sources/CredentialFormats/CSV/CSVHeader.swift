// SPDX-License-Identifier: Apache-2.0

/// The first row of a table: what its columns are called.
struct CSVHeader: Hashable {
    /// One column.
    struct Column: Hashable {
        /// The name as written, without white space around it.
        let spelling: String
        /// The name in lower case, without a language.
        let name: String
        /// The language after an `@`, as written.
        let language: String?

        init(_ spelling: String) {
            self.spelling = spelling
            let parts = spelling.split(separator: "@", maxSplits: 1)
            let hasLanguage = parts.count == 2
            name = (hasLanguage ? String(parts[0]) : spelling).lowercased()
            language = hasLanguage ? String(parts[1]) : nil
        }
    }

    /// The columns, from the left.
    let columns: [Column]
    /// The places of the columns without a language, by their names.
    private let positions: [String: Int]

    /// Creates a header from its row.
    init(_ row: CSVRow) {
        columns = (0..<row.count).map { Column(row.text($0) ?? "") }
        let plain = columns.enumerated().filter { $0.element.language == nil }
        positions = Dictionary(plain.map { ($0.element.name, $0.offset) }) { first, _ in first }
    }

    /// Returns the place of the column with this name and no language, whatever its case.
    func position(of name: String) -> Int? { positions[name.lowercased()] }

    /// Returns whether there is a column of each of these names, in any language.
    func has(_ names: some Sequence<String>) -> Bool {
        names.allSatisfy { name in columns.contains { $0.name == name.lowercased() } }
    }

    /// The first column that stands twice, counted from 0.
    var firstRepeated: Int? {
        var seen: Set<String> = []
        return columns.firstIndex {
            !$0.spelling.isEmpty && !seen.insert($0.spelling.lowercased()).inserted
        }
    }
}
