// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How many learners earn a further credential.
struct StackingRate: EventStatistic {
    static let name = "stacking-rate"
    static let question = "How many learners earn a further credential, and a higher one?"
    static let definition = """
        Learners with a later award within the horizon, divided by those whose index award lies at \
        least the horizon before the end of the data. Later is a later day; an award of the same \
        day is no stack. Vertical: some later award within the horizon is of a higher level than \
        the index award. Horizontal: none is, and all compare. Otherwise the level is unknown. The \
        interval is Wilson's, at 95 %.
        """
    static let source = """
        RAND, stackable credential pipelines in Ohio (RRA136-1); PPIC, stackable credentials in \
        career education at California community colleges; Wilson 1927 for the interval.
        """
    static let contract = [
        StatisticTable(
            "stacking_rate", "Stacking rate",
            [
                .by, .group, .horizon,
                .learners("learners", "Learners", "Learners with an index award."),
                .eligible,
                .learners(
                    "notFollowed", "Not followed",
                    "Learners whose index award is too near the end of the data."),
                .stackers,
                .learners("notStacked", "Not stacked", "Eligible learners who do not stack."),
                .share("rate", "Rate", "Stackers divided by eligible learners."),
                .share("low", "Low", "The lower end of the rate's 95 % interval."),
                .share("high", "High", "The upper end of the rate's 95 % interval."),
                .learners("vertical", "Vertical", "Stackers with a later award of a higher level."),
                .learners("horizontal", "Horizontal", "Stackers with none of a higher level."),
                .learners(
                    "levelUnknown", "Level unknown",
                    "Stackers of whom it cannot be told whether a later award is higher."),
                .share("verticalShare", "Vertical share", "Vertical divided by stackers."),
                .share("horizontalShare", "Horizontal share", "Horizontal divided by stackers."),
                .share("levelUnknownShare", "Unknown share", "Level unknown divided by stackers."),
            ],
            counts: [
                "learners", "eligible", "notFollowed", "stackers", "notStacked", "vertical",
                "horizontal", "levelUnknown",
            ],
            derived: [
                "rate": ["stackers", "eligible"], "low": ["stackers", "eligible"],
                "high": ["stackers", "eligible"], "verticalShare": ["vertical", "stackers"],
                "horizontalShare": ["horizontal", "stackers"],
                "levelUnknownShare": ["levelUnknown", "stackers"],
            ])
    ]

    private let context: EventContext
    private var counted: StackingCounts

    init(_ context: EventContext) {
        self.context = context
        counted = StackingCounts(context)
    }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) {
        counted.add(events, of: learner, context)
    }

    mutating func merge(_ other: Self) { counted.merge(other.counted) }

    func tables() -> [StatisticTable] {
        var table = Self.contract[0]
        table.addRows(counted.counts, context) { row, counts in
            let row = (horizon: context.horizons[row], counts: StackingCounts.Row(counts))
            return Self.cells(row.horizon, row.counts)
        }
        table.addSums("learners", of: ["eligible", "notFollowed"])
        table.addSums("eligible", of: ["stackers", "notStacked"])
        table.addSums("stackers", of: ["vertical", "horizontal", "levelUnknown"])
        table.share(["learners"], by: ["by", "group"])
        table.share(["eligible", "stackers", "notStacked"], by: ["by", "group", "horizon"])
        table.notes = [context.indexSentence]
        table.basis = context.basis(
            counted.learners, horizons: context.horizons,
            excluding: [("withoutIndexAward", counted.withoutIndex)])
        return [table]
    }

    private static func cells(_ horizon: Int, _ row: StackingCounts.Row) -> [Table.Cell] {
        [
            .integer(horizon), .integer(row.learners), .integer(row.eligible),
            .integer(row.notFollowed), .integer(row.stackers), .integer(row.notStacked),
            .share(row.rate.value),
        ] + Table.Cell.ends(row.rate.interval) + [
            .integer(row.vertical), .integer(row.horizontal), .integer(row.levelUnknown),
            .share(row.vertical, of: row.stackers), .share(row.horizontal, of: row.stackers),
            .share(row.levelUnknown, of: row.stackers),
        ]
    }
}
