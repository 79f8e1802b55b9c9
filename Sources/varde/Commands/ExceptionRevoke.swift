// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import PathwayReports
import SkillsGraph

/// `varde exception revoke`: an exception holds no longer.
struct ExceptionRevoke: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Revoke an exception; it stays in the log.",
        discussion: """
            From the day of the revocation on the exception holds no longer; an audit as of an \
            earlier day still takes it into account.

            Example:

              varde exception revoke x1 --who "study board" --why "entered twice"
            """)

    @Argument(help: "The exception's id, such as x1.")
    var id: String

    @OptionGroup var decision: DecisionOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try output.form() }

    func run() throws {
        let path = try catalog.path()
        // Opening for writing would make a catalogue where there is none.
        _ = try Catalog(reading: path)
        let revoked = try Catalog(writing: path).revoke(
            id, decision.decision(on: date.day), date.stamp)
        try output.write(Report(exceptions: [revoked], asOf: date.day))
    }
}
