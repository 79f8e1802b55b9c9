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
            what counts nowhere is listed with the reason. With --check the exit code is 2 unless \
            the rule is met.

            Examples:

              varde audit --learner vidda-02 --toward ska-certificate-public-data-ai
              varde audit --wallet wallet/ --toward ska-certificate-public-data-ai --check
            """)

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var target: TargetOptions

    @Flag(help: "Judge what is needed to start, not to finish.")
    var admission = false

    @Flag(help: "Exit with 2 unless the rule is met.")
    var check = false

    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var date: DateOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try output.form() }

    func run() throws {
        let day = date.day
        let question = try Question(catalog, learner, asOf: day, isQuiet: output.quiet)
        let graph = question.graph
        let rule = try rule(of: try target.target(in: graph), in: graph)
        let audit = audit(question.learner, of: rule, in: graph, asOf: day)
        try output.write(
            Report(
                audit: audit, learner: question.learner.id, in: graph,
                language: language.language,
                disclosure: question.disclosure(asOf: day, judging: [rule])))
        if check, audit.status != .met { throw ExitCode(2) }
    }

    private func rule(of target: Target, in graph: Graph) throws -> Rule {
        let use: Rule.Use = admission ? .admission : .completion
        if use == .completion, let rule = target.rule { return rule }
        if let rule = target.credential.flatMap({ graph.rule(use, of: $0) }) { return rule }
        let qualifications = graph.credentials.indices.filter(graph.isQualification)
            .map { graph.credentials[$0].id }
        throw Failure(
            "\"\(target.id)\" has no \(use.rawValue) rule to judge by; rules of completion are "
                + "there for: \(qualifications.prefix(10).joined(separator: ", "))")
    }
}
