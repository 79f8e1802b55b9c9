// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics

/// Tables of counts for tests of disclosure control.
enum CountTables {
    typealias Place = CellStructure.Place

    /// A table of counts, each row with a text and a rate derived from its first two columns.
    static func table(_ name: String, _ counts: [[Int]], _ sums: [CellStructure.Sum])
        -> StatisticTable
    {
        let width = counts.first?.count ?? 0
        let columns =
            [Table.Column("group", title: "Group")]
            + (0..<width).map { .init("c\($0)", title: "C\($0)", kind: .integer) }
            + [.init("rate", title: "Rate", kind: .number)]
        var cells = CellStructure()
        cells.counts = (0..<width).map { "c\($0)" }
        cells.sums = sums
        cells.derived["rate"] = Array(cells.counts.prefix(2))
        let rows = counts.enumerated().map { row, counts in
            [Table.Cell.text("g\(row)")] + counts.map { .integer($0) }
                + [.number(Double(counts[0]) / 7, decimals: 3)]
        }
        return StatisticTable(name, Table(title: name, columns: columns, rows: rows), cells: cells)
    }

    /// One column with its total in the last row.
    static func list(_ counts: [Int]) -> StatisticTable {
        let whole = Place(row: counts.count, column: 1)
        return table(
            "list", (counts + [counts.reduce(0, +)]).map { [$0] },
            [.init(whole, of: counts.indices.map { Place(row: $0, column: 1) })])
    }

    /// Rows and columns with all margins, the last of each being the total.
    static func grid(_ name: String, _ inner: [[Int]]) -> StatisticTable {
        let width = inner[0].count
        var rows = inner.map { $0 + [$0.reduce(0, +)] }
        rows.append((0...width).map { column in rows.reduce(0) { $0 + $1[column] } })
        let across = rows.indices.map { row in
            CellStructure.Sum(
                Place(row: row, column: width + 1),
                of: (1...width).map { Place(row: row, column: $0) })
        }
        let down = (1...width + 1).map { column in
            CellStructure.Sum(
                Place(row: inner.count, column: column),
                of: inner.indices.map { Place(row: $0, column: column) })
        }
        return table(name, rows, across + down)
    }

    /// Three levels: two blocks of rows with subtotals, a total of these, and margins across.
    static func nested(_ blocks: [[[Int]]]) -> StatisticTable {
        let width = blocks[0][0].count
        var rows: [[Int]] = []
        var sums: [CellStructure.Sum] = []
        var subtotals: [Int] = []
        for block in blocks {
            let first = rows.count
            rows += block
            let subtotal = rows.count
            rows.append((0..<width).map { column in block.reduce(0) { $0 + $1[column] } })
            for column in 1...width {
                sums.append(
                    .init(
                        Place(row: subtotal, column: column),
                        of: (first..<subtotal).map { Place(row: $0, column: column) }))
            }
            subtotals.append(subtotal)
        }
        rows.append((0..<width).map { column in subtotals.reduce(0) { $0 + rows[$1][column] } })
        for column in 1...width {
            sums.append(
                .init(
                    Place(row: rows.count - 1, column: column),
                    of: subtotals.map { Place(row: $0, column: column) }))
        }
        for row in rows.indices {
            sums.append(
                .init(
                    Place(row: row, column: width + 1),
                    of: (1...width).map { Place(row: row, column: $0) }))
            rows[row].append(rows[row].reduce(0, +))
        }
        return table("nested", rows, sums)
    }

    /// Eligible and stackers with a rest that stands nowhere, and a total row.
    static func rates(_ counts: [(eligible: Int, stackers: Int)]) -> StatisticTable {
        var rows = counts.map { [$0.eligible, $0.stackers] }
        rows.append([0, 1].map { column in rows.reduce(0) { $0 + $1[column] } })
        let within = rows.indices.map { row in
            CellStructure.Sum(
                Place(row: row, column: 1), of: [Place(row: row, column: 2)], leavesRest: true)
        }
        let down = [1, 2].map { column in
            CellStructure.Sum(
                Place(row: counts.count, column: column),
                of: counts.indices.map { Place(row: $0, column: column) })
        }
        return table("rates", rows, within + down)
    }
}
