// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let notAdmissible = LintCheck(
        "not-admissible", .error, "What is asked for is what the rule's own terms refuse."
    ) { subject in
        guard subject.rule.counts != .everything || subject.rule.recognition != nil else {
            return []
        }
        if let recognition = subject.rule.recognition, recognition.own.isEmpty,
            recognition.bodies.isEmpty
        {
            return [
                LintIssue(
                    nil, "recognition", "it recognises nobody's awards, so nothing counts",
                    do: "name the own provider, or take the recognition out")
            ]
        }
        return subject.nodes.flatMap { place, node -> [LintIssue] in
            switch node.requirement.kind {
            case .credential(let id, nil): subject.refused([id], at: place)
            case .order(let ids): subject.refused(ids, at: place)
            case .count(let demand): subject.refused(demand, at: place)
            case .all, .any, .atLeast, .share, .mean, .period, .distinct, .credential, .outcome,
                .skill, .absent, .notBefore, .decision:
                []
            }
        }
    }
}

extension LintSubject {
    /// Whether an award of the credential matches, as far as that does not depend on the award.
    func judge(_ selector: Selector, of id: String) -> Status { judge(selector.clauses, of: id) }

    private func judge(_ clauses: [[SelectorTerm]]?, of id: String) -> Status {
        guard let clauses else { return .cannotTell }
        return clauses.reduce(.notMet) { status, terms in
            status.or(terms.reduce(.met) { $0.and(judge($1, of: id)) })
        }
    }

    private func judge(_ term: SelectorTerm, of id: String) -> Status {
        switch term.field {
        case .date, .age, .grade, .used: return .cannotTell
        case .id where graph == nil:
            let isListed = term.values.contains(id)
            return Status(isListed == (term.comparator == .equal))
        default:
            guard let graph, let position = facts?.positions[id] else { return .cannotTell }
            return term.selector.matches(position, nil, in: graph)
        }
    }

    /// Why awards of the credential cannot count anywhere in the rule; nil where they can.
    private func refusal(of id: String) -> String? {
        // Of a credential that is not known only its id can be judged.
        guard facts?.positions[id] != nil || rule.counts.fields.contains(.id) else { return nil }
        if judge(countsClauses, of: id) == .notMet {
            return "\"\(rule.counts.short)\" in \"counts\""
        }
        guard let graph, let position = facts?.positions[id],
            let provider = graph.credentials[position].provider,
            let recognition = rule.recognition, recognition.admits(provider) == .notMet
        else { return nil }
        return "the recognition, which does not know \"\(provider)\""
    }

    fileprivate func refused(_ ids: [String], at place: Int) -> [LintIssue] {
        ids.compactMap { id -> LintIssue? in
            let reasons = sizes.candidates(for: id).map(refusal)
            guard let reason = reasons.first.flatMap({ $0 }), !reasons.contains(nil) else {
                return nil
            }
            return LintIssue(
                place, "of", "\"\(id)\" is refused by \(reason)",
                do: "admit it there, or ask for something that is admitted")
        }
    }

    fileprivate func refused(_ demand: Requirement.Demand, at place: Int) -> [LintIssue] {
        guard demand.minimum > .zero, demand.parts.allSatisfy(\.isCondition),
            !logic.isNothing(demand.selector)
        else { return [] }
        if logic.areDisjoint(demand.selector, rule.counts) {
            return [
                LintIssue(
                    place, "of",
                    "\"\(demand.selector.short)\" is only what \"\(rule.counts.short)\" in "
                        + "\"counts\" refuses",
                    do: "admit it there, or count something that is admitted")
            ]
        }
        guard facts != nil || rule.counts.fields.contains(.id) else { return [] }
        let listed = sizes.members(of: demand.selector) ?? []
        let refused = listed.filter { refusal(of: $0) != nil }
        guard let first = refused.first, let reason = refusal(of: first) else { return [] }
        return [
            LintIssue(
                place, "of",
                "\(LintIssue.list(refused)) \(refused.count == 1 ? "is" : "are") refused by \(reason)",
                do: "admit what is listed, or take it out of the list",
                severity: refused.count == listed.count ? .error : .warning)
        ]
    }
}
