// SPDX-License-Identifier: Apache-2.0

/// Learners drawn without replacement from a cohort ordered by id.
///
/// Every set of so many learners is as likely as any other, and the same seed always draws the
/// same: one pass over the positions, each taken with the chance that is left for it (selection
/// sampling; Fan, Muller and Rezucha 1962; Knuth, algorithm 3.4.2 S).
public struct LearnerSample: Hashable, Sendable {
    /// How many learners there are.
    public let population: Int
    /// The seed by which they were drawn.
    public let seed: UInt64
    /// The positions of those drawn, ascending.
    public let positions: [Int]

    /// Draws `count` of `population` learners; all of them where there are no more, or where
    /// `count` is nil.
    public init(of population: Int, drawing count: Int? = nil, seed: UInt64 = 0) {
        self.population = population
        self.seed = seed
        guard let count, count < population else {
            positions = Array(0..<population)
            return
        }
        var random = SplitMix(seed: seed)
        var left = max(0, count)
        var drawn: [Int] = []
        drawn.reserveCapacity(left)
        for position in 0..<population
        where Int(random.next(below: UInt64(population - position))) < left {
            drawn.append(position)
            left -= 1
        }
        positions = drawn
    }

    /// How many learners were drawn.
    public var count: Int { positions.count }
    /// Whether everybody was drawn, so that nothing is left to chance.
    public var isWhole: Bool { count == population }
}
