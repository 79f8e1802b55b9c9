// SPDX-License-Identifier: Apache-2.0

/// Solves a `LinearProgram` whose costs are not negative, and again after its bounds move.
///
/// The dual simplex method with bounded variables on a dense tableau (Lemke 1954; Wagner 1958):
/// with no negative cost the basis of all slacks is dual feasible, so there is no first phase, and
/// a basis stays dual feasible when bounds move, so that a search goes on from where it stands.
/// What it finds is floating point and only proposes: bounds are taken from
/// `LinearProgram.bound`, which is safe for any multipliers.
struct DualSimplex {
    /// How a solution ended.
    enum Outcome {
        case optimal
        case infeasible
        /// The steps ran out; the multipliers are still good for a bound.
        case unfinished
    }

    private let program: LinearProgram
    private let rowCount: Int
    private let columnCount: Int
    /// Structural variables first, then one slack a row.
    private(set) var lower: [Double]
    private(set) var upper: [Double]
    /// The tableau: each basic variable as a sum over the nonbasic ones, row by row.
    private var tableau: [Double]
    /// The value of each basic variable.
    private var values: [Double]
    private var reducedCosts: [Double]
    private var basic: [Int]
    private var nonbasic: [Int]
    private var isAtUpper: [Bool]
    /// For each variable its row, or −1 − its nonbasic place.
    private var places: [Int]
    /// The row that showed that there is no solution, and in which direction.
    private var conflict: (row: Int, isLow: Bool)?
    /// The columns of a pivot row that are not zero.
    private var support: [Int] = []
    /// How many numbers have been touched.
    private(set) var work = 0

    private static let tolerance = 1e-7
    private static let smallest = 1e-9

    /// Creates the basis of all slacks.
    init(_ program: LinearProgram) {
        self.program = program
        rowCount = program.rows.count
        columnCount = program.columns.count
        lower = program.columns.map(\.lower) + program.rows.map { _ in 0 }
        upper = program.columns.map(\.upper) + program.rows.map { _ in .infinity }
        tableau = Array(repeating: 0, count: rowCount * columnCount)
        values = program.rows.map { -$0.bound }
        for (index, row) in program.rows.enumerated() {
            for entry in row.entries {
                tableau[index * columnCount + entry.column] += entry.value
                values[index] += entry.value * program.columns[entry.column].lower
            }
        }
        reducedCosts = program.columns.map(\.cost)
        basic = program.rows.indices.map { program.columns.count + $0 }
        nonbasic = Array(program.columns.indices)
        isAtUpper = Array(repeating: false, count: columnCount)
        places = program.columns.indices.map { -1 - $0 } + Array(program.rows.indices)
    }

    /// The value of a structural variable.
    func value(_ column: Int) -> Double {
        let place = places[column]
        return place >= 0 ? values[place] : restingValue(-1 - place)
    }

    /// The multipliers of the rows at the present basis.
    var multipliers: [Double] {
        (0..<rowCount).map { row in
            let place = places[columnCount + row]
            return place < 0 ? max(0, reducedCosts[-1 - place]) : 0
        }
    }

    /// The multipliers of the rows that show that there is no solution.
    var conflictMultipliers: [Double] {
        guard let (row, isLow) = conflict else { return Array(repeating: 0, count: rowCount) }
        return (0..<rowCount).map { index in
            let slack = columnCount + index
            if basic[row] == slack { return isLow ? 1 : 0 }
            let place = places[slack]
            guard place < 0 else { return 0 }
            let entry = tableau[row * columnCount - 1 - place]
            return max(0, isLow ? -entry : entry)
        }
    }

    /// Moves the bounds of a structural variable.
    mutating func setBounds(_ column: Int, _ newLower: Double, _ newUpper: Double) {
        guard newLower != lower[column] || newUpper != upper[column] else { return }
        let place = places[column]
        guard place < 0 else {
            lower[column] = newLower
            upper[column] = newUpper
            return
        }
        let index = -1 - place
        let before = restingValue(index)
        lower[column] = newLower
        upper[column] = newUpper
        isAtUpper[index] = reducedCosts[index] < 0
        shift(index, by: restingValue(index) - before)
    }

    private func restingValue(_ index: Int) -> Double {
        isAtUpper[index] ? upper[nonbasic[index]] : lower[nonbasic[index]]
    }

    private mutating func shift(_ index: Int, by change: Double) {
        guard change != 0 else { return }
        for row in 0..<rowCount { values[row] += tableau[row * columnCount + index] * change }
        work += rowCount
    }

    /// Runs until nothing is out of bounds.
    mutating func solve(steps: Int) -> Outcome {
        conflict = nil
        for step in 0..<steps {
            guard let row = leavingRow(step) else { return .optimal }
            let isLow = values[row] < lower[basic[row]]
            guard let index = enteringIndex(row, isLow) else {
                conflict = (row, isLow)
                return .infeasible
            }
            pivot(row, index, to: isLow ? lower[basic[row]] : upper[basic[row]], isLow)
        }
        return .unfinished
    }

    /// The row that is furthest out of bounds; after many steps the first, which ends cycles.
    private func leavingRow(_ step: Int) -> Int? {
        var worst: Int?
        var distance = Self.tolerance
        for row in 0..<rowCount {
            let variable = basic[row]
            let out = max(lower[variable] - values[row], values[row] - upper[variable])
            guard out > distance else { continue }
            worst = row
            if step > 2 * rowCount + 50 { break }
            distance = out
        }
        return worst
    }

    /// The variable whose cost rises least for what it moves; of equal ones the strongest.
    private func enteringIndex(_ row: Int, _ isLow: Bool) -> Int? {
        var best: Int?
        var bestRatio = Double.infinity
        var bestSize = 0.0
        tableau.withUnsafeBufferPointer { tableau in
            for index in 0..<columnCount {
                let entry = tableau[row * columnCount + index]
                let size = abs(entry)
                guard size > Self.smallest else { continue }
                let variable = nonbasic[index]
                guard lower[variable] < upper[variable], (entry > 0) == (isLow != isAtUpper[index])
                else { continue }
                let ratio = abs(reducedCosts[index]) / size
                if ratio < bestRatio - 1e-12 || (ratio <= bestRatio + 1e-12 && size > bestSize) {
                    best = index
                    bestRatio = min(ratio, bestRatio)
                    bestSize = size
                }
            }
        }
        return best
    }

    private mutating func pivot(_ row: Int, _ index: Int, to bound: Double, _ isLow: Bool) {
        let base = row * columnCount
        let scale = 1 / tableau[base + index]
        let change = (bound - values[row]) * scale
        let entered = restingValue(index) + change
        shift(index, by: change)
        values[row] = entered
        eliminate(row, index, scale)
        let (leaving, entering) = (basic[row], nonbasic[index])
        basic[row] = entering
        nonbasic[index] = leaving
        places[entering] = row
        places[leaving] = -1 - index
        isAtUpper[index] = !isLow
    }

    /// Writes the entering variable in place of the leaving one everywhere; only the columns that
    /// the pivot row touches change.
    private mutating func eliminate(_ row: Int, _ index: Int, _ scale: Double) {
        let base = row * columnCount
        var touched = 0
        tableau.withUnsafeMutableBufferPointer { tableau in
            support.removeAll(keepingCapacity: true)
            for column in 0..<columnCount where tableau[base + column] != 0 {
                let entry = tableau[base + column] * -scale
                tableau[base + column] = abs(entry) < 1e-13 ? 0 : entry
                if column != index, tableau[base + column] != 0 { support.append(column) }
            }
            tableau[base + index] = scale
            support.append(index)
            support.withUnsafeBufferPointer { support in
                for other in 0..<rowCount where other != row {
                    let start = other * columnCount
                    let factor = tableau[start + index]
                    guard factor != 0 else { continue }
                    tableau[start + index] = 0
                    for column in support {
                        tableau[start + column] += factor * tableau[base + column]
                    }
                    touched += support.count
                }
            }
            let factor = reducedCosts[index]
            guard factor != 0 else { return }
            reducedCosts[index] = 0
            for column in support { reducedCosts[column] += factor * tableau[base + column] }
        }
        work += touched + columnCount + rowCount
    }
}
