// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The slots that one award fits, and what kept it from others.
struct SlotFit {
    private(set) var options: [SlotOption] = []
    /// Whether a fact is missing that would change where it fits.
    private(set) var hasUnknown = false
    private(set) var lacksAmount = false
    private(set) var isUnconvertible = false
    private(set) var admission = Status.met
    /// Whether an exception took a slot away from it, or every slot.
    private(set) var isBlocked = false

    private let reading: RuleReading
    private let evidence: Evidence
    private var program: RuleProgram { reading.program }

    /// Finds the slots for an award.
    init(_ evidence: Evidence, _ reading: RuleReading) {
        self.reading = reading
        self.evidence = evidence
        admission = reading.admits(evidence)
        hasUnknown = admission == .cannotTell
        if reading.holds(admission) {
            for leaf in reading.leaves(taking: evidence.credential) { fill(program.leaves[leaf]) }
            for account in program.accounts.indices { fill(account) }
        }
        guard !reading.decisions.isEmpty else { return }
        insert()
        block()
    }

    /// Adds the slots that the award is put into although it does not fit.
    private mutating func insert() {
        for node in reading.decisions.inserted[evidence.award.id] ?? []
        where !options.contains(where: { $0.node == node }) {
            let account = program.slotAccount(node)
            let unit = account < 0 ? nil : program.accounts[account].demand.unit
            append(node, account, unit.flatMap { amount(in: $0) } ?? 0, isInserted: true)
        }
    }

    private mutating func block() {
        isBlocked = reading.decisions.bars(evidence.award)
        let (award, decisions) = (evidence.award, reading.decisions)
        guard options.contains(where: { decisions.blocks(award, at: $0.node) }) else { return }
        options.removeAll { decisions.blocks(award, at: $0.node) }
        isBlocked = true
    }

    private mutating func fill(_ leaf: RuleProgram.Leaf) {
        let unit = leaf.account < 0 ? nil : program.accounts[leaf.account].demand.unit
        append(leaf.node, leaf.account, unit.flatMap { amount(in: $0) } ?? 0)
    }

    private mutating func fill(_ account: Int) {
        let demand = program.accounts[account].demand
        guard admits(demand.selector) else { return }
        switch reading.amount(of: evidence, in: demand.unit) {
        case .known(let amount): append(program.accounts[account].node, account, amount)
        case .unknown(let amount):
            hasUnknown = true
            if reading.isAssuming { append(program.accounts[account].node, account, amount) }
        case .none: lacksAmount = true
        case .unconvertible: isUnconvertible = true
        }
    }

    private mutating func admits(_ selector: Selector) -> Bool {
        let status = reading.matches(selector, evidence)
        if status == .cannotTell { hasUnknown = true }
        return reading.holds(status)
    }

    private mutating func amount(in unit: Unit) -> Int? {
        switch reading.amount(of: evidence, in: unit) {
        case .known(let amount): return amount
        case .unknown(let amount):
            hasUnknown = true
            return reading.isAssuming ? amount : nil
        case .none, .unconvertible: return nil
        }
    }

    // MARK: What an option adds

    /// Adds a slot; an award that is inserted stands there also where a fact about it is not known.
    private mutating func append(
        _ node: Int, _ account: Int, _ credits: Int, isInserted: Bool = false
    ) {
        var entries: [SlotOption.Entry] = []
        var values: [SlotOption.Value] = []
        var date: CalendarDate?
        var around = account
        while around >= 0 {
            let stands = add(to: around, from: account, &entries, &values, &date)
            guard stands || isInserted else { return }
            around = program.accounts[around].parent
        }
        options.append(
            SlotOption(
                node: node, award: evidence.index, credits: credits, entries: entries,
                values: values, date: date))
    }

    /// Adds what the award brings to one account and its conditions; false where it may not stand
    /// there, for want of a fact.
    private mutating func add(
        to account: Int, from slot: Int, _ entries: inout [SlotOption.Entry],
        _ values: inout [SlotOption.Value], _ date: inout CalendarDate?
    ) -> Bool {
        let owner = program.accounts[account]
        var stands = true
        if let amount = amount(in: owner.demand.unit) {
            add(amount, to: owner.tally, from: slot, &entries)
        }
        for reader in program.readers[account] where !add(reader, from: slot, &entries) {
            stands = false
        }
        for condition in owner.conditions {
            switch condition.kind {
            case .period:
                date = evidence.award.date
                if date == nil {
                    hasUnknown = true
                    if !reading.isAssuming { stands = false }
                }
            case .distinct(_, let field):
                if let text = value(of: field) {
                    values.append(SlotOption.Value(node: condition.node, text: text))
                }
            default: break
            }
        }
        return stands
    }

    private func add(
        _ amount: Int, to tally: Int, from slot: Int, _ entries: inout [SlotOption.Entry]
    ) {
        guard amount != 0 else { return }
        entries.append(
            SlotOption.Entry(tally: program.entry(to: tally, from: slot), amount: amount))
    }

    private mutating func add(
        _ reader: RuleProgram.Reader, from slot: Int, _ entries: inout [SlotOption.Entry]
    ) -> Bool {
        let amount = amount(in: reader.unit) ?? 0
        if let mean = reader.mean {
            guard let above = points(mean) else { return false }
            add(amount * above, to: reader.tally, from: slot, &entries)
            return true
        }
        let status = reading.matches(reader.selector, evidence)
        if status == .cannotTell { hasUnknown = true }
        let counts = reader.isCeiling ? !reading.holds(status.negated) : reading.holds(status)
        if counts { add(amount, to: reader.tally, from: slot, &entries) }
        return true
    }

    /// Thousandths of points above the mean asked for; nil where the award may not stand there
    /// because its grade is not known.
    private mutating func points(_ mean: Requirement.MeanGrade) -> Int? {
        let scale = program.scale(mean.scale)
        if let grade = evidence.award.grade, let scale, scale.mostPoints != nil, scale.has(grade) {
            return scale.points(of: grade).map { ($0 - mean.minimum).thousandths } ?? 0
        }
        let most = scale?.mostPoints.map { ($0 - mean.minimum).thousandths } ?? 0
        if evidence.award.grade == nil, evidence.isThoughtOf { return most }
        hasUnknown = true
        return reading.isAssuming ? most : nil
    }

    private mutating func value(of field: Selector.Field) -> String? {
        if let text = reading.graph.value(of: field, evidence) { return text }
        hasUnknown = true
        return reading.isAssuming ? "?\(evidence.index)" : nil
    }
}

extension RuleReading {
    /// The leaves that an award of the credential fits, in the rule's order.
    func leaves(taking credential: Int) -> [Int] {
        let direct = program.leavesOfClass[graph.equivalenceClass(of: credential)] ?? []
        guard !program.overlapLeaves.isEmpty else { return direct }
        let others = program.overlapLeaves.filter {
            !direct.contains($0) && overlaps(credential, $0)
        }
        return (direct + others).sorted()
    }

    /// Whether the held credential teaches enough of what the leaf asks for; an overlap that the
    /// rule states for the pair stands before what the skills say.
    private func overlaps(_ held: Int, _ leaf: Int) -> Bool {
        guard let wanted = program.leaves[leaf].credential,
            let least = program.leaves[leaf].overlap
        else { return false }
        let (heldID, wantedID) = (graph.credentials[held].id, graph.credentials[wanted].id)
        let isStated = program.rule.equivalences.contains {
            $0.credential == heldID && $0.countsFor == wantedID && $0.overlap != nil
        }
        guard !isStated, let overlap = graph.overlap(of: held, with: wanted) else { return false }
        return overlap * 1000 >= Double(least.thousandths) - 1e-6
    }
}
