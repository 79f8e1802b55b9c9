// SPDX-License-Identifier: Apache-2.0

import PathwayReports
import SkillsGraph
import TestSupport
import Testing

@Suite struct TerminalTableTests {
    private let table = Table(
        title: "Credentials",
        columns: [
            .init("rank", title: "Rank", kind: .integer), .init("id", title: "Credential"),
            .init("title", title: "Title"), .init("score", title: "Score", kind: .number),
        ],
        rows: [
            [.integer(1), .text("fjord-101"), .text("Data by the sea"), .number(0.5, decimals: 3)],
            [.integer(10), .text("tr"), .text("データの海"), .missing],
        ])

    @Test func `columns line up, numbers to the right, and wide characters count twice`() {
        #expect(
            table.terminalText()
                == """
                Rank  Credential  Title            Score
                ────  ──────────  ───────────────  ─────
                   1  fjord-101   Data by the sea  0.500
                  10  tr          データの海           –

                """)
    }

    @Test func `a narrow terminal wraps the widest text and cuts nothing off`() {
        #expect(
            table.terminalText(TextStyle(width: 37))
                == """
                Rank  Credential  Title         Score
                ────  ──────────  ────────────  ─────
                   1  fjord-101   Data by the   0.500
                                  sea
                  10  tr          データの海        –

                """)
    }

    @Test func `an id that does not fit is broken at its hyphens`() {
        let table = Table(
            title: "", columns: [.init("id", title: "Id"), .init("why", title: "Why")],
            rows: [[.text("sea-data-for-municipalities"), .text("it is what is missing most")]])
        #expect(
            table.terminalText(TextStyle(width: 34))
                == """
                Id               Why
                ───────────────  ─────────────────
                sea-data-for-    it is what is
                municipalities   missing most

                """)
    }

    @Test func `headings are bold only where asked`() {
        #expect(table.terminalText(TextStyle(isStyled: true)).hasPrefix("\u{1B}[1mRank"))
        #expect(!table.terminalText().contains("\u{1B}"))
    }

    @Test func `a hostile title can neither steer the terminal nor break the row`() {
        let title = "a\u{1B}[2J\r\nb\u{202E}c\u{7}"
        let text = Table(
            title: "", columns: [.init("t", title: "T")], rows: [[.text(title)]]
        ).terminalText()
        #expect(text.split(separator: "\n").count == 3)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test func `no line ends in spaces or is wider than the terminal, whatever the text`() {
        var random = SeededGenerator(seed: 7)
        let words = ["a", "data", "Ünïcödé", "漢字", "👩‍👩‍👧", "e\u{301}", "micro-credential", "x", ""]
        for _ in 0..<oracleCases(debug: 100) {
            let columns = (0..<Int.random(in: 1...5, using: &random)).map {
                Table.Column(
                    "c\($0)", title: "C \($0)", kind: Bool.random(using: &random) ? .number : .text)
            }
            var table = Table(title: "", columns: columns)
            for _ in 0..<4 {
                table.append(
                    columns.map { column in
                        column.isNumeric
                            ? .integer(Int.random(in: 0...9999, using: &random))
                            : .text(
                                (0..<Int.random(in: 0...12, using: &random)).map { _ in
                                    words.randomElement(using: &random) ?? ""
                                }.joined(separator: " "))
                    })
            }
            let width = Int.random(in: 40...100, using: &random)
            for line in table.terminalText(TextStyle(width: width)).split(separator: "\n") {
                #expect(!line.hasSuffix(" "))
                #expect(cells(line) <= width)
            }
        }
    }

    @Test func `numbers are rounded for reading only`() {
        let cells: [(Double, Int, String)] = [
            (0.005, 2, "0.01"), (1.0, 0, "1"), (-0.04, 1, "0.0"), (-1.25, 1, "-1.3"),
            (12.3456, 3, "12.346"), (1e300, 2, "1e+300"),
        ]
        for (number, decimals, expected) in cells {
            let text = Table(
                title: "", columns: [.init("n", title: "N", kind: .number)],
                rows: [[.number(number, decimals: decimals)]]
            ).terminalText()
            #expect(text.split(separator: "\n").last?.drop { $0 == " " } ?? "" == expected)
        }
    }

    /// An independent count for the words used above.
    private func cells(_ line: Substring) -> Int {
        line.reduce(0) { sum, character in
            sum + (["漢", "字", "👩‍👩‍👧"].contains(character) ? 2 : 1)
        }
    }
}
