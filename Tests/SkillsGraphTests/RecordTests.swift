// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct RecordTests {
    @Test(arguments: [
        (SourcePlace(file: "a.csv"), "a.csv"), (SourcePlace(file: "a.csv", line: 3), "a.csv:3"),
        (SourcePlace(file: "a.csv", line: 3, column: 2), "a.csv:3:2"),
        (SourcePlace(file: "a.json", pointer: "/awards/0"), "a.json#/awards/0"),
    ])
    func `a place is written as editors read it`(place: SourcePlace, text: String) {
        #expect(place.description == text)
    }

    @Test func `a ledger line says where, which code and what`() {
        let entry = LedgerEntry(
            .rejected, at: SourcePlace(file: "a.csv", line: 14, column: 3), code: "unknown-outcome",
            "outcome \"LO-9\" is not defined")
        #expect(
            entry.description == "a.csv:14:3: unknown-outcome: outcome \"LO-9\" is not defined")
    }
}
