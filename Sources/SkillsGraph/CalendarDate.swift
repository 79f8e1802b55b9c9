// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar, without time or zone, in the years 1 to 9999.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let dayNumber: Int

    /// Creates a date from its days since 1970-01-01; what lies outside the years 1 to 9999 becomes
    /// the first or the last day of them.
    public init(dayNumber: Int) { self.dayNumber = min(max(dayNumber, -719_162), 2_932_896) }

    /// Creates a date, or nil if there is no such day between the years 1 and 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, 1...Self.days(inMonth: month, of: year) ~= day
        else { return nil }
        dayNumber = Self.dayNumber(year, month, day)
    }

    /// Creates a date from ISO 8601 text: `2026-11-23`, or a date and time, of which the day as
    /// written counts, whatever the zone.
    public init?(_ text: String) {
        let bytes = Array(text.utf8.prefix(64))
        guard bytes.count < 64, bytes.count == 10 || Self.isTime(bytes.dropFirst(10)),
            bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The year, month and day.
    ///
    /// Civil-from-days after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Returns the same day `years` later, no earlier than in the year 1 and no later than in 9999;
    /// 29 February becomes 28 February where there is none.
    public func adding(years: Int) -> CalendarDate {
        let (year, month, day) = components
        let target = min(max(year + min(max(years, -9999), 9999), 1), 9999)
        let last = Self.days(inMonth: month, of: target)
        return CalendarDate(dayNumber: Self.dayNumber(target, month, min(day, last)))
    }

    /// Returns whether `left` is before `right`.
    public static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    /// Whether `bytes` are a time after a date: `T10:30`, with or without more and a zone.
    private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
        let time = bytes.dropFirst()
        guard bytes.first == UInt8(ascii: "T"), number(time.prefix(2)) != nil,
            time.dropFirst(2).first == UInt8(ascii: ":")
        else { return false }
        return time.allSatisfy { "0123456789:.,+-Z".utf8.contains($0) }
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The date as ISO 8601: `2026-11-23`.
    public var description: String {
        let (year, month, day) = components
        return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
