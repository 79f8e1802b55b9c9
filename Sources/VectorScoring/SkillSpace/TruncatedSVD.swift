// SPDX-License-Identifier: Apache-2.0

/// The greatest singular values of a sparse matrix and their left singular vectors.
///
/// Randomised subspace iteration (Halko, Martinsson and Tropp, SIAM Review 53, 2011, algorithms
/// 4.4 and 5.1): a sketch of the column space, sharpened by a fixed number of iterations, then a
/// small exact decomposition. Everything that BLAS computes is exact, everything else is added up
/// in a fixed order: the same input gives the same bits with any BLAS library.
package struct TruncatedSVD {
    /// The singular values, greatest first.
    package let values: [Double]
    /// The left singular vectors as columns; the greatest element of each is positive.
    package let vectors: DoubleMatrix

    /// Decomposes `matrix`, keeping `limit` singular values or as many as are not negligible.
    ///
    /// - Complexity: O((elements + (rows + columns) × `limit`) × `limit` × `iterations`).
    package init(_ matrix: SparseMatrix<Double>, limit: Int, iterations: Int, seed: UInt64) {
        BLAS.useOneThread()
        let transposed = matrix.transposed
        let width = min(limit + 32, matrix.rows, matrix.columns)
        var basis = matrix.times(.random(rows: matrix.columns, columns: width, seed: seed))
            .orthonormalBasis()
        for _ in 0..<iterations {
            let opposite = transposed.times(basis).orthonormalBasis()
            basis = matrix.times(opposite).orthonormalBasis()
        }
        basis = basis.orthonormalBasis()
        let eigen = SymmetricEigenvectors(ExactProduct.gram(transposed.times(basis)))
        // Eigenvalues are squares, and known to about 10⁻¹¹ of the greatest.
        let kept = eigen.values.prefix(limit).prefix { $0 > 1e-9 * eigen.values[0] && $0 > 0 }.count
        values = eigen.values.prefix(kept).map { $0.squareRoot() }
        var turn = DoubleMatrix(rows: basis.columns, columns: kept)
        for column in 0..<kept {
            for row in 0..<basis.columns { turn[row, column] = eigen.vectors[column][row] }
        }
        vectors = ExactProduct.product(basis, turn).withPositivePeaks
    }
}

extension DoubleMatrix {
    /// Returns a matrix of random signs; each column of a sketch then adds or subtracts columns.
    fileprivate static func random(rows: Int, columns: Int, seed: UInt64) -> DoubleMatrix {
        var matrix = DoubleMatrix(rows: rows, columns: columns)
        var state = seed
        for position in matrix.values.indices {
            matrix.values[position] = nextBits(&state) >> 63 == 0 ? 1 : -1
        }
        return matrix
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private static func nextBits(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The matrix with columns negated where their element of greatest magnitude is negative.
    fileprivate var withPositivePeaks: DoubleMatrix {
        var result = self
        for column in 0..<columns {
            var peak = 0.0
            for row in 0..<rows where abs(self[row, column]) > abs(peak) {
                peak = self[row, column]
            }
            guard peak < 0 else { continue }
            for row in 0..<rows { result[row, column] = -self[row, column] }
        }
        return result
    }
}
