// SPDX-License-Identifier: Apache-2.0

/// Counts for each group, row and column.
struct GroupCounts: Sendable {
    /// How many rows a group has, and how many counts a row.
    let rows: Int
    let columns: Int
    private var counts: [Int]

    init(groups: Int, rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        counts = Array(repeating: 0, count: groups * rows * columns)
    }

    /// How many groups there are, that of those not known included.
    var groups: Int { rows * columns == 0 ? 0 : counts.count / (rows * columns) }

    /// Counts one.
    mutating func add(_ group: Int, _ row: Int, _ column: Int) {
        counts[(group * rows + row) * columns + column] += 1
    }

    /// Adds what another has counted.
    mutating func merge(_ other: GroupCounts) {
        for place in counts.indices { counts[place] += other.counts[place] }
    }

    /// The counts of a row.
    func row(_ group: Int, _ row: Int) -> [Int] {
        let start = (group * rows + row) * columns
        return Array(counts[start..<start + columns])
    }

    /// The counts of a row in all groups together.
    func total(_ row: Int) -> [Int] {
        var total = Array(repeating: 0, count: columns)
        for group in 0..<groups {
            for (column, count) in self.row(group, row).enumerated() { total[column] += count }
        }
        return total
    }

    /// Whether nobody of a group was counted.
    func isEmpty(_ group: Int) -> Bool {
        (0..<rows).allSatisfy { row(group, $0).allSatisfy { $0 == 0 } }
    }
}
