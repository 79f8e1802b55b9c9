// SPDX-License-Identifier: Apache-2.0

import StackingStatistics
import TestSupport
import Testing

@Suite struct SuppressionCostTests {
    private static func grid(_ share: Int, most: Int) -> StatisticTable {
        var generator = SeededGenerator(seed: 9)
        let counts = (0..<1_000).map { _ in
            (0..<20).map { _ in
                Int.random(in: 0..<100, using: &generator) < share
                    ? Int.random(in: 0...9, using: &generator)
                    : Int.random(in: 10...most, using: &generator)
            }
        }
        return CountTables.grid("grid", counts)
    }

    /// A debug build is some twenty times slower than an optimised one.
    @Test(arguments: [2, 30, 100])
    func `a table of twenty thousand counts is judged in seconds even unoptimised`(share: Int) {
        let table = Self.grid(share, most: 500)
        let clock = ContinuousClock()
        let start = clock.now
        let published = Suppression(threshold: 10).applied(to: [table])
        let time = clock.now - start
        #expect(published.count == 1)
        #expect(time < .seconds(60))
    }
}
