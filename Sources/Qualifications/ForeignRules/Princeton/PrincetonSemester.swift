// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The calendar of learners who started in the autumn of one year.
///
/// Semesters are counted from 1; the odd ones end on 31 January and the even ones on 30 June. A
/// course has the date of the end of its semester, or any day in it.
struct PrincetonCalendar {
    /// The year in whose autumn they started.
    let startYear: Int

    /// The year of their class: that in which they graduate.
    var classYear: Int { startYear + 4 }

    /// The last day of a semester; nil outside the calendar.
    func end(ofSemester semester: Int) -> CalendarDate? {
        guard 1...40 ~= semester else { return nil }
        let isAutumn = !semester.isMultiple(of: 2)
        return CalendarDate(
            year: startYear + (semester + 1) / 2, month: isAutumn ? 1 : 6, day: isAutumn ? 31 : 30)
    }

    /// The first day of the time in which they started.
    var first: CalendarDate? { CalendarDate(year: startYear, month: 7, day: 1) }
    /// The first day of those who started after them.
    var next: CalendarDate? { CalendarDate(year: startYear + 1, month: 7, day: 1) }
}
