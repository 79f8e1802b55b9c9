// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Learners as baskets of credentials, and how many have each pair of them.
struct Baskets: Sendable {
    /// The most awards of a learner that are paired; of the others only the number is kept.
    static let mostAwards = 200

    private let context: EventContext
    private let isDirected: Bool
    private var pairs: PairCounts
    /// Where order matters: the pairs of one day, which have none.
    private var sameDay: PairCounts
    /// How many learners have each credential.
    private var holders: [Int]
    private var learners = 0
    private var withoutAward = 0
    private var cut = 0

    /// Creates baskets that hold nothing; `isDirected` counts a pair where one day is earlier.
    init(_ context: EventContext, isDirected: Bool) {
        self.context = context
        self.isDirected = isDirected
        pairs = PairCounts(count: context.credentials.count)
        sameDay = PairCounts(count: isDirected ? context.credentials.count : 0)
        holders = Array(repeating: 0, count: context.credentials.count)
    }

    /// Counts a learner.
    mutating func add(_ events: Span<Cohort.Event>) {
        guard !events.isEmpty else {
            withoutAward += 1
            return
        }
        learners += 1
        if events.count > Self.mostAwards { cut += 1 }
        for position in 0..<events.count {
            let event = events[position]
            let credential = context.facts[Int(event.item)].credential
            holders[Int(credential)] += 1
            guard position < Self.mostAwards else { continue }
            for earlier in 0..<position {
                let other = events[earlier]
                let first = context.facts[Int(other.item)].credential
                if !isDirected {
                    pairs.add(min(first, credential), max(first, credential))
                } else if other.day < event.day {
                    pairs.add(first, credential)
                } else {
                    sameDay.add(min(first, credential), max(first, credential))
                }
            }
        }
    }

    /// Adds what another has counted.
    mutating func merge(_ other: Baskets) {
        pairs.merge(other.pairs)
        sameDay.merge(other.sameDay)
        for place in holders.indices { holders[place] += other.holders[place] }
        learners += other.learners
        withoutAward += other.withoutAward
        cut += other.cut
    }

    /// A pair of credentials, and how many learners have what.
    private struct Pair {
        let first, second, both: Int
        /// How many learners have both, but not in this order.
        var otherOrder = 0
        let firstCount, secondCount, all: Int

        var onlyFirst: Int { firstCount - both - otherOrder }
        var onlySecond: Int { secondCount - both - otherOrder }
        var neither: Int { all - both - otherOrder - onlyFirst - onlySecond }
        private var chance: Double {
            Double(firstCount) / Double(all) * (Double(secondCount) / Double(all))
        }
        var lift: Double { Double(both) / Double(all) / chance }
        var leverage: Double { Double(both) / Double(all) - chance }

        /// The most learners first, then the highest lift, then by name.
        static func precedes(_ left: Pair, _ right: Pair) -> Bool {
            if left.both != right.both { return left.both > right.both }
            let (product, other) = (
                left.firstCount.multipliedFullWidth(by: left.secondCount),
                right.firstCount.multipliedFullWidth(by: right.secondCount)
            )
            if product != other { return product < other }
            return (left.first, left.second) < (right.first, right.second)
        }
    }

    /// Returns the table of a contract with the commonest pairs.
    func table(_ contract: StatisticTable) -> StatisticTable {
        var settled = self
        settled.pairs.settle()
        settled.sameDay.settle()
        return settled.settledTable(contract)
    }

    private func settledTable(_ contract: StatisticTable) -> StatisticTable {
        var table = contract
        let terms = context.terms
        let commonest = pairs.commonest(terms.top, least: terms.least)
        let shown = pairs.pairs(least: commonest.least).map { pair in
            Pair(
                first: pair.first, second: pair.second, both: pair.count,
                firstCount: holders[pair.first], secondCount: holders[pair.second], all: learners)
        }.sorted(by: Pair.precedes).prefix(terms.top).map { pair in
            var pair = pair
            if isDirected { pair.otherOrder = otherOrder(pair.first, pair.second) }
            return pair
        }
        for pair in shown { table.table.append(cells(pair)) }
        let both = isDirected ? ["learners", "otherOrder"] : ["learners"]
        table.addSums("firstLearners", of: both + ["onlyFirst"])
        table.addSums("secondLearners", of: both + ["onlySecond"])
        table.addSums("n", of: both + ["onlyFirst", "onlySecond", "neither"])
        addEqualities(shown, to: &table)
        table.cells.leavesOutSmallRows = true
        table.notes = notes(shown: shown.count, of: commonest.found)
        table.basis = context.basis(learners, excluding: [("withoutAward", withoutAward)])
        return table
    }

    /// How many learners have both, but not the first before the second.
    private func otherOrder(_ first: Int, _ second: Int) -> Int {
        pairs.count(second, first) + sameDay.count(min(first, second), max(first, second))
    }

    /// That a credential has as many holders in every row, and that the baskets are as many.
    private func addEqualities(_ pairs: [Pair], to table: inout StatisticTable) {
        var places: [Int: CellStructure.Place] = [:]
        let columns = (
            table.position(of: "firstLearners"), table.position(of: "secondLearners"),
            table.position(of: "n")
        )
        for (row, pair) in pairs.enumerated() {
            for (credential, column) in [(pair.first, columns.0), (pair.second, columns.1)] {
                let place = CellStructure.Place(row: row, column: column)
                if let known = places[credential] {
                    table.cells.sums.append(CellStructure.Sum(place, of: [known]))
                }
                places[credential] = place
            }
            guard row > 0 else { continue }
            table.cells.sums.append(
                CellStructure.Sum(
                    .init(row: row, column: columns.2), of: [.init(row: row - 1, column: columns.2)]
                ))
        }
    }

    private func notes(shown: Int, of found: Int) -> [String] {
        var notes = [
            "Shown are \(shown) of \(found) pairs with at least \(context.terms.least) learners.",
            "Lift and leverage say what is held together, not that one leads to the other.",
        ]
        if cut > 0 {
            notes.append(
                "\(cut) learners have more than \(Self.mostAwards) awards; their first "
                    + "\(Self.mostAwards) were paired.")
        }
        return notes
    }

    private func cells(_ pair: Pair) -> [Table.Cell] {
        [
            .text(context.credentials[pair.first]), .text(context.credentials[pair.second]),
            .integer(pair.both),
        ] + (isDirected ? [.integer(pair.otherOrder)] : []) + [
            .integer(pair.firstCount), .integer(pair.secondCount), .integer(pair.onlyFirst),
            .integer(pair.onlySecond), .integer(pair.neither),
            .integer(pair.all), .share(pair.both, of: pair.all),
            .share(pair.both, of: pair.firstCount), .share(pair.both, of: pair.secondCount),
            .share(pair.lift), .number(pair.leverage, decimals: 4),
        ]
    }

    /// The table of pairs, without rows.
    static func contract(_ name: String, _ title: String, isDirected: Bool) -> StatisticTable {
        let order: [Table.Column] = [
            .learners("otherOrder", "Other order", "Learners with both, but not A before B.")
        ]
        return StatisticTable(
            name, title,
            [
                Table.Column("first", title: "First", meaning: "The id of a credential, A."),
                Table.Column("second", title: "Second", meaning: "The id of another, B."),
                .learners(
                    "learners", "Learners",
                    isDirected
                        ? "Learners with A on an earlier day than B." : "Learners with A and B."),
            ] + (isDirected ? order : []) + [
                .learners("firstLearners", "First", "Learners with A."),
                .learners("secondLearners", "Second", "Learners with B."),
                .learners("onlyFirst", "First alone", "Learners with A and without B."),
                .learners(
                    "onlySecond", "Second alone", "Learners with B and without A."),
                .learners("neither", "Others", "All other learners."),
                .learners("n", "Baskets", "Learners with an award."),
                .share("support", "Support", "Learners of the pair divided by baskets: P(AB)."),
                .share("confidence", "Confidence", "P(B|A): the pair divided by those with A."),
                .share("confidenceBack", "Back", "P(A|B): the pair divided by those with B."),
                .number("lift", "Lift", "P(AB) / (P(A) P(B)); 1 where they are independent."),
                .number("leverage", "Leverage", "P(AB) − P(A) P(B); 0 where they are independent."),
            ],
            counts: [
                "learners", "firstLearners", "secondLearners", "onlyFirst", "onlySecond", "neither",
                "n",
            ] + (isDirected ? ["otherOrder"] : []),
            derived: [
                "support": ["learners", "n"], "confidence": ["learners", "firstLearners"],
                "confidenceBack": ["learners", "secondLearners"],
                "lift": ["learners", "firstLearners", "secondLearners", "n"],
                "leverage": ["learners", "firstLearners", "secondLearners", "n"],
            ])
    }
}
