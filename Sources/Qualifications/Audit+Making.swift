// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Returns how `learner` stands toward `rule` on the day `asOf`.
///
/// Awards that are completed, valid and dated no later than `asOf` can count; each fills at most
/// one slot, and of attempts at one credential or its equivalents one counts. The assignment is one
/// that meets the rule if any does, else one that leaves the least: credits, then units, then
/// requirements. Whatever the rule's use, the same semantics hold.
///
/// - Complexity: exponential at worst in the awards that fit several slots, cut off at a fixed
///   amount of work, after which ``Audit/proved`` is false; typical audits take under a
///   millisecond.
public func audit(
    _ learner: Learner, of rule: Rule, in graph: Graph, asOf: CalendarDate
) -> Audit {
    audit(learner, of: rule, in: graph, terms: AuditTerms(asOf: asOf))
}

/// Returns how `learner` stands toward `rule` under `terms`.
public func audit(
    _ learner: Learner, of rule: Rule, in graph: Graph, terms: AuditTerms
) -> Audit {
    AuditMaking(learner, rule, graph, terms).audit
}

/// The steps from facts to an audit.
private struct AuditMaking {
    let rule: Rule
    let auditor: Auditor
    let trial: ExceptionTrial
    let start: StartCheck
    let awards: [Award]
    let screening: Screening
    let facts: Auditor.Facts
    let certain: Solution
    let assuming: Solution?
    let later: Solution?

    var program: RuleProgram { auditor.program }

    init(_ learner: Learner, _ rule: Rule, _ graph: Graph, _ terms: AuditTerms) {
        auditor = Auditor(rule, for: learner, in: graph, terms)
        self.rule = auditor.program.rule
        trial = ExceptionTrial(learner, rule, graph, terms)
        start = StartCheck(learner, rule, graph, terms)
        awards = learner.awards
        screening = Screening(awards, graph, asOf: terms.asOf, supposing: terms.supposing)
        facts = auditor.facts(of: screening.admissible)
        certain = facts.reading.solution()
        assuming = certain.shortfall == .none ? nil : facts.assuming?.solution()
        let isLater = certain.shortfall > .none && !screening.inProgress.isEmpty
        later =
            isLater
            ? auditor.facts(of: screening.admissible + screening.inProgress).reading.solution()
            : nil
    }

    var audit: Audit {
        let status = Auditor.status(certain, assuming)
        let remaining = Audit.Remaining(certain.shortfall, program.scheme)
        let standing = Audit.Standing(
            status: status, remaining: remaining, proved: certain.proved)
        return Audit(
            rule: rule, status: status, remaining: remaining, root: node(0),
            assignment: assignment(certain.placements), unused: unused, proved: certain.proved,
            bound: ExactDecimal(thousandths: certain.bound),
            unsettled: status == .cannotTell ? unsettled : [], alternatives: alternatives,
            exceptions: trial.applied(to: standing), withoutExceptions: trial.without,
            terms: auditor.terms, reason: reason(status), warnings: warnings)
    }

    /// Why even the most favourable reading does not meet the rule.
    private func reason(_ status: Status) -> Audit.Reason? {
        guard auditor.terms.explains, status == .notMet,
            let found = (facts.assuming ?? facts.reading).unreachable(
                limit: AssignmentSearch.workLimit)
        else { return nil }
        return Audit.Reason(
            requirements: found.requirements, needed: found.needed, lacking: found.lacking)
    }

    private var warnings: [Audit.Warning] {
        var found: [Audit.Warning] = []
        let asOf = auditor.terms.asOf
        if let until = rule.validUntil, until < asOf { found.append(.ruleExpired(until)) }
        if let from = rule.validFrom, from > asOf { found.append(.ruleNotYetValid(from)) }
        if certain.isUnsatisfiable { found.append(.ruleUnsatisfiable) }
        if start.isUnknown { found.append(.startUnknown) }
        for (award, requirement) in auditor.terms.pins.sorted(by: { $0.key < $1.key })
        where !certain.placements.contains(where: { isPinned($0, award, requirement) }) {
            found.append(.pinImpossible(award: award, requirement: requirement))
        }
        return found
    }

    private func isPinned(
        _ placement: Solution.Placement, _ award: String, _ requirement: String
    ) -> Bool {
        awards[placement.award].id == award
            && program.requirements[placement.node].id == requirement
    }

    private func assignment(_ placements: [Solution.Placement]) -> [Audit.Assignment] {
        placements.map { placement in
            Audit.Assignment(
                award: awards[placement.award].id, awardIndex: placement.award,
                requirement: program.requirements[placement.node].id,
                credits: ExactDecimal(thousandths: placement.credits),
                progress: awards[placement.award].progress,
                isProvisional: isProvisional(placement.award))
        }
    }

    private func isProvisional(_ index: Int) -> Bool {
        auditor.graph.credential(awards[index].credential).map {
            auditor.certain.isProvisional(
                Evidence(index: index, award: awards[index], credential: $0))
        } ?? false
    }

    private var alternatives: [[Audit.Assignment]] {
        guard auditor.terms.alternatives > 0 else { return [] }
        return facts.reading.alternatives(to: certain, most: auditor.terms.alternatives)
            .map(assignment)
    }

    // MARK: Nodes

    private func node(_ node: Int) -> AuditNode {
        let amounts = amounts(node)
        return AuditNode(
            requirement: program.requirements[node], status: status(node),
            needed: amounts.needed, used: amounts.used, unit: unit(node),
            inProgress: !certain.isMet(node) && later?.isMet(node) ?? false,
            pendingBy: pendingBy(node), evidence: evidence(node),
            children: program.children[node].map { self.node($0) })
    }

    /// The root's status is the audit's, also where a search was not finished.
    private func status(_ node: Int) -> Status {
        if node == 0 { return Auditor.status(certain, assuming) }
        if certain.isMet(node) { return .met }
        return assuming?.isMet(node) ?? false ? .cannotTell : .notMet
    }

    private func pendingBy(_ node: Int) -> String? {
        guard case .decision(let body) = program.requirements[node].kind, !certain.isMet(node)
        else { return nil }
        return body
    }

    private func amounts(_ node: Int) -> (needed: ExactDecimal, used: ExactDecimal) {
        switch program.steps[node] {
        case .gate(let needed):
            let met = program.children[node].count { certain.isMet($0) }
            return (ExactDecimal(needed), ExactDecimal(met))
        case .account(let index):
            let account = program.accounts[index]
            return (
                ExactDecimal(thousandths: account.minimum),
                ExactDecimal(thousandths: certain.sums[account.tally])
            )
        case .condition: return conditionAmounts(node)
        case .leaf, .test: return (ExactDecimal(1), ExactDecimal(certain.isMet(node) ? 1 : 0))
        }
    }

    private func account(around node: Int) -> RuleProgram.Account? {
        program.parents[node] < 0 ? nil : program.account(program.parents[node])
    }

    private func conditionAmounts(_ node: Int) -> (needed: ExactDecimal, used: ExactDecimal) {
        guard let account = account(around: node),
            let condition = account.conditions.first(where: { $0.node == node })
        else { return (.zero, .zero) }
        switch condition.kind {
        case .floor(let tally, let amount, _), .ceiling(let tally, let amount):
            return (thousandths(amount), thousandths(certain.sums[tally]))
        case .countedFloor(let tally, let total, let share, _):
            let counted = certain.sums[total]
            return (thousandths((counted * share + 999) / 1000), thousandths(certain.sums[tally]))
        case .countedCeiling(let tally, let total, let share, _):
            let counted = certain.sums[total]
            return (thousandths(counted * share / 1000), thousandths(certain.sums[tally]))
        case .mean: return meanAmounts(node, account)
        case .period: return (ExactDecimal(1), ExactDecimal(1))
        case .distinct(let count, let field):
            let values = placed(in: account).compactMap { auditor.graph.value(of: field, $0) }
            return (ExactDecimal(count), ExactDecimal(Set(values).count))
        }
    }

    private func thousandths(_ amount: Int) -> ExactDecimal { ExactDecimal(thousandths: amount) }

    private func placed(in account: RuleProgram.Account) -> [Evidence] {
        certain.placements.filter { program.isInside($0.node, account) }.compactMap { placement in
            auditor.graph.credential(awards[placement.award].credential).map {
                Evidence(
                    index: placement.award, award: awards[placement.award], credential: $0)
            }
        }
    }

    private func meanAmounts(
        _ node: Int, _ account: RuleProgram.Account
    ) -> (needed: ExactDecimal, used: ExactDecimal) {
        guard case .mean(let mean) = program.requirements[node].kind,
            let scale = program.scale(mean.scale)
        else { return (.zero, .zero) }
        var (sum, total) = (0, 0)
        for evidence in placed(in: account) {
            guard let points = evidence.award.grade.flatMap(scale.points),
                case .known(let amount) = auditor.certain.amount(
                    of: evidence, in: account.demand.unit)
            else { continue }
            sum += amount * points.thousandths
            total += amount
        }
        return (mean.minimum, thousandths(total == 0 ? 0 : sum / total))
    }

    private func unit(_ node: Int) -> Unit? {
        if let account = program.account(node) { return account.demand.unit }
        guard case .share(let share) = program.requirements[node].kind else { return nil }
        return share.unit ?? account(around: node)?.demand.unit
    }

    private func evidence(_ node: Int) -> [String] {
        if case .test(let test) = program.steps[node] {
            return facts.answers.evidence[test].map { awards[$0].id }
        }
        return certain.placements.filter { $0.node == node }.map { awards[$0.award].id }
    }

    // MARK: What is not known

    /// What the assuming reading counts and the certain one does not, and why.
    private var unsettled: [Audit.Unsettled] {
        guard let assuming else { return [] }
        var found: [Audit.Unsettled] = []
        for node in program.requirements.indices where assuming.isMet(node) {
            guard !certain.isMet(node), case .test = program.steps[node] else { continue }
            found.append(
                Audit.Unsettled(
                    requirement: program.requirements[node].id, award: nil,
                    fact: program.requirements[node].kind.name))
        }
        let known = Set(certain.placements)
        for placement in assuming.placements where !known.contains(placement) {
            found += auditor.unknownFacts(awards[placement.award], placement).map {
                Audit.Unsettled(
                    requirement: program.requirements[placement.node].id,
                    award: awards[placement.award].id, fact: $0)
            }
        }
        return found
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
        let fit = facts.fits[evidence.index]
        if let fit, fit.isBlocked, fit.options.isEmpty { return .blocked }
        if placed.contains(auditor.graph.equivalenceClass(of: evidence.credential)) {
            return .duplicate
        }
        guard let fit else { return .noMatchingRequirement }
        if !fit.options.isEmpty { return .surplus }
        if fit.admission == .notMet {
            return auditor.certain.recognises(evidence) == .notMet
                ? .notRecognised : .inadmissible
        }
        if fit.admission == .cannotTell, auditor.certain.recognises(evidence) == .cannotTell,
            auditor.certain.isProvisional(evidence)
        {
            return .provisional
        }
        if fit.hasUnknown { return .unknownFact }
        if fit.isUnconvertible { return .unconvertible }
        return fit.lacksAmount ? .noCredits : .noMatchingRequirement
    }
}

extension Audit.Remaining {
    init(_ shortfall: Shortfall, _ scheme: CreditScheme) {
        self.init(
            credits: ExactDecimal(thousandths: shortfall.credits), scheme: scheme,
            units: ExactDecimal(thousandths: shortfall.units), count: shortfall.count)
    }
}
