// SPDX-License-Identifier: Apache-2.0

/// How far a single-precision score can be from the one in double precision.
struct ErrorBound {
    /// The half unit in the last place of a single-precision number near one, 2⁻²⁴.
    static let unit = 0x1p-24

    /// The part that does not depend on the score.
    var absolute = 0.0
    /// The part that grows with a score that has no negative summand.
    var relative = 0.0

    /// Whether the single-precision scores are exact.
    var isZero: Bool { absolute == 0 && relative == 0 }

    /// Returns a score that no item can fall below and still belong among the best `k`, when `k`
    /// others reach `root` in single precision.
    ///
    /// Those `k` others truly score at least `root` minus one error; what truly scores that much
    /// shows at least one error less.
    @inline(__always)
    func cut(below root: Float) -> Float {
        if isZero { return root }
        let margin = 2 * (absolute + relative * Double(abs(root)))
        return Float(Double(root) - margin).nextDown
    }

    /// Returns a single-precision score that an item of the exact `score` cannot fall below.
    func cut(below score: Double) -> Float {
        Float(score - absolute - relative * abs(score)).nextDown
    }
}
