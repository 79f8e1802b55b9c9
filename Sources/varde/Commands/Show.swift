// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import PathwayReports
import SkillsGraph

/// `varde show`: all about one thing.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show all about a credential, outcome, skill or occupation.",
        discussion: """
            Examples:

              varde show ska-data-basics
              varde show ska-data-basics --language de --json
            """)

    @Argument(help: "An id, or the URI of a skill or occupation.")
    var id: String

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try output.form() }

    func run() throws {
        let (graph, frameworks) = try Catalog(reading: try catalog.path()).read {
            (try Graph(try $0.parts()), try $0.frameworks())
        }
        var disclosure = Disclosure()
        disclosure.frameworks = frameworks
        let report = Report(
            showing: id, in: graph, language: language.language, disclosure: disclosure)
        guard let report else { throw unknown(in: graph) }
        try output.write(report)
    }

    private func unknown(in graph: Graph) -> Failure {
        let ids = graph.credentials.map(\.id) + graph.outcomes.map(\.id)
        return .unknown(
            "credential, outcome, skill or occupation", id,
            nearest: Spelling.nearest(to: id, among: ids))
    }
}
