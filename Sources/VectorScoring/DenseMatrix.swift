// SPDX-License-Identifier: Apache-2.0

/// A row-major matrix of single-precision numbers: one vector in each row.
public struct DenseMatrix: Sendable, Equatable {
    /// The number of vectors.
    public let rows: Int
    /// The number of elements in each vector.
    public let columns: Int
    /// The elements, row after row: `rows` × `columns` of them.
    public let values: [Float]

    /// Creates a matrix from its elements, row after row.
    public init(rows: Int, columns: Int, values: [Float]) {
        precondition(rows >= 0 && columns > 0, "a matrix needs at least one column")
        precondition(values.count == rows * columns, "\(values.count) ≠ \(rows) × \(columns)")
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// Creates a matrix with one row for each of `vectors`, all of them `columns` long.
    public init(_ vectors: [[Float]], columns: Int) {
        precondition(vectors.allSatisfy { $0.count == columns }, "a row has another length")
        self.init(rows: vectors.count, columns: columns, values: Array(vectors.joined()))
    }

    /// The vector at `row`.
    public subscript(row: Int) -> ArraySlice<Float> {
        precondition(0..<rows ~= row, "row \(row) of \(rows)")
        return values[row * columns..<(row + 1) * columns]
    }
}
