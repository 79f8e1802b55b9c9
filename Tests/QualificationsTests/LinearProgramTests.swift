// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@testable import Qualifications

struct LinearProgramTests {
    /// A drawn program of sums that must reach something, and of some that must not pass it.
    private func program(_ random: inout SeededGenerator) -> LinearProgram {
        var program = LinearProgram()
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            _ = program.addColumn(
                upper: Double(Int.random(in: 1...4, using: &random)),
                cost: Double(Int.random(in: 0...5, using: &random)))
        }
        for _ in 0..<Int.random(in: 1...9, using: &random) {
            var row = LinearProgram.Row(bound: Double(Int.random(in: -6...8, using: &random)))
            for column in program.columns.indices where Bool.random(using: &random) {
                row.add(Double(Int.random(in: -3...4, using: &random)), column)
            }
            program.rows.append(row)
        }
        return program
    }

    @Test func `both ways to solve a program come to the same, also after its bounds move`() {
        for seed in 0..<UInt64(oracleCases(debug: 300)) {
            var random = SeededGenerator(seed: seed)
            let program = program(&random)
            var whole = DualSimplex(program)
            var revised = RevisedSimplex(program)
            for _ in 0..<4 {
                let outcome = whole.solve(steps: 1000)
                #expect(outcome == revised.solve(steps: 1000), "seed \(seed)")
                let bounds = [
                    program.bound(whole.multipliers, lower: whole.lower, upper: whole.upper),
                    program.bound(revised.multipliers, lower: revised.lower, upper: revised.upper),
                ]
                if outcome == .optimal { #expect(abs(bounds[0] - bounds[1]) < 1e-6, "\(seed)") }
                if outcome == .infeasible {
                    let excess = program.bound(
                        revised.conflictMultipliers, lower: revised.lower, upper: revised.upper,
                        costsCounted: false)
                    #expect(excess > 0, "seed \(seed)")
                }
                let column = Int.random(in: program.columns.indices, using: &random)
                let value = Double(
                    Int.random(in: 0...Int(program.columns[column].upper), using: &random))
                whole.setBounds(column, value, value)
                revised.setBounds(column, value, value)
            }
        }
    }
}
