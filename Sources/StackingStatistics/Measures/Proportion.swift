// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The 97.5 % point of the normal distribution, as the definitions have it.
package let normalQuantile = 1.959964

/// A share of a number of people, and how far it can be trusted.
package struct Proportion: Hashable, Sendable {
    /// How many have it.
    package let count: Int
    /// How many there are.
    package let total: Int

    /// Creates a share.
    package init(_ count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    /// The share; nil of nobody.
    package var value: Double? { total > 0 ? Double(count) / Double(total) : nil }

    /// Its 95 % interval (Wilson 1927, "Probable inference, the law of succession, and statistical
    /// inference", Journal of the American Statistical Association 22); nil of nobody.
    package var interval: ClosedRange<Double>? {
        guard let share = value else { return nil }
        let n = Double(total)
        let square = normalQuantile * normalQuantile
        let middle = (share + square / (2 * n)) / (1 + square / n)
        let spread =
            normalQuantile * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
            / (1 + square / n)
        // Rounding must not let the interval leave out the share itself, at 0 or 1.
        let low = count == 0 ? 0 : min(max(0, middle - spread), share)
        let high = count == total ? 1 : max(min(1, middle + spread), share)
        return low...high
    }

    /// Its ratio to another share; nil where one of the two is 0 or of nobody.
    package func ratio(to other: Proportion) -> Double? {
        guard count > 0, other.count > 0, let share = value, let reference = other.value else {
            return nil
        }
        return share / reference
    }

    /// The 95 % interval of its ratio to another share, on the scale of logarithms (Katz, Baptista,
    /// Azen and Pike 1978, "Obtaining confidence intervals for the risk ratio in cohort studies",
    /// Biometrics 34); nil where there is no ratio.
    package func ratioInterval(to other: Proportion) -> ClosedRange<Double>? {
        guard let ratio = ratio(to: other) else { return nil }
        let variance =
            (1 / Double(count) - 1 / Double(total))
            + (1 / Double(other.count) - 1 / Double(other.total))
        let factor = exp(normalQuantile * max(0, variance).squareRoot())
        return ratio / factor...ratio * factor
    }
}
