// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What kind of stack the whole record of a learner is.
struct RecordTypes: EventStatistic {
    static let name = "record-types"
    static let question = "Do small credentials come before a qualification, after it, or alone?"
    static let definition = """
        By the learner's first qualification, a certificate, diploma or degree. Progression: some \
        other award lies on an earlier day. Supplemental: none does, but some lies on a later day. \
        Independent: awards on two days or more, and no qualification. None: everything else.
        """
    static let source = """
        Bailey and Belfield 2017, stackable credentials: do they have labor market value? \
        (CCRC working paper 97).
        """
    static let contract = [
        StatisticTable(
            "record_types", "Record types",
            [
                .by, .group, .learners("learners", "Learners", "Learners with an award."),
                .learners(
                    "progression", "Progression", "Learners with an award before the qualification."
                ),
                .learners(
                    "supplemental", "Supplemental",
                    "Learners with an award after the qualification, and none before."),
                .learners(
                    "independent", "Independent",
                    "Learners with awards on several days and no qualification."),
                .learners("none", "None", "Learners with no stack."),
                .share("progressionShare", "Progression share", "Progression divided by learners."),
                .share(
                    "supplementalShare", "Supplemental share", "Supplemental divided by learners."),
                .share("independentShare", "Independent share", "Independent divided by learners."),
                .share("noneShare", "None share", "None divided by learners."),
            ],
            counts: ["learners", "progression", "supplemental", "independent", "none"],
            derived: [
                "progressionShare": ["progression", "learners"],
                "supplementalShare": ["supplemental", "learners"],
                "independentShare": ["independent", "learners"],
                "noneShare": ["none", "learners"],
            ])
    ]

    private enum RecordType: Int, CaseIterable { case progression, supplemental, independent, none }

    private let context: EventContext
    private var counts: GroupCounts
    private var learners = 0
    private var withoutAward = 0

    init(_ context: EventContext) {
        self.context = context
        counts = GroupCounts(
            groups: context.groups.count, rows: 1, columns: RecordType.allCases.count)
    }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) {
        guard !events.isEmpty else {
            withoutAward += 1
            return
        }
        learners += 1
        let group = context.groups.number(of: learner, context.index(of: events), context)
        counts.add(group, 0, type(of: events).rawValue)
    }

    private func type(of events: Span<Cohort.Event>) -> RecordType {
        let first = events[0].day
        let last = events[events.count - 1].day
        for position in events.indices where context.facts(of: events[position]).isQualification {
            let day = events[position].day
            return first < day ? .progression : last > day ? .supplemental : .none
        }
        return first < last ? .independent : .none
    }

    mutating func merge(_ other: Self) {
        counts.merge(other.counts)
        learners += other.learners
        withoutAward += other.withoutAward
    }

    func tables() -> [StatisticTable] {
        var table = Self.contract[0]
        table.addRows(counts, context) { _, counts in
            let learners = counts.reduce(0, +)
            return [.integer(learners)] + counts.map { .integer($0) }
                + counts.map { .share($0, of: learners) }
        }
        table.addSums("learners", of: ["progression", "supplemental", "independent", "none"])
        table.notes = ["A certificate, a diploma or a degree is a qualification."]
        table.basis = context.basis(learners, excluding: [("withoutAward", withoutAward)])
        return [table]
    }
}
