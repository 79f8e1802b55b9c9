// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Rates as bars, with their intervals.
enum RateChart {
    private static let most = 40
    private static let left = 250.0
    private static let right = 530.0

    /// Draws the rates of a table; nil where it has none.
    static func drawing(of table: Table) -> Drawing? {
        guard let reader = TableReader(table, ["rate", "low", "high"]) else { return nil }
        let rows = table.rows.filter {
            reader.number($0, "rate") != nil || reader.isWithheld($0, "rate")
        }
        guard rows.contains(where: { reader.number($0, "rate") != nil }) else { return nil }
        let shown = rows.prefix(most)
        let words = shown.map { "\(reader.label($0)): \(value($0, reader))" }
        var drawing = Drawing(
            table.title, "Bars of rates with 95 % intervals. \(words.joined(separator: "; ")).")
        var top = drawing.addTitle() + 14
        let first = top
        for row in shown {
            add(row, reader, top, to: &drawing)
            top += 24
        }
        addAxis(first - 4, top, to: &drawing)
        if rows.count > shown.count {
            drawing.add("\(rows.count - shown.count) more in the table", 10, top + 20, tone: .soft)
        }
        drawing.height = top + 32
        return drawing
    }

    private static func x(_ share: Double) -> Double {
        left + min(max(share, 0), 1) * (right - left)
    }

    private static func value(_ row: [Table.Cell], _ reader: TableReader) -> String {
        guard let rate = reader.number(row, "rate") else { return "withheld" }
        guard let low = reader.number(row, "low"), let high = reader.number(row, "high") else {
            return Percent.text(rate)
        }
        let ends = [low, high].map { FixedPoint.text($0 * 100, decimals: 1) }
        return "\(Percent.text(rate)) (\(ends[0]) to \(ends[1]))"
    }

    /// The group, cut where it is long, and the whole of the horizon.
    private static func label(_ row: [Table.Cell], _ reader: TableReader) -> String {
        let room = left - 26 - TextFitting.width(reader.horizon(row), size: 12)
        return TextFitting.cut(reader.group(row), to: room, size: 12) + reader.horizon(row)
    }

    private static func add(
        _ row: [Table.Cell], _ reader: TableReader, _ top: Double, to drawing: inout Drawing
    ) {
        let label = label(row, reader)
        drawing.add(label, left - 10, top + 12, .end)
        drawing.add(value(row, reader), right + 14, top + 12, tone: .soft)
        guard let rate = reader.number(row, "rate") else {
            let box = Drawing.Box(x: left, y: top, width: right - left, height: 16)
            return drawing.shapes.append(.box(box, nil))
        }
        let bar = Drawing.Box(x: left, y: top, width: x(rate) - left, height: 16)
        drawing.shapes.append(.box(bar, .middle))
        guard let low = reader.number(row, "low"), let high = reader.number(row, "high") else {
            return
        }
        let stroke = Drawing.Stroke(tone: .ink, width: 1.6)
        drawing.addLine(x(low), top + 8, x(high), top + 8, stroke)
        for end in [low, high] { drawing.addLine(x(end), top + 4, x(end), top + 12, stroke) }
    }

    private static func addAxis(_ top: Double, _ bottom: Double, to drawing: inout Drawing) {
        let rule = Drawing.Stroke(tone: .rule, width: 0.6)
        for share in [0, 0.25, 0.5, 0.75, 1] {
            drawing.addLine(x(share), top, x(share), bottom, rule)
        }
        for share in [0, 0.5, 1] {
            drawing.add(Percent.text(share), x(share), bottom + 15, .middle, tone: .soft)
        }
    }
}
