// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Whether stackers stay in their field and with their provider.
struct NextAward: EventStatistic {
    static let name = "next-award"
    static let question = "Do stackers stay in their field, and do they change provider?"
    static let definition = """
        Of eligible learners who stack within the horizon, the share whose next award is of the \
        same field as the index award, and the share whose next award is of another provider. \
        Where several awards share the next day, one that is of the field, or of another provider, \
        is enough. Where a field or provider is not known and could decide, it is unknown.
        """
    static let source = "RAND, research brief RBA207-1, on stackable credentials in Ohio."
    static let contract = [
        StatisticTable(
            "next_award", "Next award",
            [
                .by, .group, .horizon, .stackers,
                .learners("sameField", "Same field", "Stackers whose next award shares the field."),
                .learners("otherField", "Other field", "Stackers whose next award does not."),
                .learners("fieldUnknown", "Field unknown", "Stackers of whom it cannot be told."),
                .share("sameFieldShare", "Same-field share", "Same field divided by stackers."),
                .learners(
                    "otherProvider", "Other provider",
                    "Stackers whose next award is of another provider."),
                .learners("sameProvider", "Same provider", "Stackers whose next award is not."),
                .learners(
                    "providerUnknown", "Provider unknown", "Stackers of whom it cannot be told."),
                .share(
                    "otherProviderShare", "Cross-provider share",
                    "Other provider divided by stackers."),
            ],
            counts: [
                "stackers", "sameField", "otherField", "fieldUnknown", "otherProvider",
                "sameProvider", "providerUnknown",
            ],
            derived: [
                "sameFieldShare": ["sameField", "stackers"],
                "otherProviderShare": ["otherProvider", "stackers"],
            ])
    ]

    private let context: EventContext
    /// The first three columns are of fields, the others of providers: yes, no, unknown.
    private var counts: GroupCounts
    private var learners = 0
    private var withoutIndex = 0

    init(_ context: EventContext) {
        self.context = context
        counts = GroupCounts(
            groups: context.groups.count, rows: context.horizons.count, columns: 6)
    }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) {
        guard let index = context.index(of: events) else {
            withoutIndex += 1
            return
        }
        learners += 1
        guard index.next < events.count else { return }
        let days = Int(events[index.next].day - index.day)
        let group = context.groups.number(of: learner, index, context)
        let answers = answers(after: index, in: events)
        for (row, horizon) in context.horizons.enumerated()
        where days <= horizon && context.isFollowed(horizon, after: index.day) {
            counts.add(group, row, answers.field)
            counts.add(group, row, 3 + answers.provider)
        }
    }

    /// Whether the next award shares the field, and whether it is of another provider: 0 yes, 1 no,
    /// 2 unknown.
    private func answers(
        after index: IndexAward, in events: Span<Cohort.Event>
    ) -> (field: Int, provider: Int) {
        let start = context.facts[Int(index.item)]
        var field = 1
        var provider = 1
        let day = events[index.next].day
        var position = index.next
        while position < events.count, events[position].day == day {
            let next = context.facts(of: events[position])
            field = Self.either(field, Self.isSame(start.field, next.field, yes: 0, no: 1))
            provider = Self.either(
                provider, Self.isSame(start.provider, next.provider, yes: 1, no: 0))
            position += 1
        }
        return (field, provider)
    }

    private static func isSame(_ code: Int32, _ other: Int32, yes: Int, no: Int) -> Int {
        code == 0 || other == 0 ? 2 : code == other ? yes : no
    }

    /// Yes if either is, else unknown if either is.
    private static func either(_ answer: Int, _ other: Int) -> Int {
        answer == 0 || other == 0 ? 0 : max(answer, other)
    }

    mutating func merge(_ other: Self) {
        counts.merge(other.counts)
        learners += other.learners
        withoutIndex += other.withoutIndex
    }

    func tables() -> [StatisticTable] {
        var table = Self.contract[0]
        table.addRows(counts, context) { row, counts in
            let stackers = counts[..<3].reduce(0, +)
            return [.integer(context.horizons[row]), .integer(stackers)]
                + counts[..<3].map { .integer($0) } + [.share(counts[0], of: stackers)]
                + counts[3...].map { .integer($0) } + [.share(counts[3], of: stackers)]
        }
        table.addSums("stackers", of: ["sameField", "otherField", "fieldUnknown"])
        table.addSums("stackers", of: ["otherProvider", "sameProvider", "providerUnknown"])
        table.share(["stackers"], by: ["by", "group", "horizon"])
        table.notes = [context.indexSentence]
        table.basis = context.basis(
            learners, horizons: context.horizons, excluding: [("withoutIndexAward", withoutIndex)])
        return [table]
    }
}
