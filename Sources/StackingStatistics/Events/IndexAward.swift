// SPDX-License-Identifier: Apache-2.0

/// The first award of the index kind, from which a learner is followed.
///
/// Several first awards on one day are one index at their highest level; where that cannot be told
/// its level is unknown. It goes by the one of that level that comes first by its id.
struct IndexAward {
    /// The day.
    let day: Int32
    /// The item it goes by.
    let item: UInt32
    /// The code of its level; 0 where it is not known.
    let level: Int32
    /// The position of the first event after its day.
    let next: Int
}

extension EventContext {
    /// Returns the index award among a learner's events, or nil if there is none.
    func index(of events: Span<Cohort.Event>) -> IndexAward? {
        index(of: events) { $0.isIndex }
    }

    /// Returns the first award that is of interest, as an index.
    func index(of events: Span<Cohort.Event>, where isIndex: (Facts) -> Bool) -> IndexAward? {
        var first = 0
        while first < events.count, !isIndex(facts[Int(events[first].item)]) { first += 1 }
        guard first < events.count else { return nil }
        let day = events[first].day
        var next = first + 1
        var others = false
        while next < events.count, events[next].day == day {
            others = others || isIndex(facts[Int(events[next].item)])
            next += 1
        }
        let item = events[first].item
        guard others else {
            return IndexAward(day: day, item: item, level: facts[Int(item)].level, next: next)
        }
        return highest(among: events.extracting(first..<next), day: day, next: next, isIndex)
    }

    /// The index award of a day with several.
    private func highest(
        among events: Span<Cohort.Event>, day: Int32, next: Int, _ isIndex: (Facts) -> Bool
    ) -> IndexAward {
        var best: UInt32?
        var first: UInt32 = events[0].item
        for position in events.indices {
            let item = events[position].item
            guard isIndex(facts[Int(item)]) else { continue }
            if facts[Int(item)].place < facts[Int(first)].place || !isIndex(facts[Int(first)]) {
                first = item
            }
            let isHighest = events.indices.allSatisfy { other in
                let facts = facts[Int(events[other].item)]
                return !isIndex(facts) || isAtLeast(self.facts[Int(item)].level, facts.level)
            }
            guard isHighest else { continue }
            if let known = best, facts[Int(known)].place < facts[Int(item)].place { continue }
            best = item
        }
        return IndexAward(
            day: day, item: best ?? first, level: best.map { facts[Int($0)].level } ?? 0,
            next: next)
    }

    /// Whether a level is known to be another or above it.
    private func isAtLeast(_ level: Int32, _ other: Int32) -> Bool {
        levels.relation(of: other, to: level) == .notHigher
    }
}
