// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics

/// Somebody who reads published tables, knows every sum among their counts, and tries all there is.
///
/// It shares nothing with the code it tests: it sees only published rows and declared sums.
struct DisclosureAttacker {
    private enum Known {
        case value(Int)
        case unknown(Int)
    }

    /// Names of unknown counts, for messages.
    private(set) var names: [String] = []
    private var truths: [Int] = []
    private var least: [Int] = []
    /// Each: constant + Σ coefficient × unknown = 0.
    private var equations: [(constant: Int, terms: [(unknown: Int, coefficient: Int)])] = []
    private let most: Int

    /// Reads `published`; `original` tells only what is true, to compare with.
    init(published: [StatisticTable], original: [StatisticTable]) {
        most = 6 + 2 * (original.flatMap { $0.table.rows.joined() }.map(Self.count).max() ?? 0)
        var shared: [String: Known] = [:]
        for (table, truth) in zip(published, original) {
            var places: [CellStructure.Place: Known] = [:]
            for row in truth.table.rows.indices {
                for (column, header) in truth.table.columns.enumerated()
                where truth.cells.counts.contains(header.name) {
                    let place = CellStructure.Place(row: row, column: column)
                    let name = truth.cells.shared[place]
                    let known = name.flatMap { shared[$0] }
                    let cell = table.table.rows[row][column]
                    let value = Self.count(truth.table.rows[row][column])
                    let result: Known =
                        if let known { known } else if cell == .withheld {
                            unknown("\(table.name) \(row),\(column)", value, least: 1)
                        } else { .value(value) }
                    places[place] = result
                    if let name { shared[name] = result }
                }
            }
            for sum in truth.cells.sums { add(sum, places) }
        }
    }

    private static func count(_ cell: Table.Cell) -> Int {
        if case .integer(let value) = cell { value } else { 0 }
    }

    private mutating func unknown(_ name: String, _ truth: Int, least: Int) -> Known {
        names.append(name)
        truths.append(truth)
        self.least.append(least)
        return .unknown(names.count - 1)
    }

    private mutating func add(
        _ sum: CellStructure.Sum, _ places: [CellStructure.Place: Known]
    ) {
        var constant = 0
        var coefficients: [Int: Int] = [:]
        var rest = 0
        func add(_ known: Known?, _ sign: Int) {
            switch known {
            case .value(let value):
                constant += sign * value
                rest -= sign * value
            case .unknown(let number):
                coefficients[number, default: 0] += sign
                rest -= sign * truths[number]
            case nil: break
            }
        }
        add(places[sum.whole], -1)
        for part in sum.parts { add(places[part], 1) }
        if sum.leavesRest, case .unknown(let number) = unknown("rest", rest, least: 0) {
            coefficients[number] = 1
        }
        equations.append(
            (constant, coefficients.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    }

    /// The unknown counts that can only have one value, and are below `threshold` where they stand
    /// nowhere.
    func found(below threshold: Int) -> [String] {
        names.indices.filter { unknown in
            (names[unknown] != "rest" || 1..<threshold ~= truths[unknown])
                && !hasAnother(for: unknown)
        }.map { names[$0] }
    }

    /// How many values are tried before a count is given up as not found.
    private static let patience = 2_000

    private func hasAnother(for target: Int) -> Bool {
        // Neighbours in the equations come first, so that these are complete early.
        var order = [target]
        var isIn = Set(order)
        var next = 0
        while next < order.count {
            for equation in equations
            where equation.terms.contains(where: { $0.unknown == order[next] }) {
                for term in equation.terms where isIn.insert(term.unknown).inserted {
                    order.append(term.unknown)
                }
            }
            next += 1
        }
        var values = [Int?](repeating: nil, count: names.count)
        var left = Self.patience
        return assign(0, order, &values, &left)
    }

    private func assign(_ depth: Int, _ order: [Int], _ values: inout [Int?], _ left: inout Int)
        -> Bool
    {
        guard depth < order.count, left > 0 else { return true }
        let unknown = order[depth]
        for value in candidates(unknown, values) where depth > 0 || value != truths[unknown] {
            values[unknown] = value
            left -= 1
            if isPossible(unknown, values), assign(depth + 1, order, &values, &left) { return true }
        }
        values[unknown] = nil
        return false
    }

    /// Every value; only the one that mends an equation in which all else is known; near ones first.
    private func candidates(_ unknown: Int, _ values: [Int?]) -> [Int] {
        for equation in equations {
            guard let own = equation.terms.first(where: { $0.unknown == unknown }),
                equation.terms.allSatisfy({ $0.unknown == unknown || values[$0.unknown] != nil })
            else { continue }
            let others = equation.terms.reduce(equation.constant) {
                $1.unknown == unknown ? $0 : $0 + $1.coefficient * (values[$1.unknown] ?? 0)
            }
            guard others.isMultiple(of: own.coefficient) else { return [] }
            let value = -others / own.coefficient
            return value >= least[unknown] ? [value] : []
        }
        let truth = truths[unknown]
        return (least[unknown]...most).sorted {
            (($0 - truth).magnitude, $0) < (($1 - truth).magnitude, $1)
        }
    }

    private func isPossible(_ unknown: Int, _ values: [Int?]) -> Bool {
        equations.allSatisfy { equation in
            guard equation.terms.contains(where: { $0.unknown == unknown }) else { return true }
            var sum = equation.constant
            for term in equation.terms {
                guard let value = values[term.unknown] else { return true }
                sum += term.coefficient * value
            }
            return sum == 0
        }
    }
}
