// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import PathwayReports
import SkillsGraph

/// `varde exception list`: the exceptions, and whether they hold on a day.
struct ExceptionList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List exceptions, and whether they hold on a day.",
        discussion: """
            Those that were revoked, have expired, or were decided later are listed too.

            Example:

              varde exception list --learner vidda-02 --as-of 2026-11-15
            """)

    @Option(help: ArgumentHelp("Only those of this learner.", valueName: "id"))
    var learner: String?

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try output.form()
        try LearnerOptions.check(learner)
    }

    func run() throws {
        let exceptions = try Catalog(reading: try catalog.path()).read { snapshot in
            guard let learner else { return try snapshot.exceptions() }
            guard try snapshot.learner(learner) != nil else {
                throw Failure.unknown(
                    "learner", learner, nearest: try snapshot.learners(near: learner))
            }
            return try snapshot.exceptions(of: learner)
        }
        try output.write(Report(exceptions: exceptions, asOf: date.day))
    }
}
