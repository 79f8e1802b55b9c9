// SPDX-License-Identifier: Apache-2.0

import PathwayReports
import Pathways
import Qualifications
import SkillsGraph

/// Makes reports on learners, each from the same graph and on the same terms.
struct ReportMaking: Sendable {
    /// How many other ways to count what is held are looked for.
    static let alternatives = 3

    /// The graph.
    let graph: Graph
    /// What scores the catalogue.
    let recommender: Recommender
    /// What every report rests on, before its target is known.
    let disclosure: Disclosure
    /// What was imported into the catalogue.
    let imports: [AuditBackground.Import]
    /// How the reports are made for their readers.
    let style: LearnerReport.Style
    /// The ids of the awards that are only supposed.
    var supposed: Set<String> = []
    /// For each learner how many exceptions that hold are left out.
    var exceptionsLeftOut: [String: Int] = [:]
    /// How many steps, from what, by which weights; learner, target and terms are filled in.
    let request: RecommendationRequest

    /// Returns the report on a learner.
    ///
    /// - Parameters:
    ///   - learner: the learner as on record.
    ///   - target: what they want to reach, by the version of its rule that is for them.
    ///   - terms: on which terms.
    ///   - automatic: what the learner holds by automatic rules.
    /// - Returns: the report.
    func report(
        on learner: Learner, toward target: Target, _ terms: AuditTerms,
        _ automatic: AutomaticAwards
    ) -> LearnerReport {
        var terms = terms
        terms.alternatives = Self.alternatives
        var request = request
        request.learner = automatic.learner(toward: target.rule)
        request.target = target
        request.terms = terms
        request.blockedLimit = request.limit
        let answer = recommender.recommend(request)
        return LearnerReport(
            of: learner, answer, background: background(target, terms, automatic), in: graph,
            disclosure: disclosure(toward: target), style: style)
    }

    private func background(
        _ target: Target, _ terms: AuditTerms, _ automatic: AutomaticAwards
    ) -> AuditBackground {
        var background = AuditBackground()
        background.automatic = automatic
        background.imports = imports
        background.filter = request.filter == .everything ? nil : request.filter.description
        background.supposed = supposed
        background.exceptionsLeftOut = exceptionsLeftOut[automatic.recorded.id] ?? 0
        guard let rule = target.rule else { return background }
        background.need = Audit.Remaining(neededBy: rule, in: graph, terms: terms)
        background.nested = nestedQualifications(
            in: rule, for: automatic, in: graph, terms: terms)
        return background
    }

    private func disclosure(toward target: Target) -> Disclosure {
        var disclosure = disclosure
        disclosure.rules = target.rule.map { [$0] } ?? []
        disclosure.decisionRestsWith =
            target.rule?.decidedBy ?? Disclosure().decisionRestsWith
        return disclosure
    }
}
