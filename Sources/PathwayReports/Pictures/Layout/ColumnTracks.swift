// SPDX-License-Identifier: Apache-2.0

/// Where columns lie, and how edges run between them.
struct ColumnTracks: Hashable, Sendable {
    private let lefts: [Double]
    private let nodeWidth: Double
    private let gap: Double
    /// The first segment of each edge.
    private let firstSegment: [Int]

    /// Puts columns side by side, with more room where edges rise or fall far.
    init(
        _ graph: LayeredGraph, _ placement: LayerPlacement, _ measures: LayeredLayout.Measures
    ) {
        var room = graph.columns.map { _ in 0.0 }
        for segment in graph.segments {
            let rise = placement.middle[segment.left] - placement.middle[segment.right]
            let column = graph.column[segment.left]
            room[column] = max(room[column], 0.1 * abs(rise))
        }
        var x = 0.0
        lefts = room.map { room in
            defer { x += measures.nodeWidth + measures.columnGap + min(80, room) }
            return x
        }
        nodeWidth = measures.nodeWidth
        gap = measures.columnGap
        var first = 0
        firstSegment = graph.chains.map { chain in
            defer { first += max(0, chain.count - 1) }
            return first
        }
    }

    /// The number of columns that hold something.
    var count: Int { lefts.count }

    /// Returns the left side of a column, also of one to the right of the last.
    func left(_ column: Int) -> Double {
        guard column >= lefts.count else { return lefts[column] }
        let next = lefts.last.map { $0 + nodeWidth + gap } ?? 0
        return next + Double(column - lefts.count) * (nodeWidth + gap)
    }

    /// Returns the way of an edge from its first node to its second.
    func route(
        _ edge: Int, _ graph: LayeredGraph, _ placement: LayerPlacement
    ) -> Drawing.Curve {
        let chain = graph.chains[edge]
        let first = firstSegment[edge]
        var curve = Drawing.Curve(
            start: .init(
                x: left(graph.column[chain[0]]) + nodeWidth,
                y: placement.middle[chain[0]] + placement.ports.left[first]))
        for (number, vertex) in chain.dropFirst().enumerated() {
            let x = left(graph.column[vertex])
            let y = placement.middle[vertex] + placement.ports.right[first + number]
            curve.steps.append(Self.bend(from: curve.end, to: .init(x: x, y: y)))
            guard vertex >= graph.nodeCount else { continue }
            curve.steps.append(.line(.init(x: x + nodeWidth, y: y)))
        }
        return graph.isTurned[edge] ? curve.reversed : curve
    }

    /// A curve that leaves and arrives level.
    private static func bend(
        from start: Drawing.Point, to end: Drawing.Point
    ) -> Drawing.Curve.Step {
        guard start.y != end.y else { return .line(end) }
        let middle = (start.x + end.x) / 2
        return .cubic(.init(x: middle, y: start.y), .init(x: middle, y: end.y), end)
    }
}
