// SPDX-License-Identifier: Apache-2.0

import PathwayReports
import SkillsGraph
import Testing

@Suite struct ReportTests {
    private var report: Report {
        let table = Table(
            title: "Found",
            columns: [.init("id", title: "Id"), .init("credits", title: "Credits")],
            rows: [[.text("a"), .exact(ExactDecimal(5))], [.text("b"), .missing]])
        var report = Report("search", table, disclosure: Disclosure())
        report.above = ["Two found."]
        report.below = ["Good luck."]
        return report
    }

    @Test func `every form holds the same rows`() {
        #expect(
            report.text(as: .table)
                == """
                Two found.

                Id  Credits
                ──  ───────
                a   5
                b   –

                Good luck.

                """)
        #expect(report.text(as: .csv) == "id,credits\r\na,5\r\nb,\r\n")
        #expect(
            report.text(as: .jsonl)
                == #"{"credits":5,"id":"a"}"# + "\n" + #"{"credits":null,"id":"b"}"# + "\n")
        #expect(report.text(as: .json).hasSuffix("}\n"))
    }

    @Test func `a document names its schema and carries the disclosure block`() {
        guard case .object(let fields) = report.document else {
            Issue.record("the document is not an object")
            return
        }
        #expect(fields["schema"] == "varde/search/1")
        #expect(fields["disclosure"] == Disclosure().json)
        #expect(fields["columns"] == report.table.jsonColumns)
    }

    @Test func `a table without rows is not drawn unless asked for`() {
        let table = Table(title: "", columns: [.init("id", title: "Id")])
        var report = Report("search", table, disclosure: Disclosure())
        report.above = ["Nothing found."]
        #expect(report.text(as: .table) == "Nothing found.\n")
        report.showsEmptyTable = true
        #expect(report.text(as: .table) == "Nothing found.\n\nId\n──\n")
    }
}
