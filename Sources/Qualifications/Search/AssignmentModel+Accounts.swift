// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension AssignmentModel {
    mutating func build(_ account: RuleProgram.Account) {
        for child in rule.children[account.node] {
            if case .condition = rule.steps[child] { continue }
            meant[child] = meant[account.node]
            build(child)
            take(child, into: account.node)
        }
        addOwnFills(account)
        addLeast(account.tally, account.minimum, account.measure, account.node)
        for condition in account.conditions { add(condition, account) }
        addMost(account)
    }

    /// What may be filled in at the account itself, beside what its parts lack.
    private mutating func addOwnFills(_ account: RuleProgram.Account) {
        for measure in measures {
            let most = most(measure, account)
            guard most > 0 else { continue }
            _ = fill(account.node, measure, most, 1)
        }
    }

    private func most(_ measure: Measure, _ account: RuleProgram.Account) -> Double {
        if measure == .count { return 1 }
        var most = account.demands.filter { $0.measure == measure }.map(\.amount).max() ?? 0
        most += account.balanceMost(measure, in: problem)
        return Double(most) / 1000
    }

    private mutating func addFills(
        _ factor: Double, _ measure: Measure, _ node: Int, _ row: inout LinearProgram.Row
    ) {
        for entry in fills[node]?[measure.rawValue] ?? [] {
            row.add(factor * entry.value, entry.column)
        }
        row.bound -= factor * (constants[node]?[measure.rawValue] ?? 0)
    }

    /// At least `amount` in a tally, by what is placed and what is filled in; and if not, one
    /// requirement is open.
    private mutating func addLeast(
        _ tally: Int, _ amount: Int, _ told: RuleProgram.Measure, _ node: Int
    ) {
        guard amount > 0 else { return }
        let least = Double(amount) / 1000
        let measure = Measure(told)
        let factor = told.factor
        if measures.contains(measure) {
            var row = LinearProgram.Row()
            for entry in sums[tally] { row.add(factor * useful(entry, least), entry.column) }
            addFills(1, measure, node, &row)
            demand(factor * least, &row, node, measure)
        }
        var open = LinearProgram.Row()
        for entry in sums[tally] { open.add(useful(entry, least) / least, entry.column) }
        addFills(1, .count, node, &open)
        demand(1, &open, node, .count)
    }

    /// What one award can do towards at least `least`: no more than all of it.
    ///
    /// It changes no whole assignment, but keeps parts of one large award from standing in for
    /// several (coefficient tightening: Crowder, Johnson and Padberg 1983).
    private func useful(_ entry: (column: Int, value: Double), _ least: Double) -> Double {
        program.columns[entry.column].isInteger ? min(entry.value, least) : entry.value
    }

    private mutating func add(
        _ condition: RuleProgram.Condition, _ account: RuleProgram.Account
    ) {
        switch condition.kind {
        case .floor(let tally, let amount, let measure):
            addLeast(tally, amount, measure, account.node)
        case .ceiling(let tally, let amount):
            addMost(sums[tally], Double(amount) / 1000)
        case .countedFloor(let tally, let total, let share, let measure):
            balance(
                sums[tally].map { ($0.column, $0.value * 1000) }
                    + sums[total].map { ($0.column, $0.value * -Double(share)) },
                gain: Double(1000 - share), measure, account.node)
        case .countedCeiling(let tally, let total, let share, let measure):
            balance(
                sums[total].map { ($0.column, $0.value * Double(share)) }
                    + sums[tally].map { ($0.column, $0.value * -1000) },
                gain: Double(share), measure, account.node)
        case .mean(let tally, let most):
            balance(sums[tally], gain: Double(most), account.measure, account.node)
        case .period: break
        case .distinct(let count, _): addValues(condition.node, count, account)
        }
    }

    /// A sum that must not be below zero where the account is meant; what is filled in raises it
    /// by `gain` for each credit or unit.
    private mutating func balance(
        _ terms: [(column: Int, value: Double)], gain: Double, _ told: RuleProgram.Measure,
        _ node: Int
    ) {
        var row = LinearProgram.Row()
        var byColumn: [Int: Double] = [:]
        for term in terms { byColumn[term.column, default: 0] += term.value }
        for (column, value) in byColumn.sorted(by: { $0.key < $1.key }) { row.add(value, column) }
        let deepest = row.entries.reduce(0) {
            $0 - min(0, $1.value * program.columns[$1.column].upper)
        }
        guard deepest > 0 else { return }
        let measure = Measure(told)
        var open = row
        if gain > 0, told.factor > 0 { addFills(gain / told.factor, measure, node, &row) }
        release(&row, deepest, node, measure)
        addFills(deepest, .count, node, &open)
        release(&open, deepest, node, .count)
    }

    /// Lets a row be as low as it can get where the node is not meant.
    private mutating func release(
        _ row: inout LinearProgram.Row, _ deepest: Double, _ node: Int, _ measure: Measure
    ) {
        guard measures.contains(measure) else { return }
        if let column = meant[node]?[measure.rawValue] {
            row.add(-deepest, column)
            row.bound -= deepest
        }
        program.rows.append(row)
    }

    private mutating func addMost(_ account: RuleProgram.Account) {
        guard account.maximum != .max, !account.demand.isPartial else { return }
        let most = Double(account.maximum) / 1000
        guard account.needsRoom, needsRoom, problem.fillsStayInside(account) else {
            return addMost(sums[account.tally], most)
        }
        var row = LinearProgram.Row(bound: -most)
        for entry in sums[account.tally] { row.add(-entry.value, entry.column) }
        addFills(-1, Measure(account.measure), account.node, &row)
        program.rows.append(row)
    }

    private mutating func addMost(_ terms: [(column: Int, value: Double)], _ most: Double) {
        guard !terms.isEmpty else { return }
        program.rows.append(
            LinearProgram.Row(entries: terms.map { ($0.column, -$0.value) }, bound: -most))
    }

    /// Each value that some placement has counts once.
    private mutating func addValues(_ node: Int, _ count: Int, _ account: RuleProgram.Account) {
        guard count > 0 else { return }
        var columnsOfValue: [String: [Int]] = [:]
        for (group, columns) in zip(problem.groups, placements) {
            for (option, column) in zip(group.options, columns) {
                for value in option.values where value.node == node {
                    columnsOfValue[value.text, default: []].append(column)
                }
            }
        }
        var present: [(column: Int, value: Double)] = []
        for (_, columns) in columnsOfValue.sorted(by: { $0.key < $1.key }) {
            let column = program.addColumn(upper: 1)
            program.rows.append(
                LinearProgram.Row(entries: columns.map { ($0, 1) } + [(column, -1)], bound: 0))
            present.append((column, 1))
        }
        let probe = program.addColumn(upper: 0)
        probes[.value(node)] = probe
        present.append((probe, 1))
        for (measure, asked) in [(Measure.units, Double(count)), (.count, 1)]
        where measures.contains(measure) {
            var row = LinearProgram.Row()
            for entry in present { row.add(asked / Double(count), entry.column) }
            addFills(1, measure, account.node, &row)
            demand(asked, &row, account.node, measure)
        }
    }
}
