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
        RAND, research brief RBA2484-2, on who stacks in Ohio; Wilson 1927; Katz, Baptista, \
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
                .learners(
                    "referenceEligible", "Reference eligible",
                    "Eligible learners of the reference group."),
                .learners(
                    "referenceStackers", "Reference stackers", "Stackers of the reference group."),
                .number("ratio", "Ratio", "The rate divided by that of the reference group."),
                .number("ratioLow", "Ratio low", "The lower end of the ratio's 95 % interval."),
                .number("ratioHigh", "Ratio high", "The upper end of the ratio's 95 % interval."),
            ],
            counts: [
                "eligible", "stackers", "notStacked", "referenceEligible", "referenceStackers",
            ], derived: derived)
    ]

    private static let derived: [String: [String]] = {
        let own = ["stackers", "eligible"]
        let both = own + ["referenceStackers", "referenceEligible"]
        return [
            "rate": own, "low": own, "high": own, "ratio": both, "ratioLow": both,
            "ratioHigh": both,
        ]
    }()

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
            table.addRows(
                counted.counts, context, summed: ["eligible", "stackers", "notStacked"]
            ) { row, counts in
                cells(
                    row, StackingCounts.Row(counts),
                    StackingCounts.Row(counted.counts.row(position + 1, row)))
            }
        }
        table.addSums("eligible", of: ["stackers", "notStacked"])
        if let reference { addReference(reference, to: &table) }
        table.share(["eligible", "stackers", "notStacked"], by: ["by", "group", "horizon"])
        table.notes = [context.indexSentence, sentence(reference, isKnown: position != nil)]
        table.basis = context.basis(
            counted.learners, horizons: context.horizons,
            excluding: [("withoutIndexAward", counted.withoutIndex)])
        return [table]
    }

    /// That the reference group has the same counts in every row as in its own.
    private func addReference(_ reference: String, to table: inout StatisticTable) {
        let rows = context.horizons.count
        let group = table.position(of: "group")
        let first = table.table.rows.firstIndex { $0[group] == .text(reference) } ?? 0
        for (column, own) in [("referenceEligible", "eligible"), ("referenceStackers", "stackers")]
        {
            let (column, own) = (table.position(of: column), table.position(of: own))
            for row in table.table.rows.indices where first > 0 {
                table.addEquality(
                    .init(row: row, column: column), .init(row: first + row % rows, column: own))
            }
        }
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
            .integer(reference.eligible), .integer(reference.stackers),
            .share(counts.rate.ratio(to: reference.rate)),
        ] + Table.Cell.ends(counts.rate.ratioInterval(to: reference.rate))
    }
}
