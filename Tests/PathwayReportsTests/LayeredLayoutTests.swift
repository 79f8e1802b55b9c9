// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import PathwayReports

/// Graphs in columns: rings, columns, crossings and heights, against naive counts and all orders.
@Suite struct LayeredLayoutTests {
    private static func graph(_ map: PathMap) -> LayeredGraph {
        LayeredGraph(
            map.nodes.map { _ in .init(height: 40) },
            map.edges.map { .init(from: $0.from, to: $0.to) })
    }

    private static let graphs = PictureSamples.maps.map(graph)

    @Test func `every segment leads one column to the right`() {
        for graph in Self.graphs {
            for segment in graph.segments {
                #expect(graph.column[segment.right] == graph.column[segment.left] + 1)
            }
            #expect(graph.columns.allSatisfy { !$0.isEmpty })
            #expect(
                (graph.columns.flatMap(\.self) + graph.isolated).sorted()
                    == Array(graph.column.indices))
        }
    }

    @Test func `edges are turned only where there is a ring`() {
        for (map, graph) in zip(PictureSamples.maps, Self.graphs) {
            let isSorted = map.edges.allSatisfy { $0.from <= $0.to }
            #expect(!isSorted || !graph.isTurned.contains(true))
        }
        let ring = Self.graph(PictureSamples.map(30, (0..<30).map { ($0, ($0 + 1) % 30) }))
        #expect(ring.isTurned.filter(\.self).count == 1)
    }

    @Test func `a node that much leads to is near what leads to it`() {
        let edges = [(0, 1), (1, 2), (2, 3), (3, 4), (0, 5), (6, 4)]
        let graph = Self.graph(PictureSamples.map(7, edges))
        #expect(graph.column.prefix(7) == [0, 1, 2, 3, 4, 1, 3])
    }

    @Test func `crossings are counted as pair by pair`() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<oracleCases(debug: 100) {
            let (left, right) = (
                Int.random(in: 1...9, using: &random), Int.random(in: 1...9, using: &random)
            )
            let pairs = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                [left, right].map { Int.random(in: 0..<$0, using: &random) }
            }.sorted { $0.lexicographicallyPrecedes($1) }
            let naive = pairs.reduce(0) { sum, one in
                sum + pairs.filter { $0[0] > one[0] && $0[1] < one[1] }.count
            }
            #expect(CrossingCount.of(pairs.map { $0[1] }, width: right) == naive)
        }
    }

    @Test func `nearly as few edges cross as in the best of all orders`() {
        var (found, least, graphs) = (0, 0, 0)
        for seed in 0..<oracleCases(debug: 60) {
            var random = SeededGenerator(seed: UInt64(seed) + 100)
            // Three columns of five, and from some nodes an edge past the next column.
            let edges = PictureSamples.randomEdges(22, of: 10, &random).map { one, other in
                (one, (one / 5 + (other == 9 && one < 5 ? 2 : 1)) * 5 + other % 5)
            }
            let graph = Self.graph(PictureSamples.map(15, edges))
            guard graph.columns.allSatisfy({ $0.count < 6 }) else { continue }
            let crossings = LayerOrder.best(for: graph).crossings
            let optimum = Self.optimum(graph)
            #expect(crossings >= optimum)
            found += crossings
            least += optimum
            graphs += 1
        }
        #expect(graphs > 5 && least > 0)
        #expect(Double(found) <= 1.01 * Double(least), "\(found) for \(least) in \(graphs)")
    }

    /// The fewest crossings over all orders of all columns.
    private static func optimum(_ graph: LayeredGraph) -> Int {
        var costs: [[Int]: Int] = [[]: 0]
        for (number, column) in graph.columns.enumerated() {
            var next: [[Int]: Int] = [:]
            for order in permutations(column) {
                let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
                next[order] = costs.map { earlier, cost in
                    cost + (number == 0 ? 0 : crossings(earlier, place, graph))
                }.min()
            }
            costs = next
        }
        return costs.values.min() ?? 0
    }

    private static func crossings(
        _ left: [Int], _ place: [Int: Int], _ graph: LayeredGraph
    ) -> Int {
        var (sum, above) = (0, [Int]())
        for vertex in left {
            let ends = graph.right[vertex].compactMap { place[$0] }
            for end in ends { sum += above.reduce(0) { $1 > end ? $0 + 1 : $0 } }
            above += ends
        }
        return sum
    }

    private static func permutations(_ list: [Int]) -> [[Int]] {
        guard let first = list.first else { return [[]] }
        return permutations(Array(list.dropFirst())).flatMap { rest in
            (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
        }
    }

    @Test func `pooled heights are those of the formula of largest and smallest means`() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<oracleCases(debug: 50) {
            let count = Int.random(in: 1...8, using: &random)
            let wishes = (0..<count).map { _ in Double.random(in: -9...9, using: &random) }
            let weights = (0..<count).map { _ in Double.random(in: 0.5...8, using: &random) }
            var pooled = PooledHeights()
            for (wish, weight) in zip(wishes, weights) { pooled.add(wish, weight: weight) }
            func mean(_ part: ClosedRange<Int>) -> Double {
                part.reduce(0) { $0 + wishes[$1] * weights[$1] } / weights[part].reduce(0, +)
            }
            for (place, height) in pooled.heights.enumerated() {
                let means = (0...place).map { first in
                    (place..<count).map { mean(first...$0) }.min() ?? 0
                }
                #expect(abs(height - (means.max() ?? 0)) < 1e-9)
            }
        }
    }

    @Test func `nodes of a column share their sides and keep apart`() {
        for map in PictureSamples.maps {
            let layout = LayeredLayout(
                map.nodes.indices.map { .init(height: 40 + Double($0 % 7) * 10) },
                map.edges.map { .init(from: $0.from, to: $0.to) })
            let columns = Dictionary(grouping: layout.boxes, by: \.x)
            for boxes in columns.values {
                let sorted = boxes.sorted { $0.y < $1.y }
                for (upper, lower) in zip(sorted, sorted.dropFirst()) {
                    #expect(upper.y + upper.height + 9 < lower.y + 0.01)
                }
            }
            #expect((layout.boxes.map(\.y).min() ?? 0) > -0.01)
        }
    }

    @Test func `an edge starts at the side of its first node and ends at that of its second`() {
        for map in PictureSamples.maps {
            let layout = LayeredLayout(
                map.nodes.map { _ in .init(height: 40) },
                map.edges.map { .init(from: $0.from, to: $0.to) })
            for (edge, route) in zip(map.edges, layout.routes) {
                for (point, node) in [(route.start, edge.from), (route.end, edge.to)] {
                    let box = layout.boxes[node]
                    #expect(point.x == box.x || point.x == box.x + box.width)
                    #expect(point.y > box.y && point.y < box.y + box.height)
                }
            }
        }
    }

    @Test func `a long edge alone is straight through its slots`() {
        let edges = [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)]
        let layout = LayeredLayout(
            (0..<5).map { _ in .init(height: 40) }, edges.map { .init(from: $0, to: $1) })
        let inner = layout.routes[4].steps.dropLast().map(\.end.y)
        #expect(Set(inner.dropFirst()).count == 1)
    }

    @Test func `a path through thousands of nodes and rings is laid out`() {
        let count = 3_000
        let edges = (0..<count).map { LayeredLayout.Edge(from: $0, to: ($0 + 1) % count) }
        let turned = RingBreaking.turned(count, edges)
        #expect(turned.filter(\.self).count == 1)
    }
}
