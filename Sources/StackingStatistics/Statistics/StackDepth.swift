// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How many awards learners hold.
struct StackDepth: EventStatistic {
    static let name = "stack-depth"
    static let question = "How many credentials do learners hold?"
    static let definition = """
        How many learners have so many awards, each credential counted once, over their whole \
        record to the end of the data. Those without an award are not counted.
        """
    static let source = "A plain distribution."
    static let contract = [
        StatisticTable(
            "stack_depth", "Stack depth",
            [
                .by, .group,
                Table.Column(
                    "awards", title: "Awards", kind: .integer, unit: "awards",
                    meaning: "How many awards; missing for any number."),
                .learners("learners", "Learners", "Learners with so many awards."),
                .learners("n", "Of", "All learners of the group."),
                .share("share", "Share", "Those learners divided by all of the group."),
            ],
            counts: ["learners", "n"], derived: ["share": ["learners", "n"]])
    ]

    private struct Key: Hashable {
        let group: Int
        let depth: Int
    }

    private let context: EventContext
    private var depths = Tally<Key>()
    private var learners = 0
    private var withoutAward = 0

    init(_ context: EventContext) { self.context = context }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) {
        guard !events.isEmpty else {
            withoutAward += 1
            return
        }
        learners += 1
        let group = context.groups.number(of: learner, context.index(of: events), context)
        depths.add(Key(group: group, depth: events.count))
    }

    mutating func merge(_ other: Self) {
        depths.merge(other.depths)
        learners += other.learners
        withoutAward += other.withoutAward
    }

    func tables() -> [StatisticTable] {
        var table = Self.contract[0]
        var everybody: [Int: Int] = [:]
        var groups: [Int: [Int: Int]] = [:]
        for (key, count) in depths.counts {
            everybody[key.depth, default: 0] += count
            groups[key.group, default: [:]][key.depth, default: 0] += count
        }
        let all = Self.add(everybody, context.everybody, to: &table)
        let shown = context.shownGroups { groups[$0] != nil }
        let rows = shown.map { group in
            Self.add(groups[group] ?? [:], context.labels(of: group), to: &table)
        }
        if !rows.isEmpty {
            for (depth, row) in all.sorted(by: { $0.key < $1.key }) {
                table.addSum(ofRow: row, of: rows.compactMap { $0[depth] }, in: ["learners"])
            }
        }
        table.basis = context.basis(learners, excluding: [("withoutAward", withoutAward)])
        return [table]
    }

    /// Adds the rows of a group and returns where they stand, by depth; 0 is any depth.
    private static func add(
        _ depths: [Int: Int], _ labels: [Table.Cell], to table: inout StatisticTable
    ) -> [Int: Int] {
        let histogram = Histogram(depths)
        var rows = [0: table.table.rows.count]
        table.table.append(
            labels + [
                .missing, .integer(histogram.count), .integer(histogram.count),
                .share(histogram.count, of: histogram.count),
            ])
        for entry in histogram.entries {
            rows[entry.value] = table.table.rows.count
            table.table.append(
                labels + [
                    .integer(entry.value), .integer(entry.count), .integer(histogram.count),
                    .share(entry.count, of: histogram.count),
                ])
        }
        let first = table.table.rows.count - histogram.entries.count
        table.addSum(
            ofRow: first - 1, of: Array(first..<table.table.rows.count), in: ["learners"])
        let (learners, all) = (table.position(of: "learners"), table.position(of: "n"))
        for row in first - 1..<table.table.rows.count {
            table.addEquality(
                .init(row: row, column: all), .init(row: first - 1, column: learners))
        }
        return rows
    }
}
