// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How much must be looked at to check a proof, so that a hostile one is not begun.
struct CheckingCost {
    /// The most that is begun: some tenths of a second, and far above what an audit needs.
    private static let most = 100_000_000

    private let place: String
    private let total: Int

    /// Estimates the cost: every award, and every placement, is held against every value of the
    /// rule's selectors, and each assignment against every requirement.
    init(of proof: AuditProof, _ subject: ProofSubject) {
        let evidence = [proof.certain, proof.assuming].compactMap(\.self)
        let placements = evidence.reduce(0) { $0 + $1.placements }
        let assignments = evidence.reduce(0) { $0 + $1.assignments }
        let rule = subject.rule.requirement.nodes
        let skills = subject.graph.skills.count + subject.graph.skillLinks.count
        let perSkill = skills + subject.graph.alignments.count
        let questions =
            rule.reduce(1 + subject.rule.counts.cost(perSkill)) { $0 + $1.kind.cost(perSkill) }
        let decided = 1 + subject.exceptions.count + subject.rule.equivalences.count
        let matching = Self.product(2 * (subject.awards.count + placements), questions, decided)
        let counting = Self.product(assignments, subject.rule.requirement.countingCost)
        place = matching > counting ? "/awards" : "/evidence"
        total = max(matching, counting)
    }

    private static func product(_ factors: Int...) -> Int {
        factors.reduce(1) { product, factor in
            let (result, isTooLarge) = product.multipliedReportingOverflow(by: factor)
            return isTooLarge ? .max : result
        }
    }

    /// Refuses what would take too long.
    func check() throws(Verification.Flaw) {
        guard total > Self.most else { return }
        throw Verification.Flaw(
            at: place, "There is more to look at than can be checked in a moment.", isTooMuch: true)
    }
}

extension AuditProof.Evidence {
    /// How many assignments it holds, and how many placements in all.
    fileprivate var assignments: Int {
        switch self {
        case .met: 1
        case .notMet(let reason): reason.withoutEach.count
        }
    }

    fileprivate var placements: Int {
        switch self {
        case .met(let placements): placements.count
        case .notMet(let reason): reason.withoutEach.reduce(0) { $0 + $1.count }
        }
    }
}

extension Requirement {
    /// How much must be looked at to sum what each count below it counts, and each condition.
    fileprivate var countingCost: Int {
        nodes.reduce(0) { cost, node in
            guard case .count(let demand) = node.kind else { return cost + 1 }
            return cost + node.nodes.count * (1 + 2 * demand.parts.count(where: \.isCondition))
        }
    }
}

extension Requirement.Kind {
    /// How much must be looked at to see whether an award belongs to it.
    fileprivate func cost(_ perSkill: Int) -> Int {
        switch self {
        case .count(let demand): 1 + demand.selector.cost(perSkill)
        case .share(let share): 1 + share.selector.cost(perSkill)
        case .absent(let selector): 1 + selector.cost(perSkill)
        case .order(let ids): 1 + ids.count
        case .credential(_, .some), .skill: 1 + perSkill
        case .all, .any, .atLeast, .mean, .period, .distinct, .credential, .outcome, .notBefore,
            .decision:
            1
        }
    }
}

extension Selector {
    /// How many values it compares; a skill is looked for among all.
    fileprivate func cost(_ perSkill: Int) -> Int {
        switch self {
        case .everything: 0
        case .comparison(let field, _, _): field == .skill ? perSkill : 1
        case .oneOf(let field, let values): values.count * (field == .skill ? perSkill : 1)
        case .not(let inner): inner.cost(perSkill)
        case .and(let left, let right), .or(let left, let right):
            left.cost(perSkill) + right.cost(perSkill)
        }
    }
}
