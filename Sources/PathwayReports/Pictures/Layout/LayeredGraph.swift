// SPDX-License-Identifier: Apache-2.0

/// A graph without rings whose every segment joins neighbouring columns.
///
/// Its vertices are the nodes and, after them, the slots through which long edges pass columns.
struct LayeredGraph: Hashable, Sendable {
    /// A part of an edge, from a vertex to one in the next column.
    struct Segment: Hashable, Sendable {
        let left: Int
        let right: Int
    }

    /// How many of the vertices are nodes.
    let nodeCount: Int
    /// The nodes without edges; they are in no column.
    let isolated: [Int]
    /// Whether each edge runs from right to left, since it would close a ring.
    let isTurned: [Bool]
    /// The vertices of each edge from left to right; none for a loop.
    let chains: [[Int]]
    /// The column of each vertex.
    let column: [Int]
    /// The vertices of each column, in the order in which they were given.
    let columns: [[Int]]
    /// The parts of all edges.
    let segments: [Segment]
    /// The vertices to the left of each vertex, one for each segment.
    let left: [[Int]]
    /// The vertices to the right of each vertex.
    let right: [[Int]]

    /// Turns, layers and divides the edges of a graph.
    init(_ nodes: [LayeredLayout.Node], _ edges: [LayeredLayout.Edge]) {
        let turned = RingBreaking.turned(nodes.count, edges)
        let arcs = zip(edges, turned).map { edge, isTurned in
            isTurned
                ? Segment(left: edge.to, right: edge.from)
                : Segment(left: edge.from, right: edge.to)
        }
        let layers = Layering.layers(of: nodes, arcs.filter { $0.left != $0.right })
        let slots = Self.divided(arcs, layers)
        let segments = slots.chains.flatMap { chain in
            zip(chain, chain.dropFirst()).map(Segment.init(left:right:))
        }
        var sides = (
            left: [[Int]](repeating: [], count: slots.column.count),
            right: [[Int]](repeating: [], count: slots.column.count)
        )
        for segment in segments {
            sides.right[segment.left].append(segment.right)
            sides.left[segment.right].append(segment.left)
        }
        let isolated = nodes.indices.filter { sides.left[$0].isEmpty && sides.right[$0].isEmpty }
        nodeCount = nodes.count
        (isTurned, chains, column) = (turned, slots.chains, slots.column)
        (left, right) = sides
        self.segments = segments
        self.isolated = isolated
        columns = Self.columns(column, without: Set(isolated))
    }

    /// Gives each edge the vertices that it runs through, and each of these a column.
    private static func divided(
        _ arcs: [Segment], _ layers: [Int]
    ) -> (chains: [[Int]], column: [Int]) {
        var column = layers
        let chains = arcs.map { arc -> [Int] in
            guard arc.left != arc.right else { return [] }
            let between = (layers[arc.left] + 1)..<layers[arc.right]
            let slots = between.indices.map { column.count + $0 - between.lowerBound }
            column += between
            return [arc.left] + slots + [arc.right]
        }
        return (chains, column)
    }

    private static func columns(_ column: [Int], without isolated: Set<Int>) -> [[Int]] {
        let drawn = column.indices.filter { !isolated.contains($0) }
        let count = drawn.map { column[$0] + 1 }.max() ?? 0
        var columns = [[Int]](repeating: [], count: count)
        for vertex in drawn { columns[column[vertex]].append(vertex) }
        return columns
    }
}
