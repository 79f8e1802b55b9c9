// SPDX-License-Identifier: Apache-2.0

/// Solves a `LinearProgram` by the method that suits its size, and again after its bounds move.
struct LinearSolver {
    /// The whole tableau, where it is small; it stays sparse, and costs least.
    private var whole: DualSimplex?
    /// The inverse of the basis, where the tableau is too large to be touched at each step.
    private var revised: RevisedSimplex?
    /// How many numbers it took to begin.
    private let setUp: Int

    /// The most numbers a tableau is kept whole with.
    private static let mostWhole = 500_000

    /// Begins with the basis of all slacks.
    init(_ program: LinearProgram) {
        let (rows, columns) = (program.rows.count, program.columns.count)
        if rows * columns > Self.mostWhole {
            revised = RevisedSimplex(program)
            setUp = 4 * rows * rows
        } else {
            whole = DualSimplex(program)
            setUp = 4 * rows * columns
        }
    }

    /// How many numbers have been touched.
    var work: Int { setUp + (whole?.work ?? revised?.work ?? 0) }
    /// The bounds of the variables, slacks last.
    var lower: [Double] { whole?.lower ?? revised?.lower ?? [] }
    var upper: [Double] { whole?.upper ?? revised?.upper ?? [] }
    /// The multipliers of the rows at the present basis.
    var multipliers: [Double] { whole?.multipliers ?? revised?.multipliers ?? [] }
    /// The multipliers of the rows that show that there is no solution.
    var conflictMultipliers: [Double] {
        whole?.conflictMultipliers ?? revised?.conflictMultipliers ?? []
    }

    /// The value of a structural variable.
    func value(_ variable: Int) -> Double {
        whole?.value(variable) ?? revised?.value(variable) ?? 0
    }

    /// Moves the bounds of a structural variable.
    mutating func setBounds(_ variable: Int, _ lower: Double, _ upper: Double) {
        whole?.setBounds(variable, lower, upper)
        revised?.setBounds(variable, lower, upper)
    }

    /// Runs until nothing is out of bounds.
    mutating func solve(steps: Int) -> DualSimplex.Outcome {
        if let outcome = whole?.solve(steps: steps) { return outcome }
        return revised?.solve(steps: steps) ?? .unfinished
    }
}
