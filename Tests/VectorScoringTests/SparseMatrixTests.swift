// SPDX-License-Identifier: Apache-2.0

import Testing
import VectorScoring

struct SparseMatrixTests {
    @Test func `Elements in any order are sorted, and equal columns added up`() {
        let matrix = SparseMatrix<Float>([[(2, 1), (0, 3), (2, 0.5)], []], columns: 3)
        #expect(matrix.offsets == [0, 2, 2])
        #expect(matrix.indices == [0, 2])
        #expect(matrix.values == [3, 1.5])
        #expect(matrix[1].isEmpty)
    }

    @Test(arguments: [
        MalformedArrays(name: "an offset too few", offsets: [0, 2]),
        MalformedArrays(name: "a first offset that is not zero", offsets: [1, 1, 2]),
        MalformedArrays(name: "offsets past the end", offsets: [0, 1, 9]),
        MalformedArrays(name: "offsets that descend", offsets: [0, 3, 2]),
        MalformedArrays(name: "a value too many", values: [1, 2, 3]),
        MalformedArrays(name: "a column outside", indices: [0, 5]),
        MalformedArrays(name: "a negative column", indices: [-1, 0]),
        MalformedArrays(name: "a column twice", offsets: [0, 2, 2], indices: [1, 1]),
        MalformedArrays(name: "columns that descend", offsets: [0, 2, 2], indices: [2, 1]),
    ])
    func `Arrays that contradict each other are refused`(_ arrays: MalformedArrays) {
        #expect(throws: ScoringDataError.self) {
            try SparseMatrix(
                rows: 2, columns: 3, offsets: arrays.offsets, indices: arrays.indices,
                values: arrays.values)
        }
    }

    @Test func `The error says what is wrong`() {
        let error = #expect(throws: ScoringDataError.self) {
            try SparseMatrix<Float>(
                rows: 1, columns: 3, offsets: [0, 1], indices: [7], values: [1])
        }
        #expect(
            error?.description
                == "the sparse matrix is malformed: row 0 has column 7 after -1, of 3")
    }
}

/// Arrays of a 2 × 3 matrix, one of them wrong.
struct MalformedArrays: Sendable, CustomTestStringConvertible {
    var name: String
    var offsets = [0, 1, 2]
    var indices: [Int32] = [0, 2]
    var values: [Float] = [1, 2]
    var testDescription: String { name }
}
