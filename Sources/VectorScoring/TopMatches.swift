// SPDX-License-Identifier: Apache-2.0

/// An item and how well it matches a query.
public struct Match: Sendable, Hashable, BitwiseCopyable {
    /// The item's position in the index.
    public let item: Int
    /// The exact score: a sum in double precision, in index order.
    public let score: Double

    /// Creates a match of `item`.
    public init(item: Int, score: Double) {
        self.item = item
        self.score = score
    }

    /// Returns whether this match ranks before `other`: by score, then by position.
    @inline(__always)
    func precedes(_ other: Match) -> Bool {
        score > other.score || (score == other.score && item < other.item)
    }
}

/// The best matches of each query: best first, ties by position.
public struct TopMatches: Sendable, Equatable {
    /// The number of queries.
    public let queries: Int
    /// The most matches a query can have.
    public let limit: Int
    private var slots: [Match]
    private var counts: [Int]

    init(queries: Int, limit: Int) {
        self.queries = queries
        self.limit = limit
        slots = [Match](repeating: Match(item: -1, score: 0), count: queries * limit)
        counts = [Int](repeating: 0, count: queries)
    }

    /// The matches of `query`, best first.
    public subscript(query: Int) -> ArraySlice<Match> {
        precondition(0..<queries ~= query, "query \(query) of \(queries)")
        return slots[query * limit..<query * limit + counts[query]]
    }

    /// Calls `body` with what writes the matches of different queries from different threads.
    mutating func fill(_ body: (MatchWriter) -> Void) {
        unsafe slots.withUnsafeMutableBufferPointer { slots in
            unsafe counts.withUnsafeMutableBufferPointer { counts in
                guard let slots = slots.baseAddress, let counts = counts.baseAddress else { return }
                unsafe body(MatchWriter(slots: slots, counts: counts, limit: limit))
            }
        }
    }
}

/// Writes each query's matches into its own slots.
@safe struct MatchWriter {
    let slots: UnsafeMutablePointer<Match>
    let counts: UnsafeMutablePointer<Int>
    let limit: Int

    func write(_ matches: UnsafeMutableBufferPointer<Match>, of query: Int) {
        unsafe counts[query] = matches.count
        guard let first = matches.baseAddress else { return }
        unsafe (slots + query * limit).update(from: first, count: matches.count)
    }
}
