// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How many of those who begin without credits go on to earn some.
struct NoncreditToCredit: EventStatistic {
    static let name = "noncredit-to-credit"
    static let question = "How many learners who begin without credits go on to earn credits?"
    static let definition = """
        Of learners whose first award of any kind bears no credits, and lies at least the horizon \
        before the end of the data, the share with a later award that bears credits within the \
        horizon. An award bears none where it says 0, or is a badge that says nothing; another \
        that says nothing is unknown. Of several awards on the first day none may bear credits. \
        The interval is Wilson's, at 95 %.
        """
    static let source = "RAND, research brief RBA207-1, on stackable credentials in Ohio."
    static let contract = [
        StatisticTable(
            "noncredit_to_credit", "From noncredit to credit",
            [
                .by, .group, .horizon,
                .learners("learners", "Learners", "Learners whose first award bears no credits."),
                .learners("eligible", "Eligible", "Those of them followed for the horizon."),
                .learners("notFollowed", "Not followed", "Those of them who are not."),
                .learners("credit", "Credit", "Eligible learners who earn credits in time."),
                .learners("noCredit", "No credit", "Eligible learners who do not."),
                .learners(
                    "creditUnknown", "Credit unknown",
                    "Eligible learners with later awards of which it is not known."),
                .share("rate", "Rate", "Credit divided by eligible learners."),
                .share("low", "Low", "The lower end of the rate's 95 % interval."),
                .share("high", "High", "The upper end of the rate's 95 % interval."),
            ],
            counts: ["learners", "eligible", "notFollowed", "credit", "noCredit", "creditUnknown"],
            derived: Dictionary(
                uniqueKeysWithValues: ["rate", "low", "high"].map { ($0, ["credit", "eligible"]) }))
    ]

    private let context: EventContext
    /// The columns: credit, no credit, unknown, not followed.
    private var counts: GroupCounts
    private var learners = 0
    private var startsWithCredit = 0
    private var startUnknown = 0

    init(_ context: EventContext) {
        self.context = context
        counts = GroupCounts(
            groups: context.groups.count, rows: context.horizons.count, columns: 4)
    }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) {
        guard let index = context.index(of: events, anyKind: true) else { return }
        switch credit(of: events.extracting(0..<index.next)) {
        case .with: startsWithCredit += 1
        case .unknown: startUnknown += 1
        case .without:
            learners += 1
            let group = context.groups.number(of: learner, index, context)
            let (first, firstUnknown) = days(after: index, in: events)
            for (row, horizon) in context.horizons.enumerated() {
                let isFollowed = context.isFollowed(horizon, after: index.day)
                let answer = first <= horizon ? 0 : firstUnknown <= horizon ? 2 : 1
                counts.add(group, row, isFollowed ? answer : 3)
            }
        }
    }

    /// Whether any of some awards bears credits.
    private func credit(of events: Span<Cohort.Event>) -> EventContext.Credit {
        var credit = EventContext.Credit.without
        for position in events.indices {
            switch context.facts(of: events[position]).credit {
            case .with: return .with
            case .unknown: credit = .unknown
            case .without: continue
            }
        }
        return credit
    }

    /// Days to the first later award with credits, and to the first of which it is not known.
    private func days(
        after index: IndexAward, in events: Span<Cohort.Event>
    ) -> (credit: Int32, unknown: Int32) {
        var days = (credit: Stacking.never, unknown: Stacking.never)
        for position in index.next..<events.count {
            let event = events[position]
            switch context.facts(of: event).credit {
            case .with: days.credit = min(days.credit, event.day - index.day)
            case .unknown: days.unknown = min(days.unknown, event.day - index.day)
            case .without: continue
            }
        }
        return days
    }

    mutating func merge(_ other: Self) {
        counts.merge(other.counts)
        learners += other.learners
        startsWithCredit += other.startsWithCredit
        startUnknown += other.startUnknown
    }

    func tables() -> [StatisticTable] {
        var table = Self.contract[0]
        table.addRows(counts, context) { row, counts in
            let eligible = counts[..<3].reduce(0, +)
            let rate = Proportion(counts[0], of: eligible)
            return [
                .integer(context.horizons[row]), .integer(eligible + counts[3]),
                .integer(eligible), .integer(counts[3]), .integer(counts[0]), .integer(counts[1]),
                .integer(counts[2]), .share(rate.value),
            ] + Table.Cell.ends(rate.interval)
        }
        table.addSums("learners", of: ["eligible", "notFollowed"])
        table.addSums("eligible", of: ["credit", "noCredit", "creditUnknown"])
        table.notes = ["Index award: the first award of any kind, whatever --index says."]
        table.basis = context.basis(
            learners, horizons: context.horizons,
            excluding: [
                ("startingWithCredits", startsWithCredit), ("startingUnknown", startUnknown),
            ])
        return [table]
    }
}
