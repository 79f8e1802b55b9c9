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
        case .withheld: Self.withheldWord
        }
    }
}
