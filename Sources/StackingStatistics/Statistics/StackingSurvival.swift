// SPDX-License-Identifier: Apache-2.0

/// How the share of learners who have not stacked falls with time.
struct StackingSurvival: EventStatistic {
    static let name = "stacking-survival"
    static let question = "How long does it take until learners stack, those not yet included?"
    static let definition = """
        The Kaplan–Meier estimate of the share of learners without a later award, over everybody \
        with an index award, followed to the first later award or to the end of the data. The band \
        is Greenwood's, on the scale of log(−log S), at 95 %. A quartile is the first day by which \
        at least so many have stacked, and missing where that was not seen.
        """
    static let source = """
        Kaplan and Meier 1958; Greenwood 1926; Kalbfleisch and Prentice 1980 for the band; \
        Brookmeyer and Crowley 1982 for the limits of the median.
        """
    static let contract = SurvivalCounts.contract(
        "stacking_survival", "Time until a further credential", event: "a later award")

    private let context: EventContext
    private var counted = SurvivalCounts()
    private var learners = 0
    private var withoutIndex = 0

    init(_ context: EventContext) { self.context = context }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) {
        guard let index = context.index(of: events) else {
            withoutIndex += 1
            return
        }
        learners += 1
        let group = context.groups.number(of: learner, index, context)
        let happened = index.next < events.count
        let end = happened ? events[index.next].day : context.lastDay
        counted.add(group: group, days: end - index.day, happened: happened)
    }

    mutating func merge(_ other: Self) {
        counted.merge(other.counted)
        learners += other.learners
        withoutIndex += other.withoutIndex
    }

    func tables() -> [StatisticTable] {
        counted.tables(Self.contract, context).map { table in
            var table = table
            if table.cells.curveSummary == nil {
                table.share(["learners"], by: ["by", "group"])
            }
            table.notes = [context.indexSentence]
            table.basis = context.basis(
                learners, excluding: [("withoutIndexAward", withoutIndex)])
            return table
        }
    }
}
