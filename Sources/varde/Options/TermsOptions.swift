// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Qualifications
import SkillsGraph

/// On which terms rules are judged: whose credits are recognised, which version holds, and whether
/// exceptions count.
struct TermsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            How a rule's table of recognised bodies is read: declared, everyone, own, accord, \
            or accord:NAME.
            """, valueName: "reading"))
    var recognition = RecognitionReadings([.declared])

    @Option(
        help: ArgumentHelp(
            """
            When the learner started, which chooses the version of a rule; else the date of their \
            award in progress says.
            """, valueName: "date"),
        transform: DateOptions.date)
    var started: CalendarDate?

    @Flag(help: "Leave out the exceptions that were made for the learner.")
    var noExceptions = false

    /// Returns the terms for a day, by the first reading; `exceptions` are the learner's.
    func terms(asOf day: CalendarDate, exceptions: [AuditException]) -> AuditTerms {
        var terms = AuditTerms(asOf: day)
        terms.recognition = recognition.all[0]
        terms.started = started
        terms.exceptions = noExceptions ? [] : exceptions
        return terms
    }

    /// Refuses several readings, where an answer can rest on one only.
    func validateOneReading() throws {
        guard recognition.all.count > 1 else { return }
        throw ValidationError("--recognition takes one reading here; \"varde audit\" compares")
    }
}

/// One or several readings of a table of recognised bodies, as one argument.
struct RecognitionReadings: ExpressibleByArgument, CustomStringConvertible {
    /// The readings, each once; at least one.
    let all: [Recognition.Reading]

    init(_ all: [Recognition.Reading]) { self.all = all }

    init?(argument: String) {
        var all: [Recognition.Reading] = []
        for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let reading = Recognition.Reading(String(word)) else { return nil }
            if !all.contains(reading) { all.append(reading) }
        }
        self.all = all
    }

    var description: String { all.map(\.description).joined(separator: ",") }
    var defaultValueDescription: String { description }
}

/// Which awards that are not completed are taken as if they were.
struct SuppositionOptions: ParsableArguments {
    @Flag(help: "Suppose that what is in progress is completed.")
    var inProgress = false

    @Flag(help: "Suppose that what is in progress or planned is completed.")
    var planned = false

    var supposition: AuditTerms.Supposition {
        planned ? .planned : inProgress ? .inProgress : .nothing
    }
}
