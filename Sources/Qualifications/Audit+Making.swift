// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Returns how `learner` stands toward `rule` on the day `asOf`.
///
/// Awards that are completed, valid and dated no later than `asOf` can count; each fills at most
/// one slot, and of attempts at one credential or its equivalents one counts. The assignment is one
/// that meets the rule if any does, else one that leaves the least: credits, then requirements.
/// Whatever the rule's use, the same semantics hold.
///
/// - Complexity: exponential at worst in the awards that fit several slots, cut off at a fixed
///   amount of work, after which ``Audit/proved`` is false; typical audits take microseconds.
public func audit(
    _ learner: Learner, of rule: Rule, in graph: Graph, asOf: CalendarDate
) -> Audit {
    AuditMaking(learner, rule, graph, asOf).audit
}

/// The steps from facts to an audit.
private struct AuditMaking {
    let rule: Rule
    let auditor: Auditor
    let awards: [Award]
    let screening: Screening
    let facts: Auditor.Facts
    let certain: Solution
    let assuming: Solution?
    let later: Solution?

    init(_ learner: Learner, _ rule: Rule, _ graph: Graph, _ asOf: CalendarDate) {
        self.rule = rule
        auditor = Auditor(graph: graph, program: RuleProgram(rule, in: graph), asOf: asOf)
        awards = learner.awards
        screening = Screening(awards, graph, asOf: asOf)
        facts = auditor.facts(of: screening.admissible)
        certain = facts.reading.solution
        assuming = certain.shortfall == .none ? nil : facts.assuming?.solution
        let isLater = certain.shortfall > .none && !screening.inProgress.isEmpty
        later =
            isLater
            ? auditor.facts(of: screening.admissible + screening.inProgress).reading.solution : nil
    }

    var audit: Audit {
        Audit(
            target: rule.credential, use: rule.use, status: Auditor.status(certain, assuming),
            remaining: Audit.Remaining(certain.shortfall, auditor.program.scheme), root: node(0),
            assignment: assignment, unused: unused, proved: certain.proved,
            bound: ExactDecimal(thousandths: certain.bound.credits), warnings: warnings)
    }

    private var warnings: [Audit.Warning] {
        var found: [Audit.Warning] = []
        if let until = rule.validUntil, until < auditor.asOf { found.append(.ruleExpired(until)) }
        if let from = rule.validFrom, from > auditor.asOf { found.append(.ruleNotYetValid(from)) }
        return found
    }

    private var assignment: [Audit.Assignment] {
        certain.placements.map { placement in
            Audit.Assignment(
                award: awards[placement.award].id, awardIndex: placement.award,
                requirement: auditor.program.requirements[placement.node].id,
                credits: ExactDecimal(thousandths: placement.credits))
        }
    }

    // MARK: Nodes

    private func node(_ node: Int) -> AuditNode {
        let program = auditor.program
        let amounts = amounts(node)
        return AuditNode(
            requirement: program.requirements[node], status: status(node),
            needed: amounts.needed, used: amounts.used, scheme: scheme(node),
            inProgress: !certain.isMet[node] && later?.isMet[node] ?? false, pendingBy: nil,
            evidence: evidence(node), children: program.children[node].map { self.node($0) })
    }

    /// The root's status is the audit's, also where a search was not finished.
    private func status(_ node: Int) -> Status {
        if node == 0 { return Auditor.status(certain, assuming) }
        if certain.isMet[node] { return .met }
        return assuming?.isMet[node] ?? false ? .cannotTell : .notMet
    }

    private func amounts(_ node: Int) -> (needed: ExactDecimal, used: ExactDecimal) {
        switch auditor.program.steps[node] {
        case .gate(let needed):
            let met = auditor.program.children[node].count { certain.isMet[$0] }
            return (ExactDecimal(needed), ExactDecimal(met))
        case .credits(let tally, let least, _), .share(let tally, let least, _):
            return (
                ExactDecimal(thousandths: least), ExactDecimal(thousandths: certain.sums[tally])
            )
        case .credential, .test:
            return (ExactDecimal(1), ExactDecimal(certain.isMet[node] ? 1 : 0))
        }
    }

    private func scheme(_ node: Int) -> CreditScheme? {
        var node = node
        if case .share = auditor.program.steps[node] {
            while node >= 0, !auditor.program.isAccount(node) {
                node = auditor.program.parents[node]
            }
        }
        guard node >= 0, case .credits(let demand) = auditor.program.requirements[node].kind else {
            return nil
        }
        return demand.minimum.scheme
    }

    private func evidence(_ node: Int) -> [String] {
        if case .test(let test) = auditor.program.steps[node] {
            return facts.answers.evidence[test].map { awards[$0].id }
        }
        return certain.placements.filter { $0.node == node }.map { awards[$0.award].id }
    }

    // MARK: Unused awards

    private var unused: [UnusedAward] {
        var used = Set(certain.placements.map(\.award))
        for answers in facts.answers.evidence { used.formUnion(answers) }
        let placedGroups = Set(
            certain.placements.compactMap { placement in
                auditor.graph.credential(awards[placement.award].credential)
                    .map { auditor.graph.equivalenceClass(of: $0) }
            })
        let uncounted = screening.admissible.filter { !used.contains($0.index) }.map { evidence in
            UnusedAward(evidence.award, at: evidence.index, reason(evidence, placedGroups))
        }
        return (screening.unused + uncounted).sorted { $0.awardIndex < $1.awardIndex }
    }

    private func reason(_ evidence: Evidence, _ placed: Set<Int>) -> UnusedAward.Reason {
        if placed.contains(auditor.graph.equivalenceClass(of: evidence.credential)) {
            return .duplicate
        }
        guard let fit = facts.fits[evidence.index] else { return .noMatchingRequirement }
        if !fit.options.isEmpty { return .surplus }
        if fit.hasUnknown { return .unknownFact }
        if fit.isUnconvertible { return .unconvertible }
        return fit.lacksCredits ? .noCredits : .noMatchingRequirement
    }
}

extension Audit.Remaining {
    init(_ shortfall: Shortfall, _ scheme: CreditScheme) {
        self.init(
            credits: ExactDecimal(thousandths: shortfall.credits), scheme: scheme,
            count: shortfall.count)
    }
}
