// SPDX-License-Identifier: Apache-2.0

/// For each query, the items that must not be among its matches.
///
/// They are left out before the best are chosen, so as many matches come back as there are items
/// left, up to `k`.
public struct ExclusionLists: Sendable, Equatable {
    /// Where each query's items begin in `items`; the last is their number.
    let offsets: [Int]
    /// The excluded items of each query, ascending.
    let items: [Int32]

    /// Creates the lists, one for each query; an item may be listed more than once.
    public init(_ lists: [[Int]]) {
        var offsets = [0]
        var items: [Int32] = []
        for list in lists {
            precondition(list.allSatisfy { $0 >= 0 }, "an item has a negative position")
            items += list.sorted().map { Int32($0) }
            offsets.append(items.count)
        }
        self.offsets = offsets
        self.items = items
    }

    /// Creates the lists from a matrix with a row for each query: its columns are the items.
    public init(_ matrix: SparseMatrix<Float>) {
        offsets = matrix.offsets
        items = matrix.indices
    }

    /// Creates empty lists for `queries` queries.
    public init(queries: Int) {
        offsets = [Int](repeating: 0, count: queries + 1)
        items = []
    }

    /// Returns whether there is a list for each of `queries` queries, of nothing but the first
    /// `count` items.
    func fit(queries: Int, items count: Int) -> Bool {
        self.queries == queries && items.allSatisfy { $0 < count }
    }

    /// The number of queries.
    public var queries: Int { offsets.count - 1 }
}

extension ExclusionLists {
    /// The lists of the queries in `range`.
    public subscript(range: ClosedRange<Int>) -> ExclusionLists {
        let first = offsets[range.lowerBound]
        return ExclusionLists(
            offsets: offsets[range.lowerBound...range.upperBound + 1].map { $0 - first },
            items: Array(items[first..<offsets[range.upperBound + 1]]))
    }

    private init(offsets: [Int], items: [Int32]) {
        self.offsets = offsets
        self.items = items
    }
}
