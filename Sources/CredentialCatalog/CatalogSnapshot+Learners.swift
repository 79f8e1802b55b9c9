// SPDX-License-Identifier: Apache-2.0

import GRDB
public import SkillsGraph

/// A learner in a list: the pseudonym, how many awards, and the latest date of one.
public struct LearnerEntry: Hashable, Sendable {
    /// The pseudonym.
    public let id: String
    /// How many awards there are.
    public let awards: Int
    /// The latest date of an award, where one has a date.
    public let lastDate: CalendarDate?
}

extension CatalogSnapshot {
    /// Returns a learner with all awards, or nil if there is none of this id.
    public func learner(_ id: String) throws -> Learner? {
        var awards: [Award] = []
        try database.each(
            """
            SELECT a.credential, a.day, \(AwardRow.columns) FROM award_data a
            WHERE a.learner = (SELECT id FROM learner_data WHERE name = ?)
            ORDER BY a.credential, a.day, a.ordinal
            """, .text(id)
        ) { awards.append(AwardRow.read($0, 1, credential: $0.text(0))) }
        return awards.isEmpty ? nil : try Learner(id: id, awards: awards)
    }

    /// Returns the learners that are most like `id` in spelling, for a suggestion.
    public func learners(near id: String) throws -> [String] {
        var ids: [String] = []
        try database.each("SELECT name FROM learner_data ORDER BY name") { ids.append($0.text(0)) }
        return Spelling.nearest(to: id, among: ids)
    }

    /// Returns all learners, by id.
    public func learners() throws -> [LearnerEntry] {
        var entries: [LearnerEntry] = []
        try database.each(
            """
            SELECT l.name, n.awards, n.day FROM learner_data l
            JOIN (SELECT learner, count(*) AS awards, max(day) AS day FROM award_data
                  GROUP BY learner) n ON n.learner = l.id
            ORDER BY l.name
            """
        ) {
            let day = $0.integer(2)
            entries.append(
                LearnerEntry(
                    id: $0.text(0), awards: $0.integer(1),
                    lastDate: day > Schema.noDay ? CalendarDate(dayNumber: day) : nil))
        }
        return entries
    }

    /// Calls `body` with each learner, by id, holding one at a time.
    ///
    /// - Complexity: O(awards), in memory for one learner.
    public func forEachLearner(_ body: (Learner) throws -> Void) throws {
        var current: (row: Int, id: String)?
        var awards: [Award] = []
        try database.each(
            """
            SELECT l.id, l.name, a.credential, a.day, \(AwardRow.columns)
            FROM learner_data l CROSS JOIN award_data a ON a.learner = l.id
            ORDER BY l.name, a.credential, a.day, a.ordinal
            """
        ) { columns in
            let row = columns.integer(0)
            if current?.row != row {
                if let current { try body(try Learner(id: current.id, awards: awards)) }
                current = (row, columns.text(1))
                awards.removeAll(keepingCapacity: true)
            }
            awards.append(AwardRow.read(columns, 3, credential: columns.text(2)))
        }
        if let current { try body(try Learner(id: current.id, awards: awards)) }
    }
}
