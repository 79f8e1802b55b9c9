// SPDX-License-Identifier: Apache-2.0

extension Adjacency {
    /// Returns the positions so that every edge leads forward, or nil if there is a ring.
    ///
    /// Positions that nothing leads to come first, in their own order; each other follows as the
    /// last that leads to it is passed (Kahn 1962).
    ///
    /// - Complexity: O(rows + edges).
    public func topologicalOrder() -> [Int]? {
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
        return order.count == count ? order : nil
    }

    /// Returns one of the shortest rings, beginning at its least position, or nil if there is none.
    ///
    /// The ring is a shortest one as long as the search stays below 33 million steps, which it does
    /// where the rows on rings, times the edges between them, are fewer; beyond, it is the shortest
    /// found so far.
    ///
    /// - Complexity: O(rows + edges) without a ring and for separate rings, else at most that and
    ///   33 million steps.
    public func shortestCycle() -> [Int]? { shortestCycle(steps: 1 << 25) }

    /// The shortest ring that `steps` edges looked at are enough to find; any, if they are not.
    func shortestCycle(steps: Int) -> [Int]? {
        guard topologicalOrder() == nil else { return nil }
        var search = CycleSearch(self, steps: steps)
        return search.shortest()
    }
}

/// A search for the shortest ring: breadth first from each row in turn, which is then taken away
/// together with all that no ring runs through any more.
private struct CycleSearch {
    let edges: Adjacency
    let back: Adjacency
    var stepsLeft: Int
    var isOpen: [Bool]
    /// How many edges lead to and from each row, among open rows.
    var incoming: [Int]
    var outgoing: [Int]
    /// From which row the search came, and in which search.
    var parent: [Int]
    var visit: [Int]

    init(_ edges: Adjacency, steps: Int) {
        self.edges = edges
        back = edges.reversed(count: edges.count)
        stepsLeft = steps
        isOpen = [Bool](repeating: true, count: edges.count)
        incoming = (0..<edges.count).map { [back] in back[$0].count }
        outgoing = (0..<edges.count).map { edges[$0].count }
        parent = [Int](repeating: -1, count: edges.count)
        visit = parent
        for row in 0..<edges.count where incoming[row] == 0 || outgoing[row] == 0 { close(row) }
    }

    mutating func shortest() -> [Int]? {
        var best = anyRing()
        for start in isOpen.indices where isOpen[start] {
            guard stepsLeft > 0, best?.count != 1 else { break }
            if let end = end(of: start, shorterThan: best?.count ?? .max) {
                best = ring(from: start, to: end)
            }
            close(start)
        }
        return best.map(Self.fromLeast)
    }

    /// Takes `row` away, and then every row that nothing leads to or from any more.
    private mutating func close(_ row: Int) {
        guard isOpen[row] else { return }
        isOpen[row] = false
        var waiting = [row]
        while let next = waiting.popLast() {
            for target in edges[next].lazy.map(Int.init) where isOpen[target] {
                incoming[target] -= 1
                guard incoming[target] == 0 else { continue }
                isOpen[target] = false
                waiting.append(target)
            }
            for source in back[next].lazy.map(Int.init) where isOpen[source] {
                outgoing[source] -= 1
                guard outgoing[source] == 0 else { continue }
                isOpen[source] = false
                waiting.append(source)
            }
        }
    }

    /// The ring that is met by always taking the first edge, which no open row is without.
    private func anyRing() -> [Int]? {
        guard var row = isOpen.firstIndex(of: true) else { return nil }
        var place: [Int: Int] = [:]
        var path: [Int] = []
        while place[row] == nil {
            place[row] = path.count
            path.append(row)
            guard let next = edges[row].first(where: { isOpen[Int($0)] }) else { return nil }
            row = Int(next)
        }
        return Array(path[(place[row] ?? 0)...])
    }

    /// The row from which an edge leads back to `start`, on a shortest ring through it.
    private mutating func end(of start: Int, shorterThan limit: Int) -> Int? {
        var level = [start]
        var length = 1
        visit[start] = start
        while !level.isEmpty, length < limit {
            var below: [Int] = []
            for row in level {
                stepsLeft -= edges[row].count
                for target in edges[row].lazy.map(Int.init) where isOpen[target] {
                    if target == start { return row }
                    guard visit[target] != start else { continue }
                    visit[target] = start
                    parent[target] = row
                    below.append(target)
                }
                guard stepsLeft > 0 else { return nil }
            }
            level = below
            length += 1
        }
        return nil
    }

    private func ring(from start: Int, to end: Int) -> [Int] {
        var path = [end]
        while let last = path.last, last != start { path.append(parent[last]) }
        return path.reversed()
    }

    private static func fromLeast(_ ring: [Int]) -> [Int] {
        let least = ring.indices.min { ring[$0] < ring[$1] } ?? 0
        return Array(ring[least...] + ring[..<least])
    }
}
