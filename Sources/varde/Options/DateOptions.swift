// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import Foundation
import PathwayReports
import SkillsGraph

/// The day a question is about.
struct DateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The day asked about; today unless given.", valueName: "date"),
        transform: Self.date)
    var asOf: CalendarDate?

    /// The day asked about.
    var day: CalendarDate { asOf ?? Self.today }

    /// That day and this Varde, for the log.
    var stamp: ImportStamp {
        ImportStamp(date: day, engine: "varde \(Disclosure.engineVersion)")
    }

    /// Reads a date as a person writes it.
    static func date(_ text: String) throws -> CalendarDate {
        guard text.utf8.count == 10, let date = CalendarDate(text) else {
            throw ValidationError("\"\(text)\" is not a date such as 2026-09-01")
        }
        return date
    }

    /// The one reading of the clock that an output may show.
    private static var today: CalendarDate {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return CalendarDate(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? CalendarDate(dayNumber: now / 86_400)
    }
}
