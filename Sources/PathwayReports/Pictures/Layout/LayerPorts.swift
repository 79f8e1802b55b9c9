// SPDX-License-Identifier: Apache-2.0

/// Where segments meet the sides of their vertices, counted down from the middle.
///
/// Segments meet a side in the order in which their other ends lie, so that none cross there.
struct LayerPorts: Hashable, Sendable {
    /// For each segment, where it leaves the vertex at its left.
    private(set) var left: [Double]
    /// For each segment, where it enters the vertex at its right.
    private(set) var right: [Double]

    /// Spreads segments along the middle of the sides of nodes; those of slots meet.
    init(_ graph: LayeredGraph, _ columns: [[Int]], _ heights: [Double]) {
        var place = graph.column.map { _ in 0 }
        for column in columns {
            for (number, vertex) in column.enumerated() { place[vertex] = number }
        }
        var sides = (
            left: heights.map { _ in [Int]() }, right: heights.map { _ in [Int]() }
        )
        for (number, segment) in graph.segments.enumerated() {
            if segment.left < heights.count { sides.right[segment.left].append(number) }
            if segment.right < heights.count { sides.left[segment.right].append(number) }
        }
        left = graph.segments.map { _ in 0 }
        right = left
        for node in heights.indices {
            let leaving = sides.right[node].sorted {
                (place[graph.segments[$0].right], $0) < (place[graph.segments[$1].right], $1)
            }
            let entering = sides.left[node].sorted {
                (place[graph.segments[$0].left], $0) < (place[graph.segments[$1].left], $1)
            }
            for (number, port) in zip(leaving, Self.spread(leaving.count, heights[node])) {
                left[number] = port
            }
            for (number, port) in zip(entering, Self.spread(entering.count, heights[node])) {
                right[number] = port
            }
        }
    }

    private static func spread(_ count: Int, _ height: Double) -> [Double] {
        let step = min(9, 0.64 * height / Double(max(1, count)))
        return (0..<count).map { (Double($0) - Double(count - 1) / 2) * step }
    }
}
