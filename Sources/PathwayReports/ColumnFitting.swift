// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How wide each column of a table is.
struct ColumnFitting {
    /// The width of each cell where nothing is wrapped, by column; the heading first.
    private let cells: [[Int]]
    /// The width at which nothing is wrapped.
    private let natural: [Int]
    /// The width at which no word is broken.
    private let comfortable: [Int]
    /// The width at which words are broken at hyphens only; below it a column is pressed where
    /// nothing else helps.
    private let tight: [Int]
    private let isFixed: [Bool]

    /// Measures `rows` of texts, the headings among them.
    init(columns: [Table.Column], rows: [[String]]) {
        cells = columns.indices.map { column in rows.map { DisplayWidth.of($0[column]) } }
        natural = cells.map { max(1, $0.max() ?? 0) }
        (comfortable, tight) = (
            Self.least(natural, rows, breakingAt: [" "]),
            Self.least(natural, rows, breakingAt: [" ", "-"])
        )
        isFixed = columns.map(\.isNumeric)
    }

    /// The least width of each column at which texts are broken only after `breaks`.
    private static func least(
        _ natural: [Int], _ rows: [[String]], breakingAt breaks: Set<Character>
    ) -> [Int] {
        natural.indices.map { column in
            let words = rows.lazy.map { longestWord($0[column], breaks) }.max() ?? 0
            return min(natural[column], max(min(words, 40), 12))
        }
    }

    /// The longest part of a text that is not broken, with the indent that stays before it.
    private static func longestWord(_ text: String, _ breaks: Set<Character>) -> Int {
        let indent = text.prefix { $0 == " " }.utf8.count
        let words = text.split { breaks.contains($0) }
        // A hyphen stays at the end of its line.
        let hyphen = breaks.contains("-") && text.contains("-") ? 1 : 0
        return indent + hyphen + (words.lazy.map { DisplayWidth.of(String($0)) }.max() ?? 0)
    }

    /// Returns widths whose line is at most `limit` cells, as far as that can be.
    func widths(_ limit: Int?) -> [Int] {
        guard let limit, excess(natural, limit) > 0 else { return natural }
        let least = [comfortable, tight].map { least in
            natural.indices.map { isFixed[$0] ? natural[$0] : least[$0] }
        }
        var widths = least.first { excess($0, limit) <= 0 } ?? least[1]
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
