// SPDX-License-Identifier: Apache-2.0

extension Adjacency {
    /// Returns the positions so that every edge leads forward, or nil if there is a ring.
    ///
    /// Of several orders the one that keeps to the positions' own order longest is returned
    /// (Kahn 1962, with a queue that starts in position order).
    ///
    /// - Complexity: O(rows + edges).
    public func topologicalOrder() -> [Int]? {
        let order = peeled()
        return order.count == count ? order : nil
    }

    /// Returns one of the shortest rings, beginning at its least position, or nil if there is none.
    ///
    /// - Complexity: O(rows + edges) without a ring, else O(*r* × edges) for *r* rows that no
    ///   topological order reaches.
    public func shortestCycle() -> [Int]? {
        let order = peeled()
        guard order.count < count else { return nil }
        var isOpen = [Bool](repeating: true, count: count)
        for position in order { isOpen[position] = false }
        var best: [Int]?
        for start in 0..<count where isOpen[start] {
            guard let ring = cycle(through: start, isOpen, shorterThan: best?.count ?? .max) else {
                continue
            }
            best = ring
            if ring.count == 1 { break }
        }
        return best
    }

    /// Rows in the order in which they lose their last incoming edge; those on a ring, or behind
    /// one, never do.
    private func peeled() -> [Int] {
        var incoming = [Int](repeating: 0, count: count)
        for row in 0..<count { for target in self[row] { incoming[Int(target)] += 1 } }
        var order = (0..<count).filter { incoming[$0] == 0 }
        var next = 0
        while next < order.count {
            for target in self[order[next]] {
                incoming[Int(target)] -= 1
                if incoming[Int(target)] == 0 { order.append(Int(target)) }
            }
            next += 1
        }
        return order
    }

    /// The shortest ring through `start`, by breadth-first search back to it.
    private func cycle(through start: Int, _ isOpen: [Bool], shorterThan limit: Int) -> [Int]? {
        var parent: [Int: Int] = [:]
        var level = [start]
        var length = 1
        while !level.isEmpty, length < limit {
            var below: [Int] = []
            for row in level {
                for target in self[row].lazy.map(Int.init) where isOpen[target] {
                    if target == start { return path(from: start, to: row, parent) }
                    if parent[target] == nil {
                        parent[target] = row
                        below.append(target)
                    }
                }
            }
            level = below
            length += 1
        }
        return nil
    }

    private func path(from start: Int, to end: Int, _ parent: [Int: Int]) -> [Int] {
        var path = [end]
        while let last = path.last, last != start, let above = parent[last] { path.append(above) }
        let ring = Array(path.reversed())
        let least = ring.indices.min { ring[$0] < ring[$1] } ?? 0
        return Array(ring[least...] + ring[..<least])
    }
}
