// SPDX-License-Identifier: Apache-2.0

extension VectorIndex {
    /// Returns the exact inner product of every item with one query, in index order.
    ///
    /// Each is a sum in double precision, in index order: the same number that `nearest` returns.
    ///
    /// - Complexity: O(`count` × `dimension`).
    public func similarities(to query: [Float]) -> [Double] {
        precondition(query.count == dimension, "\(query.count) elements, not \(dimension)")
        let query = query.map(Double.init)
        var result = [Double](repeating: 0, count: count)
        unsafe items.values.withUnsafeBufferPointer { items in
            unsafe query.withUnsafeBufferPointer { query in
                guard let items = items.baseAddress, let query = query.baseAddress else { return }
                for row in stride(from: 0, to: count, by: 4) {
                    let sums = unsafe sums(row, items, query)
                    for lane in 0..<min(4, count - row) { result[row + lane] = sums[lane] }
                }
            }
        }
        return result
    }

    /// Adds up four rows side by side, so that one addition need not wait for another; past the
    /// last row it repeats that row.
    @inline(__always)
    private func sums(
        _ row: Int, _ items: UnsafePointer<Float>, _ query: UnsafePointer<Double>
    ) -> SIMD4<Double> {
        let first = unsafe items + row * dimension
        let second = unsafe items + min(row + 1, count - 1) * dimension
        let third = unsafe items + min(row + 2, count - 1) * dimension
        let fourth = unsafe items + min(row + 3, count - 1) * dimension
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
        for column in 0..<dimension {
            let factor = unsafe query[column]
            unsafe a += Double(first[column]) * factor
            unsafe b += Double(second[column]) * factor
            unsafe c += Double(third[column]) * factor
            unsafe d += Double(fourth[column]) * factor
        }
        return SIMD4(a, b, c, d)
    }
}
