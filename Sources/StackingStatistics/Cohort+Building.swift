// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Cohort {
    /// Gathers the awards of learners, in any order, and puts them into columns.
    ///
    /// Learners and items are numbered by whoever gathers: the reader of a file knows its texts
    /// better than a table of strings here would. Awards that come learner by learner need not be
    /// put in order of learners again.
    public struct Builder: Sendable {
        /// What the events refer to, in the order of their numbers.
        public private(set) var items: [Item] = []
        /// How many awards were left out, and why.
        private var excluded: [Exclusion: Int] = [:]
        private var learners: [UInt32] = []
        private var events: [Event] = []
        private var learnerCount = 0

        /// Creates a builder that has gathered nothing.
        public init() {}

        /// Adds an item and returns its number.
        public mutating func add(_ item: Item) -> UInt32 {
            items.append(item)
            return UInt32(items.count - 1)
        }

        /// Makes room for awards that are about to be added.
        public mutating func reserveCapacity(_ count: Int) {
            learners.reserveCapacity(count)
            events.reserveCapacity(count)
        }

        /// Makes room for learners numbered below `count`, also those without an award.
        public mutating func setLearnerCount(_ count: Int) {
            learnerCount = max(learnerCount, count)
        }

        /// Adds an award that was completed on `day`.
        public mutating func add(learner: Int, item: UInt32, day: CalendarDate) {
            learnerCount = max(learnerCount, learner + 1)
            learners.append(UInt32(learner))
            events.append(Event(day: Int32(day.dayNumber), item: item))
        }

        /// Counts an award that is left out.
        public mutating func leaveOut(learner: Int, because exclusion: Exclusion) {
            learnerCount = max(learnerCount, learner + 1)
            excluded[exclusion, default: 0] += 1
        }

        /// Returns the cohort, followed to `dataEnd`, or to the day of the last award.
        ///
        /// Awards after that day are left out; of a credential completed more than once the first
        /// counts, and of two on one day the one whose item comes first.
        ///
        /// - Complexity: O(*n* + *n* log *m*) for *n* awards, at most *m* of them of one learner.
        public consuming func cohort(until dataEnd: CalendarDate? = nil) -> Cohort {
            let last = dataEnd.map { Int32($0.dayNumber) } ?? events.map(\.day).max()
            var rows = EventRows(events, of: learners, learnerCount: learnerCount)
            learners = []
            events = []
            rows.sort()
            let (late, repeated) = rows.keepFirsts(
                until: last ?? .max, credentials: Self.credentials(of: items))
            if late > 0 { excluded[.afterDataEnd, default: 0] += late }
            if repeated > 0 { excluded[.repeated, default: 0] += repeated }
            return Cohort(
                items: items, events: rows.events, starts: rows.starts,
                dataEnd: last.map { CalendarDate(dayNumber: Int($0)) }, excluded: excluded)
        }

        /// A number for each item that is the same for items of one credential.
        private static func credentials(of items: [Item]) -> [UInt32] {
            var numbers: [String: UInt32] = [:]
            return items.map { item in
                let next = UInt32(numbers.count)
                let number = numbers[item.credential, default: next]
                if number == next { numbers[item.credential] = next }
                return number
            }
        }
    }
}
