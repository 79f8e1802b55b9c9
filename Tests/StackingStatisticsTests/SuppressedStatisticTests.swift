// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import TestSupport
import Testing

/// What disclosure control promises, of every statistic over random cohorts.
@Suite struct SuppressedStatisticTests {
    private static let rule = Suppression(threshold: 3)

    private static func tables(_ seed: UInt64) throws -> [StatisticTable] {
        let world = RandomCohort(seed: seed)
        return try StatisticLawTests.names.flatMap { try world.cohort.tables($0, world.terms) }
    }

    private static func counts(_ table: StatisticTable) -> [(Int, Table.Cell)] {
        table.table.rows.indices.flatMap { row in
            table.table.columns.indices.compactMap { column in
                table.cells.counts.contains(table.table.columns[column].name)
                    ? (row, table.table.rows[row][column]) : nil
            }
        }
    }

    @Test func `no small count is left, and none of those withheld can be found`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 8)) {
            let tables = try Self.tables(seed)
            let published = Self.rule.applied(to: tables)
            for table in published {
                for (row, cell) in Self.counts(table) {
                    if case .integer(let count) = cell {
                        #expect(!(1..<3 ~= count), "\(table.name) \(row) of seed \(seed)")
                    }
                }
            }
            // Rows of curves and lists are not where they were, and are tested by themselves.
            let fixed = tables.indices.filter {
                tables[$0].cells.curveSummary == nil && !tables[$0].cells.leavesOutSmallRows
            }
            let attacker = DisclosureAttacker(
                published: fixed.map { published[$0] }, original: fixed.map { tables[$0] })
            #expect(attacker.found(below: 3) == [], "seed \(seed)")
        }
    }

    @Test func `what is computed from a withheld count is withheld`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 8)) {
            for table in Self.rule.applied(to: try Self.tables(seed)) {
                let columns = table.table.columns.map(\.name)
                for row in table.table.rows {
                    let withheld = Set(zip(columns, row).filter { $0.1 == .withheld }.map(\.0))
                    for (name, counts) in table.cells.derived
                    where !withheld.isDisjoint(with: counts) { #expect(withheld.contains(name)) }
                }
            }
        }
    }

    @Test func `a published step of a curve tells of many, and the curve can be computed from it`()
        throws
    {
        for seed in 0..<UInt64(oracleCases(debug: 10)) {
            for table in Self.rule.applied(to: try Self.tables(seed))
            where table.cells.curveSummary != nil {
                var survival = 1.0
                for row in table.table.rows {
                    guard case .integer(let time) = row[2], case .integer(let atRisk) = row[3],
                        case .integer(let events) = row[4], case .integer(let censored) = row[5],
                        case .number(let share, _) = row[6]
                    else {
                        Issue.record("a step of seed \(seed) is withheld")
                        continue
                    }
                    if time == 0 { survival = 1 }
                    survival *= 1 - Double(events) / Double(atRisk)
                    #expect(abs(survival - share) < 1e-12)
                    #expect(atRisk >= 3 && (events >= 3 || time == 0 && events == 0))
                    #expect(censored == 0 || censored >= 3)
                    let left = atRisk - events - censored
                    #expect(left == 0 || left >= 3)
                }
            }
        }
    }

    @Test func `a curve of many at every step is published as it is`() throws {
        var builder = Cohort.Builder()
        var index = Cohort.Item(credential: "m1")
        index.kind = .microCredential
        let (first, second) = (builder.add(index), builder.add(Cohort.Item(credential: "m2")))
        for learner in 0..<60 {
            builder.add(learner: learner, item: first, day: CalendarDate(dayNumber: 100))
            guard learner < 40 else { continue }
            builder.add(
                learner: learner, item: second, day: CalendarDate(dayNumber: 110 + learner / 10))
        }
        let tables = try builder.cohort().tables("stacking-survival")
        let published = Suppression(threshold: 10).applied(to: tables)
        #expect(published.map(\.table) == tables.map(\.table))
        #expect(published.map(\.notes) == tables.map(\.notes))
    }
}
