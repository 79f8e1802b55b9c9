// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// The mask that is laid on the catalogue before anything is scored.
///
/// Filters are asked in the order of `Exclusion.Reason`, and the first that stops a credential is
/// the reason it is left out. Admission comes last, so that what is blocked is only that.
struct Eligibility: Sendable {
    let graph: Graph
    let request: RecommendationRequest
    let judge: AdmissionJudge
    let holdings: Holdings
    private let inProgress: Set<Int>
    private let wholes: Set<Int>
    private let rule: RuleAdmission?
    /// Whether the target asks for other qualifications, in which what it refuses itself may count.
    private let hasStages: Bool
    /// The credentials whose admission somebody made exceptions to.
    private let excepted: Set<Int>

    init(
        _ request: RecommendationRequest, judge: AdmissionJudge, holdings: Holdings, in graph: Graph
    ) {
        self.graph = graph
        self.request = request
        self.judge = judge
        self.holdings = holdings
        inProgress = Set(
            request.learner.awards.filter { $0.progress == .inProgress }
                .compactMap { graph.credential($0.credential) }
                .map(graph.equivalenceClass(of:)))
        wholes = request.target.credential.map { graph.wholes(of: $0) } ?? []
        rule = request.target.rule.map { RuleAdmission($0, in: graph, terms: request.terms) }
        hasStages =
            request.target.rule.map {
                !Outlook.qualifications(askedBy: $0, in: graph).isEmpty
            } ?? false
        excepted =
            request.terms.exceptions.isEmpty
            ? []
            : Set(
                graph.rules.filter { rule in
                    rule.use == .admission
                        && request.terms.exceptions.contains { $0.isAbout(rule) }
                }.compactMap { graph.credential($0.credential) })
    }

    /// Returns why a credential is left out before its admission is looked at, or nil.
    func exclusion(of credential: Int) -> Exclusion? {
        for reason in Exclusion.Reason.allCases where reason != .notAdmitted {
            if let text = problem(reason, credential) {
                return Exclusion(reason: reason, text: text)
            }
        }
        return nil
    }

    /// Returns whether the learner can start a credential.
    func admission(to credential: Int) -> Status {
        guard excepted.contains(credential) else {
            return judge.status(of: credential, given: holdings)
        }
        return blockers(
            of: credential, for: request.learner, in: graph, terms: request.admissionTerms
        ).reduce(.met) { $0.and($1.status) }
    }

    private func problem(_ reason: Exclusion.Reason, _ credential: Int) -> String? {
        let definition = graph.credentials[credential]
        switch reason {
        case .isTarget:
            return request.target.credential == credential ? "it is the target itself" : nil
        case .held:
            return heldText(credential)
        case .inProgress:
            return inProgress.contains(graph.equivalenceClass(of: credential))
                ? "the learner is taking it" : nil
        case .notOffered:
            return offerText(definition, credential)
        case .unfinished:
            return unfinishedText(credential)
        case .containsTarget:
            return wholes.contains(credential) ? "the target is a part of it" : nil
        case .refused:
            return rule?.refusal(of: credential, given: holdings).flatMap(refusalText)
        case .filtered:
            return filterText(credential)
        case .notAdmitted: return nil
        }
    }

    private func refusalText(_ refusal: RuleAdmission.Refusal) -> String? {
        switch refusal {
        case .sort: hasStages ? nil : "the target's rule counts no award of this sort"
        case .forbidden(let requirement):
            "the target cannot be met by who holds it (\(requirement))"
        case .tooEarly(let earlier): "the target's rule asks for \(earlier) before it"
        }
    }

    private func heldText(_ credential: Int) -> String? {
        guard holdings.holds(credential, in: graph),
            let held = holdings.award(equivalentTo: credential, in: graph)
        else { return nil }
        return held.credential == graph.credentials[credential].id
            ? "it is held (\(held.id))" : "\(held.id) counts for it"
    }

    private func offerText(_ definition: Credential, _ credential: Int) -> String? {
        if let successor = graph.related(from: credential, by: .replacedBy).first {
            return "it has been replaced by \(graph.credentials[successor].id)"
        }
        guard !definition.isOffered else { return nil }
        return definition.kind == .priorLearning
            ? "prior learning is not offered" : "its status is \(definition.status ?? "unknown")"
    }

    private func unfinishedText(_ credential: Int) -> String? {
        let terms = request.terms
        guard
            let rule = graph.rule(
                .completion, of: credential, for: request.learner, terms: terms)
        else { return nil }
        let state = audit(request.learner, of: rule, in: graph, terms: terms)
        return switch state.status {
        case .met: nil
        case .notMet: "it is earned by its parts, and some are missing"
        case .cannotTell: "it is earned by its parts, and a fact is missing about them"
        }
    }

    private func filterText(_ credential: Int) -> String? {
        switch request.filter.matches(credential, in: graph) {
        case .met: nil
        case .notMet: "the filter \(request.filter) leaves it out"
        case .cannotTell: "a fact is missing that the filter \(request.filter) asks for"
        }
    }
}

extension RecommendationRequest {
    /// What judging admission takes into account: the day, and exceptions to it.
    var admissionTerms: AuditTerms {
        var admission = AuditTerms(asOf: terms.asOf)
        admission.exceptions = terms.exceptions
        return admission
    }
}

extension Graph {
    /// Everything that a credential is a part of, at any distance.
    fileprivate func wholes(of credential: Int) -> Set<Int> {
        var found: Set<Int> = []
        var waiting = [credential]
        while let next = waiting.popLast() {
            waiting += related(from: next, by: .partOf).filter { found.insert($0).inserted }
        }
        return found
    }
}
