// SPDX-License-Identifier: Apache-2.0

/// A matrix of which only the nonzero elements are kept, row after row (CSR).
///
/// Row `r` has the columns `indices[offsets[r]..<offsets[r + 1]]`, strictly ascending, and beside
/// each its value. `Float` serves weights, `Double` the counts a skill space is built from.
public struct SparseMatrix<Value: BinaryFloatingPoint & Sendable>: Sendable, Equatable {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// Where each row begins in `indices` and `values`; the last is their length.
    public let offsets: [Int]
    /// The columns of the nonzero elements, strictly ascending within a row.
    public let indices: [Int32]
    /// The nonzero elements.
    public let values: [Value]

    /// Creates a matrix from its three arrays.
    ///
    /// - Throws: `ScoringDataError` when the arrays contradict each other, a column is outside the
    ///   matrix, or the columns of a row are not strictly ascending.
    public init(
        rows: Int, columns: Int, offsets: [Int], indices: [Int32], values: [Value]
    ) throws {
        self.rows = rows
        self.columns = columns
        self.offsets = offsets
        self.indices = indices
        self.values = values
        try checkOffsets()
        try (0..<rows).forEach(checkRow)
    }

    /// Creates a matrix from the elements of each row, in any order; equal columns are added up.
    public init(_ elements: [[(column: Int, value: Value)]], columns: Int) {
        precondition(0...Int(Int32.max) ~= columns, "\(columns) columns")
        var offsets = [0]
        var indices: [Int32] = []
        var values: [Value] = []
        for row in elements {
            let start = indices.count
            for (column, value) in row.sorted(by: { $0.column < $1.column }) {
                precondition(0..<columns ~= column, "column \(column) of \(columns)")
                if indices.count > start, indices.last == Int32(column) {
                    values[values.count - 1] += value
                } else {
                    indices.append(Int32(column))
                    values.append(value)
                }
            }
            offsets.append(indices.count)
        }
        rows = elements.count
        self.columns = columns
        self.offsets = offsets
        self.indices = indices
        self.values = values
    }

    /// Creates a matrix from arrays that are known to agree.
    init(
        rows: Int, columns: Int, checkedOffsets: [Int], indices: [Int32], values: [Value]
    ) {
        self.rows = rows
        self.columns = columns
        offsets = checkedOffsets
        self.indices = indices
        self.values = values
    }

    /// The number of elements that are kept.
    public var count: Int { indices.count }

    /// The columns and values of `row`, in ascending order of column.
    public subscript(row: Int) -> [(column: Int, value: Value)] {
        range(of: row).map { (Int(indices[$0]), values[$0]) }
    }

    /// Where `row` lies in `indices` and `values`.
    func range(of row: Int) -> Range<Int> {
        precondition(0..<rows ~= row, "row \(row) of \(rows)")
        return offsets[row]..<offsets[row + 1]
    }
}

extension SparseMatrix {
    private func checkOffsets() throws {
        guard rows >= 0, 0...Int(Int32.max) ~= columns else {
            throw ScoringDataError.malformedMatrix("\(rows) rows and \(columns) columns")
        }
        guard offsets.count == rows + 1, offsets.first == 0, offsets.last == indices.count else {
            throw ScoringDataError.malformedMatrix("its offsets do not span its elements")
        }
        guard indices.count == values.count else {
            throw ScoringDataError.malformedMatrix(
                "\(indices.count) columns, \(values.count) values")
        }
        guard zip(offsets, offsets.dropFirst()).allSatisfy(<=) else {
            throw ScoringDataError.malformedMatrix("its offsets descend")
        }
    }

    private func checkRow(_ row: Int) throws {
        var previous: Int32 = -1
        for position in range(of: row) {
            guard indices[position] > previous, Int(indices[position]) < columns else {
                throw ScoringDataError.malformedMatrix(
                    "row \(row) has column \(indices[position]) after \(previous), of \(columns)")
            }
            previous = indices[position]
        }
    }
}
