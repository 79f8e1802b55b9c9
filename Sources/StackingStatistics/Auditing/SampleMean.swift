// SPDX-License-Identifier: Apache-2.0

/// The mean of a measure over a sample, with the interval that drawing a sample leaves open.
///
/// The interval is that of Student's *t* with the correction for a finite population: mean ± *t* ·
/// *s* / √*n* · √(1 − *f*), where *f* is the share of the population that was drawn (Cochran,
/// Sampling Techniques, 1977, section 2.8). A whole cohort is no sample and has no interval.
struct SampleMean: Sendable {
    /// How many values there are.
    let count: Int
    /// Their mean; nil where there is none.
    let mean: Double?
    /// The ends of the 95 % interval; nil for a whole cohort, and for fewer than two values.
    let interval: (low: Double, high: Double)?
    /// The lower quartile, the median and the upper quartile, by linear interpolation.
    let quartiles: (low: Double, median: Double, high: Double)?

    /// Sums up values of which a share was drawn.
    init(_ values: [Double], drawn share: Double) {
        count = values.count
        let sorted = values.sorted()
        guard !sorted.isEmpty else {
            mean = nil
            interval = nil
            quartiles = nil
            return
        }
        // Sums of sorted values do not depend on the order in which learners came.
        let mean = sorted.reduce(0, +) / Double(count)
        self.mean = mean
        quartiles = (
            Self.quantile(0.25, of: sorted), Self.quantile(0.5, of: sorted),
            Self.quantile(0.75, of: sorted)
        )
        guard count > 1, share < 1 else {
            interval = nil
            return
        }
        let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / Double(count - 1) / Double(count) * (1 - share)).squareRoot()
        let half = Self.studentT(count - 1) * error
        interval = (mean - half, mean + half)
    }

    /// The value below which a share of `sorted` values lies, by linear interpolation.
    static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }

    /// The number that Student's *t* with so many degrees of freedom stays below with a chance of
    /// 97.5 %: exact to four decimals (Abramowitz and Stegun 26.7.5 from seven degrees on).
    static func studentT(_ freedom: Int) -> Double {
        let few = [12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912]
        if freedom <= few.count { return few[max(0, freedom - 1)] }
        let (z, v) = (1.959964, Double(freedom))
        let z3 = z * z * z
        let z5 = z3 * z * z
        let z7 = z5 * z * z
        let z9 = z7 * z * z
        return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v)
            + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v)
            + (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * v * v * v * v)
    }
}
