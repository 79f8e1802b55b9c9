// SPDX-License-Identifier: Apache-2.0

/// Which credentials are held together.
struct Pairs: EventStatistic {
    static let name = "pairs"
    static let question = "Which credentials do learners hold together?"
    static let definition = """
        Learners with an award are baskets of credentials, over their whole record. Support is the \
        share of baskets with both, confidence the share of those with one that have the other, \
        lift and leverage compare support with what independence would give. \
        Listed are the commonest pairs with at least --least learners.
        """
    static let source = """
        Agrawal, Imieliński and Swami 1993, association rules (support, confidence); Brin et al. \
        1997 (lift); Piatetsky-Shapiro 1991 (leverage).
        """
    static let contract = [
        Baskets.contract("pairs", "Credentials held together", isDirected: false)
    ]

    private var baskets: Baskets

    init(_ context: EventContext) { baskets = Baskets(context, isDirected: false) }

    mutating func add(_ events: Span<Cohort.Event>, of learner: Int) { baskets.add(events) }

    mutating func merge(_ other: Self) { baskets.merge(other.baskets) }

    func tables() -> [StatisticTable] { [baskets.table(Self.contract[0])] }
}
