// SPDX-License-Identifier: Apache-2.0

/// Whole numbers in order, and how often each stands among the values.
package struct Histogram: Sendable {
    /// The values, in order, with how often each occurs.
    package let entries: [(value: Int, count: Int)]
    /// How many values there are.
    package let count: Int

    /// Creates a histogram from counts by value.
    package init(_ counts: [Int: Int]) {
        entries = counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
            .map { (value: $0.key, count: $0.value) }
        count = entries.reduce(0) { $0 + $1.count }
    }

    /// Returns the value below which the share `p` lies, between neighbours by linear interpolation
    /// (definition 7 of Hyndman and Fan 1996, "Sample quantiles in statistical packages", The
    /// American Statistician 50); nil of nothing.
    package func quantile(_ p: Double) -> Double? {
        guard count > 0 else { return nil }
        let place = Double(count - 1) * p
        let lower = Int(place)
        let low = Double(value(at: lower))
        let high = Double(value(at: min(lower + 1, count - 1)))
        return low + (place - Double(lower)) * (high - low)
    }

    /// The value at a position in the order of all of them.
    private func value(at position: Int) -> Int {
        var before = 0
        for entry in entries {
            before += entry.count
            if position < before { return entry.value }
        }
        return entries.last?.value ?? 0
    }
}
