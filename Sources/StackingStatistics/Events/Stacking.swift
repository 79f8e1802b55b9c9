// SPDX-License-Identifier: Apache-2.0

/// What follows a learner's index award: in how many days, and whether higher.
struct Stacking {
    /// The days of something that does not happen.
    static let never = Int32.max

    /// The index award.
    let index: IndexAward
    /// Days from the index award to the next one.
    private(set) var next = Self.never
    /// Days to the first award of a higher level.
    private(set) var higher = Self.never
    /// Days to the first award whose level does not compare with that of the index award.
    private(set) var unknown = Self.never

    /// Which way a learner stacks.
    enum Direction { case vertical, horizontal, levelUnknown }

    /// Creates what follows `index` among `events`.
    init(after index: IndexAward, in events: Span<Cohort.Event>, _ context: EventContext) {
        self.index = index
        guard index.next < events.count else { return }
        next = events[index.next].day - index.day
        for position in index.next..<events.count {
            let event = events[position]
            switch context.levels.relation(
                of: context.facts[Int(event.item)].level, to: index.level)
            {
            case .notHigher: continue
            case .higher: higher = min(higher, event.day - index.day)
            case .unknown: unknown = min(unknown, event.day - index.day)
            }
        }
    }

    /// Which way the learner has stacked within `horizon` days; nil where not at all.
    func direction(within horizon: Int32) -> Direction? {
        guard next <= horizon else { return nil }
        if higher <= horizon { return .vertical }
        return unknown <= horizon ? .levelUnknown : .horizontal
    }
}

extension EventContext {
    /// Returns what follows the learner's index award; nil where there is none.
    func stacking(of events: Span<Cohort.Event>) -> Stacking? {
        index(of: events).map { Stacking(after: $0, in: events, self) }
    }

    /// Returns whether a learner is followed for `horizon` days after `day`.
    func isFollowed(_ horizon: Int, after day: Int32) -> Bool {
        Int(day) + horizon <= Int(lastDay)
    }

    /// The horizons, as numbers of days.
    var horizons: [Int] { terms.horizons }
}
