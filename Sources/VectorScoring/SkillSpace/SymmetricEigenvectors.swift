// SPDX-License-Identifier: Apache-2.0

/// The eigenvalues and eigenvectors of a symmetric matrix without negative eigenvalues.
///
/// One-sided Jacobi rotations (Hestenes 1958): pairs of rows are turned until all are orthogonal;
/// they are then the eigenvectors, each as long as its eigenvalue.
package struct SymmetricEigenvectors {
    /// The eigenvalues, greatest first.
    package private(set) var values: [Double] = []
    /// The eigenvectors, of unit length, in the order of the eigenvalues.
    package private(set) var vectors: [[Double]] = []

    /// Diagonalises `matrix`.
    ///
    /// - Complexity: O(size³) for each of about ten sweeps.
    package init(_ matrix: DoubleMatrix) {
        var rows = matrix
        var sweeps = 0
        while sweeps < 60, Self.sweep(&rows) { sweeps += 1 }
        let size = matrix.columns
        let found = (0..<size).map { row in
            let vector = Array(rows.values[row * size..<(row + 1) * size])
            return (vector.reduce(0) { $0 + $1 * $1 }.squareRoot(), vector)
        }
        for (value, vector) in found.sorted(by: { $0.0 > $1.0 }) {
            values.append(value)
            vectors.append(value > 0 ? vector.map { $0 / value } : vector)
        }
    }

    /// Turns each pair of rows once; returns whether any was not yet orthogonal.
    private static func sweep(_ rows: inout DoubleMatrix) -> Bool {
        let size = rows.columns
        return unsafe rows.values.withUnsafeMutableBufferPointer { values in
            guard let values = values.baseAddress else { return false }
            var turned = false
            for first in 0..<size {
                for second in first + 1..<max(size, first + 1) {
                    let pair = unsafe RowPair(
                        first: values + first * size, second: values + second * size, width: size)
                    if pair.turn() { turned = true }
                }
            }
            return turned
        }
    }
}

/// Two rows of a matrix that are turned in their plane.
@safe private struct RowPair {
    let first: UnsafeMutablePointer<Double>
    let second: UnsafeMutablePointer<Double>
    let width: Int

    /// Makes the rows orthogonal; returns false when they already are.
    func turn() -> Bool {
        let a = unsafe dot(first, first)
        let b = unsafe dot(second, second)
        let mixed = unsafe dot(first, second)
        guard mixed * mixed > 1e-30 * a * b, a > 0, b > 0 else { return false }
        let ratio = (b - a) / (2 * mixed)
        let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (1 + ratio * ratio).squareRoot())
        let cosine = 1 / (1 + tangent * tangent).squareRoot()
        rotate(cosine, cosine * tangent)
        return true
    }

    private func rotate(_ cosine: Double, _ sine: Double) {
        for column in 0..<width {
            let (a, b) = unsafe (first[column], second[column])
            unsafe first[column] = cosine * a - sine * b
            unsafe second[column] = sine * a + cosine * b
        }
    }

    /// Returns the inner product, in four interleaved sums.
    private func dot(
        _ a: UnsafeMutablePointer<Double>, _ b: UnsafeMutablePointer<Double>
    ) -> Double {
        var sums = SIMD4<Double>.zero
        var column = 0
        while column + 4 <= width {
            let left = unsafe UnsafeRawPointer(a + column).loadUnaligned(as: SIMD4<Double>.self)
            let right = unsafe UnsafeRawPointer(b + column).loadUnaligned(as: SIMD4<Double>.self)
            sums += left * right
            column += 4
        }
        var sum = (sums[0] + sums[1]) + (sums[2] + sums[3])
        while column < width {
            sum += unsafe a[column] * b[column]
            column += 1
        }
        return sum
    }
}
