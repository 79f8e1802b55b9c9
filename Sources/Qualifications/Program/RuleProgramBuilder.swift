// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Compiles a rule, node by node.
struct RuleProgramBuilder {
    private(set) var program: RuleProgram
    private let graph: Graph

    init(_ program: RuleProgram, _ graph: Graph) {
        self.program = program
        self.graph = graph
    }

    /// Where a node stands: below which node, in which account, in which scope.
    private struct Place {
        var parent = -1
        var account = -1
        var scope = 0
    }

    mutating func build() {
        program.scopeRoots = [0]
        add(program.rule.requirement, Place())
        connectPartialAccounts()
    }

    private mutating func add(_ requirement: Requirement, _ place: Place) {
        let node = program.requirements.count
        var place = place
        if requirement.isShared, !requirement.isCondition, node > 0 {
            place.scope = program.scopeRoots.count
            place.account = -1
            program.scopeRoots.append(node)
        }
        program.requirements.append(requirement)
        program.parents.append(place.parent)
        program.children.append([])
        program.steps.append(.condition)
        program.scopes.append(place.scope)
        if place.parent >= 0 { program.children[place.parent].append(node) }
        program.steps[node] = step(of: requirement, node, &place)
        place.parent = node
        for child in requirement.children { add(child, place) }
    }

    private mutating func step(
        of requirement: Requirement, _ node: Int, _ place: inout Place
    ) -> RuleProgram.Step {
        switch requirement.kind {
        case .all(let below): return .gate(below.count)
        case .any: return .gate(1)
        case .atLeast(let count, _): return .gate(min(count, Worth.most))
        case .count(let demand):
            place.account = open(demand, node, place)
            return .account(place.account)
        case .share, .period, .distinct: return condition(requirement, node, place)
        case .mean(let mean):
            return mean.basis == .held
                ? test(.meanHeld(mean)) : condition(requirement, node, place)
        case .credential(let id, let overlap): return leaf(id, overlap, node, place)
        case .outcome(let id):
            let owner = graph.outcome(id).flatMap {
                graph.credential(graph.outcomes[$0].credential)
            }
            if let owner {
                program.testsOfCredential[owner, default: []].append(program.tests.count)
            }
            return test(.outcome)
        case .skill(let uri, let level):
            if let skill = graph.skill(uri) {
                program.testsOfSkill[skill, default: []].append(program.tests.count)
            }
            return test(.skill(level))
        case .order(let ids): return test(.order(ids))
        case .absent(let selector): return test(.absent(selector))
        case .notBefore(let date): return test(.notBefore(date))
        case .decision: return test(.decision)
        }
    }

    private mutating func test(_ test: RuleProgram.Test) -> RuleProgram.Step {
        program.tests.append(test)
        return .test(program.tests.count - 1)
    }

    private mutating func leaf(
        _ id: String, _ overlap: Fraction?, _ node: Int, _ place: Place
    ) -> RuleProgram.Step {
        let position = graph.credential(id)
        let around = place.account < 0 ? nil : program.accounts[place.account]
        let stated = position.flatMap { graph.credentials[$0].credits }
        var credits = 0
        // Where nothing around it counts, what is missing is as large as the credential.
        if around.map({ $0.demand.unit.scheme != nil }) ?? true, let stated {
            credits =
                Worth(of: stated.scheme, in: program.scheme, graph)
                .up(min(stated.amount.thousandths, Worth.most)) ?? 0
        }
        let leaf = RuleProgram.Leaf(
            node: node, account: place.account, scope: place.scope, credential: position,
            overlap: overlap, credits: credits,
            units: around?.demand.unit == .awards ? 1000 : 0)
        let index = program.leaves.count
        program.leaves.append(leaf)
        if overlap != nil { program.overlapLeaves.append(index) }
        for group in classes(thatFit: leaf, named: id) {
            program.leavesOfClass[group, default: []].append(index)
        }
        return .leaf(index)
    }

    /// The classes whose awards fit a leaf by equivalence, declared in the graph or in the rule.
    private func classes(thatFit leaf: RuleProgram.Leaf, named id: String) -> Set<Int> {
        guard let credential = leaf.credential else { return [] }
        var classes: Set = [graph.equivalenceClass(of: credential)]
        for entry in program.rule.equivalences where entry.countsFor == id {
            guard let held = graph.credential(entry.credential) else { continue }
            let isEnough = entry.overlap.map { $0 >= leaf.overlap ?? $0 } ?? true
            if isEnough { classes.insert(graph.equivalenceClass(of: held)) }
        }
        return classes
    }

    // MARK: Accounts

    private mutating func open(
        _ demand: Requirement.Demand, _ node: Int, _ place: Place
    ) -> Int {
        let index = program.accounts.count
        let tally = newTally()
        program.accounts.append(
            RuleProgram.Account(
                node: node, parent: place.account, scope: place.scope, demand: demand,
                tally: tally, minimum: Self.bounded(demand.minimum),
                maximum: demand.maximum.map(Self.bounded) ?? .max,
                measure: measure(of: demand.unit)))
        program.readers.append([])
        if demand.isPartial {
            program.tallies[tally].cap = program.accounts[index].maximum
        }
        return index
    }

    private static func bounded(_ amount: ExactDecimal) -> Int {
        min(max(0, amount.thousandths), Worth.most)
    }

    private mutating func newTally() -> Int {
        program.tallies.append(RuleProgram.Tally())
        return program.tallies.count - 1
    }

    // MARK: Partial accounts

    /// Lets partial accounts pass what they count to the tallies of the accounts around them, cut
    /// where they are full; what stands further out is connected first.
    private mutating func connectPartialAccounts() {
        for inner in program.accounts.indices where program.accounts[inner].demand.isPartial {
            var above = program.accounts[inner].parent
            while above >= 0 {
                let unit = program.accounts[inner].demand.unit
                let floors = program.readers[above].filter {
                    !$0.isCeiling && $0.mean == nil && $0.unit == unit
                }
                for tally in [program.accounts[above].tally] + floors.map(\.tally) {
                    connect(inner, to: tally)
                }
                above = program.accounts[above].parent
            }
        }
    }

    private mutating func connect(_ inner: Int, to tally: Int) {
        let relay = newTally()
        program.tallies[relay].cap = program.accounts[inner].maximum
        program.tallies[relay].parent = program.entry(
            to: tally, from: program.accounts[inner].parent)
        program.relays[RuleProgram.Relay(account: inner, tally: tally)] = relay
    }

    // MARK: Conditions

    private mutating func condition(
        _ requirement: Requirement, _ node: Int, _ place: Place
    ) -> RuleProgram.Step {
        guard place.account >= 0, program.accounts[place.account].node == place.parent else {
            return .gate(0)
        }
        switch requirement.kind {
        case .share(let share): add(share, node, place.account)
        case .mean(let mean): add(mean, node, place.account)
        case .period(let period): append(.period(period), node, place.account)
        case .distinct(let count, let field): append(.distinct(count, field), node, place.account)
        default: break
        }
        return .condition
    }

    private mutating func append(
        _ kind: RuleProgram.Condition.Kind, _ node: Int, _ account: Int
    ) {
        program.accounts[account].conditions.append(
            RuleProgram.Condition(node: node, kind: kind))
    }

    private mutating func add(_ share: Requirement.Share, _ node: Int, _ account: Int) {
        let owner = program.accounts[account]
        let unit = share.unit ?? owner.demand.unit
        if let minimum = share.minimum {
            let tally = reader(of: share.selector, unit, isCeiling: false, account)
            switch minimum {
            case .amount(let amount):
                append(
                    .floor(tally: tally, amount: Self.bounded(amount), measure(of: unit)), node,
                    account)
            case .fraction(let fraction) where share.basis == .required:
                append(
                    .floor(
                        tally: tally, amount: share.floor(fraction, of: owner.minimum),
                        measure(of: unit)), node, account)
            case .fraction(let fraction):
                append(
                    .countedFloor(
                        tally: tally, of: total(unit, account), thousandths: fraction.thousandths,
                        measure(of: unit)), node, account)
            }
        }
        if let maximum = share.maximum {
            let tally = reader(of: share.selector, unit, isCeiling: true, account)
            switch maximum {
            case .amount(let amount):
                append(.ceiling(tally: tally, amount: Self.bounded(amount)), node, account)
            case .fraction(let fraction) where share.basis == .required:
                let most = share.ceiling(fraction, of: owner.minimum)
                append(.ceiling(tally: tally, amount: most), node, account)
            case .fraction(let fraction):
                append(
                    .countedCeiling(
                        tally: tally, of: total(unit, account), thousandths: fraction.thousandths,
                        measure(of: unit)), node, account)
            }
        }
    }

    private func measure(of unit: Unit) -> RuleProgram.Measure {
        let worth = unit.scheme.map { Worth(of: $0, in: program.scheme, graph) }
        return RuleProgram.Measure(
            worth: worth?.factor == nil ? nil : worth, isAwards: unit == .awards)
    }

    /// The tally of everything that the account counts, in a unit.
    private mutating func total(_ unit: Unit, _ account: Int) -> Int {
        let owner = program.accounts[account]
        if owner.demand.unit == unit { return owner.tally }
        return reader(of: .everything, unit, isCeiling: false, account)
    }

    private mutating func add(_ mean: Requirement.MeanGrade, _ node: Int, _ account: Int) {
        let tally = newTally()
        program.readers[account].append(
            RuleProgram.Reader(
                condition: program.accounts[account].conditions.count, account: account,
                tally: tally, selector: .everything, unit: program.accounts[account].demand.unit,
                isCeiling: false, mean: mean))
        let most = program.scale(mean.scale)?.mostPoints?.thousandths ?? 0
        append(.mean(tally: tally, most: most - mean.minimum.thousandths), node, account)
    }

    private mutating func reader(
        of selector: Selector, _ unit: Unit, isCeiling: Bool, _ account: Int
    ) -> Int {
        let tally = newTally()
        let demand = program.accounts[account].demand
        if demand.isPartial, demand.unit == unit {
            program.tallies[tally].cap = program.accounts[account].maximum
        }
        program.readers[account].append(
            RuleProgram.Reader(
                condition: program.accounts[account].conditions.count, account: account,
                tally: tally, selector: selector, unit: unit, isCeiling: isCeiling,
                mean: nil))
        return tally
    }
}

extension RuleProgram {
    /// The scale of this name that the rule declares.
    func scale(_ name: String) -> GradeScale? { rule.scales.first { $0.name == name } }
}

extension RuleProgram {
    /// The tally that an award in the slot of `account` adds to, so that `tally` counts it: the
    /// relay of the nearest partial account inside, else `tally` itself.
    func entry(to tally: Int, from account: Int) -> Int {
        var account = account
        while account >= 0 {
            if let relay = relays[Relay(account: account, tally: tally)] { return relay }
            account = accounts[account].parent
        }
        return tally
    }
}
