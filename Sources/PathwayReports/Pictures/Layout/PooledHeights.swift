// SPDX-License-Identifier: Apache-2.0

/// Heights in ascending order that are nearest to wishes.
struct PooledHeights: Hashable, Sendable {
    private struct Pool: Hashable {
        var sum: Double
        var weight: Double
        var count: Int
        var mean: Double { sum / weight }
    }

    private var pools: [Pool] = []

    /// Adds a wish for a height not above the earlier ones.
    ///
    /// Wishes that contradict one another are pooled: Ayer, Brunk, Ewing, Reid and Silverman
    /// (1955) show that their weighted mean makes the sum of squared differences least.
    mutating func add(_ wish: Double, weight: Double) {
        pools.append(Pool(sum: wish * weight, weight: weight, count: 1))
        while pools.count > 1, pools[pools.count - 2].mean >= pools[pools.count - 1].mean {
            let last = pools.removeLast()
            pools[pools.count - 1].sum += last.sum
            pools[pools.count - 1].weight += last.weight
            pools[pools.count - 1].count += last.count
        }
    }

    /// The height for each wish, in the order in which they were added.
    var heights: [Double] { pools.flatMap { Array(repeating: $0.mean, count: $0.count) } }
}
