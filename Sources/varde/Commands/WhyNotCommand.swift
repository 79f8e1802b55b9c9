// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports
import Pathways
import Qualifications
import SkillsGraph

/// `varde why-not`: what keeps a credential from being recommended.
struct WhyNotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-not",
        abstract: "Say why a credential is not recommended.",
        discussion: """
            Says which filter stops it, or how far it is from the last that is recommended, and in \
            which criterion.

            Example:

              varde why-not ska-data-basics --learner vidda-02 --toward TARGET
            """)

    @Argument(help: "The credential's id.")
    var credential: String

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var target: TargetOptions
    @OptionGroup var request: RequestOptions
    @OptionGroup var terms: TermsOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try output.form()
        try terms.validateOneReading()
    }

    func run() throws {
        let day = date.day
        let question = try Question(catalog, learner, asOf: day, isQuiet: output.quiet)
        let graph = question.graph
        let position =
            try TargetNames(graph).credential(id: credential) ?? graph.credential(named: credential)
        let terms = terms.terms(asOf: day, exceptions: question.exceptions)
        let automatic = AutomaticAwards(of: question.learner, in: graph, terms: terms)
        let target = try target.target(
            in: graph, for: question.learner, terms, isQuiet: output.quiet)
        let request = try request.request(
            of: automatic.learner(toward: target.rule), toward: target, terms: terms)
        let recommender = question.recommender(isQuiet: output.quiet)
        try output.write(
            Report(
                whyNot: recommender.whyNot(position, request),
                learner: question.learner.id, in: graph, language: language.language,
                automatic: automatic,
                disclosure: question.disclosure(asOf: day, judging: request.target)))
    }
}
