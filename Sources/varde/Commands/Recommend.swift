// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports
import Pathways
import Qualifications
import SkillsGraph

/// `varde recommend`: what to take next, and why.
struct Recommend: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Recommend the credentials to take next toward a target.",
        discussion: """
            The whole catalogue is scored; what counts toward the target comes first, then the \
            greater score. A score is the sum of its criteria, each between 0 and 1 and times its \
            weight, which --explain shows:

            \(criteria)

            Examples:

              varde recommend --learner vidda-02 --toward ska-certificate-public-data-ai
              varde recommend --wallet badge.json --toward occupation:URI --where "mode = online"
              varde recommend --learner vidda-02 --held ska-data-basics --toward TARGET --explain
            """)

    private static let criteria = zip(Criterion.all, Weights.standard.values)
        .map { "- \($0.name) (\($1)): \($0.summary)" }.joined(separator: "\n")

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var target: TargetOptions
    @OptionGroup var request: RequestOptions

    @Flag(help: "Show what each criterion adds, and the path to the target.")
    var explain = false

    @Flag(help: "Also show what cannot be started yet, and what would change that.")
    var blocked = false

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
        let terms = terms.terms(asOf: day, exceptions: question.exceptions)
        let automatic = AutomaticAwards(of: question.learner, in: question.graph, terms: terms)
        let target = try target.target(
            in: question.graph, for: question.learner, terms, isQuiet: output.quiet)
        var request = try request.request(
            of: automatic.learner(toward: target.rule), toward: target, terms: terms)
        request.blockedLimit = blocked ? request.limit : 0
        let answer = question.recommender(isQuiet: output.quiet).recommend(request)
        try output.write(
            Report(
                recommendations: answer, learner: question.learner.id, in: question.graph,
                language: language.language, isExplained: explain, automatic: automatic,
                disclosure: question.disclosure(asOf: day, judging: answer.target)))
    }
}
