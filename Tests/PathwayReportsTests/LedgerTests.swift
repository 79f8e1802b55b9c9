// SPDX-License-Identifier: Apache-2.0

import PathwayReports
import SkillsGraph
import TestSupport
import Testing

@Suite struct LedgerTests {
    private func entry(_ action: LedgerEntry.Action, _ code: String, line: Int) -> LedgerEntry {
        LedgerEntry(
            action, at: SourcePlace(file: "a.csv", line: line, column: 2), code: code, "wrong")
    }

    @Test func `what is gravest comes first, counted whole and listed in part`() {
        var ledger = Ledger()
        ledger.add(entry(.ignored, "unknown-column", line: 1))
        for line in 2...6 { ledger.add(entry(.rejected, "bad-number", line: line)) }
        #expect(
            ledger.lines(limit: 2) == [
                "5 rejected: bad-number", "  a.csv:2:2: wrong", "  a.csv:3:2: wrong",
                "  … and 3 more", "1 ignored: unknown-column", "  a.csv:1:2: wrong",
            ])
        #expect(ledger.count(.rejected) == 5)
        #expect(ledger.count(.pending) == 0)
    }

    @Test func `a million bad rows take no memory to speak of`() {
        var ledger = Ledger()
        for line in 1...50_000 { ledger.add(entry(.rejected, "bad-number", line: line)) }
        #expect(ledger.count(.rejected) == 50_000)
        #expect(ledger.groups.map(\.entries.count) == [Ledger.kept])
    }

    @Test func `the document holds counts of every action, and places`() throws {
        var ledger = Ledger()
        ledger.add(entry(.guessed, "kind", line: 3))
        ledger.add(
            LedgerEntry(
                .guessed, at: SourcePlace(file: "b.json", pointer: "/a/0"), code: "kind", "maybe"))
        #expect(
            ledger.jsonCounts.text(.line)
                == #"{"adjusted":0,"guessed":2,"ignored":0,"pending":0,"rejected":0}"#)
        #expect(
            ledger.json.text(.line)
                == #"[{"action":"guessed","code":"kind","count":2,"entries":["#
                + #"{"column":2,"file":"a.csv","line":3,"message":"wrong"},"#
                + #"{"file":"b.json","message":"maybe","pointer":"/a/0"}]}]"#)
    }
}
