// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import Foundation
import SkillsGraph
import TestSupport
import Testing

@Suite struct ViewTests {
    private func filled(_ folder: TemporaryFolder) throws -> Raw {
        let random = try RandomCatalogue(seed: 11)
        let catalog = try Catalog(writing: folder.path())
        try catalog.take(random.records + random.trailing)
        let rule = try #require(random.expected.rules.first)
        let learner = try #require(random.learners.first)
        let waiver = AuditException(
            learner: learner.id, rule: "\(rule.credential)/\(rule.use.rawValue)",
            .waive(rule.requirement.id),
            .init(by: "dean", because: "illness", on: today.date))
        _ = try catalog.add(waiver, today)
        return try Raw(folder.path())
    }

    @Test(arguments: View.all)
    func `each view selects, with the columns it promises`(view: View) throws {
        let folder = try TemporaryFolder()
        let raw = try filled(folder)
        let columns = try raw.rows("SELECT name FROM pragma_table_info('\(view.name)')")
        #expect(columns.map { $0[0] } == view.columns.map(\.name))
        let rows = try raw.rows("SELECT * FROM \"\(view.name)\"")
        if view.name != "pending" { #expect(!rows.isEmpty) }
        let about = try raw.rows(
            "SELECT \"column\", meaning FROM about WHERE \"view\" = '\(view.name)'")
        #expect(Set(about.map { $0[0] }) == Set(view.columns.map(\.name) + [""]))
        #expect(about.allSatisfy { !($0[1] ?? "").isEmpty })
    }

    @Test func `the database holds no view beside them`() throws {
        let folder = try TemporaryFolder()
        let names = try filled(folder).rows("SELECT name FROM sqlite_schema WHERE type = 'view'")
        #expect(Set(names.compactMap { $0[0] }) == Set(View.all.map(\.name)))
    }

    @Test func `every table holds its columns to their types`() throws {
        let folder = try TemporaryFolder()
        let loose = try filled(folder).rows(
            """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'
            """)
        #expect(loose.isEmpty)
    }

    @Test func `dates, amounts and titles read as a person writes them`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        var definition = Credential(
            id: "mc",
            title: LocalizedText([
                .init(language: "de", text: "Daten"), .init(language: "en-IE", text: "Data"),
            ]))
        definition.credits = Credits(ExactDecimal(thousandths: 7500))
        try catalog.take([.credential(definition), award("mc", "L1"), award("mc", "L2", nil)])
        let raw = try Raw(folder.path())
        #expect(
            try raw.rows("SELECT title, credits, scheme FROM credential") == [
                ["Data", "7.5", "ECTS"]
            ])
        #expect(
            try raw.rows("SELECT learner, date, status FROM award ORDER BY learner") == [
                ["L1", "2024-10-04", "completed"], ["L2", nil, "completed"],
            ])
        #expect(
            try raw.rows("SELECT id, awards, last_date FROM learner ORDER BY id") == [
                ["L1", "1", "2024-10-04"], ["L2", "1", nil],
            ])
    }

    @Test func `the article on views names every view and column`() throws {
        let article = try String(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Sources/CredentialCatalog/CredentialCatalog.docc/Views.md"),
            encoding: .utf8)
        for view in View.all {
            #expect(article.contains("### `\(view.name)`\n\n\(view.meaning.capitalizedFirst).\n"))
            for column in view.columns {
                #expect(article.contains("| `\(column.name)` | \(column.meaning) |"))
            }
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
