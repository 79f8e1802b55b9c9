// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The commonest runs of three credentials and more.
struct Sequences: EventStatistic {
    static let name = "sequences"
    static let question = "Which runs of three credentials and more are commonest?"
    static let definition = """
        Runs of 3 to 5 credentials that a learner was awarded on days that follow one another \
        among the days with an award. On a day with several awards each may stand. A learner \
        counts once for a run. Listed are the commonest with at least --least learners; longer ones \
        first where they are as common. A learner gives at most \(most) runs.
        """
    static let source = "Ordinary sequence counts, as for pairs."
    static let contract = [
        StatisticTable(
            "sequences", "Commonest runs of credentials",
            (1...longest).map { place in
                Table.Column(
                    "credential\(place)", title: "\(place)",
                    meaning: place > shortest
                        ? "The id of credential \(place) of the run; missing where it is shorter."
                        : "The id of credential \(place) of the run.")
            } + [
                Table.Column(
                    "length", title: "Length", kind: .integer, unit: "awards",
                    meaning: "How many credentials the run has."),
                .learners("learners", "Learners", "Learners with the run."),
                .learners("n", "Baskets", "Learners with an award."),
                .share("support", "Support", "Those learners divided by learners with an award."),
            ], counts: ["learners", "n"], derived: ["support": ["learners", "n"]])
    ]

    private static let shortest = 3
    private static let longest = 5
    /// The most runs that one learner gives.
    private static let most = 500

    /// A run as one number: the places of its credentials plus one, 24 bits each, the first highest.
    private struct Run {
        var key: UInt128 = 0
        var length = 0

        init() {}

        init(key: UInt128) {
            self.key = key
            length = (0..<Sequences.longest).count { self[$0] >= 0 }
        }

        mutating func append(_ credential: Int32) {
            key |= UInt128(credential + 1) << Self.shift(length)
            length += 1
        }

        /// The number of a credential; −1 past the end.
        subscript(place: Int) -> Int { Int(key >> Self.shift(place) & 0xFF_FFFF) - 1 }

        private static func shift(_ place: Int) -> Int { (Sequences.longest - 1 - place) * 24 }
    }

    /// The most credentials that a run can tell apart.
    private static let mostCredentials = 1 << 24 - 1

    private let context: EventContext
    /// Whether the credentials are few enough for runs to be told apart.
    private let canTell: Bool
    private var runs = SortedTally<UInt128>()
    private var learners = 0
    private var withoutAward = 0
    private var cut = 0

    init(_ context: EventContext) {
        canTell = context.credentials.count < Self.mostCredentials
        self.context = context
    }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) {
        guard !events.isEmpty else {
            withoutAward += 1
            return
        }
        learners += 1
        guard canTell else { return }
        var left = Self.most
        for position in events.indices where left >= 0 {
            extend(Run(), with: position, of: events, &left)
        }
        if left < 0 { cut += 1 }
    }

    /// Counts every run that begins with `run` and goes on with the event at `position`.
    private mutating func extend(
        _ run: Run, with position: Int, of events: Span<Cohort.Event>, _ left: inout Int
    ) {
        var run = run
        run.append(context.facts[Int(events[position].item)].credential)
        if run.length >= Self.shortest {
            left -= 1
            guard left >= 0 else { return }
            runs.add(run.key)
        }
        guard run.length < Self.longest else { return }
        let day = events[position].day
        var next = position + 1
        while next < events.count, events[next].day == day { next += 1 }
        guard next < events.count else { return }
        let nextDay = events[next].day
        while next < events.count, events[next].day == nextDay, left >= 0 {
            extend(run, with: next, of: events, &left)
            next += 1
        }
    }

    mutating func merge(_ other: Self) {
        runs.merge(other.runs)
        learners += other.learners
        withoutAward += other.withoutAward
        cut += other.cut
    }

    func tables() -> [StatisticTable] {
        var table = Self.contract[0]
        var runs = runs
        runs.settle()
        let commonest = runs.commonest(context.terms.top, least: context.terms.least)
        let found = runs.entries(least: commonest.least).map { (Run(key: $0.key), $0.count) }
        let sorted = found.sorted { left, right in
            (right.1, right.0.length, left.0.key) < (left.1, left.0.length, right.0.key)
        }
        let shown = sorted.prefix(context.terms.top)
        for (run, count) in shown { table.table.append(cells(run, count)) }
        let all = table.position(of: "n")
        for row in table.table.rows.indices {
            table.addEquality(.init(row: row, column: all), .init(row: 0, column: all))
        }
        table.cells.leavesOutSmallRows = true
        table.notes = notes(shown: shown.count, of: commonest.found)
        table.basis = context.basis(learners, excluding: [("withoutAward", withoutAward)])
        return [table]
    }

    private func cells(_ run: Run, _ count: Int) -> [Table.Cell] {
        (0..<Self.longest).map { place in
            .word(run[place] < 0 ? nil : context.credentials[run[place]])
        } + [
            .integer(run.length), .integer(count), .integer(learners), .share(count, of: learners),
        ]
    }

    private func notes(shown: Int, of found: Int) -> [String] {
        let first =
            "Shown are \(shown) of \(found) runs with at least \(context.terms.least) learners."
        guard canTell else {
            return [
                "There are more than \(Self.mostCredentials) credentials; runs were not counted."
            ]
        }
        guard cut > 0 else { return [first] }
        return [
            first,
            "\(cut) learners have more than \(Self.most) runs; their first \(Self.most) were counted.",
        ]
    }
}
