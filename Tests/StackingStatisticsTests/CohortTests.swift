// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import Testing

@Suite struct CohortTests {
    private static func day(_ text: String) throws -> CalendarDate {
        try #require(CalendarDate(text))
    }

    @Test func `events of each learner stand in the order of days, whatever order they came in`()
        throws
    {
        var builder = Cohort.Builder()
        let first = builder.add(Cohort.Item(credential: "m1"))
        let second = builder.add(Cohort.Item(credential: "m2"))
        builder.add(learner: 1, item: second, day: try Self.day("2024-03-01"))
        builder.add(learner: 0, item: second, day: try Self.day("2024-02-01"))
        builder.add(learner: 1, item: first, day: try Self.day("2024-01-01"))
        let cohort = builder.cohort()
        #expect(cohort.learnerCount == 2)
        #expect(cohort.events(of: 0).map(\.item) == [second])
        #expect(cohort.events(of: 1).map(\.item) == [first, second])
        #expect(cohort.dataEnd == (try Self.day("2024-03-01")))
    }

    @Test func `of a credential completed twice the first counts`() throws {
        var builder = Cohort.Builder()
        let item = builder.add(Cohort.Item(credential: "m1"))
        var other = Cohort.Item(credential: "m1")
        other.provider = "elsewhere"
        let again = builder.add(other)
        builder.add(learner: 0, item: again, day: try Self.day("2024-03-01"))
        builder.add(learner: 0, item: item, day: try Self.day("2024-01-01"))
        let cohort = builder.cohort()
        #expect(cohort.events(of: 0).map(\.item) == [item])
        #expect(cohort.excluded == [.repeated: 1])
    }

    @Test func `awards after the end of the data are left out and counted`() throws {
        var builder = Cohort.Builder()
        let item = builder.add(Cohort.Item(credential: "m1"))
        builder.add(learner: 0, item: item, day: try Self.day("2024-03-02"))
        builder.leaveOut(learner: 2, because: .undated)
        let cohort = builder.cohort(until: try Self.day("2024-03-01"))
        #expect(cohort.learnerCount == 3)
        #expect(cohort.eventCount == 0)
        #expect(cohort.excluded == [.afterDataEnd: 1, .undated: 1])
    }

    @Test func `a cohort of nobody has no end`() {
        let cohort = Cohort.Builder().cohort()
        #expect(cohort.learnerCount == 0)
        #expect(cohort.dataEnd == nil)
    }
}
