// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Suppression {
    /// Leaves out the rows with a small count, where a table asks for it, and says how many.
    ///
    /// A pair of credentials tells of four groups: both, the first alone, the second alone, neither.
    /// Where one of them is small the row is left out: its place among the others, which are in
    /// order, would tell of the count.
    func withoutSmallRows(_ table: StatisticTable) -> StatisticTable {
        guard table.cells.leavesOutSmallRows else { return table }
        let small = Set(table.counts.filter { isSmall($0.value) }.map(\.place.row))
        guard !small.isEmpty else { return table }
        let kept = table.table.rows.indices.filter { !small.contains($0) }
        var rest = table
        rest.table.setRows(kept.map { table.table.rows[$0] })
        rest.cells = table.cells.keeping(kept)
        rest.notes.append(
            "\(small.count == 1 ? "1 row is" : "\(small.count) rows are") left out: a group that "
                + "it tells of counts fewer than \(threshold).")
        return rest
    }
}

extension CellStructure {
    /// The structure of a table of which only `rows` are kept.
    fileprivate func keeping(_ rows: [Int]) -> CellStructure {
        let moved = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
        func place(_ old: Place) -> Place? {
            moved[old.row].map { Place(row: $0, column: old.column) }
        }
        var kept = self
        kept.sums = sums.compactMap { sum in
            let parts = sum.parts.compactMap(place)
            guard let whole = place(sum.whole), !parts.isEmpty else { return nil }
            return Sum(
                whole, of: parts, leavesRest: sum.leavesRest || parts.count < sum.parts.count)
        }
        kept.shared = shared.reduce(into: [:]) { kept, cell in
            if let place = place(cell.key) { kept[place] = cell.value }
        }
        kept.derivedCells = derivedCells.reduce(into: [:]) { kept, cell in
            if let place = place(cell.key) { kept[place] = cell.value.compactMap(place(_:)) }
        }
        return kept
    }
}
