// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How long those who stack take.
struct TimeToStack: EventStatistic {
    static let name = "time-to-stack"
    static let question = "How long do those who stack take to the next credential?"
    static let definition = """
        Days from the index award to the first later award, among eligible learners who stack \
        within the horizon. Quartiles lie between neighbours by linear interpolation. Whoever has \
        not stacked is left out, so that these times are short; stacking-survival counts everybody.
        """
    static let source = "Hyndman and Fan 1996, sample quantiles, definition 7, for the quartiles."
    static let contract = [
        StatisticTable(
            "time_to_stack", "Time to stack",
            [
                .by, .group, .horizon, .eligible, .stackers,
                .learners("notStacked", "Not stacked", "Eligible learners who do not stack."),
                .days("q1", "First quartile", "A quarter of stackers took no longer."),
                .days("median", "Median", "Half of the stackers took no longer."),
                .days("q3", "Third quartile", "Three quarters of stackers took no longer."),
            ],
            counts: ["eligible", "stackers", "notStacked"],
            derived: ["q1": ["stackers"], "median": ["stackers"], "q3": ["stackers"]])
    ]

    private struct Key: Hashable {
        let group: Int32
        let row: Int32
        let days: Int32
    }

    private let context: EventContext
    private var times = Tally<Key>()
    private var counts: GroupCounts
    private var learners = 0
    private var withoutIndex = 0

    init(_ context: EventContext) {
        self.context = context
        counts = GroupCounts(
            groups: context.groups.count, rows: context.horizons.count, columns: 2)
    }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) {
        guard let index = context.index(of: events) else {
            withoutIndex += 1
            return
        }
        learners += 1
        let group = context.groups.number(of: learner, index, context)
        let days = index.next < events.count ? events[index.next].day - index.day : Stacking.never
        for (row, horizon) in context.horizons.enumerated()
        where context.isFollowed(horizon, after: index.day) {
            let stacks = days <= horizon
            counts.add(group, row, stacks ? 0 : 1)
            if stacks { times.add(Key(group: Int32(group), row: Int32(row), days: days)) }
        }
    }

    mutating func merge(_ other: Self) {
        times.merge(other.times)
        counts.merge(other.counts)
        learners += other.learners
        withoutIndex += other.withoutIndex
    }

    func tables() -> [StatisticTable] {
        var table = Self.contract[0]
        let histograms = histograms()
        let groups = [-1] + context.shownGroups { !counts.isEmpty($0) }
        var place = 0
        table.addRows(counts, context) { row, counts in
            defer { place += 1 }
            let times = histograms[Place(group: groups[place / self.counts.rows], row: row)]
            return [
                .integer(context.horizons[row]), .integer(counts[0] + counts[1]),
                .integer(counts[0]), .integer(counts[1]),
            ] + [0.25, 0.5, 0.75].map { .days(times?.quantile($0)) }
        }
        table.addSums("eligible", of: ["stackers", "notStacked"])
        table.share(["eligible", "stackers", "notStacked"], by: ["by", "group", "horizon"])
        table.notes = [context.indexSentence]
        table.basis = context.basis(
            learners, horizons: context.horizons, excluding: [("withoutIndexAward", withoutIndex)])
        return [table]
    }

    private struct Place: Hashable {
        let group: Int
        let row: Int
    }

    /// The times by group and row; group −1 is everybody.
    private func histograms() -> [Place: Histogram] {
        var counts: [Place: [Int: Int]] = [:]
        for (key, count) in times.counts {
            for group in [-1, Int(key.group)] {
                counts[Place(group: group, row: Int(key.row)), default: [:]][
                    Int(key.days), default: 0] += count
            }
        }
        return counts.mapValues { Histogram($0) }
    }
}
