// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing
import VectorScoring

struct TruncatedSVDTests {
    @Test func `The singular values of a diagonal matrix are its elements`() {
        let elements = (0..<40).map { [(column: $0, value: Double($0 + 1))] }
        let svd = TruncatedSVD(
            SparseMatrix(elements, columns: 40), limit: 5, iterations: 4, seed: 1)
        for (found, expected) in zip(svd.values, [40.0, 39, 38, 37, 36]) {
            #expect(abs(found - expected) < 1e-6)
        }
    }

    @Test func `A matrix of rank three is known from three singular values`() {
        for seed in 0..<UInt64(oracleCases(debug: 10)) {
            var random = SeededGenerator(seed: seed)
            let matrix = random.matrix(rank: 3, rows: 50, columns: 70)
            let svd = TruncatedSVD(matrix.sparse, limit: 10, iterations: 2, seed: 1)
            #expect(svd.values.count == 3, "seed \(seed)")
            #expect(matrix.distance(to: matrix.projected(on: svd.vectors)) < 1e-7, "seed \(seed)")
        }
    }

    @Test func `Singular values agree with the eigenvalues of the Gram matrix`() {
        var random = SeededGenerator(seed: 5)
        let matrix = random.matrix(rank: 30, rows: 60, columns: 30)
        let svd = TruncatedSVD(matrix.sparse, limit: 12, iterations: 3, seed: 9)
        let eigen = SymmetricEigenvectors(ExactProduct.gram(matrix))
        for (found, square) in zip(svd.values, eigen.values) {
            #expect(abs(found * found / square - 1) < 1e-8)
        }
    }

    @Test func `Eigenvectors are what the matrix only stretches`() {
        var random = SeededGenerator(seed: 2)
        let matrix = ExactProduct.gram(random.matrix(rank: 9, rows: 20, columns: 9))
        let eigen = SymmetricEigenvectors(matrix)
        for (value, vector) in zip(eigen.values, eigen.vectors) {
            for row in 0..<9 {
                let image = (0..<9).reduce(0) { $0 + matrix[row, $1] * vector[$1] }
                #expect(abs(image - value * vector[row]) < 1e-9 * eigen.values[0])
            }
        }
    }

    @Test func `A basis is orthonormal, and has no column for a dependent one`() {
        var random = SeededGenerator(seed: 4)
        let basis = random.matrix(rank: 6, rows: 3000, columns: 11).orthonormalBasis()
            .orthonormalBasis()
        #expect(basis.columns == 6)
        let gram = ExactProduct.gram(basis)
        for row in 0..<6 {
            for column in 0..<6 {
                #expect(abs(gram[row, column] - (row == column ? 1 : 0)) < 1e-9)
            }
        }
    }

    @Test func `Products by slices agree with plain sums`() {
        var random = SeededGenerator(seed: 6)
        let left = random.matrix(rank: 5, rows: 1100, columns: 13)
        let right = random.matrix(rank: 5, rows: 13, columns: 8)
        #expect(ExactProduct.product(left, right).distance(to: left.times(right)) < 1e-8)
        #expect(ExactProduct.gram(left).distance(to: left.transposed.times(left)) < 1e-6)
    }
}

extension SeededGenerator {
    fileprivate mutating func matrix(rank: Int, rows: Int, columns: Int) -> DoubleMatrix {
        random(rows, rank).times(random(rank, columns))
    }

    private mutating func random(_ rows: Int, _ columns: Int) -> DoubleMatrix {
        var matrix = DoubleMatrix(rows: rows, columns: columns)
        for place in matrix.values.indices {
            matrix.values[place] = .random(in: -1...1, using: &self)
        }
        return matrix
    }
}

extension DoubleMatrix {
    fileprivate var sparse: SparseMatrix<Double> {
        SparseMatrix(
            (0..<rows).map { row in (0..<columns).map { ($0, self[row, $0]) } }, columns: columns)
    }

    fileprivate var transposed: DoubleMatrix {
        var result = DoubleMatrix(rows: columns, columns: rows)
        for row in 0..<rows {
            for column in 0..<columns { result[column, row] = self[row, column] }
        }
        return result
    }

    fileprivate func times(_ other: DoubleMatrix) -> DoubleMatrix {
        var result = DoubleMatrix(rows: rows, columns: other.columns)
        for row in 0..<rows {
            for column in 0..<other.columns {
                result[row, column] = (0..<columns).reduce(0) {
                    $0 + self[row, $1] * other[$1, column]
                }
            }
        }
        return result
    }

    fileprivate func projected(on basis: DoubleMatrix) -> DoubleMatrix {
        basis.times(basis.transposed.times(self))
    }

    fileprivate func distance(to other: DoubleMatrix) -> Double {
        zip(values, other.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }
}
