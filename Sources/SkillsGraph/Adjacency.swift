// SPDX-License-Identifier: Apache-2.0

/// Directed edges between dense positions, stored row by row (compressed sparse rows).
public struct Adjacency: Sendable {
    private let offsets: [Int32]
    private let targets: [Int32]
    /// For each edge, the place it had in the list the adjacency was made from.
    private let origins: [Int32]

    /// Creates the edges from position `from` to position `to`, of `count` rows; the edges of a row
    /// keep their order.
    ///
    /// - Complexity: O(`count` + edges).
    public init(count: Int, edges: some Collection<(from: Int, to: Int)>) {
        var offsets = [Int32](repeating: 0, count: count + 1)
        for edge in edges { offsets[edge.from + 1] += 1 }
        for row in 0..<count { offsets[row + 1] += offsets[row] }
        var next = offsets
        var targets = [Int32](repeating: 0, count: edges.count)
        var origins = targets
        for (origin, edge) in edges.enumerated() {
            let place = Int(next[edge.from])
            targets[place] = Int32(edge.to)
            origins[place] = Int32(origin)
            next[edge.from] += 1
        }
        self.offsets = offsets
        self.targets = targets
        self.origins = origins
    }

    /// How many rows there are.
    public var count: Int { offsets.count - 1 }
    /// How many edges there are.
    public var edgeCount: Int { targets.count }

    /// The positions that edges of `row` lead to.
    public subscript(row: Int) -> ArraySlice<Int32> {
        targets[Int(offsets[row])..<Int(offsets[row + 1])]
    }

    /// Where the edges of `row` stood in the list the adjacency was made from.
    public func origins(of row: Int) -> ArraySlice<Int32> {
        origins[Int(offsets[row])..<Int(offsets[row + 1])]
    }

    /// Returns the same edges, turned around, as `count` rows.
    public func reversed(count: Int) -> Adjacency {
        var edges: [(from: Int, to: Int)] = []
        edges.reserveCapacity(edgeCount)
        for row in 0..<self.count { for target in self[row] { edges.append((Int(target), row)) } }
        return Adjacency(count: count, edges: edges)
    }
}
