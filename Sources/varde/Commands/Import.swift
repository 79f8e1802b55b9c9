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
            Formats are told by content. Bad rows are listed and good ones kept. The whole command \
            is one transaction, so that a file may refer to what a later one defines. What is read:

            \(ReadingOptions.list)

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

    @Option(help: ArgumentHelp("Also write what was done as JSON to a file.", valueName: "file"))
    var report: String?

    func validate() throws {
        try output.form()
        try LearnerOptions.check(learner)
    }

    func run() throws {
        var outcome = ImportOutcome(asOf: date.day)
        do {
            outcome.summary = try imported(&outcome)
        } catch let error as CatalogError {
            if case .rejected = error { try write(outcome) }
            throw error
        }
        try write(outcome)
        if let rejected = outcome.summary?.count(.rejected), rejected > 0 {
            Console.say("varde: \(rejected) rejected and left out; --strict would store nothing")
        }
    }

    private func imported(_ outcome: inout ImportOutcome) throws -> ImportSummary {
        var pump = reading.pump(isQuiet: output.quiet)
        var ledger = Ledger()
        defer {
            outcome.files = pump.files
            outcome.ledger = ledger
        }
        let stamp = ImportStamp(date: date.day, engine: "varde \(Disclosure.engineVersion)")
        return try Catalog(writing: try catalog.path()).importing(
            stamp, strict: strict, ledger: { ledger.add($0) }
        ) { session in
            try pump.read(paths) { event, format in try store(event, format, in: session) }
            for file in pump.files {
                if let format = file.format { session.source(file.file, format: format) }
            }
            StoredSkillSpace.derive(in: session, isQuiet: output.quiet)
        }
    }

    private func store(
        _ event: FormatEvent, _ format: (any Format)?, in session: ImportSession
    ) throws {
        switch event {
        case .note(let entry): session.note(entry)
        case .record(let record, let place):
            let isWallet = format?.isWallet ?? false
            try session.add(
                record, at: place, learner: learner ?? (isWallet ? Learner.wallet : nil),
                as: format?.onlyMentions ?? false ? .mention : .definition)
        }
    }

    private func write(_ outcome: ImportOutcome) throws {
        let result = outcome.report
        if let report { try OutputFile.write(result.text(as: .json), to: report) }
        if !output.quiet || output.json || output.output != nil { try output.write(result) }
    }
}
