// SPDX-License-Identifier: Apache-2.0

extension SparseMatrix {
    /// The matrix with rows and columns exchanged.
    ///
    /// - Complexity: O(elements + columns), by counting.
    var transposed: SparseMatrix {
        var starts = columnStarts
        let offsets = starts
        var rowsOfColumns = [Int32](repeating: 0, count: count)
        var transposedValues = values
        for row in 0..<rows {
            for position in range(of: row) {
                let column = Int(indices[position])
                rowsOfColumns[starts[column]] = Int32(row)
                transposedValues[starts[column]] = values[position]
                starts[column] += 1
            }
        }
        return SparseMatrix(
            rows: columns, columns: rows, checkedOffsets: offsets, indices: rowsOfColumns,
            values: transposedValues)
    }

    /// Where each column begins when the elements are ordered by column.
    private var columnStarts: [Int] {
        var starts = [Int](repeating: 0, count: columns + 1)
        for column in indices { starts[Int(column) + 1] += 1 }
        for column in 0..<columns { starts[column + 1] += starts[column] }
        return starts
    }

    /// The same elements with other values.
    func replacingValues(_ values: [Value]) -> SparseMatrix {
        SparseMatrix(
            rows: rows, columns: columns, checkedOffsets: offsets, indices: indices, values: values)
    }
}
