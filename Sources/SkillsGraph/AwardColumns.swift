// SPDX-License-Identifier: Apache-2.0

/// Awards in columns: one place in each for every award, learners and credentials by their numbers.
///
/// Thirteen bytes an award, so that millions of them fit where values of their own would not.
public struct AwardColumns: Sendable {
    /// A credential as awards describe it: awards that say the same of it share one.
    public struct Item: Hashable, Sendable {
        /// The id of the credential.
        public let credential: String
        /// Its kind; nil where the award says nothing.
        public let kind: Credential.Kind?
        /// Its level.
        public let level: Level?
        /// Its field of education.
        public let field: String?
        /// Who awards it.
        public let provider: String?
        /// Its credits.
        public let credits: Credits?

        /// Creates an item from what an award says.
        public init(_ award: Award) {
            credential = award.credential
            kind = award.kind
            level = award.level
            field = award.field
            provider = award.provider
            credits = award.credits
        }
    }

    /// The day of an award without one.
    public static let noDay = Int32.min

    /// The credentials, by their numbers.
    public private(set) var items: [Item] = []
    /// The learner of each award, numbered in the order in which they first appear.
    public private(set) var learners: [UInt32] = []
    /// The item of each award.
    public private(set) var itemNumbers: [UInt32] = []
    /// The day of each award, as `CalendarDate.dayNumber`; `noDay` where it has none.
    public private(set) var days: [Int32] = []
    /// How far the learner has come with each.
    public private(set) var progress: [Award.Progress] = []
    /// The pseudonyms, by the numbers of the learners.
    public var names = ByteNames()

    private var numbers: [Item: UInt32] = [:]

    /// Creates columns without awards.
    public init() {}

    /// How many awards there are.
    public var count: Int { learners.count }

    /// Returns the number of an item, a new one where it is new.
    public mutating func number(of item: Item) -> UInt32 {
        if let number = numbers[item] { return number }
        let number = UInt32(items.count)
        numbers[item] = number
        items.append(item)
        return number
    }

    /// Adds an award of a learner and an item that have numbers.
    public mutating func append(
        learner: UInt32, item: UInt32, day: Int32, _ status: Award.Progress
    ) {
        learners.append(learner)
        itemNumbers.append(item)
        days.append(day)
        progress.append(status)
    }

    /// Adds an award.
    public mutating func append(_ award: Award, of learner: String) {
        append(
            learner: UInt32(names.number(of: learner)), item: number(of: Item(award)),
            day: award.date.map { Int32($0.dayNumber) } ?? Self.noDay, award.progress)
    }

    /// Adds awards whose learners and items have numbers of their own.
    public mutating func append(_ others: AwardColumns) {
        let learnerNumbers = names.numbers(of: others.names)
        let ownNumbers = others.items.map { number(of: $0) }
        learners.append(contentsOf: others.learners.lazy.map { learnerNumbers[Int($0)] })
        itemNumbers.append(contentsOf: others.itemNumbers.lazy.map { ownNumbers[Int($0)] })
        days += others.days
        progress += others.progress
    }
}
