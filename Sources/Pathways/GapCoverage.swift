// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import VectorScoring

/// How much of a gap in skills each credential of a pool closes.
///
/// Skills that the target needs are numbered from zero; a credential's row holds how far it covers
/// each: the alignment's weight, times the discount for each step up to a broader skill. What
/// several credentials cover of one skill adds up as independent chances do: the missing part is
/// multiplied by what each leaves open, so two halves make three quarters, and no order matters.
struct GapCoverage: Sendable {
    /// What of each needed skill is missing.
    let missing: [Double]
    /// Where the covered needs of each credential of the pool begin; the last is their number.
    private let offsets: [Int]
    private let needs: [Int32]
    private let amounts: [Double]
    /// What each credential of the pool closes, in its order.
    let gains: [Double]
    /// Where each credential stands in the pool; −1 where it does not.
    private let rows: [Int32]
    /// Where each row stands in the order of ids.
    private let places: [Int32]

    init(of pool: [Int], gap: Gap, in graph: Graph) {
        missing = gap.needs.map(\.missing)
        let reached = NarrowerReach(gap.needs.map(\.skill), in: graph)
        let covered = SparseMatrix(
            pool.map { reached.row(of: $0, in: graph) }, columns: gap.needs.count)
        let index = CoverageIndex(covered)
        offsets = index.items.offsets
        needs = index.items.indices
        amounts = index.items.values.map(Double.init)
        gains = index.gains(
            for: missing.enumerated().map { (skill: $0.offset, weight: $0.element) })
        var rows = [Int32](repeating: -1, count: graph.credentials.count)
        for (row, credential) in pool.enumerated() { rows[credential] = Int32(row) }
        self.rows = rows
        var places = [Int32](repeating: 0, count: pool.count)
        let byID = pool.indices.sorted {
            graph.credentials[pool[$0]].id < graph.credentials[pool[$1]].id
        }
        for (place, row) in byID.enumerated() { places[row] = Int32(place) }
        self.places = places
    }

    /// What a credential of the pool closes of the gap.
    func gain(of credential: Int) -> Double { gains[row(of: credential)] }

    /// Where a credential of the pool stands in the order of ids.
    func place(of credential: Int) -> Int32 { places[row(of: credential)] }

    /// The row of a credential of the pool.
    func row(of credential: Int) -> Int { Int(rows[credential]) }

    /// The needed skills that a credential of the pool covers, and how far.
    func covered(by credential: Int) -> [(need: Int, amount: Double)] {
        elements(of: credential).map { (Int(needs[$0]), amounts[$0]) }
    }

    /// What a credential of the pool closes of what is `missing` of each needed skill.
    func gain(of credential: Int, missing: [Double]) -> Double {
        var gain = 0.0
        for element in elements(of: credential) {
            gain += missing[Int(needs[element])] * amounts[element]
        }
        return gain
    }

    private func elements(of credential: Int) -> Range<Int> {
        let row = row(of: credential)
        return offsets[row]..<offsets[row + 1]
    }
}

/// For each skill, the needed skills that it is or is narrower than, and what it is worth there.
///
/// Only what leads to a needed skill is kept, so that a catalogue is covered without walking up
/// from each of its skills.
private struct NarrowerReach {
    private var worth: [Int: [(need: Int, worth: Double)]] = [:]

    init(_ needs: [Int], in graph: Graph) {
        for (need, skill) in needs.enumerated() {
            var reached = [skill: 1.0]
            var level = [skill]
            var discount = 1.0
            while !level.isEmpty {
                discount *= Graph.broaderDiscount
                level = level.flatMap { graph.narrower[$0].map(Int.init) }
                    .filter { reached.updateValue(reached[$0] ?? discount, forKey: $0) == nil }
            }
            for (skill, value) in reached { worth[skill, default: []].append((need, value)) }
        }
    }

    /// The needs that a credential covers, each once, with the strongest path to it.
    func row(of credential: Int, in graph: Graph) -> [(column: Int, value: Float)] {
        var strongest: [Int: Double] = [:]
        for outcome in graph.outcomesOfCredential[credential] {
            for origin in graph.skillsOfOutcome.origins(of: Int(outcome)) {
                let alignment = graph.alignments[Int(origin)]
                for (need, value) in worth[alignment.skill] ?? [] {
                    strongest[need] = max(strongest[need] ?? 0, value * alignment.weight)
                }
            }
        }
        return strongest.map { (column: $0.key, value: Float($0.value)) }
    }
}
