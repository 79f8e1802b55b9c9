// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Cohort {
    /// Gathers the awards of learners, in any order, and puts them into columns.
    ///
    /// Learners and items are numbered by whoever gathers: the reader of a file knows its texts
    /// better than a table of strings here would.
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
            var starts = Array(repeating: 0, count: learnerCount + 1)
            for learner in learners { starts[Int(learner) + 1] += 1 }
            for learner in 0..<learnerCount { starts[learner + 1] += starts[learner] }
            var next = starts
            var sorted = Array(repeating: Event(day: 0, item: 0), count: events.count)
            for (learner, event) in zip(learners, events) {
                sorted[next[Int(learner)]] = event
                next[Int(learner)] += 1
            }
            let credentials = Self.credentials(of: items)
            var kept = 0
            var keptStarts = [0]
            keptStarts.reserveCapacity(learnerCount + 1)
            for learner in 0..<learnerCount {
                let row = starts[learner]..<starts[learner + 1]
                sorted[row].sort { ($0.day, $0.item) < ($1.day, $1.item) }
                let first = kept
                for place in row {
                    let event = sorted[place]
                    if let last, event.day > last {
                        excluded[.afterDataEnd, default: 0] += 1
                    } else if sorted[first..<kept].contains(where: {
                        credentials[Int($0.item)] == credentials[Int(event.item)]
                    }) {
                        excluded[.repeated, default: 0] += 1
                    } else {
                        sorted[kept] = event
                        kept += 1
                    }
                }
                keptStarts.append(kept)
            }
            sorted.removeLast(sorted.count - kept)
            return Cohort(
                items: items, events: sorted, starts: keptStarts,
                dataEnd: last.map { CalendarDate(dayNumber: Int($0)) }, excluded: excluded)
        }

        /// A number for each item that is the same for items of one credential.
        private static func credentials(of items: [Item]) -> [Int] {
            var numbers: [String: Int] = [:]
            return items.map { item in
                if let number = numbers[item.credential] { return number }
                numbers[item.credential] = numbers.count
                return numbers.count - 1
            }
        }
    }
}
