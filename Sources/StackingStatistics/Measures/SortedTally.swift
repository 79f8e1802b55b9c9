// SPDX-License-Identifier: Apache-2.0

/// How often each key was met, where most are met once: kept as sorted lists, not as a table.
///
/// Keys are gathered and now and then sorted into the counts, so that memory grows with how many
/// different keys there are and each costs twenty bytes.
struct SortedTally: Sendable {
    /// The least number of keys that are gathered before they are sorted.
    private static let batch = 1 << 18

    private var keys: [UInt128] = []
    private var counts: [UInt32] = []
    private var gathered: [UInt128] = []

    /// Counts a key.
    mutating func add(_ key: UInt128) {
        gathered.append(key)
        if gathered.count >= max(Self.batch, keys.count) { settle() }
    }

    /// Adds what another has counted.
    mutating func merge(_ other: SortedTally) {
        settle()
        var other = other
        other.settle()
        merge(other.keys, other.counts)
    }

    /// Returns the keys that were met at least `least` times, in order, with how often.
    func entries(least: Int) -> [(key: UInt128, count: Int)] {
        var settled = self
        settled.settle()
        return settled.keys.indices.filter { settled.counts[$0] >= least }.map {
            (key: settled.keys[$0], count: Int(settled.counts[$0]))
        }
    }

    /// Sorts what was gathered into the counts.
    private mutating func settle() {
        guard !gathered.isEmpty else { return }
        gathered.sort()
        var keys: [UInt128] = []
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
    private mutating func merge(_ others: [UInt128], _ otherCounts: [UInt32]) {
        var merged: [UInt128] = []
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
