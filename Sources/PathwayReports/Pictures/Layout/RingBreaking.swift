// SPDX-License-Identifier: Apache-2.0

/// Which edges have to run backward so that no ring is left.
enum RingBreaking {
    /// Returns whether each edge is turned.
    ///
    /// An edge is where it leads back to a node from which a search in depth has come to it; the
    /// search begins at nodes that nothing leads to.
    static func turned(_ count: Int, _ edges: [LayeredLayout.Edge]) -> [Bool] {
        var search = Search(count, edges)
        let entered = Set(edges.lazy.filter { $0.from != $0.to }.map(\.to))
        for root in (0..<count).filter({ !entered.contains($0) }) + Array(0..<count) {
            search.visit(from: root)
        }
        return search.turned
    }

    /// A search without recursion, since a path may be as long as a file is.
    private struct Search {
        private enum Mark { case new, open, done }

        private let edges: [LayeredLayout.Edge]
        private var leaving: [[Int]]
        private var marks: [Mark]
        private(set) var turned: [Bool]

        init(_ count: Int, _ edges: [LayeredLayout.Edge]) {
            self.edges = edges
            leaving = Array(repeating: [], count: count)
            marks = Array(repeating: .new, count: count)
            turned = Array(repeating: false, count: edges.count)
            for edge in edges.indices.reversed() where edges[edge].from != edges[edge].to {
                leaving[edges[edge].from].append(edge)
            }
        }

        mutating func visit(from root: Int) {
            guard marks[root] == .new else { return }
            marks[root] = .open
            var path = [root]
            while let node = path.last {
                guard let edge = leaving[node].popLast() else {
                    marks[node] = .done
                    path.removeLast()
                    continue
                }
                let next = edges[edge].to
                turned[edge] = marks[next] == .open
                guard marks[next] == .new else { continue }
                marks[next] = .open
                path.append(next)
            }
        }
    }
}
