// SPDX-License-Identifier: Apache-2.0

/// How often each key was met, where most are met once: kept as sorted lists, not as a table.
///
/// Keys are gathered and now and then sorted into the counts, so that memory grows with how many
/// different keys there are and each costs little more than itself.
package struct SortedTally<Key: FixedWidthInteger & Sendable>: Sendable {
    /// The least number of keys that are gathered before they are sorted.
    private let batch: Int

    private var keys: [Key] = []
    private var counts: [UInt32] = []
    private var gathered: [Key] = []

    /// Creates a tally of nothing, which sorts its keys when there are `batch` and as many as before.
    package init(batch: Int = 1 << 18) { self.batch = batch }

    /// Counts a key.
    package mutating func add(_ key: Key) {
        gathered.append(key)
        if gathered.count >= max(batch, keys.count) { settle() }
    }

    /// Adds what another has counted.
    package mutating func merge(_ other: SortedTally) {
        settle()
        var other = other
        other.settle()
        merge(other.keys, other.counts)
    }

    /// How often a key was met; everything must have been sorted.
    package func count(of key: Key) -> Int {
        precondition(gathered.isEmpty, "settle before counts are looked up")
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? Int(counts[low]) : 0
    }

    /// Returns the keys that were met at least `least` times, in order, with how often; everything
    /// must have been sorted.
    package func entries(least: Int) -> [(key: Key, count: Int)] {
        precondition(gathered.isEmpty, "settle before counts are listed")
        return keys.indices.filter { counts[$0] >= least }.map { (keys[$0], Int(counts[$0])) }
    }

    /// How many keys were met at least `least` times, and the least count of the `top` commonest;
    /// everything must have been sorted.
    package func commonest(_ top: Int, least: Int) -> (found: Int, least: Int) {
        precondition(gathered.isEmpty, "settle before counts are listed")
        return Commonest.least(of: counts, top: top, least: least)
    }

    /// Sorts what was gathered into the counts.
    package mutating func settle() {
        guard !gathered.isEmpty else { return }
        gathered.sort()
        var keys: [Key] = []
        var counts: [UInt32] = []
        for key in gathered {
            if key == keys.last {
                counts[counts.count - 1] += 1
            } else {
                keys.append(key)
                counts.append(1)
            }
        }
        gathered.removeAll(keepingCapacity: true)
        merge(keys, counts)
    }

    /// Merges sorted keys and their counts with those there are.
    private mutating func merge(_ others: [Key], _ otherCounts: [UInt32]) {
        var merged: [Key] = []
        var sums: [UInt32] = []
        merged.reserveCapacity(keys.count + others.count)
        sums.reserveCapacity(keys.count + others.count)
        var (left, right) = (0, 0)
        while left < keys.count || right < others.count {
            let takesLeft =
                right == others.count || left < keys.count && keys[left] <= others[right]
            let takesRight =
                left == keys.count || right < others.count && others[right] <= keys[left]
            merged.append(takesLeft ? keys[left] : others[right])
            sums.append((takesLeft ? counts[left] : 0) + (takesRight ? otherCounts[right] : 0))
            if takesLeft { left += 1 }
            if takesRight { right += 1 }
        }
        (keys, counts) = (merged, sums)
    }
}

/// Where the commonest of many end.
enum Commonest {
    /// How many of `counts` are at least `least`, and how common the last of the first `top` is.
    static func least(
        of counts: [UInt32], top: Int, least: Int
    ) -> (found: Int, least: Int) {
        let least = max(1, least)
        var numbers: [UInt32: Int] = [:]
        for count in counts where count >= least { numbers[count, default: 0] += 1 }
        var left = top
        for (count, number) in numbers.sorted(by: { $0.key > $1.key }) {
            left -= number
            if left <= 0 { return (numbers.values.reduce(0, +), Int(count)) }
        }
        return (numbers.values.reduce(0, +), least)
    }
}
