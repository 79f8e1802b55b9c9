// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Awards in columns: one place in each for every row, learners and credentials by their numbers.
///
/// Thirteen bytes an award, so that millions of them fit where records would not.
public struct AwardColumns: Sendable {
    /// A credential as awards describe it: rows that say the same of it share one.
    public struct Item: Hashable, Sendable {
        /// The id of the credential.
        public let credential: String
        /// Its kind; nil where the row says nothing.
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
        init(_ award: Award) {
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
    public internal(set) var items: [Item] = []
    /// The learner of each award, numbered in the order in which they first appear.
    public internal(set) var learners: [UInt32] = []
    /// The item of each award.
    public internal(set) var itemNumbers: [UInt32] = []
    /// The day of each award, as `CalendarDate.dayNumber`; `noDay` where it has none.
    public internal(set) var days: [Int32] = []
    /// How far the learner has come with each.
    public internal(set) var progress: [Award.Progress] = []
    /// The pseudonyms, by their numbers.
    var names = ByteNames()

    /// Creates columns without rows.
    init() {}

    /// How many awards there are.
    public var count: Int { learners.count }
    /// How many learners there are.
    public var learnerCount: Int { names.count }

    /// Returns the pseudonym of the learner with this number.
    public func learner(_ number: Int) -> String { names.text(number) }

    mutating func append(learner: UInt32, item: UInt32, day: Int32, _ status: Award.Progress) {
        learners.append(learner)
        itemNumbers.append(item)
        days.append(day)
        progress.append(status)
    }
}
