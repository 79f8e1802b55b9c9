// SPDX-License-Identifier: Apache-2.0

/// A graph in columns, from what comes first at the left to what it leads to at the right.
///
/// The steps are those of Sugiyama, Tagawa and Toda (1981): edges that close a ring are turned,
/// nodes are put into columns, long edges get a slot in each column between, columns are ordered so
/// that few edges cross, and positions are chosen that keep the order. Nodes of a column share
/// their left and right sides; edges bend between columns only and run level through their slots,
/// so that none touches a node other than its own.
struct LayeredLayout: Hashable, Sendable {
    /// A node of the common width.
    struct Node: Hashable, Sendable {
        let height: Double
        /// Whether it stays in the last column as long as no edge leaves it.
        var isLast = false
    }

    /// An edge from one node to another, by their places.
    struct Edge: Hashable, Sendable {
        let from: Int
        let to: Int
    }

    /// Widths and gaps.
    struct Measures: Hashable, Sendable {
        /// The width of every node.
        var nodeWidth = 152.0
        /// The room between two nodes of a column.
        var nodeGap = 18.0
        /// The room between two edges that pass a column.
        var lineGap = 9.0
        /// The room between two columns where edges are level.
        var columnGap = 46.0
        /// How many columns the nodes without edges may fill at least.
        var leastColumns = 4
    }

    /// The box of each node.
    let boxes: [Drawing.Box]
    /// The way of each edge, from its first node to its second.
    let routes: [Drawing.Curve]

    /// Lays out a graph; it may have rings, loops, double edges and parts without edges.
    ///
    /// O(s (E log V + V d)) for V nodes and slots, E edges and parts of edges, d edges at a node
    /// and a fixed number s of sweeps.
    init(_ nodes: [Node], _ edges: [Edge], _ measures: Measures = Measures()) {
        let graph = LayeredGraph(nodes, edges)
        let order = LayerOrder.best(for: graph)
        let placement = LayerPlacement(graph, order.columns, nodes, measures)
        let tracks = ColumnTracks(graph, placement, measures)
        let grid = IsolatedGrid(graph.isolated, below: placement.bottom, nodes, tracks, measures)
        let boxes = nodes.indices.map { node in
            grid.boxes[node]
                ?? Drawing.Box(
                    x: tracks.left(graph.column[node]),
                    y: placement.middle[node] - nodes[node].height / 2,
                    width: measures.nodeWidth, height: nodes[node].height)
        }
        self.boxes = boxes
        routes = edges.indices.map { edge in
            graph.chains[edge].isEmpty
                ? Self.loop(at: boxes[edges[edge].from])
                : tracks.route(edge, graph, placement)
        }
    }

    /// A loop to the right of a node.
    private static func loop(at box: Drawing.Box) -> Drawing.Curve {
        let (x, y) = (box.x + box.width, box.y + 0.75 * box.height)
        let reach = 0.2 * box.height
        return Drawing.Curve(
            start: .init(x: x, y: y + reach / 2),
            steps: [
                .cubic(
                    .init(x: x + 24, y: y + reach), .init(x: x + 24, y: y - reach),
                    .init(x: x, y: y - reach / 2))
            ])
    }
}
