// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Steps between things as bands that are as wide as they are many.
struct FlowChart {
    private static let most = 10
    private static let height = 320.0
    private static let gap = 20.0
    private static let left = 200.0
    private static let right = 510.0
    private static let tones: [Drawing.Tone] = [.middle, .tint, .deep, .rule]

    private let matrix: StepMatrix
    private let top: Double
    private var drawing: Drawing

    /// Draws the transitions of a table; nil where it has none.
    static func drawing(of table: Table) -> Drawing? {
        guard let matrix = StepMatrix(table, most: most), matrix.total > 0 else { return nil }
        var chart = Self(matrix, table.title)
        chart.draw()
        return chart.drawing
    }

    private init(_ matrix: StepMatrix, _ title: String) {
        self.matrix = matrix
        drawing = Drawing(
            title + ": flow",
            "Bands from the left to the right, as wide as there are steps. Most: \(matrix.words).")
        top = drawing.addTitle() + 34
        drawing.add("From", Self.left - 10, top - 14, .end, tone: .soft)
        drawing.add("To", Self.right + 22, top - 14, tone: .soft)
    }

    /// The blocks of a side, one below another with room for a label each.
    private func blocks(_ totals: [Double], x: Double) -> [Drawing.Box] {
        var y = top
        return totals.map { total in
            let height = total / matrix.total * Self.height
            defer { y += max(height, 1) + Self.gap }
            return Drawing.Box(x: x, y: y, width: 12, height: max(height, 1))
        }
    }

    private mutating func draw() {
        let from = blocks(matrix.from.indices.map { matrix.total(from: $0) }, x: Self.left)
        let to = blocks(matrix.to.indices.map { matrix.total(to: $0) }, x: Self.right)
        addRibbons(from, to)
        for (place, box) in from.enumerated() {
            addBlock(box, matrix.from[place], matrix.total(from: place), atLeft: true)
        }
        for (place, box) in to.enumerated() {
            addBlock(box, matrix.to[place], matrix.total(to: place), atLeft: false)
        }
        drawing.height = (from + to).map { $0.y + $0.height }.reduce(top, max) + 16
        guard matrix.cells.joined().contains(where: \.isWithheld) else { return }
        drawing.height += 14
        drawing.add("Without the steps that are withheld.", 10, drawing.height - 8, tone: .soft)
    }

    private mutating func addRibbons(_ from: [Drawing.Box], _ to: [Drawing.Box]) {
        var starts = from.map(\.y)
        var ends = to.map(\.y)
        for row in matrix.from.indices {
            for column in matrix.to.indices where matrix.cells[row][column].count > 0 {
                let height = matrix.cells[row][column].count / matrix.total * Self.height
                var (one, other) = (from[row], to[column])
                (one.y, one.height) = (starts[row], height)
                (other.y, other.height) = (ends[column], height)
                starts[row] += height
                ends[column] += height
                let tone = Self.tones[row % Self.tones.count]
                drawing.shapes.append(.ribbon(from: one, to: other, tone))
            }
        }
    }

    private mutating func addBlock(
        _ box: Drawing.Box, _ name: String, _ total: Double, atLeft: Bool
    ) {
        drawing.shapes.append(.box(box, .ink))
        let count = "  \(Int(total))"
        let room = 180 - TextFitting.width(count, size: 12)
        let label = TextFitting.cut(name, to: room, size: 12) + count
        let y = box.y + box.height / 2 + 4
        drawing.add(
            label, atLeft ? box.x - 10 : box.x + 22, y, atLeft ? .end : .start)
    }
}
