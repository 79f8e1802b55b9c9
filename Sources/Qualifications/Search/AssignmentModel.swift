// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A scope's assignment as a linear program whose whole solutions are the assignments.
///
/// Three measures are minimised in order by weights that keep them apart: credits, units, and the
/// number of requirements. Each has its own variables for what is filled in and for which children
/// of a choice are meant, because each is the least by itself; the placements are common to all.
struct AssignmentModel {
    /// What one of the measures is made of.
    enum Measure: Int, CaseIterable {
        case credits
        case units
        case count
    }

    var program = LinearProgram()
    /// For each group and option its variable.
    private(set) var placements: [[Int]] = []
    /// A variable that is always 0 in each tally, leaf and condition on values, by which to tell
    /// what one more award would be worth.
    var probes: [Probe: Int] = [:]

    /// Where an award could add something.
    enum Probe: Hashable {
        /// One credit, unit or point in a tally.
        case tally(Int)
        /// The leaf at a node.
        case leaf(Int)
        /// A new value for the condition at a node.
        case value(Int)
    }

    /// The weights of the three numbers, in the steps by which they change.
    let weights: Weights

    let problem: ScopeProblem
    let rule: RuleProgram
    let needsRoom: Bool
    /// Sums over placements and relays, by tally.
    var sums: [[(column: Int, value: Double)]]
    /// For each node and measure what is filled in at it and below.
    var fills: [Int: [[(column: Int, value: Double)]]] = [:]
    /// For each node and measure what is filled in for certain.
    var constants: [Int: [Double]] = [:]
    /// For each node and measure the variable that says whether it is meant; nil where it is.
    var meant: [Int: [Int?]] = [:]
    let measures: [Measure]

    /// Builds the program of a problem; without `room`, what is needed may go beyond a maximum.
    ///
    /// Of the `measures` each says by itself whether everything is met, if it is the count.
    init(_ problem: ScopeProblem, room: Bool = true, measures chosen: [Measure] = Measure.allCases)
    {
        self.problem = problem
        rule = problem.program
        needsRoom = room
        sums = Array(repeating: [], count: rule.tallies.count)
        weights = Weights(problem)
        measures = chosen.filter { $0 == .count || problem.uses($0) }
        addPlacements()
        addProbes()
        addRelays()
        let root = rule.scopeRoots[problem.scope]
        meant[root] = [nil, nil, nil]
        build(root)
    }

    // MARK: Placements

    private mutating func addPlacements() {
        var slots: [Int: [Int]] = [:]
        for group in problem.groups {
            let count = Double(group.members.count)
            let columns = group.options.map { option in
                let isLeaf = rule.isLeaf(option.node)
                let column = program.addColumn(upper: isLeaf ? 1 : count, isInteger: true)
                for entry in option.entries {
                    sums[entry.tally].append((column, Double(entry.amount) / 1000))
                }
                if isLeaf { slots[option.node, default: []].append(column) }
                return column
            }
            placements.append(columns)
            if columns.count > 1 { addLimit(columns, count) }
        }
        for (node, columns) in slots.sorted(by: { $0.key < $1.key }) {
            if columns.count > 1 { addLimit(columns, 1) }
            slotColumns[node] = columns
        }
    }

    private var slotColumns: [Int: [Int]] = [:]

    private mutating func addProbes() {
        for account in rule.accounts where account.scope == problem.scope {
            for tally in [account.tally] + rule.readers(of: account).map(\.tally) {
                probe(tally)
            }
        }
        for (_, tally) in rule.relays.sorted(by: { $0.value < $1.value }) { probe(tally) }
        for leaf in rule.leaves where leaf.scope == problem.scope {
            let column = program.addColumn(upper: 0)
            probes[.leaf(leaf.node)] = column
            slotColumns[leaf.node, default: []].append(column)
        }
    }

    private mutating func probe(_ tally: Int) {
        let column = program.addColumn(upper: 0)
        probes[.tally(tally)] = column
        sums[tally].append((column, 1))
    }

    private mutating func addLimit(_ columns: [Int], _ most: Double) {
        program.rows.append(
            LinearProgram.Row(entries: columns.map { ($0, -1) }, bound: -most))
    }

    /// What a partial account passes on is no more than its maximum, nor than what is in it.
    private mutating func addRelays() {
        let relays = rule.tallies.indices.filter { rule.tallies[$0].parent >= 0 }
            .sorted { rule.depth(ofTally: $0) > rule.depth(ofTally: $1) }
        for tally in relays where !sums[tally].isEmpty {
            let column = program.addColumn(upper: Double(rule.tallies[tally].cap) / 1000)
            program.rows.append(
                LinearProgram.Row(entries: sums[tally] + [(column, -1)], bound: 0))
            sums[rule.tallies[tally].parent].append((column, 1))
        }
    }

    // MARK: Requirements

    mutating func build(_ node: Int) {
        fills[node] = [[], [], []]
        constants[node] = [0, 0, 0]
        if rule.scopes[node] != problem.scope { return lack(node, problem.below[node] ?? .none) }
        switch rule.steps[node] {
        case .condition: break
        case .test(let test):
            if !problem.tests[test] { lack(node, Shortfall(credits: 0, units: 0, count: 1)) }
        case .leaf(let leaf): build(leaf: rule.leaves[leaf])
        case .gate(let needed): build(gate: node, needed)
        case .account(let account): build(rule.accounts[account])
        }
    }

    /// Something that lacks the same whatever is placed.
    private mutating func lack(_ node: Int, _ shortfall: Shortfall) {
        for measure in measures {
            let amount = shortfall[measure]
            guard amount > 0 else { continue }
            if let column = meant[node]?[measure.rawValue] {
                program.columns[column].cost += cost(measure) * amount
                fills[node]?[measure.rawValue].append((column, amount))
            } else {
                program.fixedCost += cost(measure) * amount
                constants[node]?[measure.rawValue] += amount
            }
        }
    }

    /// What one credit, one unit or one requirement costs.
    private func cost(_ measure: Measure) -> Double {
        switch measure {
        case .credits: weights.credit * 1000 / Double(weights.creditStep)
        case .units: weights.unit * 1000 / Double(weights.unitStep)
        case .count: 1
        }
    }

    mutating func fill(_ node: Int, _ measure: Measure, _ most: Double, _ worth: Double)
        -> Int
    {
        let column = program.addColumn(
            upper: most, cost: cost(measure) * worth, isInteger: measure == .count)
        fills[node]?[measure.rawValue].append((column, worth))
        return column
    }

    private mutating func build(leaf: RuleProgram.Leaf) {
        for measure in measures {
            let amount: Double
            switch measure {
            case .credits: amount = Double(leaf.credits) / 1000
            case .units: amount = Double(leaf.units) / 1000
            case .count: amount = 1
            }
            guard amount > 0 else { continue }
            var row = LinearProgram.Row()
            for column in slotColumns[leaf.node] ?? [] { row.add(1, column) }
            row.add(1, fill(leaf.node, measure, 1, amount))
            demand(1, &row, leaf.node, measure)
        }
    }

    /// Asks for `amount` where the node is meant.
    mutating func demand(
        _ amount: Double, _ row: inout LinearProgram.Row, _ node: Int, _ measure: Measure
    ) {
        if let column = meant[node]?[measure.rawValue] {
            row.add(-amount, column)
        } else {
            row.bound += amount
        }
        program.rows.append(row)
    }

    private mutating func build(gate node: Int, _ needed: Int) {
        let children = rule.children[node]
        guard needed < children.count else {
            for child in children {
                meant[child] = meant[node]
                build(child)
                take(child, into: node)
            }
            let missing = needed - children.count
            if missing > 0 { lack(node, Shortfall(credits: 0, units: 0, count: missing)) }
            return
        }
        for child in children {
            var own: [Int?] = [nil, nil, nil]
            for measure in measures {
                own[measure.rawValue] = program.addColumn(upper: 1, isInteger: true)
            }
            meant[child] = own
            build(child)
            take(child, into: node)
        }
        for measure in measures {
            var row = LinearProgram.Row()
            for child in children {
                if let column = meant[child]?[measure.rawValue] { row.add(1, column) }
            }
            demand(Double(needed), &row, node, measure)
        }
    }

    mutating func take(_ child: Int, into node: Int) {
        for measure in measures {
            let index = measure.rawValue
            let (filled, constant) = (fills[child]?[index] ?? [], constants[child]?[index] ?? 0)
            fills[node]?[index] += filled
            constants[node]?[index] += constant
        }
    }
}

extension Shortfall {
    /// One of the numbers: credits and units as such, not in thousandths.
    fileprivate subscript(measure: AssignmentModel.Measure) -> Double {
        switch measure {
        case .credits: Double(credits) / 1000
        case .units: Double(units) / 1000
        case .count: Double(count)
        }
    }
}
