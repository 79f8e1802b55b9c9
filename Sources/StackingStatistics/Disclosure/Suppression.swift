// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Keeps back what a table would tell of few people.
///
/// Counts from 1 to one below the threshold are withheld, and as many others as it takes that none
/// of the withheld can be found from what is published and the sums that its reader knows; then
/// everything that is computed from a withheld count. A zero is published: it counts nobody.
///
/// The tables of one run go in together, so that what is withheld in one stands in no other.
public struct Suppression: Hashable, Sendable {
    /// The least count of people that is published.
    public let threshold: Int

    /// Creates a rule that publishes counts of `threshold` or more; at least 1, which keeps nothing
    /// back.
    public init(threshold: Int = 10) {
        precondition(threshold >= 1, "a threshold is at least 1")
        self.threshold = threshold
    }

    /// Whether `count` is of so few people that it is not published.
    public func isSmall(_ count: Int) -> Bool { 1..<threshold ~= count }

    /// Returns `count` for a sentence: `fewer than 10` where it is small.
    public func text(of count: Int) -> String {
        isSmall(count) ? "fewer than \(threshold)" : String(count)
    }

    /// Returns `tables` with everything withheld that would tell of few people, and a note on each
    /// that lost something.
    ///
    /// - Complexity: O(*n*) memory for *n* counts; the time is about that of one short path through
    ///   the sums for every two small counts.
    public func applied(to tables: [StatisticTable]) -> [StatisticTable] {
        guard threshold > 1 else { return tables }
        var published = withholding(tables.map { withoutCurve(withoutSmallRows($0)) })
        for (place, table) in tables.enumerated() {
            published[place].basis.threshold = threshold
            guard let name = table.cells.curveSummary else { continue }
            let summary = published.first { $0.name == name }
            published[place] = coarsened(published[place].with(table.table), summary: summary)
        }
        return published
    }

    private func withholding(_ tables: [StatisticTable]) -> [StatisticTable] {
        var counts = PublishedCounts(tables)
        counts.system.protect(below: threshold)
        return tables.indices.map { published(tables[$0], $0, counts) }
    }

    private func published(
        _ table: StatisticTable, _ number: Int, _ counts: PublishedCounts
    ) -> StatisticTable {
        var masked = MaskedRows(table) { counts.isWithheld(number, $0) }
        let withheld = masked.withholdDerived()
        var published = table
        published.table.setRows(table.cells.isRanked ? masked.rankless : masked.rows)
        guard withheld > 0 else { return published }
        published.notes.append(
            "\(withheld == 1 ? "1 cell is" : "\(withheld) cells are") withheld: they count fewer "
                + "than \(threshold), or would let such a count be found.")
        return published
    }

    /// Curves are judged by themselves, with their summaries.
    private func withoutCurve(_ table: StatisticTable) -> StatisticTable {
        guard table.cells.curveSummary != nil else { return table }
        var rest = table.with(Table(title: table.table.title, columns: table.table.columns))
        rest.cells.sums = []
        return rest
    }
}

extension StatisticTable {
    fileprivate func with(_ table: Table) -> StatisticTable {
        var other = self
        other.table = table
        return other
    }
}
