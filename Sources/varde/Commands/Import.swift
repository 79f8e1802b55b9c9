// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import CredentialFormats
import PathwayReports
import SkillsGraph

/// `varde import`: files into the catalogue, all or nothing.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read files into the catalogue.",
        discussion: """
            Formats are told by content. Bad rows are listed and good ones kept; the whole command \
            is one transaction, so that a file may refer to what a later one defines. What is read:

            \(FormatHelp.list)

            Example:

              varde import esco-v1.1.1 Data/alliance --report import.json
            """)

    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "path"))
    var paths: [String]

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Whose wallets these are: a pseudonym.", valueName: "id"))
    var learner: String?

    @Flag(help: "Store nothing if any row is bad.")
    var strict = false

    @Option(help: ArgumentHelp("Also write the report as JSON to a file.", valueName: "file"))
    var report: String?

    func validate() throws {
        try output.form()
        try Pseudonym.check(learner)
    }

    func run() throws {
        let path = try catalog.pathForWriting()
        let files = try InputPaths.files(paths)
        var batch = FileBatch(
            pump: try reading.pump(isQuiet: output.quiet), progress: Progress(isQuiet: output.quiet))
        let summary: ImportSummary
        do {
            summary = try importing(files, into: path, &batch)
        } catch CatalogError.rejected(let count) {
            try write(batch.report(ImportOutcome(asOf: date.day)))
            throw CatalogError.rejected(count: count)
        }
        try write(batch.report(ImportOutcome(asOf: date.day, summary: summary)))
        sayRejected(summary)
    }

    private func importing(
        _ files: [InputFile], into path: String, _ batch: inout FileBatch
    ) throws -> ImportSummary {
        fatalError()
    }

    private func write(_ result: Report) throws {
        if let report { try OutputFile.write(result.text(as: .json), to: report) }
        if !output.quiet || output.json || output.output != nil { try output.write(result) }
    }

    private func sayRejected(_ summary: ImportSummary) {
        let rejected = summary.count(.rejected)
        guard rejected > 0 else { return }
        Console.say("varde: \(rejected) rejected and left out; --strict stores nothing then")
    }
}
