// SPDX-License-Identifier: Apache-2.0

/// How many learners stack within each horizon, and which way, by group.
struct StackingCounts: Sendable {
    /// Where each count stands.
    enum Column: Int, CaseIterable {
        case vertical, horizontal, levelUnknown, notStacked, notFollowed
    }

    /// The counts: a row for each horizon.
    private(set) var counts: GroupCounts
    /// How many learners have an index award.
    private(set) var learners = 0
    /// How many have no index award.
    private(set) var withoutIndex = 0

    init(_ context: EventContext) {
        counts = GroupCounts(
            groups: context.groups.count, rows: context.horizons.count,
            columns: Column.allCases.count)
    }

    /// Counts a learner.
    mutating func add(
        _ events: Span<Cohort.Event>, of learner: Int, _ context: EventContext
    ) {
        guard let stacking = context.stacking(of: events) else {
            withoutIndex += 1
            return
        }
        learners += 1
        let group = context.groups.number(of: learner, stacking.index, context)
        for (row, horizon) in context.horizons.enumerated() {
            counts.add(group, row, Self.column(of: stacking, within: horizon, context).rawValue)
        }
    }

    private static func column(
        of stacking: Stacking, within horizon: Int, _ context: EventContext
    ) -> Column {
        guard context.isFollowed(horizon, after: stacking.index.day) else { return .notFollowed }
        switch stacking.direction(within: Int32(horizon)) {
        case .vertical: return .vertical
        case .horizontal: return .horizontal
        case .levelUnknown: return .levelUnknown
        case nil: return .notStacked
        }
    }

    /// Adds what another has counted.
    mutating func merge(_ other: StackingCounts) {
        counts.merge(other.counts)
        learners += other.learners
        withoutIndex += other.withoutIndex
    }

    /// The counts of a row, by what they are.
    struct Row {
        let vertical, horizontal, levelUnknown, notStacked, notFollowed: Int

        init(_ counts: [Int]) {
            vertical = counts[Column.vertical.rawValue]
            horizontal = counts[Column.horizontal.rawValue]
            levelUnknown = counts[Column.levelUnknown.rawValue]
            notStacked = counts[Column.notStacked.rawValue]
            notFollowed = counts[Column.notFollowed.rawValue]
        }

        var stackers: Int { vertical + horizontal + levelUnknown }
        var eligible: Int { stackers + notStacked }
        var learners: Int { eligible + notFollowed }
        var rate: Proportion { Proportion(stackers, of: eligible) }
    }
}
