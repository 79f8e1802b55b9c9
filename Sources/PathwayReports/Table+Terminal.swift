// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Table {
    /// Returns the table for a person to read in a terminal, each line ended by a line break.
    ///
    /// Where a line may only be so wide, the widest text columns are wrapped; nothing is cut off,
    /// so that an id can be copied. Numbers stand to the right. No line ends in spaces.
    public func terminalText(_ style: TextStyle = TextStyle()) -> String {
        guard !columns.isEmpty else { return "" }
        let cells = rows.map { $0.map { DisplayWidth.safe($0.forReading) } }
        let titles = columns.map { DisplayWidth.safe($0.title) }
        let widths = ColumnFitting(columns: columns, rows: [titles] + cells).widths(style.width)
        var text = ""
        for line in lines(of: titles, widths) { text += style.bold(line) + "\n" }
        text += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
        for row in cells { for line in lines(of: row, widths) { text += line + "\n" } }
        return text
    }

    /// The lines that one row takes.
    private func lines(of row: [String], _ widths: [Int]) -> [String] {
        let wrapped = zip(row, widths).map { DisplayWidth.wrapped($0, to: $1) }
        return (0..<(wrapped.map(\.count).max() ?? 1)).map { line in
            var text = ""
            for (column, pieces) in wrapped.enumerated() {
                let piece = line < pieces.count ? pieces[line] : ""
                let padding = String(
                    repeating: " ", count: max(0, widths[column] - DisplayWidth.of(piece)))
                text += columns[column].isNumeric ? padding + piece : piece + padding
                text += "  "
            }
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }
}

/// How wide each column of a table is.
private struct ColumnFitting {
    /// The width at which nothing is wrapped.
    let natural: [Int]
    /// The width below which a column is only pressed where nothing else helps.
    let comfortable: [Int]
    let isFixed: [Bool]

    init(columns: [Table.Column], rows: [[String]]) {
        var natural = [Int](repeating: 1, count: columns.count)
        var comfortable = natural
        for row in rows {
            for (column, text) in row.enumerated() {
                natural[column] = max(natural[column], DisplayWidth.of(text))
                let word = text.split(separator: " ").lazy.map { DisplayWidth.of(String($0)) }.max()
                let indent = text.prefix { $0 == " " }.utf8.count
                comfortable[column] = max(comfortable[column], min(indent + (word ?? 0), 40))
            }
        }
        self.natural = natural
        self.comfortable = zip(natural, comfortable).map { min($0, max($1, 12)) }
        isFixed = columns.map(\.isNumeric)
    }

    /// Returns widths whose line is at most `limit` cells, as far as that can be.
    func widths(_ limit: Int?) -> [Int] {
        guard let limit else { return natural }
        var widths = natural
        press(&widths, to: limit, floors: comfortable)
        press(&widths, to: limit, floors: natural.map { min($0, 6) })
        return widths
    }

    /// Takes from the widest column that may still give, cell by cell, until the line fits.
    private func press(_ widths: inout [Int], to limit: Int, floors: [Int]) {
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - limit
        while excess > 0 {
            let open = widths.indices.filter { !isFixed[$0] && widths[$0] > floors[$0] }
            guard let widest = open.max(by: { (widths[$0], $0) < (widths[$1], $1) }) else { return }
            let rival = open.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
            let floor = max(floors[widest], min(rival, widths[widest] - 1))
            let step = min(excess, widths[widest] - floor)
            widths[widest] -= step
            excess -= step
        }
    }
}

extension Table.Cell {
    /// The cell as a person reads it.
    var forReading: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number, let decimals): FixedPoint.text(number, decimals: decimals)
        case .exact(let number): number.description
        case .truth(let truth): truth ? "yes" : "no"
        case .date(let date): date.description
        case .missing: "–"
        }
    }
}
