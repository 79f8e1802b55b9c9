// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@Suite struct PeriodTests {
    @Test(arguments: [
        ("5y", Period(5, .years)), ("18m", Period(18, .months)), ("90d", Period(90, .days)),
        ("5 years", Period(5, .years)), ("1 month", Period(1, .months)),
        ("0 days", Period(0, .days)), ("100000d", Period(100_000, .days)),
        ("007y", Period(7, .years)),
    ])
    func `a period is a number and a measure`(text: String, period: Period) {
        #expect(Period(text) == period)
    }

    @Test(arguments: [
        "", "5", "y", "-1y", "5w", "5 weeks", "1.5y", "5y ", "100001d", "5y6m", "٥y",
        "99999999999999999999y",
    ])
    func `what is not a period is refused`(text: String) {
        #expect(Period(text) == nil)
    }

    @Test func `a period is read back as it was printed`() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<500 {
            let period = Period(
                .random(in: 0...Period.most, using: &random),
                Period.Measure.allCases.randomElement(using: &random) ?? .days)
            #expect(Period(period.description) == period)
        }
    }

    @Test(arguments: [
        ("1y", "2024-02-29", "2025-02-28"), ("4y", "2024-02-29", "2028-02-29"),
        ("5y", "2021-03-01", "2026-03-01"), ("1m", "2026-01-31", "2026-02-28"),
        ("1m", "2024-01-31", "2024-02-29"), ("12m", "2024-02-29", "2025-02-28"),
        ("18m", "2024-08-31", "2026-02-28"), ("3m", "2026-11-30", "2027-02-28"),
        ("1d", "2026-12-31", "2027-01-01"), ("0d", "2026-12-31", "2026-12-31"),
        ("100000y", "2026-12-31", "9999-12-31"), ("100000m", "2026-12-31", "9999-12-31"),
        ("100000d", "9999-12-01", "9999-12-31"),
    ])
    func `it ends on a day of the calendar`(text: String, from: String, to: String) throws {
        let period = try #require(Period(text))
        #expect(period.end(from: try #require(CalendarDate(from))).description == to)
    }

    @Test func `months back and forth stay inside the calendar`() throws {
        let day = try #require(CalendarDate("2026-03-31"))
        #expect(day.adding(months: -1).description == "2026-02-28")
        #expect(day.adding(months: -3).description == "2025-12-31")
        #expect(day.adding(months: .min).description == "0001-01-01")
        #expect(day.adding(months: .max).description == "9999-12-31")
    }
}
