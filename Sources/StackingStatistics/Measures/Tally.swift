// SPDX-License-Identifier: Apache-2.0

/// How often each key was met.
struct Tally<Key: Hashable & Sendable>: Sendable {
    /// The counts.
    private(set) var counts: [Key: Int] = [:]

    /// Counts a key.
    mutating func add(_ key: Key, _ count: Int = 1) { counts[key, default: 0] += count }

    /// Adds what another has counted.
    mutating func merge(_ other: Tally) {
        counts.merge(other.counts) { $0 + $1 }
    }
}
