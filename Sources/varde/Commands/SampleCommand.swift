// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports
import StackingStatistics

/// `varde sample`: a cohort whose rates are known.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Generate the awards of a cohort whose rates are known.",
        discussion: """
            The learners are drawn from declared chances and nobody is real. The rows are an \
            awards table as varde import and varde stats read it; some are repeated, unfinished or \
            without a date, as in any register. The same seed gives the same bytes everywhere.

            Example:

              varde sample --learners 10000 --seed 7 --output awards.csv --planted planted.json
            """)

    /// The most learners: a hundred million.
    static let most = 100_000_000

    @Option(help: ArgumentHelp("How many learners.", valueName: "number"))
    var learners: Int

    @Option(help: ArgumentHelp("The number everything is drawn from.", valueName: "number"))
    var seed: UInt64

    @Option(help: ArgumentHelp("Write the awards to a file; - is standard output."))
    var output = "-"

    @Option(
        help: ArgumentHelp(
            "Also write the planted chances and the counts that came of them, as JSON.",
            valueName: "file"))
    var planted: String?

    @Option(
        help: ArgumentHelp(
            "Also write the group of each learner, as varde stats --groups reads it.",
            valueName: "file"))
    var groups: String?

    @Flag(help: "Say nothing but results and errors.")
    var quiet = false

    func validate() throws {
        guard 0...Self.most ~= learners else {
            throw ValidationError("--learners needs a number from 0 to \(Self.most)")
        }
        let files = [output, planted, groups].compactMap(\.self)
        guard Set(files).count == files.count else {
            throw ValidationError(
                "--output, --planted and --groups need a place each; without --output the awards"
                    + " go to standard output")
        }
    }

    func run() throws {
        let sample = CohortSample(learners: learners, seed: seed)
        let tally = try write(sample)
        if let planted {
            try OutputFile.write(Report(on: sample, tally).text(as: .json), to: planted)
        }
    }

    private func write(_ sample: CohortSample) throws -> SampleTally {
        var tally: SampleTally?
        var progress = Progress(isQuiet: quiet || output == "-")
        defer { progress.end() }
        try OutputFile.write(to: output) { writeAwards in
            var written = 0
            func awards(_ bytes: [UInt8]) throws {
                try bytes.withUnsafeBytes(writeAwards)
                written += bytes.count
                progress.update("\(output): \(written >> 20) MiB")
            }
            guard let groups else { return tally = try sample.write(awards) }
            try OutputFile.write(to: groups) { writeGroups in
                tally = try sample.write(groups: { try $0.withUnsafeBytes(writeGroups) }, awards)
            }
        }
        guard let tally else { throw Failure("nothing was written to \(output)") }
        return tally
    }
}
