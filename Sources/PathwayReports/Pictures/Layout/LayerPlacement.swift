// SPDX-License-Identifier: Apache-2.0

/// The height at which each vertex lies, in the order of its column.
///
/// The sum of the squared differences between the two ends of each segment, weighted so that long
/// edges are straight, is made smaller column by column (Gansner, Koutsofios, North and Vo 1993
/// choose the same aim with other means). Within a column the best heights that keep the order and
/// the room between vertices are found exactly.
struct LayerPlacement: Hashable, Sendable {
    private struct Pull: Hashable {
        let other: Int
        /// How much lower than the other vertex it should lie.
        let shift: Double
        let weight: Double
    }

    /// The height of each vertex, counted downward from the highest box.
    private(set) var middle: [Double]
    /// Where the lowest box ends.
    private(set) var bottom = 0.0
    /// Where each segment meets its vertices, counted from their middles.
    let ports: LayerPorts

    private let columns: [[Int]]
    /// How far below the first vertex of its column each must lie at least.
    private var offset: [Double]
    private var pulls: [[Pull]]
    private let nodeHeights: [Double]
    private let measures: LayeredLayout.Measures

    /// Places the vertices of a graph.
    init(
        _ graph: LayeredGraph, _ columns: [[Int]], _ nodes: [LayeredLayout.Node],
        _ measures: LayeredLayout.Measures
    ) {
        self.columns = columns
        self.measures = measures
        nodeHeights = nodes.map(\.height)
        ports = LayerPorts(graph, columns, nodeHeights)
        middle = Array(repeating: 0, count: graph.column.count)
        offset = middle
        pulls = middle.map { _ in [] }
        addPulls(graph)
        stack()
        for _ in 0..<16 { sweep() }
        middle = Straightening(columns, offset).straightened(middle, graph.chains)
        close()
    }

    private func height(_ vertex: Int) -> Double {
        vertex < nodeHeights.count ? nodeHeights[vertex] : 0
    }

    /// The least distance between two neighbours of a column.
    private func distance(_ upper: Int, _ lower: Int) -> Double {
        let slots = (upper < nodeHeights.count ? 0 : 1) + (lower < nodeHeights.count ? 0 : 1)
        let gap =
            switch slots {
            case 0: measures.nodeGap
            case 1: (measures.nodeGap + measures.lineGap) / 2
            default: measures.lineGap
            }
        return (height(upper) + height(lower)) / 2 + gap
    }

    private mutating func addPulls(_ graph: LayeredGraph) {
        for (number, segment) in graph.segments.enumerated() {
            let slots = [segment.left, segment.right].filter { $0 >= graph.nodeCount }.count
            let weight = [1.0, 2, 8][slots]
            let shift = ports.left[number] - ports.right[number]
            pulls[segment.right].append(Pull(other: segment.left, shift: shift, weight: weight))
            pulls[segment.left].append(Pull(other: segment.right, shift: -shift, weight: weight))
        }
    }

    /// Stacks each column as closely as can be, its middle at 0.
    private mutating func stack() {
        for column in columns {
            for (upper, lower) in zip(column, column.dropFirst()) {
                offset[lower] = offset[upper] + distance(upper, lower)
            }
            let half = (column.last.map { offset[$0] } ?? 0) / 2
            for vertex in column { middle[vertex] = offset[vertex] - half }
        }
    }

    // MARK: Sweeps

    private mutating func sweep() {
        for column in columns { place(column) }
        for column in columns.reversed() { place(column) }
    }

    /// Places a column as well as can be while the others stay.
    private mutating func place(_ column: [Int]) {
        var pooled = PooledHeights()
        for vertex in column {
            let pulls = pulls[vertex]
            let weight = pulls.reduce(0) { $0 + $1.weight }
            let sum = pulls.reduce(0) { $0 + $1.weight * (middle[$1.other] + $1.shift) }
            pooled.add(sum / weight - offset[vertex], weight: weight)
        }
        for (vertex, height) in zip(column, pooled.heights) {
            middle[vertex] = height + offset[vertex]
        }
    }

    /// Moves everything so that the highest box begins at 0.
    private mutating func close() {
        let drawn = columns.flatMap(\.self)
        let top = drawn.map { middle[$0] - height($0) / 2 }.min() ?? 0
        for vertex in drawn { middle[vertex] -= top }
        bottom = drawn.map { middle[$0] + height($0) / 2 }.max() ?? 0
    }
}
