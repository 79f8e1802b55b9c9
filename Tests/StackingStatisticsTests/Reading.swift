// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import StackingStatistics
import Testing

extension Table.Cell {
    /// The number in the cell, or nil.
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number, _): number
        default: nil
        }
    }

    /// The text in the cell, or nil.
    var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension StatisticTable {
    /// The cells of a column.
    func column(_ name: String) throws -> [Table.Cell] {
        let place = try #require(table.columns.firstIndex { $0.name == name })
        return table.rows.map { $0[place] }
    }

    /// The numbers of a column; nil where a cell is missing.
    func numbers(_ name: String) throws -> [Double?] { try column(name).map(\.number) }

    /// The texts of a column.
    func texts(_ name: String) throws -> [String?] { try column(name).map(\.text) }

    /// The numbers of each row by the names of their columns, under the texts of `keys`.
    func rows(by keys: [String]) throws -> [[String?]: [String: Double?]] {
        let names = table.columns.map(\.name)
        let pairs = table.rows.map { row in
            let cells = Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first })
            let key = keys.map { cells[$0]?.text ?? cells[$0]?.number.map { "\(Int($0))" } }
            return (key, cells.filter { !keys.contains($0.key) }.mapValues(\.number))
        }
        return Dictionary(pairs) { first, _ in
            Issue.record("two rows of \(name) have one key")
            return first
        }
    }
}

extension Cohort {
    /// The tables of one statistic over events.
    func tables(
        _ name: String, _ terms: StatisticTerms = StatisticTerms(), threads: Int = 1
    ) throws -> [StatisticTable] {
        let statistic = try #require(Statistics.named(name) as? any EventStatistic.Type)
        return measure([statistic], EventContext(self, terms), threads: threads)[0]
    }
}

/// Whether two numbers are the same but for rounding, or both missing.
func near(_ left: Double?, _ right: Double?, within margin: Double = 1e-9) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= margin * max(1, abs(left))
}
