// SPDX-License-Identifier: Apache-2.0

import CBLAS

/// Matrix products by BLAS whose every bit is the same in any BLAS library.
///
/// A library may add the summands of an element in any order, and fuse multiplications with
/// additions, so that ordinary products differ in their last digits. Here each operand is cut into
/// two slices of whole numbers, so short that no sum of products needs more than the 53 bits of a
/// double: BLAS then makes no rounding error at all, and its order cannot matter (the error-free
/// transformation of Ozaki, Ogita, Oishi and Rump, Numerical Algorithms 59, 2012). What is rounded
/// is the slicing, to about 2⁻³⁸ of a row's or column's peak.
package enum ExactProduct {
    private static let block = 1024

    /// Returns aᵀ·a.
    ///
    /// - Complexity: O(rows × columns²).
    package static func gram(_ a: DoubleMatrix) -> DoubleMatrix {
        let bits = sliceBits(summands: a.rows)
        let exponents = a.columnPeaks.map(exponent)
        var high = DoubleMatrix(rows: a.columns, columns: a.columns)
        var cross = high
        for start in stride(from: 0, to: a.rows, by: block) {
            let rows = start..<min(start + block, a.rows)
            let slices = Slices(a, rows, bits: bits) { _, column in exponents[column] }
            multiply(slices.high, transposed: true, slices.high, addingTo: &high)
            multiply(slices.high, transposed: true, slices.low, addingTo: &cross)
        }
        var product = high
        for row in 0..<a.columns {
            for column in 0..<a.columns {
                let rest = cross[row, column] + cross[column, row]
                product[row, column] = scaled(
                    high[row, column], rest, exponents[row] + exponents[column], bits)
            }
        }
        return product
    }

    /// Returns a·b.
    ///
    /// - Complexity: O(`a.rows` × `a.columns` × `b.columns`).
    package static func product(_ a: DoubleMatrix, _ b: DoubleMatrix) -> DoubleMatrix {
        precondition(a.columns == b.rows, "\(a.columns) columns by \(b.rows) rows")
        let bits = sliceBits(summands: b.rows)
        let rowExponents = a.rowPeaks.map(exponent)
        let columnExponents = b.columnPeaks.map(exponent)
        let right = Slices(b, 0..<b.rows, bits: bits) { _, column in columnExponents[column] }
        var product = DoubleMatrix(rows: a.rows, columns: b.columns)
        for start in stride(from: 0, to: a.rows, by: block) {
            let rows = start..<min(start + block, a.rows)
            let left = Slices(a, rows, bits: bits) { row, _ in rowExponents[row] }
            var high = DoubleMatrix(rows: rows.count, columns: b.columns)
            var cross = high
            multiply(left.high, transposed: false, right.high, addingTo: &high)
            multiply(left.high, transposed: false, right.low, addingTo: &cross)
            multiply(left.low, transposed: false, right.high, addingTo: &cross)
            for row in rows {
                for column in 0..<b.columns {
                    product[row, column] = scaled(
                        high[row - start, column], cross[row - start, column],
                        rowExponents[row] + columnExponents[column], bits)
                }
            }
        }
        return product
    }

    /// Returns how many bits a slice can have when this many products are added up, twice.
    private static func sliceBits(summands: Int) -> Int {
        let carry = Int.bitWidth - max(summands, 1).leadingZeroBitCount
        return (53 - carry - 1) / 2
    }

    /// Returns e where every magnitude is below 2ᵉ.
    private static func exponent(of peak: Double) -> Int {
        peak > 0 ? Int(peak.exponent) + 1 : 0
    }

    private static func scaled(
        _ high: Double, _ rest: Double, _ exponent: Int, _ bits: Int
    ) -> Double {
        let sum = high + rest * Double(sign: .plus, exponent: -bits, significand: 1)
        return sum * Double(sign: .plus, exponent: exponent - 2 * bits, significand: 1)
    }

    private static func multiply(
        _ a: DoubleMatrix, transposed: Bool, _ b: DoubleMatrix, addingTo sum: inout DoubleMatrix
    ) {
        guard sum.rows > 0, b.rows > 0, b.columns > 0 else { return }
        let width = Int32(b.columns)
        unsafe cblas_dgemm(
            CblasRowMajor, transposed ? CblasTrans : CblasNoTrans, CblasNoTrans,
            Int32(sum.rows), width, Int32(b.rows), 1, a.values, Int32(a.columns),
            b.values, width, 1, &sum.values, width)
    }
}

/// Some rows of a matrix as whole numbers, cut into a high and a low part.
private struct Slices {
    var high: DoubleMatrix
    var low: DoubleMatrix

    /// Cuts elements below 2ᵉ, e given by `exponent`, into slices of `bits` bits.
    init(
        _ matrix: DoubleMatrix, _ rows: Range<Int>, bits: Int,
        exponent: (_ row: Int, _ column: Int) -> Int
    ) {
        high = DoubleMatrix(rows: rows.count, columns: matrix.columns)
        low = high
        let toLow = Double(sign: .plus, exponent: bits, significand: 1)
        for row in rows {
            for column in 0..<matrix.columns {
                let shift = bits - exponent(row, column)
                let scale = Double(sign: .plus, exponent: shift, significand: 1)
                let whole = matrix[row, column] * scale
                let top = Self.rounded(whole)
                let place = (row - rows.lowerBound) * matrix.columns + column
                high.values[place] = top
                low.values[place] = Self.rounded((whole - top) * toLow)
            }
        }
    }

    /// Rounds a number below 2⁵¹ to a whole one; the sum has no room for a fraction.
    @inline(__always)
    private static func rounded(_ value: Double) -> Double {
        let shift = 0x1.8p52
        return (value + shift) - shift
    }
}
