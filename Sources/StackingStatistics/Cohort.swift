// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// The awards of many learners, in columns: what statistics over events are computed from.
///
/// Each learner has a row of events in the order of day, then item. An event is one credential
/// completed on one day; what is known of the credential is kept once, as an item. A million
/// learners with five million awards take some fifty megabytes.
public struct Cohort: Sendable {
    /// A credential as the awards of a cohort describe it.
    public struct Item: Hashable, Sendable {
        /// The id of the credential.
        public var credential: String
        /// Its kind; nil where nobody says.
        public var kind: Credential.Kind?
        /// Its level.
        public var level: Level?
        /// Its field of education.
        public var field: String?
        /// Who awards it.
        public var provider: String?
        /// Its credits.
        public var credits: Credits?

        /// Creates an item of which only the id is known.
        public init(credential: String) { self.credential = credential }

        /// Whether it is a qualification as statistics count them: a certificate, a diploma or a
        /// degree.
        public var isQualification: Bool {
            kind == .certificate || kind == .diploma || kind == .degree
        }
    }

    /// One credential completed on one day.
    public struct Event: Hashable, Sendable {
        /// The day, as `CalendarDate.dayNumber`.
        public let day: Int32
        /// The position in the items.
        public let item: UInt32

        /// Creates an event.
        public init(day: Int32, item: UInt32) {
            self.day = day
            self.item = item
        }
    }

    /// Why awards are not among the events.
    public enum Exclusion: String, Hashable, Sendable, CaseIterable {
        /// Not completed: in progress, planned, failed or withdrawn.
        case notCompleted
        /// Without a date.
        case undated
        /// After the end of the data.
        case afterDataEnd
        /// Of a credential that the learner had completed before; the first counts.
        case repeated
    }

    /// What the events refer to.
    public let items: [Item]
    /// The end of the data: the day until which every learner was followed; nil where there are no
    /// events and no day was given.
    public let dataEnd: CalendarDate?
    /// How many awards were left out, and why.
    public let excluded: [Exclusion: Int]
    /// The events of all learners, learner by learner.
    let events: [Event]
    /// Where the events of each learner begin, and where the last one's end: `learnerCount + 1`.
    let starts: [Int]

    /// How many learners there are, those without an event included.
    public var learnerCount: Int { starts.count - 1 }
    /// How many events there are.
    public var eventCount: Int { events.count }

    /// Returns the events of the learner at `position`, in the order of day, then item.
    public func events(of position: Int) -> ArraySlice<Event> {
        events[starts[position]..<starts[position + 1]]
    }

    /// Creates a cohort from events that are in order and refer to `items`.
    init(
        items: [Item], events: [Event], starts: [Int], dataEnd: CalendarDate?,
        excluded: [Exclusion: Int]
    ) {
        self.items = items
        self.events = events
        self.starts = starts
        self.dataEnd = dataEnd
        self.excluded = excluded
    }
}
