// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What an import did with the records of one noun.
///
/// `read` = `added` + `changed` + `unchanged` + `ignored` + `rejected`; `pending` and `guessed` say
/// how many of those kept are so, and `resolved` counts what an earlier import had left pending.
public struct NounCount: Hashable, Sendable {
    /// The noun.
    public let noun: Noun
    /// How many were read; rules and not their requirements.
    public var read = 0
    /// How many were new.
    public var added = 0
    /// How many were there, and differ now.
    public var changed = 0
    /// How many were there, and are as they were.
    public var unchanged = 0
    /// How many were left out because another of the same id is there already.
    public var ignored = 0
    /// How many were left out because they are wrong.
    public var rejected = 0
    /// How many refer to what is not there yet.
    public var pending = 0
    /// How many refer by a label that was taken for a skill.
    public var guessed = 0
    /// How many that were pending before are no longer so.
    public var resolved = 0

    /// Creates counts of nothing.
    public init(_ noun: Noun) { self.noun = noun }
}

/// One field that an import changed: the least that tells the old from the new.
public struct Difference: Hashable, Sendable {
    /// The noun.
    public let noun: Noun
    /// Its id; of an award the learner, the credential and the date.
    public let id: String
    /// The field, such as `credits` or `title@de`.
    public let field: String
    /// What it was; nil where it was not set.
    public let old: String?
    /// What it is; nil where it is no longer set.
    public let new: String?

    /// Creates a difference.
    public init(noun: Noun, id: String, field: String, old: String?, new: String?) {
        self.noun = noun
        self.id = id
        self.field = field
        self.old = old
        self.new = new
    }
}

/// What an import did.
public struct ImportSummary: Hashable, Sendable {
    /// What was done, for each noun of which anything was read or resolved, in the order of `Noun`.
    public let counts: [NounCount]
    /// How often each action stands in the ledger, what formats noted included.
    public let actions: [LedgerEntry.Action: Int]
    /// The first differences, in the order in which they came up.
    public let differences: [Difference]
    /// How many differences there are in all.
    public let differenceCount: Int
    /// The derived data that was built anew.
    public let derived: [String]
    /// The number of the entry in the log; nil where nothing changed, and the file is as it was.
    public let logNumber: Int?

    /// At most so many differences are listed.
    public static let listedDifferences = 1000

    /// Returns the counts of a noun.
    public func count(_ noun: Noun) -> NounCount {
        counts.first { $0.noun == noun } ?? NounCount(noun)
    }

    /// Returns how often an action stands in the ledger.
    public func count(_ action: LedgerEntry.Action) -> Int { actions[action] ?? 0 }
}
