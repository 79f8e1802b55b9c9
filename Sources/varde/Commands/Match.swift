// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports
import Qualifications
import SkillsGraph

/// `varde match`: how near a learner is to every qualification.
struct Match: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rank every qualification by what a learner is still missing.",
        discussion: """
            What is met comes first, then what cannot be told, then the least that is missing, as \
            a share of what the rule needs. Qualifications that a larger one asks for are shown \
            on the way: those that are reached can be applied for.

            Examples:

              varde match --learner vidda-02
              varde match --wallet wallet/ --where "kind = certificate" --limit 10
              varde match --learner vidda-02 --in-progress --format csv
            """)

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var filter: FilterOptions

    @Option(help: "How many qualifications to show at most; all unless given.")
    var limit: Int?

    @OptionGroup var supposition: SuppositionOptions
    @OptionGroup var terms: TermsOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try output.form()
        try terms.validateOneReading()
        guard limit ?? 0 >= 0 else {
            throw ValidationError("--limit needs a number of at least 0")
        }
    }

    func run() throws {
        let day = date.day
        let question = try Question(catalog, learner, asOf: day, isQuiet: output.quiet)
        var terms = terms.terms(asOf: day, exceptions: question.exceptions)
        terms.supposing = supposition.supposition
        let automatic = AutomaticAwards(of: question.learner, in: question.graph, terms: terms)
        try output.write(
            Report(
                matches: matches(
                    for: automatic, in: question.graph, terms: terms, where: filter.where),
                limit: limit, for: automatic, in: question.graph, terms: terms,
                language: language.language,
                disclosure: question.disclosure(asOf: day, judging: [])))
    }
}
