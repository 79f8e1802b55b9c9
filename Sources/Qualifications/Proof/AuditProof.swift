// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What an audit rests on, in a form that can be checked: for each reading that settles its
/// status, the assignment that meets the rule, or why none does.
public struct AuditProof: Hashable, Sendable {
    /// What is shown of one reading.
    public enum Evidence: Hashable, Sendable {
        /// The rule is met by these placements, and by what is held where no award is placed.
        case met([Unreachable.Placed])
        /// The rule is not met.
        case notMet(Unreachable)
    }

    /// The audit's status.
    public let status: Status
    /// What is shown when only what is certain counts; nil where the status does not need it.
    public let certain: Evidence?
    /// What is shown when a missing fact is taken to be as asked; nil where the status does not
    /// need it.
    public let assuming: Evidence?

    /// Creates a proof.
    public init(status: Status, certain: Evidence?, assuming: Evidence?) {
        self.status = status
        self.certain = certain
        self.assuming = assuming
    }
}

/// Returns what shows the status of `learner` toward `rule` under `terms`; nil where the search
/// for it was cut off.
///
/// *Met* is shown by an assignment on what is certain; *not met* by a refutation of even the most
/// favourable reading; *cannot tell* by a refutation of the certain reading and an assignment of
/// the favourable one.
public func proof(
    of learner: Learner, toward rule: Rule, in graph: Graph, terms: AuditTerms
) -> AuditProof? {
    let auditor = Auditor(rule, for: learner, in: graph, terms)
    let screening = Screening(
        learner.awards, graph, asOf: terms.asOf, supposing: terms.supposing)
    let facts = auditor.facts(of: screening.admissible)
    if let met = facts.reading.evidenceOfMet {
        return AuditProof(status: .met, certain: met, assuming: nil)
    }
    let favourable = facts.assuming ?? facts.reading
    if let met = favourable.evidenceOfMet {
        guard let reason = facts.reading.unreachable() else { return nil }
        return AuditProof(status: .cannotTell, certain: .notMet(reason), assuming: met)
    }
    guard let reason = favourable.unreachable() else { return nil }
    return AuditProof(status: .notMet, certain: nil, assuming: .notMet(reason))
}

extension Reading {
    /// The assignment that meets the rule, where one does.
    fileprivate var evidenceOfMet: AuditProof.Evidence? {
        let solution = solution()
        guard solution.shortfall == .none else { return nil }
        return .met(
            solution.placements.map {
                Unreachable.Placed(
                    award: $0.award, requirement: program.requirements[$0.node].id)
            })
    }
}
