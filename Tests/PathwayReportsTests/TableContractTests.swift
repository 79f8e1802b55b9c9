// SPDX-License-Identifier: Apache-2.0

import Foundation
import PathwayReports
import SkillsGraph
import TestSupport
import Testing

/// What is published of tables does not change unnoticed.
///
/// `VARDE_WRITE_CONTRACT=1 swift test --filter TableContractTests` writes the file anew, where the
/// version was raised.
@Suite struct TableContractTests {
    private static let file = ReferenceData.packageRoot.appending(path: "Schemas/tables.json")

    @Test func `the committed contract is that of the tables`() throws {
        let document = TableContract.document.text() + "\n"
        let committed = try? String(contentsOf: Self.file, encoding: .utf8)
        if document == committed { return }
        let version = try committed.flatMap { try JSONDocument($0)["version"]?.double } ?? 0
        guard version < Double(TableContract.version) else {
            Issue.record("a table has changed; raise TableContract.version, then write the file")
            return
        }
        guard ProcessInfo.processInfo.environment["VARDE_WRITE_CONTRACT"] != nil else {
            Issue.record("write the file anew: VARDE_WRITE_CONTRACT=1, as said above")
            return
        }
        try Data(document.utf8).write(to: Self.file)
    }

    @Test func `names of tables are unique, and every column says what it means`() {
        let tables = TableContract.tables
        #expect(Set(tables.map(\.name)).count == tables.count)
        for (name, table) in tables {
            #expect(name.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil)
            #expect(Set(table.columns.map(\.name)).count == table.columns.count)
            for column in table.columns {
                #expect(column.name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil)
                #expect(!column.meaning.isEmpty, "\(name).\(column.name)")
            }
        }
    }
}
