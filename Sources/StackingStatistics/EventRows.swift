// SPDX-License-Identifier: Apache-2.0

/// The events of each learner as a row of one array, being put in order.
struct EventRows {
    /// The longest row that is sorted by insertion, and searched from end to end.
    private static let short = 32

    /// The events, learner by learner.
    private(set) var events: [Cohort.Event]
    /// Where the row of each learner begins, and where the last one's ends.
    private(set) var starts: [Int]

    /// Puts events into rows; those of a learner stay in the order in which they come.
    init(_ events: [Cohort.Event], of learners: [UInt32], learnerCount: Int) {
        self.events = events
        starts = Array(repeating: 0, count: learnerCount + 1)
        var isInOrder = true
        var before: UInt32 = 0
        for learner in learners {
            starts[Int(learner) + 1] += 1
            isInOrder = isInOrder && learner >= before
            before = learner
        }
        for learner in 0..<learnerCount { starts[learner + 1] += starts[learner] }
        if !isInOrder { arrange(events, learners) }
    }

    private mutating func arrange(_ unordered: [Cohort.Event], _ learners: [UInt32]) {
        var next = starts
        for (learner, event) in zip(learners, unordered) {
            events[next[Int(learner)]] = event
            next[Int(learner)] += 1
        }
    }

    /// Sorts each row by day, then item.
    mutating func sort() {
        for learner in 0..<starts.count - 1 {
            let row = starts[learner]..<starts[learner + 1]
            if row.count <= Self.short {
                insertionSort(row)
            } else {
                events[row].sort { $0.order < $1.order }
            }
        }
    }

    /// Registers mostly write a learner's awards in the order of days, in which nothing moves.
    private mutating func insertionSort(_ row: Range<Int>) {
        for place in row.dropFirst() {
            let event = events[place]
            var gap = place
            while gap > row.lowerBound, events[gap - 1].order > event.order {
                events[gap] = events[gap - 1]
                gap -= 1
            }
            if gap != place { events[gap] = event }
        }
    }

    /// Keeps of each sorted row the events up to a day, and of each credential the first.
    ///
    /// - Parameters:
    ///   - last: the last day.
    ///   - credentials: the credential of each item.
    /// - Returns: how many events were later, and how many repeated a credential.
    mutating func keepFirsts(
        until last: Int32, credentials: [UInt32]
    ) -> (late: Int, repeated: Int) {
        var late = 0
        var kept = 0
        var begin = 0
        for learner in 0..<starts.count - 1 {
            let end = starts[learner + 1]
            let first = kept
            var seen: Set<UInt32>? = end - begin > Self.short ? [] : nil
            for place in begin..<end {
                let event = events[place]
                if event.day > last {
                    late += 1
                } else if isNew(event, from: first, to: kept, credentials, &seen) {
                    events[kept] = event
                    kept += 1
                }
            }
            starts[learner + 1] = kept
            begin = end
        }
        let repeated = events.count - kept - late
        events.removeLast(events.count - kept)
        return (late, repeated)
    }

    private func isNew(
        _ event: Cohort.Event, from first: Int, to kept: Int, _ credentials: [UInt32],
        _ seen: inout Set<UInt32>?
    ) -> Bool {
        let credential = credentials[Int(event.item)]
        if let isInserted = seen?.insert(credential).inserted { return isInserted }
        for place in first..<kept where credentials[Int(events[place].item)] == credential {
            return false
        }
        return true
    }
}

extension Cohort.Event {
    /// A number that orders events by day, then item.
    fileprivate var order: UInt64 {
        UInt64(UInt32(bitPattern: day) ^ 0x8000_0000) << 32 | UInt64(item)
    }
}
