// SPDX-License-Identifier: Apache-2.0

import CBLAS

/// A way to compute a block of inner products in single precision.
///
/// Any order of summation will do: what is selected from the scores is decided again in double
/// precision. A faster kernel than BLAS is one more conforming type.
package protocol ScoreKernel: Sendable {
    /// Computes the inner product of each query with each item.
    ///
    /// - Parameters:
    ///   - queries: The first element of `queryCount` rows of `dimension`.
    ///   - queryCount: The number of queries.
    ///   - items: The first element of `itemCount` rows of `dimension`.
    ///   - itemCount: The number of items.
    ///   - dimension: The number of elements in a row.
    ///   - scores: Receives `queryCount` rows of `itemCount`.
    ///   - stride: How many elements one row of scores begins after the last.
    @unsafe func score(
        _ queries: UnsafePointer<Float>, _ queryCount: Int,
        _ items: UnsafePointer<Float>, _ itemCount: Int,
        dimension: Int, into scores: UnsafeMutablePointer<Float>, stride: Int)
}

/// Inner products by BLAS, on the calling thread alone.
package struct BLASKernel: ScoreKernel {
    /// Creates the kernel.
    package init() { BLAS.useOneThread() }

    /// Computes a block by one matrix product, or a row of it by a matrix-vector product.
    @unsafe package func score(
        _ queries: UnsafePointer<Float>, _ queryCount: Int,
        _ items: UnsafePointer<Float>, _ itemCount: Int,
        dimension: Int, into scores: UnsafeMutablePointer<Float>, stride: Int
    ) {
        let width = Int32(dimension)
        if queryCount == 1 {
            unsafe cblas_sgemv(
                CblasRowMajor, CblasNoTrans, Int32(itemCount), width, 1, items, width,
                queries, 1, 0, scores, 1)
        } else {
            unsafe cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasTrans, Int32(queryCount), Int32(itemCount),
                width, 1, queries, width, items, width, 0, scores, Int32(stride))
        }
    }
}
