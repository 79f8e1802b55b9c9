// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph
import StackingStatistics

/// The names, kinds, units and meanings of the columns that are published: what others build on.
///
/// The committed file `Schemas/tables.json` holds them. Whoever changes a table raises `version` and
/// writes the file anew.
public enum TableContract {
    /// The version of the contract; raised with every change of a table.
    public static let version = 1

    /// The tables by their names in exports, without rows.
    public static var tables: [(name: String, table: Table)] {
        CatalogueTables.contract.map { ($0.name, $0.table) }
            + Statistics.all.flatMap { $0.contract }.map { ($0.name, $0.table) }
    }

    /// The contract as a document: `varde/tables/1`.
    public static var document: JSONValue {
        .object([
            "schema": "varde/tables/1", "version": .integer(version),
            "tables": .list(
                tables.map { name, table in
                    .object([
                        "name": .text(name), "title": .text(table.title),
                        "columns": .list(table.columns.map(\.contract)),
                    ])
                }),
        ])
    }
}
