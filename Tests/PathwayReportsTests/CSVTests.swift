// SPDX-License-Identifier: Apache-2.0

import PathwayReports
import SkillsGraph
import Testing

@Suite struct CSVTests {
    private func csv(_ cell: Table.Cell, raw: Bool = false) -> String {
        let table = Table(
            title: "", columns: [.init("a", title: "A"), .init("b", title: "B")],
            rows: [[cell, .missing]])
        let lines = table.csv(raw: raw)
        #expect(lines.hasPrefix("a,b\r\n") && lines.hasSuffix(",\r\n"))
        return String(lines.dropFirst("a,b\r\n".count).dropLast(",\r\n".count))
    }

    @Test func `cells are quoted only where they must be`() {
        #expect(csv(.text("plain text")) == "plain text")
        #expect(csv(.text("a,b")) == "\"a,b\"")
        #expect(csv(.text("say \"yes\"")) == "\"say \"\"yes\"\"\"")
        #expect(csv(.text("two\nlines")) == "\"two\nlines\"")
    }

    @Test func `typed cells keep their full value`() {
        #expect(csv(.number(0.1 + 0.2, decimals: 1)) == "0.30000000000000004")
        #expect(csv(.integer(-3)) == "-3")
        #expect(csv(.exact(ExactDecimal(thousandths: 2_500))) == "2.5")
        #expect(csv(.truth(true)) == "true")
        #expect(csv(.date(CalendarDate(dayNumber: 0))) == "1970-01-01")
        #expect(csv(.number(.nan, decimals: 1)) == "")
    }

    @Test(arguments: ["=1+1", "+1", "-cmd", "@SUM(A1)", "\tx", "\rx"])
    func `text that a spreadsheet would run is made harmless`(formula: String) {
        let cell = csv(.text(formula))
        #expect(cell == "'" + formula || cell == "\"'" + formula + "\"")
        #expect([formula, "\"\(formula)\""].contains(csv(.text(formula), raw: true)))
    }

    @Test func `a lone empty cell is not an empty line`() {
        let table = Table(title: "", columns: [.init("a", title: "A")], rows: [[.missing]])
        #expect(table.csv() == "a\r\n\"\"\r\n")
    }
}
