// SPDX-License-Identifier: Apache-2.0

/// How often each pair of numbers was met, in a square where that is small enough.
struct PairCounts: Sendable {
    /// The most numbers for which every pair has a place of its own: 8 MiB of them.
    private static let mostDense = 1448

    private let count: Int
    private var square: [UInt32]
    private var others = SortedTally<UInt64>()

    /// Creates counts of pairs of numbers below `count`.
    init(count: Int) {
        self.count = count
        square = count <= Self.mostDense ? Array(repeating: 0, count: count * count) : []
    }

    /// Counts a pair.
    mutating func add(_ first: Int32, _ second: Int32) {
        if square.isEmpty {
            others.add(UInt64(first) << 32 | UInt64(second))
        } else {
            square[Int(first) * count + Int(second)] += 1
        }
    }

    /// Adds what another has counted.
    mutating func merge(_ other: PairCounts) {
        for place in square.indices { square[place] += other.square[place] }
        others.merge(other.others)
    }

    /// Sorts what was counted, before it is asked for.
    mutating func settle() { others.settle() }

    /// How often this pair was met.
    func count(_ first: Int, _ second: Int) -> Int {
        square.isEmpty
            ? others.count(of: UInt64(first) << 32 | UInt64(second))
            : Int(square[first * count + second])
    }

    /// How many pairs were met at least `least` times, and how often the last of the `top` commonest.
    func commonest(_ top: Int, least: Int) -> (found: Int, least: Int) {
        square.isEmpty
            ? others.commonest(top, least: least)
            : Commonest.least(of: square, top: top, least: least)
    }

    /// The pairs that were met at least `least` times, in their order.
    func pairs(least: Int) -> [(first: Int, second: Int, count: Int)] {
        let least = max(1, least)
        guard square.isEmpty else {
            return square.indices.filter { square[$0] >= least }.map { place in
                (first: place / count, second: place % count, count: Int(square[place]))
            }
        }
        return others.entries(least: least).map { key, value in
            (first: Int(key >> 32), second: Int(key & 0xFFFF_FFFF), count: value)
        }
    }
}
