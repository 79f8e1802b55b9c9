// SPDX-License-Identifier: Apache-2.0

/// Numbers with so many decimals, for reading.
enum FixedPoint {
    /// Returns `number` rounded to `decimals` places, halves away from zero: `0.35`.
    static func text(_ number: Double, decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (number.magnitude * scale).rounded()
        guard scaled.isFinite, scaled < 0x1p53 else { return number.description }
        let digits = String(Int(scaled))
        let missing = max(0, decimals + 1 - digits.utf8.count)
        let padded = String(repeating: "0", count: missing) + digits
        let sign = number < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return sign + padded }
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
