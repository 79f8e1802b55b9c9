// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Steps from one thing to another, the commonest things in full and all others as one.
struct StepMatrix {
    /// A cell of the matrix.
    struct Cell: Hashable {
        var count = 0.0
        /// Whether something in it is kept back.
        var isWithheld = false
    }

    /// What is left, in the order in which it came.
    let from: [String]
    /// What is gone to.
    let to: [String]
    /// The cells, row by row.
    private(set) var cells: [[Cell]]

    /// Reads a table of transitions, at most so many things a side; nil where it holds none.
    init?(_ table: Table, most: Int) {
        guard let reader = TableReader(table, ["row", "from", "to", "transitions"]) else {
            return nil
        }
        let rows = table.rows.filter { reader.text($0, "row") == "cell" }
        guard !rows.isEmpty else { return nil }
        let names = ["from", "to"].map { side in
            Self.commonest(
                rows.map { row in
                    (
                        reader.text(row, side) ?? Self.unknown,
                        reader.number(row, "transitions") ?? 0
                    )
                }, most)
        }
        (from, to) = (names[0], names[1])
        cells = Array(repeating: Array(repeating: Cell(), count: to.count), count: from.count)
        for row in rows {
            let place = (
                Self.place(reader.text(row, "from"), from), Self.place(reader.text(row, "to"), to)
            )
            cells[place.0][place.1].count += reader.number(row, "transitions") ?? 0
            if reader.isWithheld(row, "transitions") { cells[place.0][place.1].isWithheld = true }
        }
    }

    private static let unknown = "not known"
    private static let others = "all others"

    private static func commonest(_ counts: [(name: String, count: Double)], _ most: Int)
        -> [String]
    {
        let totals = counts.grouped(by: \.name).map { (name: $0.key, count: $0.values.total) }
        guard totals.count > most else { return totals.map(\.name) }
        let ranked = totals.enumerated().sorted {
            ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
        }
        let kept = Set(ranked.prefix(most - 1).map(\.element.name))
        return totals.map(\.name).filter(kept.contains) + [others]
    }

    private static func place(_ name: String?, _ names: [String]) -> Int {
        names.firstIndex(of: name ?? unknown) ?? names.count - 1
    }

    /// How many steps there are from a row.
    func total(from row: Int) -> Double { cells[row].reduce(0) { $0 + $1.count } }

    /// How many steps there are to a column.
    func total(to column: Int) -> Double { cells.reduce(0) { $0 + $1[column].count } }

    /// How many steps there are.
    var total: Double { cells.indices.reduce(0) { $0 + total(from: $1) } }

    /// The greatest cells in words.
    var words: String {
        let all = from.indices.flatMap { row in to.indices.map { (row, $0) } }
        let greatest = all.sorted {
            (-cells[$0.0][$0.1].count, $0.0, $0.1) < (-cells[$1.0][$1.1].count, $1.0, $1.1)
        }
        return greatest.prefix(5).filter { cells[$0.0][$0.1].count > 0 }.map {
            "\(from[$0.0]) to \(to[$0.1]) \(Int(cells[$0.0][$0.1].count))"
        }.joined(separator: "; ")
    }
}

extension [(name: String, count: Double)] {
    fileprivate var total: Double { reduce(0) { $0 + $1.count } }
}
