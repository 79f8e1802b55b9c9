// SPDX-License-Identifier: Apache-2.0

/// A length of time in the calendar: years, months, or days.
public struct Period: Hashable, Sendable {
    /// What it is measured in.
    public enum Measure: String, Hashable, Sendable, CaseIterable {
        /// Calendar years.
        case years = "y"
        /// Calendar months.
        case months = "m"
        /// Days.
        case days = "d"
    }

    /// How many; not negative.
    public let count: Int
    /// Of what.
    public let measure: Measure

    /// Creates a period.
    public init(_ count: Int, _ measure: Measure) {
        self.count = count
        self.measure = measure
    }

    /// The longest that is read, in any measure.
    public static let most = 100_000

    /// Returns the last day of the period that begins on `day`: 29 February plus a year is 28
    /// February.
    public func end(from day: CalendarDate) -> CalendarDate {
        switch measure {
        case .years: day.adding(years: count)
        case .months: day.adding(months: count)
        case .days: CalendarDate(dayNumber: day.dayNumber + count)
        }
    }
}

extension Period: CustomStringConvertible {
    /// The number and the letter of the measure: `5y`, `18m`, `90d`.
    public var description: String { "\(count)\(measure.rawValue)" }

    /// Creates a period from text: `5y`, `18m`, `90d`, `5 years`, `1 month`, `0 days`.
    public init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), count <= Self.most else { return nil }
        switch text.dropFirst(digits.count).drop(while: { $0 == " " }) {
        case "y", "year", "years": self.init(count, .years)
        case "m", "month", "months": self.init(count, .months)
        case "d", "day", "days": self.init(count, .days)
        default: return nil
        }
    }
}

extension CalendarDate {
    /// Returns the same day `months` later, or the last of that month where there is none.
    public func adding(months: Int) -> CalendarDate {
        let (year, month, day) = components
        let months = min(max(months, -120_000), 120_000)
        let total = year * 12 + (month - 1) + months
        let (newYear, newMonth) = (total >= 0 ? total / 12 : 0, total >= 0 ? total % 12 + 1 : 1)
        guard newYear >= 1 else { return CalendarDate(dayNumber: .min) }
        guard newYear <= 9999 else { return CalendarDate(dayNumber: .max) }
        for last in stride(from: day, through: 1, by: -1) {
            if let found = CalendarDate(year: newYear, month: newMonth, day: last) { return found }
        }
        return self
    }
}
