// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How many learners of a generated cohort did what, counted from the draws themselves.
///
/// The statistics compute the same from the awards alone, so that both can be compared exactly.
public struct SampleTally: Hashable, Sendable {
    /// The learners of one group and field at one horizon.
    public struct Counts: Hashable, Sendable {
        /// Those who were followed for the whole horizon after their index award.
        public fileprivate(set) var eligible = 0
        /// Those of them with a later award within it.
        public fileprivate(set) var stackers = 0
        /// The stackers who rose.
        public fileprivate(set) var vertical = 0
        /// The stackers who did not.
        public fileprivate(set) var horizontal = 0
        /// The stackers of whom nobody can tell.
        public fileprivate(set) var levelUnknown = 0
        /// The stackers whose next award is in the field of the index award.
        public fileprivate(set) var sameField = 0
        /// The stackers whose next award is from another provider.
        public fileprivate(set) var otherProvider = 0

        /// Adds those of another group, field or part.
        static func += (left: inout Self, right: Self) {
            left.eligible += right.eligible
            left.stackers += right.stackers
            left.vertical += right.vertical
            left.horizontal += right.horizontal
            left.levelUnknown += right.levelUnknown
            left.sameField += right.sameField
            left.otherProvider += right.otherProvider
        }
    }

    /// What kind of record a learner has.
    public enum RecordType: Int, Hashable, Sendable, CaseIterable {
        /// Something before the first qualification.
        case progression
        /// Something only after it.
        case supplemental
        /// Several awards and no qualification.
        case independent
        /// None of these.
        case none
    }

    /// How many learners there are.
    public private(set) var learners = 0
    /// How many of them have an index award.
    public private(set) var indexed = 0
    /// How many rows were written.
    public private(set) var rows = 0
    /// How many rows are completed awards that count.
    public private(set) var events = 0
    /// How many rows are not, and why.
    public private(set) var excluded: [Cohort.Exclusion: Int] = [
        .notCompleted: 0, .undated: 0, .repeated: 0,
    ]
    /// How many learners have each type of record.
    public private(set) var recordTypes: [Int] = [0, 0, 0, 0]
    /// How many learners have how many awards, by that number.
    public private(set) var depths: [Int] = []

    private let model: SampleModel
    private var cells: [Counts]

    init(_ model: SampleModel) {
        self.model = model
        cells = Array(
            repeating: Counts(),
            count: model.horizons.count * model.groups.count * model.fields.count)
    }

    /// Returns what was counted within `days`, one of the model's horizons.
    ///
    /// - Parameters:
    ///   - days: the horizon.
    ///   - group: the position of a group, or nil for all.
    ///   - field: the position of the index award's field, or nil for all.
    /// - Returns: the counts; zeros where `days` is no horizon of the model.
    public func counts(within days: Int, group: Int? = nil, field: Int? = nil) -> Counts {
        var sum = Counts()
        guard let horizon = model.horizons.firstIndex(of: days) else { return sum }
        for groupOf in model.groups.indices where group == nil || group == groupOf {
            for fieldOf in model.fields.indices where field == nil || field == fieldOf {
                sum += cells[cell(horizon, groupOf, fieldOf)]
            }
        }
        return sum
    }

    private func cell(_ horizon: Int, _ group: Int, _ field: Int) -> Int {
        (horizon * model.groups.count + group) * model.fields.count + field
    }

    /// Counts a learner as drawn.
    mutating func add(_ learner: SampleLearner, of catalogue: SampleCatalogue) {
        learners += 1
        rows += learner.awards.count + learner.others.count
        events += learner.awards.count
        excluded[.repeated, default: 0] += learner.repeated
        excluded[.undated, default: 0] += learner.undated
        excluded[.notCompleted, default: 0] +=
            learner.others.count - learner.repeated - learner.undated
        recordTypes[recordType(of: learner, catalogue).rawValue] += 1
        while depths.count <= learner.awards.count { depths.append(0) }
        depths[learner.awards.count] += 1
        guard let index = learner.index else { return }
        indexed += 1
        for (horizon, days) in model.horizons.enumerated()
        where index.day + days <= model.dataEnd.dayNumber {
            count(learner.stack, within: days, in: cell(horizon, learner.group, index.field))
        }
    }

    private mutating func count(_ stack: SampleLearner.Stack?, within days: Int, in cell: Int) {
        cells[cell].eligible += 1
        guard let stack, stack.wait <= days else { return }
        cells[cell].stackers += 1
        switch stack.direction {
        case .vertical: cells[cell].vertical += 1
        case .horizontal: cells[cell].horizontal += 1
        case .unknown: cells[cell].levelUnknown += 1
        }
        if stack.isSameField { cells[cell].sameField += 1 }
        if stack.isOtherProvider { cells[cell].otherProvider += 1 }
    }

    private func recordType(
        of learner: SampleLearner, _ catalogue: SampleCatalogue
    ) -> RecordType {
        guard let first = learner.awards.first?.day, let last = learner.awards.last?.day else {
            return .none
        }
        let qualification = learner.awards.first { catalogue.items[$0.item].isQualification }
        guard let day = qualification?.day else { return first < last ? .independent : .none }
        return first < day ? .progression : day < last ? .supplemental : .none
    }
}
