// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PathwayReports
import Pathways
import Qualifications
import SkillsGraph

/// `varde audit`: how a learner stands toward a qualification.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Judge a learner's awards against a qualification's rule.",
        discussion: """
            Each requirement is met, not met, or cannot be told; each award fills one slot, and \
            what counts nowhere is listed with the reason. Exceptions that were made for the \
            learner are applied, and the difference they make is shown. With --check the exit \
            code is 2 unless the rule is met.

            --recognition takes several readings, separated by commas: the audit is by the first, \
            and all are compared.

            Examples:

              varde audit --learner vidda-02 --toward ska-certificate-public-data-ai
              varde audit --wallet wallet/ --toward ska-certificate-public-data-ai --check
              varde audit --learner vidda-02 --toward TARGET --in-progress --alternatives 3
              varde audit --learner vidda-02 --toward TARGET --pin ska-data-basics=total
              varde audit --learner vidda-02 --toward TARGET --recognition everyone,own
            """)

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var target: TargetOptions

    @Flag(help: "Judge what is needed to start, not to finish.")
    var admission = false

    @OptionGroup var supposition: SuppositionOptions
    @OptionGroup var terms: TermsOptions
    @OptionGroup var pins: PinOptions

    @Option(
        help: ArgumentHelp(
            "Show up to so many other assignments that leave as little.", valueName: "number"))
    var alternatives = 0

    @Flag(help: "Exit with 2 unless the rule is met.")
    var check = false

    @OptionGroup var reasons: ProofOptions

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try output.form()
        guard 0...100 ~= alternatives else {
            throw ValidationError("--alternatives needs a number from 0 to 100")
        }
    }

    func run() throws {
        let day = date.day
        let question = try Question(catalog, learner, asOf: day, isQuiet: output.quiet)
        let graph = question.graph
        var terms = terms.terms(asOf: day, exceptions: question.exceptions)
        terms.supposing = supposition.supposition
        terms.alternatives = alternatives
        terms.explains = reasons.wantsReason
        let rule = try rule(question, terms)
        try check(self.terms.recognition, against: rule)
        let automatic = AutomaticAwards(of: question.learner, in: graph, terms: terms)
        terms.pins = try pins.pins(of: automatic.learner, in: rule)
        let learner = automatic.learner(toward: rule)
        let audit = audit(learner, of: rule, in: graph, terms: terms)
        var background = AuditBackground()
        background.automatic = automatic
        background.nested = nestedQualifications(
            in: rule, for: automatic, in: graph, terms: terms)
        background.comparison = comparison(question, rule, terms)
        let disclosure = question.disclosure(asOf: day, judging: [rule])
        try output.write(
            Report(
                audit: audit, learner: question.learner.id, in: graph,
                language: language.language, background: background, disclosure: disclosure))
        try reasons.write(audit, of: learner, in: graph, terms, disclosure)
        if check, audit.status != .met { throw ExitCode(2) }
    }

    private func rule(_ question: Question, _ terms: AuditTerms) throws -> Rule {
        let graph = question.graph
        let target = try target.target(
            in: graph, for: question.learner, terms, isQuiet: output.quiet)
        let use: Rule.Use = admission ? .admission : .completion
        if use == .completion, let rule = target.rule { return rule }
        let found = target.credential.flatMap {
            graph.rule(use, of: $0, for: question.learner, terms: terms)
        }
        if let found { return found }
        let qualifications = graph.credentials.indices.filter(graph.isQualification)
            .map { graph.credentials[$0].id }
        throw Failure(
            "\"\(target.id)\" has no \(use.rawValue) rule to judge by; rules of completion are "
                + "there for: \(qualifications.prefix(10).joined(separator: ", "))")
    }

    /// Refuses an accord that the rule does not name.
    private func check(_ readings: RecognitionReadings, against rule: Rule) throws {
        let accords = Set(rule.recognition?.bodies.compactMap(\.accord) ?? []).sorted()
        for case .accord(let name?) in readings.all where !accords.contains(name) {
            let near = Spelling.nearest(to: name, among: accords)
            let named = near.isEmpty ? accords : near
            throw Failure(
                "the rule \"\(rule.id)\" names no accord \"\(name)\"; "
                    + (named.isEmpty ? "it names none" : "it names \(Failure.list(named))"))
        }
    }

    /// The audit by each reading, where several were asked for.
    private func comparison(
        _ question: Question, _ rule: Rule, _ terms: AuditTerms
    ) -> [AuditBackground.Comparison] {
        let readings = self.terms.recognition.all
        guard readings.count > 1 else { return [] }
        return readings.map { reading in
            var terms = terms
            terms.recognition = reading
            terms.alternatives = 0
            let automatic = AutomaticAwards(
                of: question.learner, in: question.graph, terms: terms)
            return AuditBackground.Comparison(
                reading,
                audit(
                    automatic.learner(toward: rule), of: rule, in: question.graph, terms: terms))
        }
    }
}
