// SPDX-License-Identifier: Apache-2.0

/// A statistic over the awards of many learners.
///
/// It is fed one learner after another and keeps whole numbers only, so that parts of a cohort can
/// be counted at the same time and put together: the result does not depend on how many parts
/// there are. Rates and the like are computed at the end, in `tables()`.
public protocol EventStatistic: Statistic {
    /// Creates a statistic that has counted nobody.
    init(_ context: EventContext)

    /// Counts a learner.
    ///
    /// - Parameters:
    ///   - events: the learner's events, in the order of day, then item.
    ///   - learner: the learner's position in the cohort.
    mutating func add(_ events: Span<Cohort.Event>, of learner: Int)

    /// Counts the learners at these positions of a cohort.
    ///
    /// It is asked for so that a statistic is dispatched to once for many learners, not for each.
    mutating func addAll(_ learners: Range<Int>, of cohort: Cohort)

    /// Adds what another has counted, of learners that this one has not.
    mutating func merge(_ other: Self)

    /// Returns the tables of the contract, with their rows.
    func tables() -> [StatisticTable]
}

extension EventStatistic {
    /// Counts the learners at these positions of a cohort.
    public mutating func addAll(_ learners: Range<Int>, of cohort: Cohort) {
        let events = cohort.events.span
        let starts = cohort.starts.span
        for learner in learners {
            add(events.extracting(starts[learner]..<starts[learner + 1]), of: learner)
        }
    }
}
