// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Pairs of credentials as arcs beside a list, as wide as they are common.
///
/// The list is a line, so that no name lies on another, however many there are.
enum PairChart {
    private static let mostPairs = 40
    private static let mostNames = 30
    private static let left = 300.0
    private static let rowHeight = 20.0

    private struct Pair {
        let first, second: String
        let learners: Double
        let lift: Double
    }

    /// Draws the pairs of a table; nil where it has none.
    static func drawing(of table: Table) -> Drawing? {
        guard let reader = TableReader(table, ["first", "second", "learners", "lift"]) else {
            return nil
        }
        let isDirected = TableReader(table, ["otherOrder"]) != nil
        let pairs = table.rows.compactMap { pair($0, reader) }
        guard !pairs.isEmpty else { return nil }
        let (names, shown) = names(of: pairs.prefix(mostPairs))
        var drawing = Drawing(table.title, words(shown, isDirected))
        let top = drawing.addTitle() + 20
        draw(shown, names, top, isDirected, in: &drawing)
        drawing.height = top + Double(names.count) * rowHeight + 44
        addKey(pairs.count - shown.count, isDirected, to: &drawing)
        return drawing
    }

    private static func pair(_ row: [Table.Cell], _ reader: TableReader) -> Pair? {
        guard let first = reader.text(row, "first"), let second = reader.text(row, "second"),
            let learners = reader.number(row, "learners")
        else { return nil }
        return Pair(
            first: first, second: second, learners: learners,
            lift: reader.number(row, "lift") ?? 1)
    }

    /// The names in the order in which they come, and the pairs whose names are among them.
    private static func names(of pairs: some Sequence<Pair>) -> ([String], [Pair]) {
        var names: [String] = []
        let shown = pairs.filter { pair in
            let new = [pair.first, pair.second].filter { !names.contains($0) }
            guard names.count + new.count <= mostNames else { return false }
            names += new
            return true
        }
        return (names, shown)
    }

    private static func words(_ pairs: [Pair], _ isDirected: Bool) -> String {
        let commonest = pairs.prefix(5).map {
            "\($0.first) \(isDirected ? "before" : "and") \($0.second): \(Int($0.learners))"
        }
        return "Arcs between credentials that learners hold together, as wide as they are many. "
            + commonest.joined(separator: "; ") + "."
    }

    private static func draw(
        _ pairs: [Pair], _ names: [String], _ top: Double, _ isDirected: Bool,
        in drawing: inout Drawing
    ) {
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let greatest = pairs.map(\.learners).max() ?? 1
        func y(_ name: String) -> Double { top + (Double(places[name] ?? 0) + 0.5) * rowHeight }
        let room = drawing.width - left - 30
        for pair in pairs.reversed() {
            let (one, other) = (y(pair.first), y(pair.second))
            let reach = room * abs(other - one) / (Double(names.count) * rowHeight)
            let stroke = Drawing.Stroke(
                tone: pair.lift >= 1 ? .accent : .soft,
                width: max(0.6, 3.5 * pair.learners / greatest),
                dash: pair.lift >= 1 ? [] : [5, 3])
            drawing.shapes.append(
                .arc(
                    from: .init(x: left, y: one), to: .init(x: left, y: other),
                    reach: max(reach, 6), stroke))
            if isDirected { addArrow(y: other, to: &drawing) }
        }
        for name in names {
            drawing.shapes.append(.dot(.init(x: left, y: y(name)), radius: 4, .ink))
            let label = TextFitting.cut(name, to: left - 30, size: 12)
            drawing.add(label, left - 14, y(name) + 4, .end)
        }
    }

    private static func addArrow(y: Double, to drawing: inout Drawing) {
        drawing.shapes.append(
            .area(
                [
                    .init(x: left + 4, y: y), .init(x: left + 13, y: y - 4),
                    .init(x: left + 13, y: y + 4),
                ], .ink))
    }

    private static func addKey(_ more: Int, _ isDirected: Bool, to drawing: inout Drawing) {
        let arrow = isDirected ? "Arrows point at the later one. " : ""
        drawing.add(
            "\(arrow)Whole: more often together than by chance; dashed: less often.", 10,
            drawing.height - 26, tone: .soft)
        guard more > 0 else { return }
        drawing.add("\(more) more pairs in the table.", 10, drawing.height - 9, tone: .soft)
    }
}
