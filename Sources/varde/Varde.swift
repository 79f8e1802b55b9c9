// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports

/// The command-line tool: arguments, files, environment, clock and terminal are met only here.
@main
struct Varde: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "varde", abstract: "Which small credential to take next, and why.",
        discussion: """
            Examples:

              varde import Data/alliance
              varde search "data analysis"
              varde show ska-data-basics
              varde recommend --learner vidda-02 --toward ska-certificate-public-data-ai
              varde recommend --wallet badge.json --toward occupation:URI --top 3 --json
              varde audit --wallet badge.json --toward ska-certificate-public-data-ai
              varde report --learner vidda-02 --toward TARGET --output report.html
              varde match --learner vidda-02
              varde accepting ska-data-basics
              varde stats stacking-rate --by provider
              varde export tables --format csv
              varde verify proof.json
              varde why-not lin-smart-grids --learner vidda-02 --toward TARGET

            Results go to standard output, everything else to standard error. The exit code is 0 \
            when the work is done, 1 when it failed, 2 when a check said no, and 64 when the \
            command was not understood.
            """,
        version: Disclosure.engineVersion, subcommands: commands)

    /// Every command, in the order in which help lists them.
    static let commands: [any ParsableCommand.Type] = [
        Import.self, Inspect.self, Recommend.self, WhyNotCommand.self, AuditCommand.self,
        ReportCommand.self, Verify.self, Match.self, Accepting.self, Stats.self,
        SampleCommand.self, Export.self, Search.self, Show.self, RulesCommand.self,
        LearnerCommand.self, ExceptionCommand.self, Doctor.self,
    ]

    static func main() {
        Console.ignoreClosedPipes()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(with: error)
        }
    }
}
