// SPDX-License-Identifier: Apache-2.0

/// A row-major matrix of double-precision numbers.
package struct DoubleMatrix: Equatable {
    /// The number of rows.
    package let rows: Int
    /// The number of columns.
    package let columns: Int
    /// The elements, row after row.
    package var values: [Double]

    /// Creates a matrix of zeros.
    package init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        values = [Double](repeating: 0, count: rows * columns)
    }

    /// The element at `row` and `column`.
    package subscript(row: Int, column: Int) -> Double {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    /// The greatest magnitude in each column.
    var columnPeaks: [Double] {
        var peaks = [Double](repeating: 0, count: columns)
        for row in 0..<rows {
            for column in 0..<columns { peaks[column] = max(peaks[column], abs(self[row, column])) }
        }
        return peaks
    }

    /// The greatest magnitude in each row.
    var rowPeaks: [Double] {
        (0..<rows).map { row in (0..<columns).reduce(0) { max($0, abs(self[row, $1])) } }
    }
}

extension SparseMatrix<Double> {
    /// Returns the product of this matrix and a dense one, each element summed in column order.
    func times(_ dense: DoubleMatrix) -> DoubleMatrix {
        precondition(dense.rows == columns, "\(dense.rows) rows, not \(columns)")
        var product = DoubleMatrix(rows: rows, columns: dense.columns)
        let width = dense.columns
        unsafe product.values.withUnsafeMutableBufferPointer { product in
            unsafe dense.values.withUnsafeBufferPointer { dense in
                guard let product = product.baseAddress, let dense = dense.baseAddress else {
                    return
                }
                for row in 0..<rows {
                    for position in range(of: row) {
                        unsafe add(
                            values[position], dense + Int(indices[position]) * width,
                            to: product + row * width, width)
                    }
                }
            }
        }
        return product
    }

    @inline(__always)
    private func add(
        _ factor: Double, _ row: UnsafePointer<Double>, to sum: UnsafeMutablePointer<Double>,
        _ width: Int
    ) {
        for column in 0..<width { unsafe sum[column] += factor * row[column] }
    }
}
