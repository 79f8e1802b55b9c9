// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct TableTests {
    static let columns = [
        Table.Column("skill", title: "Skill"),
        Table.Column("share", title: "Share", kind: .number),
    ]

    @Test func `rows are kept in order`() {
        var table = Table(
            title: "t", columns: Self.columns, rows: [[.text("a"), .number(0.5, decimals: 1)]])
        table.append([.missing, .exact(ExactDecimal(1))])
        #expect(table.rows.count == 2)
        #expect(table.rows[1] == [.missing, .exact(ExactDecimal(1))])
    }

    #if os(Linux) || os(macOS)
        @Test func `a table with a row that does not fit is a programmer's mistake`() async {
            await #expect(processExitsWith: .failure) {
                _ = Table(title: "t", columns: TableTests.columns, rows: [[.missing]])
            }
        }

        @Test func `a row that does not fit is a programmer's mistake`() async {
            await #expect(processExitsWith: .failure) {
                var table = Table(title: "t", columns: TableTests.columns)
                table.append([.missing, .missing, .missing])
            }
        }
    #endif
}
