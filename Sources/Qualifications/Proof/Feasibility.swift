// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A rule as inequalities in whole numbers, over all its scopes at once: whether it can be met.
struct Feasibility {
    /// What a variable stands for.
    enum Variable: Hashable {
        case placed(award: Int, node: Int)
        case meant(Int)
        case present(node: Int, value: String)
        case passed(from: Int, tally: Int)
    }

    /// `Σ coefficient × variable ≥ bound`.
    struct Row {
        let name: Refutation.Inequality?
        var entries: [(column: Int, value: Int)] = []
        var bound = 0
        /// By what the row is divided before it goes into the linear program.
        var scale = 1.0
    }

    let program: RuleProgram
    private(set) var variables: [Variable] = []
    private(set) var upper: [Int] = []
    private(set) var lower: [Int] = []
    private(set) var rows: [Row] = []
    /// Placements of which at most one holds: those of one holding in one scope.
    private(set) var once: [[Int]] = []
    private(set) var dates: [Int: CalendarDate] = [:]

    private var sums: [[(column: Int, value: Int)]]
    private var slots: [Int: [Int]] = [:]
    private var values: [Int: [String: [Int]]] = [:]
    private var meant: [Int] = []
    private let active: Set<Int>
    private let tests: [Bool]

    /// Writes down what `active` requirements ask of a reading; of the others only what joins them.
    init(_ reading: Reading, active: Set<Int>) {
        program = reading.program
        tests = reading.tests
        self.active = active
        sums = Array(repeating: [], count: program.tallies.count)
        for holding in reading.holdings { add(holding) }
        addRelays()
        for node in program.requirements.indices { addMeant(node) }
        for node in program.requirements.indices { addRows(node) }
    }

    /// Whether what the requirement asks by itself is written down.
    func isActive(_ node: Int) -> Bool { active.contains(node) }

    /// The requirements that ask for anything by themselves.
    static func demands(of program: RuleProgram) -> [Int] {
        program.requirements.indices.filter { node in
            switch program.steps[node] {
            case .gate: false
            case .account(let index):
                program.accounts[index].minimum > 0 || program.accounts[index].maximum != .max
            case .condition, .leaf, .test: true
            }
        }
    }

    private mutating func addVariable(_ variable: Variable, upper most: Int) -> Int {
        variables.append(variable)
        lower.append(0)
        upper.append(most)
        return variables.count - 1
    }

    // MARK: Placements

    private mutating func add(_ holding: Holding) {
        var byScope: [Int: [Int]] = [:]
        for option in holding.options {
            let column = addVariable(.placed(award: option.award, node: option.node), upper: 1)
            for entry in option.entries { sums[entry.tally].append((column, entry.amount)) }
            for value in option.values {
                values[value.node, default: [:]][value.text, default: []].append(column)
            }
            dates[column] = option.date
            slots[option.node, default: []].append(column)
            byScope[program.scopes[option.node], default: []].append(column)
        }
        once += byScope.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func addRelays() {
        let inner = program.relays.sorted {
            program.depth(ofTally: $0.value) > program.depth(ofTally: $1.value)
                || (program.depth(ofTally: $0.value) == program.depth(ofTally: $1.value)
                    && $0.value < $1.value)
        }
        for (relay, tally) in inner {
            let account = program.accounts[relay.account]
            let column = addVariable(
                .passed(from: account.node, tally: relay.tally), upper: account.maximum)
            var row = Row(
                name: .passed(
                    from: program.requirements[account.node].id, to: reader(of: relay.tally)))
            row.entries = sums[tally] + [(column, -1)]
            row.scale = 1000
            rows.append(row)
            sums[program.tallies[tally].parent].append((column, 1))
        }
    }

    /// The id of the count or condition that reads a tally.
    private func reader(of tally: Int) -> String {
        for account in program.accounts {
            if account.tally == tally { return program.requirements[account.node].id }
            for condition in account.conditions where condition.reads(tally) {
                return program.requirements[condition.node].id
            }
        }
        return ""
    }

    // MARK: Requirements

    private mutating func addMeant(_ node: Int) {
        let column = addVariable(.meant(node), upper: 1)
        meant.append(column)
        if node == 0 { lower[column] = 1 }
        if case .test(let test) = program.steps[node], active.contains(node), !tests[test] {
            upper[column] = 0
        }
    }

    private mutating func addRows(_ node: Int) {
        let below = program.children[node].filter { child in
            if case .condition = program.steps[child] { return false }
            return true
        }
        switch program.steps[node] {
        case .condition, .test: break
        case .gate(let needed): addBelow(node, below, needed)
        case .leaf: addLeaf(node)
        case .account(let index):
            addBelow(node, below, below.count)
            add(program.accounts[index])
        }
    }

    private func id(_ node: Int) -> String { program.requirements[node].id }

    private mutating func addBelow(_ node: Int, _ below: [Int], _ needed: Int) {
        guard needed > 0 else { return }
        var row = Row(name: .below(id(node)))
        row.entries = below.map { (meant[$0], 1) } + [(meant[node], -needed)]
        rows.append(row)
    }

    private mutating func addLeaf(_ node: Int) {
        let columns = slots[node] ?? []
        if columns.count > 1 {
            var most = Row(name: .most(id(node)), bound: -1)
            most.entries = columns.map { ($0, -1) }
            rows.append(most)
        }
        guard active.contains(node) else { return }
        var least = Row(name: .least(id(node)))
        least.entries = columns.map { ($0, 1) } + [(meant[node], -1)]
        rows.append(least)
    }

    private mutating func add(_ account: RuleProgram.Account) {
        if active.contains(account.node) {
            addLeast(.least(id(account.node)), account.tally, account.minimum, account.node)
            if account.maximum != .max, !account.demand.isPartial {
                addMost(.most(id(account.node)), account.tally, account.maximum)
            }
        }
        for condition in account.conditions where active.contains(condition.node) {
            add(condition, account)
        }
    }

    private mutating func addLeast(
        _ name: Refutation.Inequality, _ tally: Int, _ amount: Int, _ node: Int
    ) {
        guard amount > 0 else { return }
        var row = Row(name: name)
        if amount > program.tallies[tally].cap {
            row.entries = [(meant[node], -1)]
        } else {
            row.entries = sums[tally] + [(meant[node], -amount)]
            row.scale = 1000
        }
        rows.append(row)
    }

    private mutating func addMost(_ name: Refutation.Inequality, _ tally: Int, _ amount: Int) {
        guard !sums[tally].isEmpty else { return }
        var row = Row(name: name, bound: -amount)
        row.entries = sums[tally].map { ($0.column, -$0.value) }
        row.scale = 1000
        rows.append(row)
    }

    private mutating func add(
        _ condition: RuleProgram.Condition, _ account: RuleProgram.Account
    ) {
        let name = id(condition.node)
        switch condition.kind {
        case .floor(let tally, let amount, _):
            addLeast(.floor(name), tally, amount, account.node)
        case .ceiling(let tally, let amount): addMost(.ceiling(name), tally, amount)
        case .countedFloor(let tally, let total, let share, _):
            balance(.floor(name), [(tally, 1000), (total, -share)], account.node)
        case .countedCeiling(let tally, let total, let share, _):
            balance(.ceiling(name), [(total, share), (tally, -1000)], account.node)
        case .mean(let tally, _): balance(.floor(name), [(tally, 1)], account.node)
        case .period: break
        case .distinct(let count, _): addValues(condition.node, count, account.node)
        }
    }

    private mutating func balance(
        _ name: Refutation.Inequality, _ tallies: [(tally: Int, factor: Int)], _ node: Int
    ) {
        var coefficients: [Int: Int] = [:]
        for (tally, factor) in tallies {
            for entry in sums[tally] {
                coefficients[entry.column, default: 0] += factor * entry.value
            }
        }
        let entries = coefficients.sorted { $0.key < $1.key }.filter { $0.value != 0 }
        let deepest = entries.reduce(0) { $0 - min(0, $1.value * upper[$1.key]) }
        guard deepest > 0 else { return }
        var row = Row(name: name, bound: -deepest, scale: Double(deepest))
        row.entries = entries.map { ($0.key, $0.value) } + [(meant[node], -deepest)]
        rows.append(row)
    }

    private mutating func addValues(_ node: Int, _ count: Int, _ account: Int) {
        var total = Row(name: .floor(id(node)))
        for (value, columns) in (values[node] ?? [:]).sorted(by: { $0.key < $1.key }) {
            let column = addVariable(.present(node: node, value: value), upper: 1)
            var row = Row(name: .value(id(node), value))
            row.entries = columns.map { ($0, 1) } + [(column, -1)]
            rows.append(row)
            total.entries.append((column, 1))
        }
        total.entries.append((meant[account], -count))
        rows.append(total)
    }
}

extension RuleProgram.Condition {
    /// Whether the condition's part is summed in the tally.
    fileprivate func reads(_ tally: Int) -> Bool {
        switch kind {
        case .floor(let own, _, _), .ceiling(let own, _), .countedFloor(let own, _, _, _),
            .countedCeiling(let own, _, _, _), .mean(let own, _):
            own == tally
        case .period, .distinct: false
        }
    }
}

extension Feasibility {
    /// The inequalities, the once-only rules included, as a linear program without costs.
    var linearProgram: LinearProgram {
        var linear = LinearProgram()
        for (variable, most) in zip(variables, upper) {
            var column = LinearProgram.Column(upper: Double(most))
            if case .placed = variable { column.isInteger = true }
            if case .meant = variable { column.isInteger = true }
            linear.columns.append(column)
        }
        for (column, least) in lower.enumerated() { linear.columns[column].lower = Double(least) }
        for row in rows {
            linear.rows.append(
                LinearProgram.Row(
                    entries: row.entries.map { ($0.column, Double($0.value) / row.scale) },
                    bound: Double(row.bound) / row.scale))
        }
        for columns in once where columns.count > 1 {
            linear.rows.append(
                LinearProgram.Row(entries: columns.map { ($0, -1) }, bound: -1))
        }
        return linear
    }

    /// Whether the weighted inequalities cannot all hold within the bounds, in exact arithmetic.
    func contradicts(_ weights: [(row: Int, weight: Int)], lower: [Int], upper: [Int]) -> Bool {
        var coefficients = [Int128](repeating: 0, count: variables.count)
        var needed: Int128 = 0
        for (row, weight) in weights {
            needed += Int128(weight) * Int128(rows[row].bound)
            for entry in rows[row].entries {
                coefficients[entry.column] += Int128(weight) * Int128(entry.value)
            }
        }
        if zip(lower, upper).contains(where: >) { return true }
        var most: Int128 = 0
        for columns in once {
            let forced = columns.filter { lower[$0] == 1 }
            if forced.count > 1 || forced.contains(where: { upper[$0] == 0 }) { return true }
            if let only = forced.first {
                most += coefficients[only]
            } else {
                most +=
                    columns.filter { upper[$0] == 1 }.map { coefficients[$0] }.max().map {
                        max(0, $0)
                    } ?? 0
            }
        }
        for (column, variable) in variables.enumerated() {
            if case .placed = variable { continue }
            let (low, high) = (Int128(lower[column]), Int128(upper[column]))
            most += max(coefficients[column] * low, coefficients[column] * high)
        }
        return most < needed
    }
}
