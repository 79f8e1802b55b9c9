// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Steps between things as a matrix, the share of each row in tone and figures.
enum HeatMap {
    private static let left = 180.0
    private static let labels = 150.0
    private static let cellHeight = 30.0

    /// Draws the transitions of a table; nil where it has none.
    static func drawing(of table: Table) -> Drawing? {
        guard let matrix = StepMatrix(table, most: 12) else { return nil }
        var drawing = Drawing(
            table.title,
            "A matrix: from the row to the column, in percent of the row. Most steps: "
                + "\(matrix.words).")
        let top = drawing.addTitle() + labels
        let width = min(70, (drawing.width - left - 10) / Double(matrix.to.count))
        for (column, name) in matrix.to.enumerated() {
            let x = left + (Double(column) + 0.5) * width + 4
            drawing.add(
                TextFitting.cut(name, to: labels - 12, size: 12), x, top - 6, isTurned: true)
        }
        for row in matrix.from.indices {
            add(row, of: matrix, width, top + Double(row) * cellHeight, to: &drawing)
        }
        drawing.height = top + Double(matrix.from.count) * cellHeight + 34
        drawing.add(
            "Percent of the row's steps; hatched: withheld, in whole or in part.", 10,
            drawing.height - 12, tone: .soft)
        return drawing
    }

    private static func add(
        _ row: Int, of matrix: StepMatrix, _ width: Double, _ y: Double, to drawing: inout Drawing
    ) {
        let name = TextFitting.cut(matrix.from[row], to: left - 20, size: 12)
        drawing.add(name, left - 8, y + cellHeight / 2 + 4, .end)
        let isWhole = !matrix.cells[row].contains(where: \.isWithheld)
        let total = matrix.total(from: row)
        for (column, cell) in matrix.cells[row].enumerated() {
            let box = Drawing.Box(
                x: left + Double(column) * width + 1, y: y + 1, width: width - 2,
                height: cellHeight - 2)
            // Where a part of the row is withheld, shares of it are not known.
            guard isWhole else {
                drawing.shapes.append(.box(box, cell.isWithheld ? nil : .pale))
                continue
            }
            let share = total > 0 ? cell.count / total : 0
            let tone = tone(share)
            drawing.shapes.append(.box(box, tone))
            guard share > 0 else { continue }
            let isDark = tone == .deep || tone == .accent
            drawing.add(
                FixedPoint.text(share * 100, decimals: 0), box.x + box.width / 2, y + 19,
                .middle, tone: isDark ? .paper : .ink)
        }
    }

    private static func tone(_ share: Double) -> Drawing.Tone {
        switch share {
        case ..<0.05: .pale
        case ..<0.2: .tint
        case ..<0.4: .middle
        case ..<0.5: .deep
        default: .accent
        }
    }
}
