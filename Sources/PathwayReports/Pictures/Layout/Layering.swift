// SPDX-License-Identifier: Apache-2.0

/// In which column each node of a graph without rings is.
struct Layering: Hashable, Sendable {
    private let nodes: [LayeredLayout.Node]
    private var entering: [[Int]]
    private var leaving: [[Int]]
    private var layer: [Int]

    /// Returns a column for each node, counted from the left, so that every arc leads right.
    ///
    /// A node is as far right as the longest path to the end lets it be. Where more arcs enter a
    /// node than leave it, it is then moved left as far as it can be, which makes arcs shorter, as
    /// Gansner, Koutsofios, North and Vo (1993) want them.
    static func layers(
        of nodes: [LayeredLayout.Node], _ arcs: [LayeredGraph.Segment]
    ) -> [Int] {
        var layering = Layering(nodes, arcs)
        let order = layering.sorted()
        layering.placeByLongestPath(order)
        for _ in 0..<8 where !layering.shorten(order) { break }
        return layering.closed()
    }

    private init(_ nodes: [LayeredLayout.Node], _ arcs: [LayeredGraph.Segment]) {
        self.nodes = nodes
        entering = Array(repeating: [], count: nodes.count)
        leaving = entering
        layer = Array(repeating: 0, count: nodes.count)
        for arc in arcs {
            leaving[arc.left].append(arc.right)
            entering[arc.right].append(arc.left)
        }
    }

    /// The nodes in an order in which arcs lead forward only.
    private func sorted() -> [Int] {
        var missing = entering.map(\.count)
        var order = nodes.indices.filter { missing[$0] == 0 }
        var place = 0
        while place < order.count {
            for next in leaving[order[place]] {
                missing[next] -= 1
                if missing[next] == 0 { order.append(next) }
            }
            place += 1
        }
        return order
    }

    private mutating func placeByLongestPath(_ order: [Int]) {
        for node in order.reversed() {
            layer[node] = (leaving[node].map { layer[$0] }.min() ?? 0) - 1
        }
    }

    /// Moves nodes to where their arcs are shorter, and says whether there were any.
    private mutating func shorten(_ order: [Int]) -> Bool {
        var hasMoved = false
        for node in order where !(nodes[node].isLast && leaving[node].isEmpty) {
            let balance = entering[node].count - leaving[node].count
            let nearest =
                balance > 0
                ? entering[node].map { layer[$0] + 1 }.max()
                : leaving[node].map { layer[$0] - 1 }.min()
            guard balance != 0, let nearest, nearest != layer[node] else { continue }
            layer[node] = nearest
            hasMoved = true
        }
        return hasMoved
    }

    /// The columns from 0, without the empty ones.
    private func closed() -> [Int] {
        let used = Set(
            nodes.indices.filter { !entering[$0].isEmpty || !leaving[$0].isEmpty }.map { layer[$0] }
        ).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
        return layer.map { numbers[$0] ?? 0 }
    }
}
