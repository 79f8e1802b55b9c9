// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import SkillsGraph

@Suite struct CycleTests {
    /// The length of a shortest ring, from all distances (Floyd 1962, Warshall 1962).
    private static func girth(_ rows: Int, _ edges: [(from: Int, to: Int)]) -> Int? {
        let far = 1_000_000
        var distance = [[Int]](repeating: [Int](repeating: far, count: rows), count: rows)
        for edge in edges { distance[edge.from][edge.to] = 1 }
        for middle in 0..<rows {
            for from in 0..<rows {
                for to in 0..<rows {
                    distance[from][to] = min(
                        distance[from][to], distance[from][middle] + distance[middle][to])
                }
            }
        }
        let shortest = (0..<rows).map { distance[$0][$0] }.min() ?? far
        return shortest == far ? nil : shortest
    }

    private static func isRing(_ ring: [Int], _ edges: Adjacency) -> Bool {
        Set(ring).count == ring.count && ring.first == ring.min()
            && zip(ring, ring.dropFirst() + ring.prefix(1))
                .allSatisfy { edges[$0].contains(Int32($1)) }
    }

    @Test func `the ring that is named is a shortest one`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<oracleCases(debug: 3000) {
            let rows = Int.random(in: 1...9, using: &random)
            let edges = [(from: Int, to: Int)].random(
                rows: rows, edges: .random(in: 0...14, using: &random), using: &random)
            let adjacency = Adjacency(count: rows, edges: edges)
            let ring = adjacency.shortestCycle()
            #expect(ring?.count == Self.girth(rows, edges))
            #expect(ring.map { Self.isRing($0, adjacency) } ?? true)
            #expect((adjacency.topologicalOrder() == nil) == (ring != nil))
        }
    }

    @Test func `without the steps to find a shortest ring some ring is named`() throws {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<oracleCases(debug: 500) {
            let edges = [(from: Int, to: Int)].random(rows: 9, edges: 14, using: &random)
            let adjacency = Adjacency(count: 9, edges: edges)
            let ring = adjacency.shortestCycle(steps: 1)
            #expect((ring == nil) == (Self.girth(9, edges) == nil))
            #expect(ring.map { Self.isRing($0, adjacency) } ?? true)
        }
    }

    @Test func `in a topological order every edge leads forward`() throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<oracleCases(debug: 500) {
            let names = (0..<12).shuffled(using: &random)
            let edges = [(from: Int, to: Int)].random(
                rows: 12, edges: 20, forward: true, using: &random
            ).map { (from: names[$0.from], to: names[$0.to]) }
            let order = try #require(Adjacency(count: 12, edges: edges).topologicalOrder())
            #expect(order.sorted() == Array(0..<12))
            let place = Dictionary(uniqueKeysWithValues: zip(order, 0...))
            #expect(edges.allSatisfy { (place[$0.from] ?? 0) < (place[$0.to] ?? 0) })
        }
    }

    @Test func `positions that nothing leads to come first, in their order`() {
        let edges = Adjacency(count: 4, edges: [(from: 3, to: 1), (from: 0, to: 1)])
        #expect(edges.topologicalOrder() == [0, 2, 3, 1])
        #expect(Adjacency(count: 0, edges: []).topologicalOrder() == [])
        #expect(Adjacency(count: 0, edges: []).shortestCycle() == nil)
    }

    @Test func `a ring of a hundred thousand is named`() {
        let size = 100_000
        let edges = (0..<size).map { (from: $0, to: ($0 + 1) % size) }
        #expect(Adjacency(count: size, edges: edges).shortestCycle() == Array(0..<size))
    }

    @Test func `the shorter of two long rings is named`() {
        let size = 50_000
        let edges =
            (0..<size).map { (from: $0, to: ($0 + 1) % size) }
            + (0..<size - 1).map { (from: size + $0, to: size + ($0 + 1) % (size - 1)) }
        let ring = Adjacency(count: 2 * size, edges: edges).shortestCycle()
        #expect(ring == Array(size..<2 * size - 1))
    }

    @Test func `a long path between two rings takes no quadratic time`() {
        let size = 20_000
        let path = (0..<size - 1).map { (from: $0, to: $0 + 1) }
        let rings = [
            (from: size - 1, to: size), (from: size, to: size + 1), (from: size + 1, to: size),
            (from: size + 2, to: size + 3), (from: size + 3, to: size + 2), (from: size + 3, to: 0),
        ]
        let adjacency = Adjacency(count: size + 4, edges: path + rings)
        #expect(adjacency.shortestCycle(steps: 1 << 20) == [size, size + 1])
    }

    @Test func `edges keep their order and remember where they stood`() {
        let edges = [(from: 1, to: 2), (from: 0, to: 2), (from: 1, to: 0)]
        let adjacency = Adjacency(count: 3, edges: edges)
        #expect(Array(adjacency[1]) == [2, 0])
        #expect(Array(adjacency.origins(of: 1)) == [0, 2])
        #expect(adjacency[2].isEmpty)
        #expect(adjacency.edgeCount == 3)
        #expect(Array(adjacency.reversed(count: 3)[2]) == [0, 1])
    }
}
