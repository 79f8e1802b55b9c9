// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How the share of people to whom something has not happened falls, with its band and the number
/// at risk.
struct SurvivalChart {
    private static let most = 5
    private static let dashes: [[Double]] = [[], [7, 3], [2, 3], [9, 3, 2, 3], [4, 6]]
    private static let left = 160.0
    private static let right = 700.0
    private static let plotHeight = 260.0

    private let reader: TableReader
    private let curves: [(key: String, values: [[Table.Cell]])]
    private let axis: Axis
    private var drawing: Drawing
    private var top = 0.0

    /// Draws the curves of a table; nil where it has none.
    static func drawing(of table: Table) -> Drawing? {
        guard let reader = TableReader(table, ["time", "atRisk", "survival", "low", "high"]) else {
            return nil
        }
        let curves = table.rows.filter { reader.number($0, "survival") != nil }
            .grouped { reader.label($0) }
        guard !curves.isEmpty else { return nil }
        var chart = Self(reader, curves)
        return chart.draw(outOf: curves.count)
    }

    private init(_ reader: TableReader, _ curves: [(key: String, values: [[Table.Cell]])]) {
        self.reader = reader
        self.curves = Array(curves.prefix(Self.most))
        let last = curves.joinedValues.compactMap { reader.number($0, "time") }.max() ?? 1
        axis = Axis(to: last, count: 6)
        drawing = Drawing(reader.table.title, Self.words(reader, self.curves))
    }

    private static func words(
        _ reader: TableReader, _ curves: [(key: String, values: [[Table.Cell]])]
    ) -> String {
        let ends = curves.compactMap { curve in
            curve.values.last.map { row in
                let share = reader.number(row, "survival").map(Percent.text) ?? "unknown"
                return "\(curve.key): \(share) left after "
                    + "\(Int(reader.number(row, "time") ?? 0)) days"
            }
        }
        return "A curve that falls in steps as time goes by. \(ends.joined(separator: "; "))."
    }

    private mutating func draw(outOf count: Int) -> Drawing {
        top = drawing.addTitle()
        if curves.count > 1 || count > 1 { addLegend(outOf: count) }
        top += 10
        addGrid()
        if curves.count <= 2 { for curve in curves.indices { addBand(curve) } }
        for curve in curves.indices { addCurve(curve) }
        addAtRisk()
        return drawing
    }

    private mutating func addLegend(outOf count: Int) {
        for (place, curve) in curves.enumerated() {
            top += 17
            drawing.addLine(20, top - 4, 60, top - 4, stroke(place))
            drawing.add(TextFitting.cut(curve.key, to: 600, size: 12), 70, top)
        }
        guard count > curves.count else { return }
        top += 17
        drawing.add("\(count - curves.count) more in the table", 70, top, tone: .soft)
    }

    private func stroke(_ curve: Int) -> Drawing.Stroke {
        Drawing.Stroke(
            tone: curve.isMultiple(of: 2) ? .accent : .ink, width: 2, dash: Self.dashes[curve])
    }

    private func x(_ time: Double) -> Double {
        Self.left + time / axis.end * (Self.right - Self.left - 10)
    }

    private func y(_ share: Double) -> Double {
        top + Self.plotHeight * (1 - min(max(share, 0), 1))
    }

    private mutating func addGrid() {
        let rule = Drawing.Stroke(tone: .rule, width: 0.6)
        for share in [0, 0.25, 0.5, 0.75, 1] {
            drawing.addLine(Self.left, y(share), Self.right, y(share), rule)
            drawing.add(Percent.text(share), Self.left - 8, y(share) + 4, .end, tone: .soft)
        }
        drawing.addLine(Self.left, y(0), Self.right, y(0), Drawing.Stroke(tone: .soft))
        for tick in axis.ticks {
            drawing.addLine(x(tick), y(0), x(tick), y(0) + 5, Drawing.Stroke(tone: .soft))
            drawing.add(String(Int(tick)), x(tick), y(0) + 19, .middle, tone: .soft)
        }
        drawing.add("days", Self.left - 8, y(0) + 19, .end, tone: .soft)
    }

    /// The points of a step function, until the end of the axis for the last step.
    private func steps(_ curve: Int, _ value: ([Table.Cell]) -> Double?) -> [Drawing.Point] {
        var points: [Drawing.Point] = []
        for row in curves[curve].values {
            guard let time = reader.number(row, "time"), let value = value(row) else { continue }
            if let last = points.last { points.append(.init(x: x(time), y: last.y)) }
            points.append(.init(x: x(time), y: y(value)))
        }
        return points
    }

    private mutating func addBand(_ curve: Int) {
        let low = steps(curve) { reader.number($0, "low") }
        let high = steps(curve) { reader.number($0, "high") }
        guard low.count > 1, high.count > 1 else { return }
        drawing.shapes.append(.area(high + low.reversed(), curve == 0 ? .tint : .pale))
        let edge = Drawing.Stroke(tone: .deep, width: 0.7, dash: [2, 2])
        drawing.shapes += [.line(low, edge), .line(high, edge)]
    }

    private mutating func addCurve(_ curve: Int) {
        let points = steps(curve) { reader.number($0, "survival") }
        drawing.shapes.append(.line(points, stroke(curve)))
        if points.count == 1 { drawing.shapes.append(.dot(points[0], radius: 3, .accent)) }
    }

    /// How many are at risk at each tick: those of the last step before it, less who left there.
    private mutating func addAtRisk() {
        var line = y(0) + 46
        drawing.add("At risk", 10, line, tone: .soft)
        for curve in curves {
            line += 17
            drawing.add(TextFitting.cut(curve.key, to: Self.left - 44, size: 12), 10, line)
            for tick in axis.ticks {
                guard let count = atRisk(curve.values, tick) else { continue }
                drawing.add(String(Int(count)), x(tick), line, .middle)
            }
        }
        drawing.height = line + 14
    }

    private func atRisk(_ rows: [[Table.Cell]], _ time: Double) -> Double? {
        let next = rows.first { (reader.number($0, "time") ?? 0) >= time }
        return next.flatMap { reader.number($0, "atRisk") }
    }
}

extension [(key: String, values: [[Table.Cell]])] {
    fileprivate var joinedValues: [[Table.Cell]] { flatMap(\.values) }
}

/// Shares for a person to read.
enum Percent {
    /// Returns a share in percent: `57.1 %`, `25 %`.
    static func text(_ share: Double) -> String {
        let decimals = (share * 100).rounded() == share * 100 ? 0 : 1
        return FixedPoint.text(share * 100, decimals: decimals) + " %"
    }
}
