// SPDX-License-Identifier: Apache-2.0

/// Does what `DualSimplex` does, for programs with far more variables than rows.
///
/// The revised method: it keeps the inverse of the basis, which is as wide as there are rows, and
/// makes a row or a column of the tableau when it needs one. Variables whose reduced cost changes
/// its sign on the way go to their other bound at once (the long-step rule: Fourer 1994).
struct RevisedSimplex {
    private let program: RowProgram
    private let rowCount: Int
    private let columnCount: Int
    /// Structural variables first, then one slack a row: each row is `Σ value × variable − slack`,
    /// and equals its bound.
    private(set) var lower: [Double]
    private(set) var upper: [Double]
    /// The inverse of the basis, row by row.
    private var inverse: [Double]
    /// The basic variable of each row, and its value.
    private var basic: [Int]
    private var values: [Double]
    /// For each variable its row; −1 where it is not basic.
    private var places: [Int]
    private var isAtUpper: [Bool]
    private var reducedCosts: [Double]
    /// The multipliers that showed that there is no solution.
    private(set) var conflictMultipliers: [Double]
    /// How many numbers have been touched.
    private(set) var work = 0

    /// A row and a column of the tableau: a basic variable as a sum over the others, and what one
    /// variable does to all basic ones.
    private var row: [Double]
    private var column: [Double]
    /// Where the row may not be zero.
    private var support: [Int] = []
    private var isInSupport: [Bool]
    private var candidates: [(variable: Int, ratio: Double)] = []

    private static let tolerance = 1e-7
    private static let smallest = 1e-9

    /// Creates the basis of all slacks.
    init(_ linear: LinearProgram) {
        program = RowProgram(linear, isScaled: false)
        rowCount = linear.rows.count
        columnCount = linear.columns.count
        lower = linear.columns.map(\.lower) + linear.rows.map { _ in 0 }
        upper = linear.columns.map(\.upper) + linear.rows.map { _ in .infinity }
        inverse = Array(repeating: 0, count: rowCount * rowCount)
        for row in 0..<rowCount { inverse[row * rowCount + row] = -1 }
        basic = (0..<rowCount).map { linear.columns.count + $0 }
        places = linear.columns.map { _ in -1 } + Array(0..<rowCount)
        isAtUpper = Array(repeating: false, count: lower.count)
        reducedCosts = linear.columns.map(\.cost) + linear.rows.map { _ in 0 }
        conflictMultipliers = Array(repeating: 0, count: rowCount)
        row = Array(repeating: 0, count: lower.count)
        isInSupport = Array(repeating: false, count: lower.count)
        column = Array(repeating: 0, count: rowCount)
        values = program.bounds.map { -$0 }
        for variable in 0..<columnCount where lower[variable] != 0 {
            for entry in program.columns[variable] {
                values[program.columns.places[entry]] +=
                    program.columns.values[entry] * lower[variable]
            }
        }
    }

    /// The value of a structural variable.
    func value(_ variable: Int) -> Double {
        places[variable] >= 0 ? values[places[variable]] : restingValue(variable)
    }

    /// The multipliers of the rows at the present basis.
    var multipliers: [Double] {
        (columnCount..<columnCount + rowCount).map { slack in
            places[slack] < 0 ? max(0, reducedCosts[slack]) : 0
        }
    }

    /// Moves the bounds of a structural variable.
    mutating func setBounds(_ variable: Int, _ newLower: Double, _ newUpper: Double) {
        guard newLower != lower[variable] || newUpper != upper[variable] else { return }
        let before = restingValue(variable)
        lower[variable] = newLower
        upper[variable] = newUpper
        guard places[variable] < 0 else { return }
        isAtUpper[variable] = reducedCosts[variable] < 0
        let change = restingValue(variable) - before
        guard change != 0 else { return }
        makeColumn(of: variable)
        shift(by: change)
    }

    private func restingValue(_ variable: Int) -> Double {
        isAtUpper[variable] ? upper[variable] : lower[variable]
    }

    /// Runs until nothing is out of bounds.
    mutating func solve(steps: Int) -> DualSimplex.Outcome {
        for step in 0..<steps {
            guard let place = leavingRow(step) else { return .optimal }
            let isLow = values[place] < lower[basic[place]]
            makeRow(place)
            guard let entering = enteringVariable(place, isLow) else {
                noteConflict(place, isLow)
                return .infeasible
            }
            pivot(place, entering, isLow)
        }
        return .unfinished
    }

    private mutating func noteConflict(_ place: Int, _ isLow: Bool) {
        for other in 0..<rowCount {
            let entry = inverse[place * rowCount + other]
            conflictMultipliers[other] = max(0, isLow ? -entry : entry)
        }
    }

    // MARK: Choosing

    /// How far the basic variable of a row is out of its bounds.
    private func distance(_ place: Int) -> Double {
        let variable = basic[place]
        return max(lower[variable] - values[place], values[place] - upper[variable])
    }

    /// The row that is furthest out of bounds; after many steps the first, which ends cycles.
    private func leavingRow(_ step: Int) -> Int? {
        var worst: Int?
        var most = Self.tolerance
        for place in 0..<rowCount {
            let out = distance(place)
            guard out > most else { continue }
            worst = place
            if step > 4 * rowCount + 50 { break }
            most = out
        }
        return worst
    }

    /// The variable whose reduced cost is the first to hold the others back.
    ///
    /// Those before it go to their other bound. Of equal ones it is the strongest.
    private mutating func enteringVariable(_ place: Int, _ isLow: Bool) -> Int? {
        gatherCandidates(isLow)
        var left = distance(place)
        var passed: [Int] = []
        while !candidates.isEmpty {
            let least = candidates.reduce(.infinity) { min($0, $1.ratio) } + 1e-12
            var strongest: Int?
            var size = 0.0
            var reach = 0.0
            let first = passed.count
            var kept = 0
            for candidate in candidates {
                guard candidate.ratio <= least else {
                    candidates[kept] = candidate
                    kept += 1
                    continue
                }
                let variable = candidate.variable
                reach += abs(row[variable]) * (upper[variable] - lower[variable])
                passed.append(variable)
                guard abs(row[variable]) > size else { continue }
                size = abs(row[variable])
                strongest = variable
            }
            candidates.removeSubrange(kept...)
            left -= reach
            if left <= Self.tolerance {
                flip(passed[..<first])
                return strongest
            }
        }
        return nil
    }

    private mutating func gatherCandidates(_ isLow: Bool) {
        candidates.removeAll(keepingCapacity: true)
        for variable in support {
            let entry = row[variable]
            guard abs(entry) > Self.smallest, places[variable] < 0,
                lower[variable] < upper[variable],
                (entry > 0) == (isLow != isAtUpper[variable])
            else { continue }
            candidates.append((variable, abs(reducedCosts[variable]) / abs(entry)))
        }
        work += support.count
    }

    private mutating func flip(_ variables: ArraySlice<Int>) {
        for variable in variables {
            let before = restingValue(variable)
            isAtUpper[variable].toggle()
            makeColumn(of: variable)
            shift(by: restingValue(variable) - before)
        }
    }

    // MARK: The tableau

    /// Makes the row of a basic variable: what one of each other variable adds to it.
    private mutating func makeRow(_ place: Int) {
        clearRow()
        let rows = program.rows
        for other in 0..<rowCount {
            let factor = inverse[place * rowCount + other]
            guard factor != 0 else { continue }
            for entry in rows[other] {
                let variable = rows.places[entry]
                row[variable] -= factor * rows.values[entry]
                support(variable)
            }
            row[columnCount + other] = factor
            support(columnCount + other)
            work += rows[other].count
        }
        work += rowCount
    }

    private mutating func support(_ variable: Int) {
        guard !isInSupport[variable] else { return }
        isInSupport[variable] = true
        support.append(variable)
    }

    private mutating func clearRow() {
        for variable in support {
            row[variable] = 0
            isInSupport[variable] = false
        }
        support.removeAll(keepingCapacity: true)
    }

    /// Makes the column of a variable that is not basic: what one of it adds to each basic one.
    private mutating func makeColumn(of variable: Int) {
        let count = rowCount
        guard variable < columnCount else {
            let slack = variable - columnCount
            for place in 0..<count { column[place] = inverse[place * count + slack] }
            work += count
            return
        }
        let columns = program.columns
        for place in 0..<count { column[place] = 0 }
        for entry in columns[variable] {
            let (other, value) = (columns.places[entry], columns.values[entry])
            for place in 0..<count { column[place] -= inverse[place * count + other] * value }
            work += count
        }
    }

    /// Adds so much of the variable of the column to all basic ones.
    private mutating func shift(by change: Double) {
        for place in 0..<rowCount { values[place] += column[place] * change }
        work += rowCount
    }

    private mutating func pivot(_ place: Int, _ entering: Int, _ isLow: Bool) {
        let leaving = basic[place]
        makeColumn(of: entering)
        let change = ((isLow ? lower[leaving] : upper[leaving]) - values[place]) / column[place]
        let entered = restingValue(entering) + change
        shift(by: change)
        values[place] = entered
        reprice(entering, leaving)
        eliminate(place)
        basic[place] = entering
        places[entering] = place
        places[leaving] = -1
        isAtUpper[leaving] = !isLow
    }

    /// Takes the entering variable out of the cost.
    private mutating func reprice(_ entering: Int, _ leaving: Int) {
        let factor = reducedCosts[entering] / row[entering]
        for variable in support where places[variable] < 0 {
            reducedCosts[variable] -= factor * row[variable]
        }
        reducedCosts[entering] = 0
        reducedCosts[leaving] = factor
        work += support.count
    }

    /// Puts the column's variable into the basis; only what the row of the inverse touches changes.
    private mutating func eliminate(_ place: Int) {
        let count = rowCount
        var touched = 0
        inverse.withUnsafeMutableBufferPointer { inverse in
            let base = place * count
            let scale = -1 / column[place]
            var support: [Int] = []
            for other in 0..<count where inverse[base + other] != 0 {
                let entry = inverse[base + other] * scale
                inverse[base + other] = abs(entry) < 1e-13 ? 0 : entry
                if inverse[base + other] != 0 { support.append(other) }
            }
            for row in 0..<count where row != place && column[row] != 0 {
                let factor = column[row]
                for other in support {
                    inverse[row * count + other] += factor * inverse[base + other]
                }
                touched += support.count
            }
        }
        work += touched + 2 * count
    }
}
