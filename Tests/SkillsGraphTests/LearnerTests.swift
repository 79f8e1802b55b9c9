// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct LearnerTests {
    @Test(arguments: ["", "ada@example.org", "@", "a@"])
    func `an id that is no pseudonym is refused`(id: String) {
        #expect(throws: GraphError.notAPseudonym(id)) { try Learner(id: id, awards: []) }
    }

    @Test func `awards stand in the order of credential, then date, undated first`() throws {
        let awards = [
            Award(credential: "b", date: CalendarDate("2025-01-01")),
            Award(credential: "a", date: CalendarDate("2026-01-01")),
            Award(credential: "a"), Award(credential: "a", date: CalendarDate("2024-01-01")),
        ]
        let learner = try Learner(id: "fjell-01", awards: awards)
        #expect(learner.awards.map(\.id) == ["a", "a@2024-01-01", "a@2026-01-01", "b@2025-01-01"])
        let reversed = try Learner(id: "fjell-01", awards: awards.reversed())
        #expect(reversed == learner)
    }

    @Test func `an award is valid to the end of its last day`() throws {
        var award = Award(credential: "a")
        let last = try #require(CalendarDate("2026-11-23"))
        #expect(!award.isExpired(on: last))
        award.expires = last
        #expect(!award.isExpired(on: last))
        #expect(award.isExpired(on: CalendarDate(dayNumber: last.dayNumber + 1)))
    }
}
