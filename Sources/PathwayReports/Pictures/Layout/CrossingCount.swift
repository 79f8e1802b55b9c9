// SPDX-License-Identifier: Apache-2.0

/// How many segments between two columns cross.
///
/// Barth, Mutzel and Jünger (2004): the segments are walked in the order of their left ends, and
/// each is counted against the earlier ones whose right end lies below its own, which a tree of
/// sums over the right column finds. O(E log V).
struct CrossingCount: Hashable, Sendable {
    private var sums: [Int]
    private let first: Int

    /// Returns the number of crossings of segments between two columns.
    ///
    /// - Parameters:
    ///   - ends: the places at which segments end at the right, by the place at which they begin
    ///     at the left, those of one beginning in ascending order.
    ///   - width: the number of places at the right.
    /// - Returns: the number of pairs that cross; segments with an end in common do not.
    static func of(_ ends: some Sequence<Int>, width: Int) -> Int {
        var count = CrossingCount(width: width)
        return ends.reduce(0) { $0 + count.insert($1) }
    }

    private init(width: Int) {
        var first = 1
        while first < width { first *= 2 }
        self.first = first
        sums = Array(repeating: 0, count: 2 * first)
    }

    /// Adds a segment and returns how many of the earlier ones end below it.
    private mutating func insert(_ end: Int) -> Int {
        var below = 0
        var node = first + end
        sums[node] += 1
        while node > 1 {
            if node.isMultiple(of: 2) { below += sums[node + 1] }
            node /= 2
            sums[node] += 1
        }
        return below
    }
}
