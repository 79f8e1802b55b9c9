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

// No closure here may capture a span, not even that of `||`: the optimiser of Swift 6.3 fails on it.
extension EventContext {
    /// Returns the index award among a learner's events, of any kind if so asked, or nil if there
    /// is none.
    func index(of events: Span<Cohort.Event>, anyKind: Bool = false) -> IndexAward? {
        var first = 0
        while first < events.count, !isIndex(events[first], anyKind) { first += 1 }
        guard first < events.count else { return nil }
        let day = events[first].day
        var next = first + 1
        var hasOthers = false
        while next < events.count, events[next].day == day {
            if isIndex(events[next], anyKind) { hasOthers = true }
            next += 1
        }
        let item = events[first].item
        guard hasOthers else {
            return IndexAward(day: day, item: item, level: facts[Int(item)].level, next: next)
        }
        return index(among: items(of: events, from: first, to: next, anyKind), day: day, next: next)
    }

    /// The items of the events between two positions that can be of an index award.
    private func items(
        of events: Span<Cohort.Event>, from first: Int, to next: Int, _ anyKind: Bool
    ) -> [UInt32] {
        var items: [UInt32] = []
        for position in first..<next where isIndex(events[position], anyKind) {
            items.append(events[position].item)
        }
        return items
    }

    private func isIndex(_ event: Cohort.Event, _ anyKind: Bool) -> Bool {
        anyKind || facts[Int(event.item)].isIndex
    }

    /// The index award of a day with several of these items.
    private func index(among items: [UInt32], day: Int32, next: Int) -> IndexAward? {
        let highest = items.filter { item in
            items.allSatisfy { isAtLeast(facts[Int(item)].level, facts[Int($0)].level) }
        }
        let candidates = highest.isEmpty ? items : highest
        return candidates.min { facts[Int($0)].place < facts[Int($1)].place }.map { item in
            IndexAward(
                day: day, item: item, level: highest.isEmpty ? 0 : facts[Int(item)].level,
                next: next)
        }
    }

    /// Whether a level is known to be another or above it.
    private func isAtLeast(_ level: Int32, _ other: Int32) -> Bool {
        levels.relation(of: other, to: level) == .notHigher
    }
}
