// SPDX-License-Identifier: Apache-2.0

/// A linear program over bounded variables: minimise the cost, every row at least its bound.
///
/// Every variable is bounded on both sides, so that any non-negative multipliers of the rows give
/// a bound of the cost (weak duality, by Lagrangian relaxation of the rows), however they were
/// found.
struct LinearProgram {
    /// A variable.
    struct Column {
        var lower = 0.0
        var upper: Double
        var cost = 0.0
        var isInteger = false
    }

    /// `Σ value × variable ≥ bound`.
    struct Row {
        var entries: [(column: Int, value: Double)] = []
        var bound = 0.0

        mutating func add(_ value: Double, _ column: Int) {
            if value != 0 { entries.append((column, value)) }
        }
    }

    var columns: [Column] = []
    var rows: [Row] = []
    /// A part of the cost that nothing changes.
    var fixedCost = 0.0

    /// Adds a variable; returns its number.
    mutating func addColumn(upper: Double, cost: Double = 0, isInteger: Bool = false) -> Int {
        columns.append(Column(upper: upper, cost: cost, isInteger: isInteger))
        return columns.count - 1
    }

    /// Returns a bound that no solution within `lower` and `upper` costs less than, by the
    /// `multipliers` of the rows; with costs not `counted`, one above zero means that there is no
    /// solution.
    ///
    /// The rounding errors of the sums are bounded and taken off.
    ///
    /// - Complexity: O(entries of rows with a multiplier + columns).
    func bound(
        _ multipliers: [Double], lower: [Double], upper: [Double], costsCounted: Bool = true
    ) -> Double {
        var reduced = costsCounted ? columns.map(\.cost) : columns.map { _ in 0 }
        var total = costsCounted ? fixedCost : 0
        var size = abs(total)
        for (row, multiplier) in zip(rows, multipliers) where multiplier > 0 {
            total += multiplier * row.bound
            size += abs(multiplier * row.bound)
            for entry in row.entries { reduced[entry.column] -= multiplier * entry.value }
        }
        for (column, cost) in reduced.enumerated() {
            let least = min(cost * lower[column], cost * upper[column])
            total += least
            size += abs(least)
        }
        return total - size * 1e-11
    }
}
