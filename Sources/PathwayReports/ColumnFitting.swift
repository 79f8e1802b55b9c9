// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How wide each column of a table is.
struct ColumnFitting {
    /// The width of each cell where nothing is wrapped, by column; the heading first.
    private let cells: [[Int]]
    /// The width at which nothing is wrapped.
    private let natural: [Int]
    /// The width below which a column is only pressed where nothing else helps.
    private let comfortable: [Int]
    private let isFixed: [Bool]

    /// Measures `rows` of texts, the headings among them.
    init(columns: [Table.Column], rows: [[String]]) {
        cells = columns.indices.map { column in rows.map { DisplayWidth.of($0[column]) } }
        natural = cells.map { max(1, $0.max() ?? 0) }
        comfortable = zip(columns.indices, natural).map { column, natural in
            let words = rows.lazy.map { Self.longestWord($0[column]) }.max() ?? 0
            return min(natural, max(min(words, 40), 12))
        }
        isFixed = columns.map(\.isNumeric)
    }

    /// The longest part of a text that is not broken, with the indent that stays before it.
    private static func longestWord(_ text: String) -> Int {
        let indent = text.prefix { $0 == " " }.utf8.count
        let word = text.split(separator: " ").lazy.map { DisplayWidth.of(String($0)) }.max() ?? 0
        return indent + word
    }

    /// Returns widths whose line is at most `limit` cells, as far as that can be.
    func widths(_ limit: Int?) -> [Int] {
        guard let limit, excess(natural, limit) > 0 else { return natural }
        var widths = zip(natural, zip(comfortable, isFixed)).map { $1.1 ? $0 : $1.0 }
        if excess(widths, limit) > 0 {
            press(&widths, to: limit)
        } else {
            stretch(&widths, to: limit)
        }
        return widths
    }

    /// How many cells a line has more than `limit`, two between columns included.
    private func excess(_ widths: [Int], _ limit: Int) -> Int {
        widths.reduce(0, +) + 2 * (widths.count - 1) - limit
    }

    /// Gives cell by cell to the column that takes the most lines.
    private func stretch(_ widths: inout [Int], to limit: Int) {
        var lines = widths.indices.map { self.lines($0, widths[$0]) }
        for _ in 0..<max(0, -excess(widths, limit)) {
            let open = widths.indices.filter { widths[$0] < natural[$0] }
            guard let longest = open.max(by: { (lines[$0], $0) < (lines[$1], $1) }) else { return }
            widths[longest] += 1
            lines[longest] = self.lines(longest, widths[longest])
        }
    }

    /// How many lines the column takes beyond one a row, about.
    private func lines(_ column: Int, _ width: Int) -> Int {
        cells[column].reduce(0) { $0 + max(0, $1 - 1) / width }
    }

    /// Takes cell by cell from the widest column.
    private func press(_ widths: inout [Int], to limit: Int) {
        for _ in 0..<max(0, excess(widths, limit)) {
            let open = widths.indices.filter { !isFixed[$0] && widths[$0] > 6 }
            guard let widest = open.max(by: { (widths[$0], $0) < (widths[$1], $1) }) else { return }
            widths[widest] -= 1
        }
    }
}
