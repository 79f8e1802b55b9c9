// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How the stacking rates of groups compare.
struct EquityRatio: EventStatistic {
    static let name = "equity-ratio"
    static let needsReference = true
    static let question = "Does every group stack as often as the group it is compared with?"
    static let definition = """
        The stacking rate of a group divided by that of the reference group. The intervals of the \
        rates are Wilson's, that of the ratio is Katz's, on the scale of logarithms, all at 95 %. \
        Where nobody of one of the two groups stacks there is no ratio. A difference is no cause.
        """
    static let source = """
        RAND, stacking by race, age and income in Ohio (RBA2484-2); Wilson 1927; Katz, Baptista, \
        Azen and Pike 1978.
        """
    static let contract = [
        StatisticTable(
            "equity_ratio", "Equity ratio",
            [
                .by, .group,
                Table.Column(
                    "reference", title: "Reference", meaning: "The group it is compared with."),
                .horizon, .eligible, .stackers,
                .learners("notStacked", "Not stacked", "Eligible learners who do not stack."),
                .share("rate", "Rate", "Stackers divided by eligible learners."),
                .share("low", "Low", "The lower end of the rate's 95 % interval."),
                .share("high", "High", "The upper end of the rate's 95 % interval."),
                .number("ratio", "Ratio", "The rate divided by that of the reference group."),
                .number("ratioLow", "Ratio low", "The lower end of the ratio's 95 % interval."),
                .number("ratioHigh", "Ratio high", "The upper end of the ratio's 95 % interval."),
            ],
            counts: ["eligible", "stackers", "notStacked"],
            derived: Dictionary(
                uniqueKeysWithValues: ["rate", "low", "high", "ratio", "ratioLow", "ratioHigh"]
                    .map { ($0, ["stackers", "eligible"]) }))
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
        let reference = context.terms.reference
        let position = reference.flatMap { context.groups.labels.firstIndex(of: $0) }
        if let position {
            table.addRows(counted.counts, context) { row, counts in
                cells(
                    row, StackingCounts.Row(counts),
                    StackingCounts.Row(counted.counts.row(position + 1, row)))
            }
        }
        table.addSums("eligible", of: ["stackers", "notStacked"])
        table.notes = [context.indexSentence, sentence(reference, isKnown: position != nil)]
        table.basis = context.basis(
            counted.learners, horizons: context.horizons,
            excluding: [("withoutIndexAward", counted.withoutIndex)])
        return [table]
    }

    private func sentence(_ reference: String?, isKnown: Bool) -> String {
        guard let reference else {
            return "No reference group was named; there is nothing to compare."
        }
        return isKnown
            ? "Reference group: \(reference)."
            : "Nobody is in the reference group \(reference); there is nothing to compare."
    }

    private func cells(
        _ row: Int, _ counts: StackingCounts.Row, _ reference: StackingCounts.Row
    ) -> [Table.Cell] {
        [
            .word(context.terms.reference), .integer(context.horizons[row]),
            .integer(counts.eligible), .integer(counts.stackers), .integer(counts.notStacked),
            .share(counts.rate.value),
        ] + Table.Cell.ends(counts.rate.interval) + [
            .share(counts.rate.ratio(to: reference.rate))
        ] + Table.Cell.ends(counts.rate.ratioInterval(to: reference.rate))
    }
}
