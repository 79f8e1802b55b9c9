// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialFormats
import PathwayReports
import SkillsGraph

/// `varde inspect`: what files would say, without storing it.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is understood of files, without storing it.",
        discussion: """
            Reads as import does, needs no catalogue, and shows the first records of each file.

            Example:

              varde inspect badge.json
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "path"))
    var paths: [String]

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "How many records to show of each noun and file.")
    var top = 3

    func validate() throws {
        try output.form()
        guard top >= 0 else { throw ValidationError("--top needs a number of at least 0") }
    }

    func run() throws {
        var pump = reading.pump(isQuiet: output.quiet)
        var inspection = Inspection(limit: top)
        try pump.read(paths) { event, _ in
            switch event {
            case .record(let record, let place): inspection.add(record, at: place)
            case .note(let entry): inspection.add(entry)
            }
        }
        try output.write(inspection.report(on: pump.files))
    }
}
