// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import TestSupport
import Testing

@Suite struct SuppressionTests {
    private static let rule = Suppression(threshold: 3)

    private static func counts(_ table: StatisticTable) -> [[Table.Cell]] {
        table.table.rows.map { Array($0.dropFirst().dropLast()) }
    }

    /// Publishes and checks everything that is promised of any tables.
    private static func publish(_ tables: [StatisticTable]) -> [StatisticTable] {
        let published = rule.applied(to: tables)
        for (published, original) in zip(published, tables) {
            for (row, truth) in zip(published.table.rows, original.table.rows) {
                #expect(zip(row, truth).allSatisfy { $0 == $1 || $0 == .withheld })
                #expect(!zip(row, truth).contains { $0 == .withheld && $1 == .integer(0) })
                let small = row.dropFirst().contains {
                    if case .integer(let count) = $0 { 1..<3 ~= count } else { false }
                }
                #expect(!small)
                if row[1...].dropLast().prefix(2).contains(.withheld) {
                    #expect(row.last == .withheld)
                }
            }
        }
        let attacker = DisclosureAttacker(published: published, original: tables)
        #expect(attacker.found(below: 3) == [], "\(tables.map(counts)) → \(published.map(counts))")
        return published
    }

    private static func random(_ generator: inout SeededGenerator) -> Int {
        Int.random(in: 0..<4, using: &generator) == 0 ? 0 : Int.random(in: 0...7, using: &generator)
    }

    private static func grid(_ rows: Int, _ columns: Int, _ generator: inout SeededGenerator)
        -> [[Int]]
    {
        (0..<rows).map { _ in (0..<columns).map { _ in random(&generator) } }
    }

    @Test func `the attacker finds a count that is only withheld itself`() {
        let original = CountTables.list([2, 9, 8])
        var published = original
        var rows = published.table.rows
        rows[0][1] = .withheld
        published.table.setRows(rows)
        let attacker = DisclosureAttacker(published: [published], original: [original])
        #expect(attacker.found(below: 3) == ["list 0,1"])
    }

    @Test func `a lone small count takes the least valuable other one with it`() {
        let published = Self.publish([CountTables.list([2, 9, 50])])[0]
        #expect(
            Self.counts(published) == [[.withheld], [.withheld], [.integer(50)], [.integer(61)]])
        #expect(
            published.notes == [
                "4 cells are withheld: they count fewer than 3, or would let such a count be found."
            ])
    }

    @Test func `a table without small counts is published as it is`() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<100 {
            let table = CountTables.grid(
                "grid", Self.grid(4, 3, &generator).map { $0.map { $0 == 0 ? 0 : $0 + 2 } })
            let published = Self.rule.applied(to: [table])[0]
            #expect(published.table == table.table)
            #expect(published.notes.isEmpty)
        }
    }

    @Test func `a threshold of one keeps nothing back`() {
        let table = CountTables.list([1, 2, 0])
        #expect(Suppression(threshold: 1).applied(to: [table]) == [table])
    }

    @Test func `no withheld count of a list can be found`() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<oracleCases(debug: 300) {
            let length = Int.random(in: 1...6, using: &generator)
            _ = Self.publish([CountTables.list((0..<length).map { _ in Self.random(&generator) })])
        }
    }

    @Test func `no withheld count of a table with margins can be found`() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<oracleCases(debug: 200) {
            let height = Int.random(in: 1...4, using: &generator)
            let width = Int.random(in: 1...4, using: &generator)
            _ = Self.publish([CountTables.grid("grid", Self.grid(height, width, &generator))])
        }
    }

    @Test func `no withheld count of a table of three levels can be found`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<oracleCases(debug: 150) {
            let blocks = (0..<2).map { _ in
                Self.grid(Int.random(in: 1...3, using: &generator), 2, &generator)
            }
            _ = Self.publish([CountTables.nested(blocks)])
        }
    }

    @Test func `those who are eligible and did not stack are as safe as those who did`() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<oracleCases(debug: 300) {
            let counts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                let stackers = Self.random(&generator)
                return (eligible: stackers + Self.random(&generator), stackers: stackers)
            }
            _ = Self.publish([CountTables.rates(counts)])
        }
        let published = Self.publish([CountTables.rates([(20, 19)])])[0]
        #expect(Self.counts(published).joined().contains(.withheld))
    }

    @Test func `what is withheld in one table of a run cannot be found in another`() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<oracleCases(debug: 150) {
            let inner = Self.grid(3, 2, &generator)
            var grid = CountTables.grid("grid", inner)
            var list = CountTables.list(inner.map { $0.reduce(0, +) })
            for row in 0...3 {
                grid.cells.shared[.init(row: row, column: 3)] = "row \(row)"
                list.cells.shared[.init(row: row, column: 1)] = "row \(row)"
            }
            let published = Self.publish([grid, list])
            for (one, other) in zip(Self.counts(published[0]), Self.counts(published[1])) {
                #expect(one[2] == other[0])
            }
        }
    }
}
