// SPDX-License-Identifier: Apache-2.0

/// A source of draws that are the same on every machine: whole numbers only.
struct SampleRandom {
    private var source: SplitMix

    /// Creates the source of one learner's draws, which depend on nobody else's.
    init(seed: UInt64, learner: Int) {
        source = SplitMix(seed: seed)
        source = SplitMix(seed: source.next() ^ UInt64(learner) &* 0xD605_BBB5_8C8A_BBF5)
        source = SplitMix(seed: source.next())
    }

    /// Returns a number from 0 to `count` − 1; 0 where there is none.
    mutating func below(_ count: Int) -> Int {
        Int(source.next().multipliedFullWidth(by: UInt64(max(count, 1))).high)
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
