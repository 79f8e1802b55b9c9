// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What is planted in a generated cohort: the chances by which each learner is drawn.
///
/// Chances are whole millionths and weights whole numbers, so that a seed gives the same cohort on
/// every machine. Whether a learner stacks depends on the group and on the field of the index
/// award; which way, into which field and at which provider does not, and so the shares among
/// stackers are the same at every horizon.
public struct SampleModel: Hashable, Sendable {
    /// A probability, in millionths.
    public struct Chance: Hashable, Sendable, ExpressibleByIntegerLiteral {
        /// The millionths: 1,000,000 is certain.
        public let millionths: Int

        /// Creates a chance from its millionths.
        public init(millionths: Int) { self.millionths = millionths }
        /// Creates a chance from its millionths.
        public init(integerLiteral value: Int) { millionths = value }

        /// The probability.
        public var probability: Double { Double(millionths) / 1_000_000 }
    }

    /// A group of learners, by which results may differ.
    public struct Group: Hashable, Sendable {
        /// What it is called in the groups file.
        public let name: String
        /// How many learners are of it, among the weights of all groups.
        public let weight: Int
        /// The chance to hold a later award within each horizon, in a field of factor 100; the last
        /// one is the chance to stack at all.
        public let stacking: [Chance]
    }

    /// A field of education.
    public struct Field: Hashable, Sendable {
        /// What it is called.
        public let name: String
        /// How many index awards are in it, among the weights of all fields.
        public let weight: Int
        /// By how many hundredths the chance to stack is multiplied.
        public let factor: Int
    }

    /// Who awards credentials.
    public struct Provider: Hashable, Sendable {
        /// What it is called.
        public let name: String
        /// How many awards are from it, among the weights of all providers.
        public let weight: Int
    }

    /// The first day of an index award.
    public var firstIndex = CalendarDate(dayNumber: 17_167)
    /// The last day of an index award.
    public var lastIndex = CalendarDate(dayNumber: 20_269)
    /// The day until which everybody was followed.
    public var dataEnd = CalendarDate(dayNumber: 20_453)
    /// The days within which the chances to stack are declared; the last one is for ever.
    public var horizons = [365, 730, 1460, 2190]
    /// The groups.
    public var groups = Self.attendance
    /// The fields.
    public var fields = Self.broadFields
    /// The providers.
    public var providers = Self.colleges

    /// That a learner has an index award at all.
    public var hasIndex: Chance = 900_000
    /// That the level of the index award is stated; where it is not, nobody can tell which way the
    /// learner stacked.
    public var isLevelled: Chance = 950_000
    /// That the index award, where levelled, is at the higher of two levels.
    public var isHigher: Chance = 400_000
    /// That a stacker from a levelled index award rises.
    public var isVertical: Chance = 380_000
    /// That the first later award has no level, among those who do not rise.
    public var isUnlevelled: Chance = 50_000
    /// That the first later award is in the field of the index award.
    public var isSameField: Chance = 720_000
    /// That the first later award is from another provider.
    public var isOtherProvider: Chance = 250_000
    /// That another, lower award falls on the day of the higher index award.
    public var hasTwin: Chance = 80_000
    /// That a learner held a degree before the index award.
    public var hasDegree: Chance = 120_000
    /// That a row repeats the first award on a later day.
    public var isRepeated: Chance = 30_000
    /// That a row is of an award that was not completed.
    public var isUnfinished: Chance = 60_000
    /// That a row is of an award without a date.
    public var isUndated: Chance = 10_000

    /// Creates the model whose cohorts resemble a network of five colleges.
    public init() {}
}

extension SampleModel {
    private static let attendance = [
        Group(name: "full-time", weight: 50, stacking: [270_000, 420_000, 560_000, 620_000]),
        Group(name: "part-time", weight: 35, stacking: [180_000, 320_000, 480_000, 580_000]),
        Group(name: "online", weight: 15, stacking: [120_000, 210_000, 330_000, 400_000]),
    ]

    private static let broadFields = [
        Field(name: "business", weight: 24, factor: 100),
        Field(name: "ICT", weight: 22, factor: 125),
        Field(name: "health", weight: 18, factor: 75),
        Field(name: "engineering", weight: 12, factor: 110),
        Field(name: "education", weight: 9, factor: 90),
        Field(name: "sciences", weight: 7, factor: 115),
        Field(name: "arts", weight: 5, factor: 60),
        Field(name: "services", weight: 3, factor: 80),
    ]

    private static let colleges = [
        Provider(name: "north", weight: 34), Provider(name: "harbour", weight: 26),
        Provider(name: "valley", weight: 18), Provider(name: "island", weight: 12),
        Provider(name: "fell", weight: 10),
    ]
}
