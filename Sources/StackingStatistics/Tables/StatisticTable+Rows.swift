// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension StatisticTable {
    /// Creates a table without rows, for a contract: `counts` are the columns that count, `derived`
    /// those that are computed, and from which counts.
    init(
        _ name: String, _ title: String, _ columns: [Table.Column], counts: [String],
        derived: [String: [String]] = [:]
    ) {
        var cells = CellStructure()
        cells.counts = counts
        cells.derived = derived
        self.init(name, Table(title: title, columns: columns), cells: cells)
    }

    /// The position of a column.
    func position(of column: String) -> Int {
        guard let position = table.columns.firstIndex(where: { $0.name == column }) else {
            preconditionFailure("the table \(name) has no column \(column)")
        }
        return position
    }

    /// Declares that in every row the column `whole` is the sum of `parts`.
    mutating func addSums(_ whole: String, of parts: [String]) {
        let whole = position(of: whole)
        let parts = parts.map { position(of: $0) }
        for row in table.rows.indices {
            cells.sums.append(
                CellStructure.Sum(
                    .init(row: row, column: whole), of: parts.map { .init(row: row, column: $0) }))
        }
    }

    /// Declares that other tables of the run show the counts of these columns too, in rows with the
    /// same labels.
    mutating func share(_ columns: [String], by labels: [String]) {
        let labels = labels.map { position(of: $0) }
        for column in columns {
            let position = position(of: column)
            for (row, cells) in table.rows.enumerated() {
                self.cells.shared[.init(row: row, column: position)] =
                    "\(column) \(labels.map { cells[$0] })"
            }
        }
    }

    /// Declares that a row is the sum of others in every column that counts.
    mutating func addSum(ofRow whole: Int, of parts: [Int], in columns: [String]? = nil) {
        for column in (columns ?? cells.counts).map({ position(of: $0) }) {
            cells.sums.append(
                CellStructure.Sum(
                    .init(row: whole, column: column),
                    of: parts.map { .init(row: $0, column: column) }))
        }
    }

    /// Declares that two cells are the same.
    mutating func addEquality(_ cell: CellStructure.Place, _ other: CellStructure.Place) {
        if cell != other { cells.sums.append(CellStructure.Sum(cell, of: [other])) }
    }

    /// Adds the rows for everybody and for each group that anybody is in.
    ///
    /// `cells` are those after `by` and `group`, of a row's number and its counts. In the columns
    /// `summed`, or all that count, everybody is the sum of the groups.
    mutating func addRows(
        _ counts: GroupCounts, _ context: EventContext, summed: [String]? = nil,
        _ cells: (Int, [Int]) -> [Table.Cell]
    ) {
        let groups = context.shownGroups { !counts.isEmpty($0) }
        for row in 0..<counts.rows {
            table.append(context.everybody + cells(row, counts.total(row)))
        }
        for group in groups {
            for row in 0..<counts.rows {
                table.append(context.labels(of: group) + cells(row, counts.row(group, row)))
            }
        }
        guard !groups.isEmpty else { return }
        for row in 0..<counts.rows {
            addSum(
                ofRow: row, of: groups.indices.map { ($0 + 1) * counts.rows + row }, in: summed)
        }
    }
}

extension EventContext {
    /// The first two cells of a row for everybody.
    var everybody: [Table.Cell] { [.text("all"), .missing] }

    /// The first two cells of a row for a group.
    func labels(of group: Int) -> [Table.Cell] {
        [.word(groups.name), .word(group > 0 ? groups.labels[group - 1] : nil)]
    }

    /// The groups to show, in order, those that are not known last; none without a breakdown.
    func shownGroups(where isInhabited: (Int) -> Bool) -> [Int] {
        guard groups.name != nil else { return [] }
        return (Array(1..<groups.count) + [0]).filter(isInhabited)
    }

    /// Returns what a table of `n` learners rests on.
    func basis(
        _ n: Int, horizons: [Int] = [], excluding others: [(reason: String, count: Int)] = []
    ) -> Basis {
        var basis = Basis()
        basis.n = n
        basis.horizons = horizons
        basis.dataEnd = dataEnd
        basis.excluded =
            excluded
            + others.filter { $0.count > 0 }.map {
                Basis.Exclusion($0.reason, "learners", $0.count)
            }
        return basis
    }

    /// What is said of the index award below tables that rest on it.
    var indexSentence: String {
        let kind = terms.indexKind.map { "of the kind \($0.rawValue)" } ?? "of any kind"
        return "Index award: the first award \(kind)."
    }
}
