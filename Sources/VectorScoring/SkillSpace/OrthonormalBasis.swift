// SPDX-License-Identifier: Apache-2.0

extension DoubleMatrix {
    /// An orthonormal basis of the columns' span, with fewer columns where they are dependent.
    ///
    /// Cholesky QR with diagonal pivoting: aᵀa = RᵀR gives the basis a·R⁻¹. It is orthonormal to
    /// about 10⁻¹¹ times the square of the columns' condition; taken twice, to about 10⁻¹¹
    /// (Yamamoto, Nakatsukasa, Yanagisawa and Fukaya, ETNA 44, 2015).
    package func orthonormalBasis() -> DoubleMatrix {
        let gram = ExactProduct.gram(self)
        let scales = (0..<columns).map { gram[$0, $0] > 0 ? 1 / gram[$0, $0].squareRoot() : 0 }
        let factor = PivotedCholesky(gram, scales: scales)
        return ExactProduct.product(self, factor.inverse(scales: scales))
    }
}

/// A Cholesky factor of a scaled Gram matrix, with its independent columns first.
struct PivotedCholesky {
    private let size: Int
    private(set) var pivots: [Int] = []
    private var rows: [[Double]] = []  // R, whose columns are in their own order.

    /// Factors D·gram·D with D = diag(`scales`), stopping where what is left of each column is
    /// below 10⁻⁹ of its square.
    init(_ gram: DoubleMatrix, scales: [Double]) {
        size = gram.columns
        var left = scales.map { $0 > 0 ? 1.0 : 0.0 }
        while let pivot = left.indices.max(by: { left[$0] < left[$1] }), left[pivot] > 1e-9 {
            let row = nextRow(gram, scales, pivot, left[pivot].squareRoot())
            for column in 0..<size { left[column] -= row[column] * row[column] }
            left[pivot] = 0
            pivots.append(pivot)
            rows.append(row)
            for earlier in pivots { left[earlier] = 0 }
        }
    }

    private func nextRow(
        _ gram: DoubleMatrix, _ scales: [Double], _ pivot: Int, _ diagonal: Double
    ) -> [Double] {
        var row = (0..<size).map { gram[pivot, $0] * scales[pivot] * scales[$0] }
        for earlier in rows {
            let factor = earlier[pivot]
            for column in 0..<size { row[column] -= factor * earlier[column] }
        }
        for column in 0..<size { row[column] /= diagonal }
        row[pivot] = diagonal
        return row
    }

    /// Returns T with a·T orthonormal: D·P·R⁻¹, one column for each independent column of a.
    func inverse(scales: [Double]) -> DoubleMatrix {
        var result = DoubleMatrix(rows: size, columns: pivots.count)
        for column in pivots.indices {
            var solution = [Double](repeating: 0, count: column + 1)
            solution[column] = 1 / rows[column][pivots[column]]
            for row in stride(from: column - 1, through: 0, by: -1) {
                var sum = 0.0
                for inner in row + 1...column { sum += rows[row][pivots[inner]] * solution[inner] }
                solution[row] = -sum / rows[row][pivots[row]]
            }
            for row in 0...column {
                result[pivots[row], column] = solution[row] * scales[pivots[row]]
            }
        }
        return result
    }
}
