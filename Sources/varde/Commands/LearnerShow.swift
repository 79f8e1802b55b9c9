// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CredentialCatalog
import PathwayReports
import SkillsGraph

/// `varde learner show`: all that is stored about a learner.
struct LearnerShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show all that is stored about a learner.",
        discussion: """
            Example:

              varde learner show vidda-02
            """)

    @Argument(help: "The learner's id.")
    var id: String

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try output.form() }

    func run() throws {
        let (learner, graph) = try Catalog(reading: try catalog.path()).read { snapshot in
            guard let learner = try snapshot.learner(id) else {
                throw Failure.unknown("learner", id, nearest: try snapshot.learners(near: id))
            }
            return (learner, try Graph(try snapshot.parts()))
        }
        try output.write(Report(learner: learner, in: graph, language: language.language))
    }
}
