// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// The choices that an analyst makes before anything is counted.
public struct StatisticTerms: Sendable {
    /// What learners are broken down by.
    public enum Breakdown: Sendable {
        /// Nothing: everybody together.
        case none
        /// An attribute of the index award.
        case attribute(Attribute)
        /// A column of a file of groups.
        case groups(LearnerGroups)
    }

    /// An attribute of the index award.
    public enum Attribute: String, Hashable, Sendable, CaseIterable {
        /// Who awarded it.
        case provider
        /// Its field of education.
        case field
        /// Its level.
        case level
        /// Its kind.
        case kind
        /// The year of its day.
        case year
    }

    /// The horizons, in days, from the nearest.
    public var horizons = [365, 730, 1460]
    /// The kind that an index award is of; nil for any.
    public var indexKind: Credential.Kind? = .microCredential
    /// What learners are broken down by.
    public var breakdown = Breakdown.none
    /// The group that others are compared with.
    public var reference: String?
    /// How many learners a pair or a sequence must have to be listed.
    public var least = 2
    /// How many pairs and sequences are listed at most.
    public var top = 20
    /// How levels of different frameworks compare.
    public var crosswalk = LevelCrosswalk.standard

    /// Creates the usual terms.
    public init() {}
}

/// Which group each learner is in, by a file that is read for one run and never stored.
public struct LearnerGroups: Sendable {
    /// The name of the column.
    public let name: String
    /// The names of the groups, in order.
    public let labels: [String]
    /// For each learner, by position: the group's position in the labels, plus one; 0 for none.
    public let groups: [UInt32]

    /// Creates groups from the name of each learner's group, nil for a learner without one.
    public init(_ name: String, of learners: [String?]) {
        self.name = name
        let labels = Set(learners.compactMap(\.self)).sorted()
        let codes = Dictionary(uniqueKeysWithValues: zip(labels, 1...))
        self.labels = labels
        groups = learners.map { label in UInt32(label.flatMap { codes[$0] } ?? 0) }
    }
}
