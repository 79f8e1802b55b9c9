// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@Suite struct CalendarDateTests {
    /// Counts days one by one from 0001-01-01, which is 719,162 days before 1970-01-01.
    private struct Oracle: Sequence, IteratorProtocol {
        var year = 1
        var month = 1
        var day = 0
        var number = -719_163

        mutating func next() -> (year: Int, month: Int, day: Int, number: Int)? {
            day += 1
            number += 1
            if day > length { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            return year > 9999 ? nil : (year, month, day, number)
        }

        private var length: Int {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        }
    }

    @Test func `every day of the years 1 to 9999 agrees with counting`() {
        var last = 0
        var wrong = 0
        for day in Oracle() {
            let date = CalendarDate(dayNumber: day.number)
            let isSame =
                date.components == (day.year, day.month, day.day)
                && CalendarDate(year: day.year, month: day.month, day: day.day) == date
            if !isSame { wrong += 1 }
            last = day.number
        }
        #expect(wrong == 0)
        #expect(last == CalendarDate(year: 9999, month: 12, day: 31)?.dayNumber)
        #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    }

    @Test func `a date is read back as it was printed`() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<oracleCases(debug: 2000) {
            let date = CalendarDate(
                dayNumber: .random(in: -719_162...2_932_896, using: &random))
            #expect(CalendarDate(date.description) == date)
        }
    }

    @Test(arguments: [
        "2026-11-23", "2026-11-23T10:30", "2026-11-23T23:59:59.999+02:00", "2026-11-23T00:00:00Z",
    ])
    func `a date is read with or without a time`(text: String) {
        #expect(CalendarDate(text)?.description == "2026-11-23")
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-1-1", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10",
        "2026-04-31", "0000-01-01", "2026/11/23", "23.11.2026", "2026-11-2x", "2026-11-23 ",
        "2026-11-23T", "2026-11-23Thursday", "2026-11-23T10", "-026-11-23", "２０２６-11-23",
    ])
    func `what is not a day is refused`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `a text of a megabyte is no date`() {
        let time = String(repeating: "0", count: 1 << 20)
        #expect((CalendarDate("2026-11-23T10:30" + time) == nil) == true)
    }

    @Test(arguments: [
        ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"),
        ("2024-02-29", 76, "2100-02-28"), ("2025-02-28", 3, "2028-02-28"),
        ("2026-11-23", -5, "2021-11-23"), ("9999-12-31", 1, "9999-12-31"),
        ("0001-01-01", -1, "0001-01-01"), ("2026-11-23", .max, "9999-11-23"),
        ("2026-11-23", .min, "0001-11-23"),
    ])
    func `years are added within the calendar`(from: String, years: Int, to: String) {
        #expect(CalendarDate(from)?.adding(years: years).description == to)
    }

    @Test func `a day beyond the calendar is brought to its end`() {
        #expect(CalendarDate(dayNumber: .max).description == "9999-12-31")
        #expect(CalendarDate(dayNumber: .min).description == "0001-01-01")
    }

    @Test func `dates are in order`() throws {
        let day = try #require(CalendarDate("1969-12-31"))
        let next = try #require(CalendarDate("1970-01-01"))
        #expect(day < next)
    }
}
