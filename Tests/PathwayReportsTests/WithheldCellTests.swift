// SPDX-License-Identifier: Apache-2.0

import PathwayReports
import SkillsGraph
import Testing

@Suite struct WithheldCellTests {
    private let table = Table(
        title: "Few",
        columns: [
            .init("field", title: "Field"), .init("learners", title: "Learners", kind: .integer),
            .init("rate", title: "Rate", kind: .number),
        ],
        rows: [
            [.text("it"), .integer(40), .missing], [.text("arts"), .withheld, .withheld],
        ])

    @Test func `a cell kept back is a word in CSV, where a missing one is nothing`() {
        #expect(
            table.csv() == "field,learners,rate\r\nit,40,\r\narts,withheld,withheld\r\n")
    }

    @Test func `a cell kept back is null in JSON, and its row names the column`() {
        #expect(
            table.jsonRows.map { $0.text(.line) } == [
                #"{"field":"it","learners":40,"rate":null}"#,
                #"{"field":"arts","learners":null,"rate":null,"withheld":["learners","rate"]}"#,
            ])
    }

    @Test func `a person reads that a cell is kept back`() {
        #expect(
            table.terminalText() == """
                Field  Learners      Rate
                ─────  ────────  ────────
                it           40         –
                arts   withheld  withheld

                """)
    }
}
