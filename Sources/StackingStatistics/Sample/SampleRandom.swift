// SPDX-License-Identifier: Apache-2.0

/// A source of draws that are the same on every machine: SplitMix64 (Steele, Lea and Flood 2014),
/// and whole numbers only.
struct SampleRandom {
    private var state: UInt64

    /// Creates the source of one learner's draws, which depend on nobody else's.
    init(seed: UInt64, learner: Int) {
        state = seed
        state = next() ^ UInt64(learner) &* 0xD605_BBB5_8C8A_BBF5
        state = next()
    }

    /// Returns the next 64 random bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Returns a number from 0 to `count` − 1; 0 where there is none.
    mutating func below(_ count: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(count, 1))).high)
    }

    /// Returns a number of the range.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Returns whether what has this chance happens.
    mutating func happens(_ chance: SampleModel.Chance) -> Bool {
        below(1_000_000) < chance.millionths
    }

    /// Returns a position, each with the chance that is its weight among all.
    mutating func pick(_ weights: [Int]) -> Int {
        var left = below(weights.reduce(0, +))
        for (position, weight) in weights.enumerated() {
            if left < weight { return position }
            left -= weight
        }
        return 0
    }
}
