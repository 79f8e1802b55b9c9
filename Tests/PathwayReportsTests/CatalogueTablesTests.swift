// SPDX-License-Identifier: Apache-2.0

import PathwayReports
import SkillsGraph
import StackingStatistics
import Testing

@Suite struct CatalogueTablesTests {
    private static func streams() throws -> [TableStream] {
        var parts = GraphParts()
        var credential = Credential(id: "c", title: "")
        credential.languages = ["en", "de"]
        credential.credits = Credits(ExactDecimal(thousandths: 2500), "NFQ")
        parts.credentials = [credential, Credential(id: "d", title: "Diploma", kind: .diploma)]
        parts.rules = [
            Rule(
                credential: "d", use: .completion,
                requirement: Requirement(
                    id: "all", kind: .all([Requirement(id: "one", kind: .decision(by: "board"))])))
        ]
        var award = Award(credential: "elsewhere", date: CalendarDate("2024-02-29"))
        award.usedFor = ["d"]
        let learner = try Learner(id: "l1", awards: [award])
        return CatalogueTables(try Graph(parts)) { body in try body(learner) }.streams
    }

    private static func rows(_ name: String) throws -> [[Table.Cell]] {
        var rows: [[Table.Cell]] = []
        try streams().first { $0.name == name }?.forEachRow { rows.append($0) }
        return rows
    }

    @Test func `the tables are those of the contract, each name once`() throws {
        let streams = try Self.streams()
        #expect(streams.map(\.name) == CatalogueTables.contract.map(\.name))
        #expect(streams.map(\.table.columns) == CatalogueTables.contract.map(\.table.columns))
        let statistics = Statistics.all.flatMap { $0.contract }.map(\.name)
        let names = streams.map(\.name) + statistics
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z][a-z_]*/) != nil })
    }

    @Test func `every column is named in camelCase, once, and says what it is`() {
        for table in CatalogueTables.contract {
            let names = table.table.columns.map(\.name)
            #expect(Set(names).count == names.count)
            #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z][a-zA-Z]*/) != nil })
            #expect(table.table.columns.allSatisfy { !$0.meaning.isEmpty })
        }
    }

    @Test func `cells are typed, and what is not there is missing`() throws {
        let credential = try #require(try Self.rows("credentials").first)
        #expect(credential[1] == .missing)
        #expect(credential[5] == .exact(ExactDecimal(thousandths: 2500)))
        #expect(credential[11] == .text("en | de"))
        #expect(credential.last == .truth(false))
        #expect(try Self.rows("requirements").map { $0[2] } == [.missing, .text("all")])
        let award = try #require(try Self.rows("awards").first)
        #expect(award[2] == .date(try #require(CalendarDate("2024-02-29"))))
        #expect(award.last == .text("d"))
    }

    @Test func `a table's text is the same in pieces as whole`() throws {
        let table = Table(
            title: "T", columns: [.init("a", title: "A"), .init("b", title: "B", kind: .number)],
            rows: [
                [.text("=x"), .number(1.5, decimals: 1)], [.missing, .number(.nan, decimals: 1)],
            ])
        func text(_ form: TableText.Form, raw: Bool = false) throws -> String {
            var text = ""
            try TableText(form, raw: raw, disclosure: Disclosure())
                .write(TableStream("t", table)) { text += $0 }
            return text
        }
        #expect(try text(.csv) == table.csv())
        #expect(try text(.csv, raw: true) == table.csv(raw: true))
        #expect(try text(.jsonl) == "{\"a\":\"=x\",\"b\":1.5}\n{\"a\":null,\"b\":null}\n")
        #expect(try text(.json).hasSuffix("\"schema\":\"varde/table/1\",\n\"title\":\"T\"\n}\n"))
    }
}
