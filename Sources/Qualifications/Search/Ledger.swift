// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Counts an assignment within one scope, and says what it leaves.
///
/// Exact whole-number arithmetic; the search only proposes, and this decides.
struct Ledger {
    let program: RuleProgram
    let scope: Int
    /// The nodes of the scope, each before its children, and the roots of the scopes below them.
    let nodes: [Int]
    /// For each tally what it counts.
    private(set) var sums: [Int]
    /// For each node what it lacks, by the last evaluation.
    private(set) var lacks: [Shortfall]
    /// For each node what must still be counted in the scope, so that it needs room there.
    private var inside: [Inside]
    /// For each leaf how many awards are in it.
    private var filled: [Int]
    private var values: [Int: Set<String>] = [:]
    private var dates: [Int: (first: CalendarDate, last: CalendarDate)] = [:]
    private let hasDates: Bool
    private let hasValues: Bool
    /// Tallies that pass on what they count, inner ones first.
    private let passing: [Int]
    private let tests: [Bool]
    /// Whether what is needed may go beyond a maximum: the rule leaves no other way.
    var ignoresRoom = false

    /// Creates a ledger; `below` gives what each shared requirement inside lacks.
    init(
        _ program: RuleProgram, scope: Int, tests: [Bool], below: [Int: Shortfall] = [:]
    ) {
        self.program = program
        self.scope = scope
        self.tests = tests
        nodes = program.requirements.indices.filter { node in
            let parent = program.parents[node]
            return program.scopes[node] == scope || (parent >= 0 && program.scopes[parent] == scope)
        }
        sums = Array(repeating: 0, count: program.tallies.count)
        lacks = Array(repeating: .none, count: program.requirements.count)
        inside = Array(repeating: Inside(), count: program.requirements.count)
        filled = Array(repeating: 0, count: program.leaves.count)
        for (node, lack) in below { lacks[node] = lack }
        passing = program.tallies.indices.filter {
            program.tallies[$0].cap != .max || program.tallies[$0].parent >= 0
        }.sorted { program.depth(ofTally: $0) > program.depth(ofTally: $1) }
        let conditions = program.accounts.lazy.filter { $0.scope == scope }.flatMap(\.conditions)
        hasDates = conditions.contains { if case .period = $0.kind { true } else { false } }
        hasValues = conditions.contains { if case .distinct = $0.kind { true } else { false } }
    }

    /// Returns what is left at the scope's root when the options are taken, each so many times.
    ///
    /// - Complexity: O(nodes + entries), and a sort for each "at least".
    mutating func evaluate(
        _ options: some Sequence<(option: SlotOption, times: Int)>
    ) -> Shortfall {
        reset()
        for (option, times) in options where times > 0 { place(option, times) }
        pass()
        for node in nodes.reversed() where program.scopes[node] == scope { evaluate(node) }
        return isBroken ? .impossible : lacks[program.scopeRoots[scope]]
    }

    private mutating func reset() {
        for tally in sums.indices { sums[tally] = 0 }
        for leaf in filled.indices { filled[leaf] = 0 }
        if hasDates { dates.removeAll(keepingCapacity: true) }
        if hasValues { values.removeAll(keepingCapacity: true) }
    }

    private mutating func place(_ option: SlotOption, _ times: Int) {
        for entry in option.entries { sums[entry.tally] += entry.amount * times }
        if case .leaf(let leaf) = program.steps[option.node] { filled[leaf] += times }
        if hasValues {
            for value in option.values { values[value.node, default: []].insert(value.text) }
        }
        guard hasDates, let date = option.date else { return }
        var account = program.slotAccount(option.node)
        while account >= 0 {
            let known = dates[account] ?? (date, date)
            dates[account] = (min(known.first, date), max(known.last, date))
            account = program.accounts[account].parent
        }
    }

    private mutating func pass() {
        for tally in passing {
            sums[tally] = min(sums[tally], program.tallies[tally].cap)
            let parent = program.tallies[tally].parent
            if parent >= 0 { sums[parent] += sums[tally] }
        }
    }

    /// Whether a limit is broken that nothing more can mend.
    private var isBroken: Bool {
        program.leaves.indices.contains { filled[$0] > 1 && program.leaves[$0].scope == scope }
            || program.accounts.contains { $0.scope == scope && isBroken($0) }
    }

    private func isBroken(_ account: RuleProgram.Account) -> Bool {
        if sums[account.tally] > account.maximum { return true }
        return account.conditions.contains { condition in
            switch condition.kind {
            case .ceiling(let tally, let most): sums[tally] > most
            case .period: isTooLong(condition, account)
            case .floor, .countedFloor, .countedCeiling, .mean, .distinct: false
            }
        }
    }

    private func isTooLong(
        _ condition: RuleProgram.Condition, _ account: RuleProgram.Account
    ) -> Bool {
        guard case .period(let period) = condition.kind,
            case .account(let index) = program.steps[account.node], let span = dates[index]
        else { return false }
        return span.last > period.end(from: span.first)
    }

    // MARK: What a node lacks

    private mutating func evaluate(_ node: Int) {
        switch program.steps[node] {
        case .condition: break
        case .test(let test):
            lacks[node] = tests[test] ? .none : Shortfall(credits: 0, units: 0, count: 1)
        case .leaf(let index):
            let leaf = program.leaves[index]
            let isEmpty = filled[index] == 0
            lacks[node] =
                isEmpty ? Shortfall(credits: leaf.credits, units: leaf.units, count: 1) : .none
            inside[node] = isEmpty ? Inside(credits: leaf.credits, awards: leaf.units) : Inside()
        case .gate(let needed): evaluate(gate: node, needed)
        case .account(let account): evaluate(program.accounts[account])
        }
    }

    private mutating func evaluate(gate node: Int, _ needed: Int) {
        let below = program.children[node]
        let isAll = needed >= below.count
        func total(_ values: [Int]) -> Int {
            let sum =
                isAll
                ? values.reduce(0, +)
                : needed == 1 ? values.min() ?? 0 : values.sorted().prefix(needed).reduce(0, +)
            return min(sum, Shortfall.infinite)
        }
        lacks[node] = Shortfall(
            credits: total(below.map { lacks[$0].credits }),
            units: total(below.map { lacks[$0].units }),
            count: total(below.map { lacks[$0].count }) + (isAll ? needed - below.count : 0))
        inside[node] = Inside(
            credits: total(below.map { inside[$0].credits }),
            awards: total(below.map { inside[$0].awards }))
    }

    // MARK: Accounts

    private mutating func evaluate(_ account: RuleProgram.Account) {
        var needs = Needs()
        needs.add(account.minimum - sums[account.tally], account.measure)
        for condition in account.conditions { lacks[condition.node] = .none }
        for condition in account.conditions {
            var own = Needs()
            own.add(missing(condition, account), condition.measure(in: account))
            lacks[condition.node] = lacks[condition.node].raised(to: own.lack)
            needs.raise(to: own)
        }
        var parts = Needs()
        for child in program.children[account.node] {
            if case .condition = program.steps[child] { continue }
            parts.lack.add(lacks[child])
            parts.inside.add(inside[child])
        }
        needs.raise(to: parts)
        if !hasRoom(for: needs.inside, account) { needs.lack.makeImpossible(account.measure) }
        lacks[account.node] = needs.lack
        inside[account.node] = needs.inside
    }

    /// Whether what must still be counted fits below the maximum.
    private func hasRoom(for inside: Inside, _ account: RuleProgram.Account) -> Bool {
        guard account.needsRoom, !ignoresRoom else { return true }
        let room = account.maximum - sums[account.tally]
        return (account.measure.isCredits ? inside.credits : inside.awards) <= room
    }

    /// How much a condition lacks, in thousandths of its unit.
    private func missing(
        _ condition: RuleProgram.Condition, _ account: RuleProgram.Account
    ) -> Int {
        switch condition.kind {
        case .floor(let tally, let amount, _): return amount - sums[tally]
        case .countedFloor(let tally, let total, let share, _):
            return Self.quotient(share * sums[total] - 1000 * sums[tally], 1000 - share)
        case .countedCeiling(let tally, let total, let share, _):
            return Self.quotient(1000 * sums[tally] - share * sums[total], share)
        case .mean(let tally, let most): return Self.quotient(-sums[tally], most)
        case .distinct(let count, _):
            return 1000 * (count - (values[condition.node]?.count ?? 0))
        case .ceiling, .period: return 0
        }
    }

    /// How much of what brings `gain` each makes up for `missing`, rounded up; infinite where
    /// nothing brings any.
    private static func quotient(_ missing: Int, _ gain: Int) -> Int {
        guard missing > 0 else { return 0 }
        return gain > 0 ? (missing + gain - 1) / gain : Shortfall.infinite
    }
}

/// What must still be counted inside a scope, in thousandths: what is shared is filled apart, and
/// takes up no room.
private struct Inside {
    var credits = 0
    var awards = 0

    mutating func add(_ other: Inside) {
        credits = min(credits + other.credits, Shortfall.infinite)
        awards = min(awards + other.awards, Shortfall.infinite)
    }
}

/// What an account needs, each number the most of several needs.
private struct Needs {
    var lack = Shortfall.none
    var inside = Inside()

    /// Adds a need of thousandths of a unit, as of one requirement.
    mutating func add(_ amount: Int, _ measure: RuleProgram.Measure) {
        guard amount > 0 else { return }
        if let credits = measure.worth?.up(amount) {
            lack.credits = max(lack.credits, credits)
            inside.credits = max(inside.credits, credits)
        } else {
            lack.units = max(lack.units, amount)
            if measure.isAwards { inside.awards = max(inside.awards, amount) }
        }
        lack.count = max(lack.count, 1)
    }

    mutating func raise(to other: Needs) {
        lack = lack.raised(to: other.lack)
        inside.credits = max(inside.credits, other.inside.credits)
        inside.awards = max(inside.awards, other.inside.awards)
    }
}

extension RuleProgram.Condition {
    /// How what it lacks is told.
    func measure(in account: RuleProgram.Account) -> RuleProgram.Measure {
        switch kind {
        case .floor(_, _, let measure), .countedFloor(_, _, _, let measure),
            .countedCeiling(_, _, _, let measure):
            measure
        case .distinct: RuleProgram.Measure(worth: nil, isAwards: true)
        case .ceiling, .mean, .period: account.measure
        }
    }
}

extension Shortfall {
    /// Each number the greater of the two.
    func raised(to other: Shortfall) -> Shortfall {
        Shortfall(
            credits: max(credits, other.credits), units: max(units, other.units),
            count: max(count, other.count))
    }

    /// Marks that there is no room for what is needed.
    mutating func makeImpossible(_ measure: RuleProgram.Measure) {
        if measure.isCredits { credits = Self.infinite } else { units = Self.infinite }
    }
}

extension RuleProgram {
    /// How many tallies take what this one passes on.
    func depth(ofTally tally: Int) -> Int {
        var depth = 0
        var tally = tallies[tally].parent
        while tally >= 0 {
            depth += 1
            tally = tallies[tally].parent
        }
        return depth
    }
}
