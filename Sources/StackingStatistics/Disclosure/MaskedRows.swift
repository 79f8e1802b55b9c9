// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The rows of a table in which cells are withheld.
struct MaskedRows {
    /// The rows.
    private(set) var rows: [[Table.Cell]]
    private let columns: [Table.Column]
    private let cells: CellStructure

    /// Withholds the counts that `isWithheld` names.
    init(_ table: StatisticTable, isWithheld: (CellStructure.Place) -> Bool) {
        rows = table.table.rows
        columns = table.table.columns
        cells = table.cells
        for (place, _) in table.counts where isWithheld(place) {
            rows[place.row][place.column] = .withheld
        }
    }

    /// Withholds every cell that is computed from withheld ones; returns how many are withheld in
    /// all.
    mutating func withholdDerived() -> Int {
        let sources = columns.map { cells.derived[$0.name] ?? [] }.map { names in
            columns.indices.filter { names.contains(columns[$0].name) }
        }
        var isDone = false
        while !isDone {
            isDone = true
            for row in rows.indices {
                for column in columns.indices where rows[row][column] != .withheld {
                    let place = CellStructure.Place(row: row, column: column)
                    guard
                        sources[column].contains(where: { rows[row][$0] == .withheld })
                            || (cells.derivedCells[place] ?? []).contains(where: {
                                rows[$0.row][$0.column] == .withheld
                            })
                    else { continue }
                    rows[row][column] = .withheld
                    isDone = false
                }
            }
        }
        return rows.reduce(0) { $0 + $1.count { $0 == .withheld } }
    }

    /// The rows, those that withhold something last and in the order of their texts.
    var rankless: [[Table.Cell]] {
        let whole = rows.filter { !$0.contains(.withheld) }
        let rest = rows.filter { $0.contains(.withheld) }.sorted {
            Self.texts($0).lexicographicallyPrecedes(Self.texts($1))
        }
        return whole + rest
    }

    private static func texts(_ row: [Table.Cell]) -> [String] {
        row.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
}
