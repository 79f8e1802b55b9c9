// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The counts of the tables of one run, each once.
struct PublishedCounts {
    /// The counts and the sums among them.
    var system = CountSystem()
    /// The number of the count at each place, by table.
    private var variables: [[CellStructure.Place: Int]] = []

    /// Gathers the counts of `tables`.
    init(_ tables: [StatisticTable]) {
        var shared: [String: Int] = [:]
        for table in tables {
            let same = SameCounts(table)
            var places: [CellStructure.Place: Int] = [:]
            for (place, value) in table.counts {
                let first = same.first(place)
                let names = same.names(place)
                let known = places[first] ?? names.lazy.compactMap { shared[$0] }.first
                let variable = variable(value, known)
                places[place] = variable
                places[first] = variable
                for name in names {
                    // What is one count here may have been told apart in another table.
                    if let other = shared[name], other != variable {
                        system.addSum(other, of: [variable], leavesRest: false)
                    }
                    shared[name] = variable
                }
            }
            for sum in table.cells.sums where !sum.isEquality { add(sum, places) }
            variables.append(places)
        }
    }

    /// Whether the count at a place of a table is withheld.
    func isWithheld(_ table: Int, _ place: CellStructure.Place) -> Bool {
        variables[table][place].map { system.isHidden[$0] } ?? false
    }

    private mutating func variable(_ value: Int, _ known: Int?) -> Int {
        // Counts that differ are not one, whatever is said of them.
        guard let known, system.values[known] == value else { return system.addCell(value) }
        system.addPlace(of: known)
        return known
    }

    /// Adds a sum; a part that is missing counts nobody.
    private mutating func add(
        _ sum: CellStructure.Sum, _ places: [CellStructure.Place: Int]
    ) {
        guard let whole = places[sum.whole] else { return }
        system.addSum(
            whole, of: sum.parts.compactMap { places[$0] }, leavesRest: sum.leavesRest)
    }
}

extension StatisticTable {
    /// Where the counts stand and what they are, row by row.
    var counts: [(place: CellStructure.Place, value: Int)] {
        let columns = table.columns.indices.filter { cells.counts.contains(table.columns[$0].name) }
        return table.rows.indices.flatMap { row in
            columns.compactMap { column in
                guard case .integer(let value) = table.rows[row][column] else { return nil }
                return (CellStructure.Place(row: row, column: column), value)
            }
        }
    }
}
