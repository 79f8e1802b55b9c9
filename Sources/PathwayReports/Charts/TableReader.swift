// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The cells of a table by the names of columns, for pictures of it.
struct TableReader {
    /// The table.
    let table: Table
    private let columns: [String: Int]

    /// Reads a table; nil unless it has all of the columns.
    init?(_ table: Table, _ names: [String]) {
        self.table = table
        columns = Dictionary(
            table.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
        guard names.allSatisfy({ columns[$0] != nil }) else { return nil }
    }

    /// A number, or nil where there is none.
    func number(_ row: [Table.Cell], _ name: String) -> Double? {
        switch columns[name].map({ row[$0] }) {
        case .integer(let number): Double(number)
        case .number(let number, _) where number.isFinite: number
        default: nil
        }
    }

    /// Text, or nil where there is none.
    func text(_ row: [Table.Cell], _ name: String) -> String? {
        guard case .text(let text) = columns[name].map({ row[$0] }) else { return nil }
        return text
    }

    /// Whether a cell is kept back.
    func isWithheld(_ row: [Table.Cell], _ name: String) -> Bool {
        columns[name].map { row[$0] == .withheld } ?? false
    }

    /// What a row is of: its group and its horizon, where it has them.
    func label(_ row: [Table.Cell]) -> String { group(row) + horizon(row) }

    /// The group of a row.
    func group(_ row: [Table.Cell]) -> String {
        let by = text(row, "by")
        return by == nil || by == "all" ? "everybody" : text(row, "group") ?? "not known"
    }

    /// The horizon of a row, after a comma; nothing where it has none.
    func horizon(_ row: [Table.Cell]) -> String {
        number(row, "horizon").map { ", \(Int($0)) days" } ?? ""
    }
}

extension Sequence {
    /// The values under each key, keys in the order in which they came first.
    func grouped<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, values: [Element])] {
        var places: [Key: Int] = [:]
        var groups: [(key: Key, values: [Element])] = []
        for element in self {
            let key = key(element)
            if let place = places[key] {
                groups[place].values.append(element)
            } else {
                places[key] = groups.count
                groups.append((key, [element]))
            }
        }
        return groups
    }
}
