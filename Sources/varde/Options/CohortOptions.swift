// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import SkillsGraph

/// Whose awards statistics are about.
struct CohortOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file of awards (CSV), read without being stored, or - for standard input; else the catalogue's.",
            valueName: "file"))
    var awards: String?

    @Option(
        help: ArgumentHelp(
            "The day until which learners were followed; the latest award's unless given.",
            valueName: "date"),
        transform: DateOptions.date)
    var dataEnd: CalendarDate?

    @Flag(help: "Fail if any row of the file is bad.")
    var strict = false

    func validate() throws {
        if strict, awards == nil { throw ValidationError("--strict needs --awards FILE") }
    }
}
