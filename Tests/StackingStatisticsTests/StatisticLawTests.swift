// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import TestSupport
import Testing

/// What must hold of every statistic over events, whichever there are.
@Suite struct StatisticLawTests {
    static let statistics = Statistics.all.compactMap { $0 as? any EventStatistic.Type }
    static let names = statistics.map { $0.name }
    private static let seeds = 0..<UInt64(oracleCases(debug: 60))

    /// The cohorts that a law is tried on: nobody, somebody without awards, one learner, and more.
    private static let worlds = seeds.map { RandomCohort(seed: $0) }

    @Test func `names are unique, and each says what it asks, how, and after whom`() {
        let names = Statistics.all.map { $0.name }
        #expect(Set(names).count == names.count)
        let tables = Statistics.all.flatMap { $0.contract.map(\.name) }
        #expect(Set(tables).count == tables.count)
        for statistic in Statistics.all {
            #expect(statistic.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
            #expect(statistic.question.hasSuffix("?"))
            #expect(statistic.definition.hasSuffix("."))
            #expect(statistic.source.hasSuffix("."))
            #expect(!statistic.contract.isEmpty)
        }
    }

    @Test(arguments: names)
    func `tables are as their contract says`(name: String) throws {
        for world in Self.worlds {
            let statistic = try #require(Statistics.named(name))
            let tables = try world.cohort.tables(name, world.terms)
            #expect(tables.map(\.name) == statistic.contract.map(\.name))
            for (table, contract) in zip(tables, statistic.contract) {
                #expect(table.table.columns == contract.table.columns)
                #expect(table.cells.counts == contract.cells.counts)
                #expect(table.cells.derived == contract.cells.derived)
                for row in table.table.rows {
                    for (cell, column) in zip(row, table.table.columns) {
                        #expect(cell.isOf(column.kind), "\(table.name).\(column.name)")
                    }
                }
            }
        }
    }

    @Test(arguments: names)
    func `the columns that count are whole, the others known by them`(name: String) throws {
        for contract in try #require(Statistics.named(name)).contract {
            let columns = Dictionary(
                contract.table.columns.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
            for count in contract.cells.counts { #expect(columns[count]?.kind == .integer) }
            for (name, counts) in contract.cells.derived {
                #expect(columns[name] != nil)
                #expect(Set(counts).isSubset(of: contract.cells.counts))
            }
            for column in contract.table.columns {
                #expect(column.name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil)
                #expect(column.meaning.hasSuffix("."))
                if column.kind == .number {
                    #expect(contract.cells.derived[column.name] != nil, "\(column.name)")
                }
            }
        }
    }

    @Test(arguments: names)
    func `nobody and a single learner make tables too`(name: String) throws {
        var one = Cohort.Builder()
        var item = Cohort.Item(credential: "m1")
        item.kind = .microCredential
        one.add(learner: 0, item: one.add(item), day: CalendarDate(dayNumber: 19_000))
        var without = Cohort.Builder()
        without.setLearnerCount(3)
        for cohort in [Cohort.Builder().cohort(), one.cohort(), without.cohort()] {
            for table in try cohort.tables(name) {
                #expect(table.basis.n <= cohort.learnerCount)
                #expect(table.table.rows.allSatisfy { $0.allSatisfy(\.isSound) })
            }
        }
    }

    @Test(arguments: names)
    func `every sum that is declared holds, and no cell is no number`(name: String) throws {
        for world in Self.worlds {
            for table in try world.cohort.tables(name, world.terms) {
                #expect(table.table.rows.allSatisfy { $0.allSatisfy(\.isSound) })
                for sum in table.cells.sums {
                    let parts = sum.parts.map { table.count(at: $0) ?? .nan }
                    #expect(table.count(at: sum.whole) == parts.reduce(0, +), "\(table.name)")
                }
            }
        }
    }

    @Test(arguments: names)
    func `counting in parts gives the same, wherever they are cut`(name: String) throws {
        for world in Self.worlds {
            let whole = try world.cohort.tables(name, world.terms)
            let statistic = try #require(Statistics.named(name) as? any EventStatistic.Type)
            for cut in 0...world.cohort.learnerCount {
                #expect(Self.tables(statistic, of: world, cut: cut) == whole)
            }
            for threads in 2...3 {
                #expect(try world.cohort.tables(name, world.terms, threads: threads) == whole)
            }
        }
    }

    private static func tables<S: EventStatistic>(
        _ statistic: S.Type, of world: RandomCohort, cut: Int
    ) -> [StatisticTable] {
        let context = EventContext(world.cohort, world.terms)
        var whole = S(context)
        whole.addAll(0..<cut, of: world.cohort)
        var rest = S(context)
        rest.addAll(cut..<world.cohort.learnerCount, of: world.cohort)
        whole.merge(rest)
        return whole.tables()
    }

    @Test(arguments: names)
    func `the order of learners makes no difference`(name: String) throws {
        for (seed, world) in Self.worlds.enumerated() {
            let other = world.shuffled(seed: UInt64(seed))
            #expect(
                try world.cohort.tables(name, world.terms)
                    == (try other.cohort.tables(name, other.terms)))
        }
    }

    @Test func `the contract names no learner`() {
        for statistic in Statistics.all {
            for contract in statistic.contract {
                let names = contract.table.columns.map(\.name)
                #expect(!names.contains("learner"))
                // A table over the catalogue alone may have the ids of what it is about.
                #expect(!names.contains("id") || statistic is any CatalogueStatistic.Type)
            }
        }
    }
}

extension Table.Cell {
    /// Whether the cell may stand in a column of a kind.
    fileprivate func isOf(_ kind: Table.Column.Kind) -> Bool {
        switch self {
        case .missing, .withheld: true
        case .text: kind == .text
        case .integer: kind == .integer
        case .number: kind == .number
        case .exact: kind == .exact
        case .truth: kind == .truth
        case .date: kind == .date
        }
    }

    /// Whether the cell is no number that is none, and no count below zero.
    fileprivate var isSound: Bool {
        switch self {
        case .number(let number, _): number.isFinite
        case .integer(let number): number >= 0
        default: true
        }
    }
}

extension StatisticTable {
    fileprivate func count(at place: CellStructure.Place) -> Double? {
        table.rows[place.row][place.column].number
    }
}
