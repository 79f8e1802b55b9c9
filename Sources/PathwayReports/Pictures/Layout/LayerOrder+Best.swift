// SPDX-License-Identifier: Apache-2.0

extension LayerOrder {
    private static let sweeps = 24
    private static let patience = 6

    /// Returns the order with the fewest crossings that sweeps from several beginnings find.
    static func best(for graph: LayeredGraph) -> LayerOrder {
        let starts =
            [graph.columns, searched(graph, isRightward: true)]
            + [searched(graph, isRightward: false)] + shuffled(graph)
        var best = LayerOrder(graph, graph.columns)
        var fewest = best.crossings
        for (number, start) in starts.enumerated() where fewest > 0 {
            let (order, crossings) = LayerOrder(graph, start).improved(number)
            if crossings < fewest { (best, fewest) = (order, crossings) }
        }
        return best
    }

    /// The best order that sweeps and exchanges lead to from here, and its crossings.
    private func improved(_ number: Int) -> (LayerOrder, Int) {
        var order = self
        var (best, fewest) = (self, crossings)
        var vain = 0
        for sweep in 0..<Self.sweeps where fewest > 0 && vain < Self.patience {
            order.sweep(
                isRightward: (sweep + number).isMultiple(of: 2),
                turnsTies: (sweep / 2).isMultiple(of: 2))
            order.exchange()
            let crossings = order.crossings
            vain = crossings < fewest ? 0 : vain + 1
            if crossings < fewest { (best, fewest) = (order, crossings) }
        }
        return (best, fewest)
    }

    /// Columns in mixed orders, the more of them the smaller the graph is; always the same ones.
    private static func shuffled(_ graph: LayeredGraph) -> [[[Int]]] {
        var grain = Grain(seed: graph.segments.count)
        return (0..<min(12, 2000 / max(1, graph.segments.count))).map { _ in
            graph.columns.map { column in
                column.map { ($0, grain.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
            }
        }
    }

    /// The columns in the order in which a search in depth comes to their vertices, so that what
    /// hangs together lies together.
    private static func searched(_ graph: LayeredGraph, isRightward: Bool) -> [[Int]] {
        var columns = graph.columns.map { _ in [Int]() }
        var isSeen = graph.column.map { _ in false }
        let roots = graph.columns.flatMap(\.self)
        for root in isRightward ? roots : roots.reversed() {
            var open = [root]
            while let vertex = open.popLast() {
                if isSeen[vertex] { continue }
                isSeen[vertex] = true
                columns[graph.column[vertex]].append(vertex)
                let (near, far) = (graph.left[vertex], graph.right[vertex])
                open += (isRightward ? near + far : far + near).reversed()
            }
        }
        return columns
    }
}
