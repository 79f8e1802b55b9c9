// SPDX-License-Identifier: Apache-2.0

/// Which credentials come before which.
struct DirectedPairs: EventStatistic {
    static let name = "directed-pairs"
    static let question = "Which credential comes before which?"
    static let definition = """
        As pairs, but a basket has the pair only where the earliest A lies on an earlier day than \
        the latest B; a repeated credential counts once, so that these are the only ones. Of \
        credentials awarded on one day neither comes first.
        """
    static let source = "Ordinary market-basket measures, with order; as for pairs."
    static let contract = [
        Baskets.contract(
            "directed_pairs", "Credentials in order", isDirected: true)
    ]

    private var baskets: Baskets

    init(_ context: EventContext) { baskets = Baskets(context, isDirected: true) }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) { baskets.add(events) }

    mutating func merge(_ other: Self) { baskets.merge(other.baskets) }

    func tables() -> [StatisticTable] { [baskets.table(Self.contract[0])] }
}
