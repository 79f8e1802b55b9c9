// SPDX-License-Identifier: Apache-2.0

import Glibc

extension SparseMatrix<Double> {
    /// Positive pointwise mutual information of rows and columns, with smoothed columns.
    ///
    /// max(0, log(p(row, column) / (p(row) · q(column)))), where q is proportional to the column's
    /// sum to the power ¾, so that rare contexts do not dominate (Levy, Goldberg and Dagan,
    /// Transactions of the ACL 3, 2015). Values are rounded to a grid of 2⁻²⁰, so that they do not
    /// depend on the logarithm's last digit.
    var positiveInformation: SparseMatrix {
        let rowSums = (0..<rows).map { row in range(of: row).reduce(0) { $0 + values[$1] } }
        let smoothed = columnSums.map { ($0.squareRoot() * $0).squareRoot() }
        let total = smoothed.reduce(0, +)
        var information = values
        for row in 0..<rows {
            for position in range(of: row) where values[position] > 0 {
                let shared = values[position] / rowSums[row]
                let ratio = shared * total / smoothed[Int(indices[position])]
                information[position] = (max(0, log(ratio)) * 0x1p20).rounded() * 0x1p-20
            }
        }
        return replacingValues(information)
    }

    private var columnSums: [Double] {
        var sums = [Double](repeating: 0, count: columns)
        for (column, value) in zip(indices, values) { sums[Int(column)] += value }
        return sums
    }
}
