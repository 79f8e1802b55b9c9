// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Where one credential could count in one rule.
struct AcceptanceReading {
    private let credential: Int
    private let rule: Rule
    private let graph: Graph
    /// The rule with every award admitted, so that only its requirements decide.
    private let reading: RuleReading
    private let evidence: Evidence
    private let asOf: CalendarDate
    /// What the rule asks of every award.
    private let general: [Acceptance.Condition]

    private var program: RuleProgram { reading.program }

    /// Reads a rule; nil where it admits no award of the credential.
    init?(_ credential: Int, _ rule: Rule, _ graph: Graph, _ terms: AuditTerms) {
        self.init(
            credential, rule, graph, terms, reading: Self.openReading(of: rule, graph, terms))
    }

    /// Makes a rule ready to be read for any credential.
    static func openReading(
        of rule: Rule, _ graph: Graph, _ terms: AuditTerms
    ) -> RuleReading {
        var open = rule
        open.counts = .everything
        open.recognition = nil
        return RuleReading(RuleProgram(open, in: graph), graph, terms, isAssuming: false)
    }

    /// Reads a rule that was made ready before.
    init?(
        _ credential: Int, _ rule: Rule, _ graph: Graph, _ terms: AuditTerms,
        reading: @autoclosure () -> RuleReading
    ) {
        let admitted = rule.counts.residual(of: credential, in: graph)
        let provider = graph.credentials[credential].provider
        let recognised =
            rule.recognition?.admits(provider, reading: terms.recognition) ?? .met
        guard admitted != .never, recognised != .notMet else { return nil }
        self.credential = credential
        self.rule = rule
        self.graph = graph
        asOf = terms.asOf
        self.reading = reading()
        evidence = Evidence(
            index: 0, award: Award(credential: graph.credentials[credential].id),
            credential: credential)
        var general = admitted.conjuncts.map(Acceptance.Condition.init)
        if recognised == .cannotTell {
            general.append(
                Acceptance.Condition(
                    kind: .recognition,
                    text: provider == nil
                        ? "its provider is recognised"
                        : "its provider, recognised provisionally, is confirmed"))
        }
        self.general = general + Self.exclusions(credential, rule, graph)
    }

    /// What the rule forbids anybody to hold, where the credential is of that sort.
    private static func exclusions(
        _ credential: Int, _ rule: Rule, _ graph: Graph
    ) -> [Acceptance.Condition] {
        rule.requirement.nodes.compactMap { node in
            guard case .absent(let selector) = node.kind,
                selector.residual(of: credential, in: graph) == .always
            else { return nil }
            return Acceptance.Condition(
                kind: .excluded, text: "\"\(node.id)\" is not met by those who hold one")
        }
    }

    /// Every requirement that takes an award of the credential, in the rule's order.
    func acceptances(_ climb: inout SkillClimb) -> [Acceptance] {
        let leaves = Set(reading.leaves(taking: credential))
        var tests = TestAnswers(reading, asOf: asOf)
        tests.add(evidence, &climb)
        let answers = tests.statuses
        return program.requirements.indices.compactMap { node in
            switch program.steps[node] {
            case .account(let account): counted(node, account)
            case .leaf(let leaf): leaves.contains(leaf) ? asked(node, program.leaves[leaf]) : nil
            case .test(let test): answered(node, program.tests[test], answers[test])
            case .gate, .condition: nil
            }
        }
    }

    private func acceptance(
        _ node: Int, _ way: Acceptance.Way, _ account: Int,
        _ conditions: [Acceptance.Condition] = []
    ) -> Acceptance {
        let unit = account < 0 ? nil : program.accounts[account].demand.unit
        let (amount, unknown) = unit.map(amount) ?? (nil, [])
        var all: [Acceptance.Condition] = []
        for condition in general + conditions + unknown + needs(in: account)
        where !all.contains(condition) { all.append(condition) }
        return Acceptance(
            rule: rule, requirement: program.requirements[node], way: way, amount: amount,
            unit: amount == nil ? nil : unit, conditions: all, limits: limits(in: account))
    }

    // MARK: Ways

    private func counted(_ node: Int, _ account: Int) -> Acceptance? {
        let demand = program.accounts[account].demand
        let residual = demand.selector.residual(of: credential, in: graph)
        guard residual != .never, amount(in: demand.unit).amount != nil else { return nil }
        return acceptance(
            node, .counts, account, residual.conjuncts.map(Acceptance.Condition.init))
    }

    private func asked(_ node: Int, _ leaf: RuleProgram.Leaf) -> Acceptance? {
        guard let wanted = leaf.credential else { return nil }
        let isDirect =
            program.leavesOfClass[graph.equivalenceClass(of: credential)]?.contains {
                program.leaves[$0].node == node
            } ?? false
        let reason: Acceptance.Way.Reason =
            wanted == credential ? .itself : isDirect ? .equivalent : .overlap
        return acceptance(
            node, .asks(for: graph.credentials[wanted].id, reason), leaf.account)
    }

    private func answered(
        _ node: Int, _ test: RuleProgram.Test, _ status: Status
    ) -> Acceptance? {
        switch test {
        case .outcome, .skill:
            guard status != .notMet else { return nil }
            let unknown = Acceptance.Condition(
                kind: .unknown, text: "the proficiency it teaches, which is not known, is enough")
            return acceptance(node, .answers, -1, status == .met ? [] : [unknown])
        case .order(let ids):
            let isAsked = ids.contains { id in
                graph.credential(id).map { graph.areEquivalent($0, credential) } ?? false
            }
            guard isAsked else { return nil }
            let order = Acceptance.Condition(
                kind: .date, text: "it is given in the order that is asked")
            return acceptance(node, .answers, -1, [order])
        case .absent, .meanHeld, .notBefore, .decision: return nil
        }
    }

    // MARK: Amounts, conditions and limits

    /// What an award is worth in a unit, and what must be so for that; nil where it is worth
    /// nothing.
    private func amount(
        in unit: Unit
    ) -> (amount: ExactDecimal?, conditions: [Acceptance.Condition]) {
        switch reading.amount(of: evidence, in: unit) {
        case .known(let amount): return (ExactDecimal(thousandths: amount), [])
        case .unknown(let amount):
            let scheme = Acceptance.Condition(
                kind: .unknown,
                text: "its credits, of a scheme that is not stated, are \(unit.name)")
            return (ExactDecimal(thousandths: amount), [scheme])
        case .none, .unconvertible: return (nil, [])
        }
    }

    /// What the conditions on the requirements around a slot need to know of an award.
    private func needs(in account: Int) -> [Acceptance.Condition] {
        around(account).flatMap { account in
            account.conditions.compactMap { condition -> Acceptance.Condition? in
                switch condition.kind {
                case .mean:
                    guard case .mean(let mean) = program.requirements[condition.node].kind else {
                        return nil
                    }
                    return .init(kind: .grade, text: "it has a grade on the scale \(mean.scale)")
                case .period(let period):
                    return .init(
                        kind: .date, text: "it is given within \(period) of what counts beside it")
                case .floor, .ceiling, .countedFloor, .countedCeiling, .distinct: return nil
                }
            }
        }
    }

    private func limits(in account: Int) -> [Acceptance.Limit] {
        around(account).flatMap { account in
            let own = account.demand.maximum.map {
                Acceptance.Limit(
                    requirement: program.requirements[account.node].id,
                    most: "\($0) \(account.demand.unit.name)",
                    isPassed: isMore(than: $0.thousandths, account.demand.unit))
            }
            let shares = account.demand.parts.compactMap { part in
                limit(part, account.demand)
            }
            return [own].compactMap { $0 } + shares
        }
    }

    private func limit(
        _ part: Requirement, _ demand: Requirement.Demand
    ) -> Acceptance.Limit? {
        guard case .share(let share) = part.kind else { return nil }
        let match = share.selector.residual(of: credential, in: graph)
        guard let maximum = share.maximum, match != .never else {
            return limit(share, part.id, match)
        }
        let unit = share.unit ?? demand.unit
        switch maximum {
        case .amount(let amount):
            return Acceptance.Limit(
                requirement: part.id, most: "\(amount) \(unit.name)",
                isPassed: isMore(than: amount.thousandths, unit))
        case .fraction(let fraction):
            let most = share.ceiling(fraction, of: demand.minimum.thousandths)
            let isFixed = share.basis == .required && unit == demand.unit
            return Acceptance.Limit(
                requirement: part.id, most: fraction.description,
                isPassed: isFixed && isMore(than: most, unit))
        }
    }

    /// What must be of one sort leaves the rest of what counts to others.
    private func limit(
        _ share: Requirement.Share, _ id: String, _ match: Residual
    ) -> Acceptance.Limit? {
        guard share.basis == .counted, case .fraction(let least) = share.minimum, match != .always,
            least.thousandths > 0
        else { return nil }
        let rest = Fraction(thousandths: 1000 - least.thousandths)
        return Acceptance.Limit(
            requirement: id, most: "\(rest) of what counts",
            isPassed: rest.thousandths == 0 && match == .never)
    }

    /// Whether one award is worth more than so many thousandths of a unit.
    private func isMore(than most: Int, _ unit: Unit) -> Bool {
        amount(in: unit).amount.map { $0.thousandths > most } ?? false
    }

    /// The account and those around it, the innermost first.
    private func around(_ account: Int) -> [RuleProgram.Account] {
        var found: [RuleProgram.Account] = []
        var next = account
        while next >= 0 {
            found.append(program.accounts[next])
            next = program.accounts[next].parent
        }
        return found
    }
}

extension Acceptance.Condition {
    /// What is left of a selector to be so of an award.
    init(_ selector: Selector) {
        let fields = selector.fields
        let kind: Kind =
            switch true {
            case fields.contains(.grade): .grade
            case fields.contains(.age): .age
            case fields.contains(.date): .date
            case fields.contains(.used): .used
            default: .unknown
            }
        self.init(kind: kind, text: selector.description)
    }
}
