// SPDX-License-Identifier: Apache-2.0

/// An exact inner-product index: every vector is compared with every query.
///
/// BLAS proposes and the index decides: single-precision products choose every item that could be
/// among the best `k`, allowing for their rounding error, and double-precision sums in index order
/// rank those. So the same matches and the same scores come back from any BLAS library and on any
/// number of threads.
///
/// ```swift
/// let index = VectorIndex(credentialVectors)
/// let nearest = index.nearest(10, to: gapVectors, excluding: held, threads: 2)
/// for match in nearest[0] { print(match.item, match.score) }
/// ```
public struct VectorIndex: Sendable {
    /// The vectors, one in each row; with unit vectors a score is a cosine similarity.
    public let items: DenseMatrix
    /// The greatest length of a vector.
    let longest: Double
    let kernel: any ScoreKernel

    /// Creates an index of the rows of `items`, which must be finite and shorter than 10¹⁵.
    ///
    /// - Complexity: O(elements).
    public init(_ items: DenseMatrix) {
        self.init(items, kernel: BLASKernel())
    }

    /// Creates an index that lets `kernel` propose.
    package init(_ items: DenseMatrix, kernel: any ScoreKernel) {
        precondition(items.rows <= Int(Int32.max), "\(items.rows) items")
        precondition(items.columns <= 100_000, "\(items.columns) elements in a vector")
        self.items = items
        self.kernel = kernel
        longest = (0..<items.rows).reduce(0) { max($0, norm(of: items, row: $1)) }
    }

    /// The number of vectors.
    public var count: Int { items.rows }

    /// The number of elements in each vector.
    public var dimension: Int { items.columns }

    /// Returns the `k` items with the greatest inner product with each query, best first, ties by
    /// position.
    ///
    /// - Parameters:
    ///   - k: How many matches to return at most.
    ///   - queries: A query in each row; finite and shorter than 10¹⁵.
    ///   - excluded: For each query, the items to leave out before the best are chosen.
    ///   - threads: How many threads to use; the result does not depend on it.
    /// - Returns: For each query, as many matches as there are items left, up to `k`.
    /// - Complexity: O(queries × `count` × `dimension`).
    public func nearest(
        _ k: Int, to queries: DenseMatrix, excluding excluded: ExclusionLists? = nil,
        threads: Int = 1
    ) -> TopMatches {
        precondition(k >= 0 && threads > 0, "k \(k), \(threads) threads")
        precondition(queries.columns == dimension, "\(queries.columns) elements, not \(dimension)")
        let excluded = excluded ?? ExclusionLists(queries: queries.rows)
        precondition(excluded.fit(queries: queries.rows, items: count), "exclusions do not fit")
        var matches = TopMatches(queries: queries.rows, limit: min(k, count))
        guard matches.limit > 0 else { return matches }
        unsafe items.values.withUnsafeBufferPointer { items in
            unsafe queries.values.withUnsafeBufferPointer { elements in
                guard let items = items.baseAddress, let elements = elements.baseAddress else {
                    return
                }
                matches.fill { writer in
                    unsafe DenseSearch(
                        index: self, queries: queries, excluded: excluded, k: min(k, count),
                        writer: writer, itemElements: items, queryElements: elements
                    ).run(threads: threads)
                }
            }
        }
        return matches
    }

    /// Returns the `k` items with the greatest inner product with `query`, best first.
    public func nearest(_ k: Int, to query: [Float], excluding excluded: [Int] = []) -> [Match] {
        let queries = DenseMatrix([query], columns: dimension)
        return Array(nearest(k, to: queries, excluding: ExclusionLists([excluded]))[0])
    }
}

/// Returns the length of a row, having checked that scores with it cannot overflow.
func norm(of matrix: DenseMatrix, row: Int) -> Double {
    let length = matrix[row].reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    precondition(length < 1e15, "the vector at \(row) is not finite or too long")
    return length
}
