// SPDX-License-Identifier: Apache-2.0

/// The coarsest power of two of which every weight is a multiple.
///
/// Weights such as 1, ½ and ¾ lie on a coarse grid; their products and sums then have few digits,
/// and single precision holds them exactly.
struct WeightGrid: Sendable {
    /// The step of the grid; infinite where there is no weight.
    private(set) var step = Double.infinity
    /// The greatest weight.
    private(set) var greatest = 0.0
    /// The sum of all weights, rounded.
    private(set) var sum = 0.0

    /// Takes account of `weight`, which is not negative.
    mutating func add(_ weight: Float) {
        guard weight > 0 else { return }
        let bits = weight.significandBitPattern | 1 << UInt32(Float.significandBitCount)
        let zeros = bits.trailingZeroBitCount
        step = min(step, Double(weight.ulp) * Double(1 << zeros))
        greatest = max(greatest, Double(weight))
        sum += Double(weight)
    }
}
