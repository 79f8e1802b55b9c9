// SPDX-License-Identifier: Apache-2.0

/// How long it takes from the index award to a qualification on record.
struct TimeToAward: EventStatistic {
    static let name = "time-to-award"
    static let question = "How long does it take from the index award to a qualification?"
    static let definition = """
        Days from the index award to the first certificate, diploma or degree that is on record on \
        a later day, as a Kaplan–Meier estimate over learners with an index award and no \
        qualification on or before its day, followed to the end of the data. It rests on awards \
        alone; whether the requirements were met earlier is for an audit to say.
        """
    static let source = "Kaplan and Meier 1958; as for stacking-survival."
    static let contract = SurvivalCounts.contract(
        "time_to_award", "Time until a qualification is awarded", event: "a qualification")

    private let context: EventContext
    private var counted = SurvivalCounts()
    private var learners = 0
    private var withoutIndex = 0
    private var qualifiedBefore = 0

    init(_ context: EventContext) { self.context = context }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) {
        guard let index = context.index(of: events) else {
            withoutIndex += 1
            return
        }
        let first = firstQualification(in: events)
        if let first, first <= index.day {
            qualifiedBefore += 1
            return
        }
        learners += 1
        let group = context.groups.number(of: learner, index, context)
        counted.add(
            group: group, days: (first ?? context.lastDay) - index.day, happened: first != nil)
    }

    private func firstQualification(in events: Span<Cohort.Event>) -> Int32? {
        for position in events.indices where context.facts(of: events[position]).isQualification {
            return events[position].day
        }
        return nil
    }

    mutating func merge(_ other: Self) {
        counted.merge(other.counted)
        learners += other.learners
        withoutIndex += other.withoutIndex
        qualifiedBefore += other.qualifiedBefore
    }

    func tables() -> [StatisticTable] {
        counted.tables(Self.contract, context).map { table in
            var table = table
            table.notes = [context.indexSentence]
            table.basis = context.basis(
                learners,
                excluding: [
                    ("withoutIndexAward", withoutIndex), ("qualifiedBefore", qualifiedBefore),
                ])
            return table
        }
    }
}
