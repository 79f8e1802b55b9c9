// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The share of people to whom something has not happened yet, by the time they were followed.
///
/// Kaplan and Meier 1958, "Nonparametric estimation from incomplete observations", Journal of the
/// American Statistical Association 53. Who is followed for no longer than to a time at which it
/// happens to others counts as being at risk then.
package struct KaplanMeier: Sendable {
    /// A step of the curve, in force until the next one.
    package struct Step: Hashable, Sendable {
        /// The time at which it begins.
        package let time: Int
        /// How many are followed for so long and were not met before.
        package let atRisk: Int
        /// To how many it happens at that time.
        package let events: Int
        /// How many are no longer followed, from that time on and before the next step.
        package let censored: Int
        /// The share to whom it has not happened.
        package let survival: Double
        /// The 95 % band; nil where the share is 1 or 0.
        package let band: ClosedRange<Double>?
    }

    /// The steps, the first at time 0; none of nobody.
    package let steps: [Step]

    /// Creates the curve from how often it happened, and how often following ended, at each time.
    ///
    /// The band is that of Greenwood's variance on the scale of log(−log S) (Kalbfleisch and
    /// Prentice 1980, "The statistical analysis of failure time data", 1.4).
    package init(events: [Int: Int], censored: [Int: Int]) {
        var atRisk = (events.values.reduce(0, +)) + (censored.values.reduce(0, +))
        guard atRisk > 0 else {
            steps = []
            return
        }
        let times = [0] + events.filter { $0.value > 0 && $0.key > 0 }.keys.sorted()
        let ends = censored.sorted { $0.key < $1.key }
        var end = 0
        var survival = 1.0
        var variance = 0.0
        var steps: [Step] = []
        for (place, time) in times.enumerated() {
            let happened = events[time] ?? 0
            let next = place + 1 < times.count ? times[place + 1] : .max
            var lost = 0
            while end < ends.count, ends[end].key < next {
                lost += ends[end].value
                end += 1
            }
            if happened > 0 {
                survival *= Double(atRisk - happened) / Double(atRisk)
                variance += Double(happened) / (Double(atRisk) * Double(atRisk - happened))
            }
            steps.append(
                Step(
                    time: time, atRisk: atRisk, events: happened, censored: lost,
                    survival: survival, band: Self.band(survival, variance)))
            atRisk -= happened + lost
        }
        self.steps = steps
    }

    private static func band(_ survival: Double, _ variance: Double) -> ClosedRange<Double>? {
        guard survival > 0, survival < 1, variance.isFinite else { return nil }
        let spread = exp(normalQuantile * variance.squareRoot() / -log(survival))
        let low = pow(survival, spread)
        let high = pow(survival, 1 / spread)
        return low <= high ? low...high : nil
    }

    /// Returns the first time by which it has happened to at least the share `p`; nil where it has
    /// not.
    package func time(of p: Double) -> Int? { first(of: p) { $0.survival } }

    /// Returns the 95 % limits of that time (Brookmeyer and Crowley 1982, "A confidence interval for
    /// the median survival time", Biometrics 38): where the band comes down to it.
    package func limits(of p: Double) -> (low: Int?, high: Int?) {
        (first(of: p) { $0.band?.lowerBound }, first(of: p) { $0.band?.upperBound })
    }

    private func first(of p: Double, _ value: (Step) -> Double?) -> Int? {
        // Products of fractions that are exactly one half may come out a little above it.
        steps.first { value($0).map { $0 <= 1 - p + 1e-12 } ?? false }?.time
    }
}
