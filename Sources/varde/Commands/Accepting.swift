// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import PathwayReports
import Qualifications
import SkillsGraph

/// `varde accepting`: where a credential can count.
struct Accepting: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List where a credential can count, and on which conditions.",
        discussion: """
            Every requirement that would take an award of it is listed, of every rule in force on \
            the day: how much counts there, and what must be so of the award, such as a grade, \
            an age, or a provider that is recognised.

            Examples:

              varde accepting ska-data-basics
              varde accepting ska-data-basics --as-of 2027-01-01 --json
            """)

    @Argument(help: "The credential's id.")
    var credential: String

    @Option(
        help: ArgumentHelp(
            """
            How a rule's table of recognised bodies is read: declared, everyone, own, accord, \
            or accord:NAME.
            """, valueName: "reading"))
    var recognition = RecognitionReadings([.declared])

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try output.form()
        guard recognition.all.count == 1 else {
            throw ValidationError("--recognition takes one reading here")
        }
    }

    func run() throws {
        let (graph, frameworks) = try Catalog(reading: try catalog.path()).read { snapshot in
            (try Graph(try snapshot.parts()), try snapshot.frameworks())
        }
        let position = try TargetNames(graph).credential(named: credential)
        var terms = AuditTerms(asOf: date.day)
        terms.recognition = recognition.all[0]
        var disclosure = Disclosure(asOf: date.day)
        disclosure.frameworks = frameworks
        try output.write(
            Report(
                accepting: acceptances(of: position, in: graph, terms: terms), of: position,
                in: graph, language: language.language, disclosure: disclosure))
    }
}
