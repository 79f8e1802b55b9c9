// SPDX-License-Identifier: Apache-2.0

import CBLAS
import Glibc

/// A way to compute a block of inner products in single precision.
///
/// Any order of summation will do: what is selected from the scores is decided again in double
/// precision. A faster kernel than BLAS is one more conforming type.
protocol ScoreKernel: Sendable {
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
struct BLASKernel: ScoreKernel {
    init() { BLAS.useOneThread() }

    @unsafe func score(
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

/// The BLAS library that this process was linked with at run time.
enum BLAS {
    /// Keeps BLAS on the calling thread: the work is divided among threads of our own.
    static func useOneThread() { _ = oneThread }

    private static let oneThread: Void = {
        guard let symbol = unsafe dlsym(nil, "openblas_set_num_threads") else { return }
        let setThreads = unsafe unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Void).self)
        setThreads(1)
    }()
}
