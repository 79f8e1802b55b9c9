// SPDX-License-Identifier: Apache-2.0

/// A learner as drawn: the rows of the file, and what was drawn to make them.
struct SampleLearner {
    /// Which way a learner stacked.
    enum Direction: Int { case vertical, horizontal, unknown }

    /// What became of an index award.
    struct Index {
        let day: Int
        let field: Int
        let provider: Int
        /// The level; nil where it is not stated.
        let level: Int?
    }

    /// The first award after the index award, if one comes before the end of the data.
    struct Stack {
        let wait: Int
        let direction: Direction
        let isSameField: Bool
        let isOtherProvider: Bool
    }

    /// One row of the file.
    struct Row {
        let item: Int
        /// The day; nil where the row states none.
        let day: Int?
        var status = Status.completed
    }

    /// What the status column says.
    enum Status: Int, CaseIterable {
        case completed, inProgress, planned, failed, withdrawn
    }

    /// The position of the learner's group.
    var group = 0
    /// The index award; nil where there is none.
    var index: Index?
    /// How the learner stacked; nil where they did not.
    var stack: Stack?
    /// The completed awards, each credential once, in the order of days.
    var awards: [Row] = []
    /// Rows that are no events: repeated, unfinished or without a date.
    var others: [Row] = []
    /// How many of these repeat a credential.
    var repeated = 0
    /// How many have no date, though completed.
    var undated = 0

    /// Forgets everything.
    mutating func clear() {
        index = nil
        stack = nil
        awards.removeAll(keepingCapacity: true)
        others.removeAll(keepingCapacity: true)
        repeated = 0
        undated = 0
    }

    /// Returns whether a credential is among the completed awards.
    func holds(_ item: Int) -> Bool { awards.contains { $0.item == item } }
}
