// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Auditor {
    /// What is not known of an award that would let it stand where the assuming reading puts it:
    /// `grade`, `date`, `level`, …, in the order of the alphabet.
    func unknownFacts(_ award: Award, _ placement: Solution.Placement) -> [String] {
        guard let position = graph.credential(award.credential) else { return [] }
        let evidence = Evidence(index: placement.award, award: award, credential: position)
        var facts = unknownFields(program.rule.counts, evidence)
        if certain.recognises(evidence) == .cannotTell { facts.insert("recognition") }
        var account = program.slotAccount(placement.node)
        if account >= 0, program.accounts[account].node == placement.node {
            facts.formUnion(unknownFields(program.accounts[account].demand.selector, evidence))
        }
        while account >= 0 {
            facts.formUnion(unknownFacts(evidence, in: account))
            account = program.accounts[account].parent
        }
        return facts.sorted()
    }

    private func unknownFacts(_ evidence: Evidence, in account: Int) -> Set<String> {
        let owner = program.accounts[account]
        var facts: Set<String> = []
        if case .unknown = certain.amount(of: evidence, in: owner.demand.unit) {
            facts.insert("credits")
        }
        for reader in program.readers[account] {
            facts.formUnion(unknownFields(reader.selector, evidence))
            if let mean = reader.mean, !isGraded(evidence, mean) { facts.insert("grade") }
        }
        for condition in owner.conditions {
            switch condition.kind {
            case .period where evidence.award.date == nil: facts.insert("date")
            case .distinct(_, let field) where graph.value(of: field, evidence) == nil:
                facts.insert(field.rawValue)
            default: break
            }
        }
        return facts
    }

    private func isGraded(_ evidence: Evidence, _ mean: Requirement.MeanGrade) -> Bool {
        guard let scale = program.scale(mean.scale), scale.mostPoints != nil else { return false }
        return evidence.award.grade.map(scale.has) ?? false
    }

    /// The fields that a selector compares and that are not known.
    private func unknownFields(_ selector: Selector, _ evidence: Evidence) -> Set<String> {
        guard certain.matches(selector, evidence) == .cannotTell else { return [] }
        switch selector {
        case .everything: return []
        case .comparison(let field, _, _), .oneOf(let field, _): return [field.rawValue]
        case .not(let inner): return unknownFields(inner, evidence)
        case .and(let left, let right), .or(let left, let right):
            return unknownFields(left, evidence).union(unknownFields(right, evidence))
        }
    }
}
