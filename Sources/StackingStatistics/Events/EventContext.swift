// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What statistics over events share: the items as numbers, the groups, and the terms.
public struct EventContext: Sendable {
    /// What is known of an item, as numbers.
    struct Facts: Sendable {
        /// The number of its credential.
        var credential: Int32 = 0
        /// Its code among the kinds, fields, providers and levels; 0 where it is not known.
        var kind: Int32 = 0
        var field: Int32 = 0
        var provider: Int32 = 0
        var level: Int32 = 0
        /// Its place in an order that does not depend on how items are numbered.
        var place: Int32 = 0
        /// Whether it is a certificate, a diploma or a degree.
        var isQualification = false
        /// Whether an index award can be of it.
        var isIndex = false
        /// Whether it bears credits.
        var credit = Credit.unknown
    }

    /// Whether an item bears credits.
    enum Credit: UInt8, Sendable { case unknown, without, with }

    /// The choices that were made.
    public let terms: StatisticTerms
    /// The end of the data.
    public let dataEnd: CalendarDate?
    /// How many learners there are.
    public let learnerCount: Int
    /// The facts of each item.
    let facts: [Facts]
    /// The ids of the credentials, by number.
    let credentials: [String]
    /// The texts of the codes, from code 1.
    let kinds: Codes
    let fields: Codes
    let providers: Codes
    let levels: LevelOrder
    /// The groups that learners are broken down into.
    let groups: Groups
    /// The last day, as a number; the first possible where there is none.
    let lastDay: Int32
    /// Which awards of the cohort were left out.
    let excluded: [Basis.Exclusion]

    /// Creates the context of a cohort.
    public init(_ cohort: Cohort, _ terms: StatisticTerms = StatisticTerms()) {
        self.terms = terms
        dataEnd = cohort.dataEnd
        learnerCount = cohort.learnerCount
        lastDay = cohort.dataEnd.map { Int32($0.dayNumber) } ?? .min
        excluded = Cohort.Exclusion.allCases.compactMap { reason in
            cohort.excluded[reason].map { Basis.Exclusion(reason.rawValue, "awards", $0) }
        }
        let items = cohort.items
        let names = Codes(items.lazy.map(\.credential))
        let kinds = Codes(items.lazy.map { $0.kind?.rawValue })
        let fields = Codes(items.lazy.map(\.field))
        let providers = Codes(items.lazy.map(\.provider))
        let levels = LevelOrder(of: items, by: terms.crosswalk)
        groups = Groups(
            terms.breakdown, kinds: kinds, fields: fields, providers: providers, levels: levels,
            cohort: cohort)
        let places = Self.places(of: items)
        facts = items.indices.map { position in
            let item = items[position]
            return Facts(
                credential: names.code(position) - 1, kind: kinds.code(position),
                field: fields.code(position), provider: providers.code(position),
                level: levels.codes[position], place: places[position],
                isQualification: item.isQualification,
                isIndex: terms.indexKind == nil || item.kind == terms.indexKind,
                credit: Self.credit(of: item))
        }
        credentials = names.texts
        self.kinds = kinds
        self.fields = fields
        self.providers = providers
        self.levels = levels
    }

    private static func credit(of item: Cohort.Item) -> Credit {
        // A badge is a credential without credits, unless it says how many.
        guard let credits = item.credits else { return item.kind == .badge ? .without : .unknown }
        return credits.amount > .zero ? .with : .without
    }

    /// For each item its place among all, by what it says.
    private static func places(of items: [Cohort.Item]) -> [Int32] {
        let keys = items.map { item in
            [
                item.credential, item.provider ?? "", item.field ?? "", item.kind?.rawValue ?? "",
                item.level?.description ?? "", item.credits?.description ?? "",
            ]
        }
        var places = [Int32](repeating: 0, count: items.count)
        let order = items.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
        for (place, item) in order.enumerated() { places[item] = Int32(place) }
        return places
    }

    /// The names of the groups that learners are broken down into.
    public var groupLabels: [String] { groups.labels }

    /// The facts of what an event is of.
    func facts(of event: Cohort.Event) -> Facts { facts[Int(event.item)] }
}
