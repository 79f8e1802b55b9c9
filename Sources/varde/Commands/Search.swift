// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import PathwayReports
import SkillsGraph

/// `varde search`: find one's way in the catalogue.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find credentials, outcomes, skills and occupations by their words.",
        discussion: """
            Every word must begin a word of a title, a description or another name, in any \
            language.

            Examples:

              varde search data analysis
              varde search welding --kind occupation --top 5
            """)

    @Argument(help: ArgumentHelp("Words.", valueName: "word"))
    var words: [String]

    @Option(help: "Only one kind of thing: credential, outcome, skill or occupation.")
    var kind: Kind?

    @Option(help: "How many to show at most.")
    var top = 20

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case credential, outcome, skill, occupation

        var noun: Noun {
            switch self {
            case .credential: .credential
            case .outcome: .outcome
            case .skill: .skill
            case .occupation: .occupation
            }
        }
    }

    func validate() throws {
        try output.form()
        guard top >= 0 else { throw ValidationError("--top needs a number of at least 0") }
    }

    func run() throws {
        let text = words.joined(separator: " ")
        let nouns = Set((kind.map { [$0] } ?? Kind.allCases).map(\.noun))
        let (hits, frameworks) = try Catalog(reading: try catalog.path()).read {
            (try $0.search(text, limit: top, among: nouns), try $0.frameworks())
        }
        var disclosure = Disclosure()
        disclosure.frameworks = frameworks
        var report = Report("search", table(of: hits, text), disclosure: disclosure)
        if hits.isEmpty { report.above = ["Nothing has the words \"\(text)\"."] }
        report.below = disclosure.attribution
        try output.write(report)
    }

    private func table(of hits: [SearchHit], _ text: String) -> Table {
        Table(
            title: "Found for \"\(text)\"",
            columns: [
                .init("kind", title: "Kind"), .init("id", title: "Id"),
                .init("title", title: "Title"), .init("detail", title: "Found in"),
            ],
            rows: hits.map { hit in
                [
                    .text(hit.noun.rawValue), .text(hit.id),
                    .text(hit.title.text(in: language.language)), .text(hit.snippet),
                ]
            })
    }
}
