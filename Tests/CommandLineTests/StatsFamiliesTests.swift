// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Statistics over the catalogue and over audits, and what may be published.
struct StatsFamiliesTests {
    @Test func `statistics over the catalogue count credentials, and no learner`() throws {
        let run = try Sample.run("stats", "dead-ends", "flexibility", "--json")
        #expect(run.code == 0, "\(run.errors)")
        let tables = try JSONDocument(run.output)["tables"]?.elements ?? []
        #expect(tables.count >= 3)
        for table in tables { #expect(table["unit"]?.string == "credentials") }
    }

    @Test func `audits are of a sample that says how it was drawn`() throws {
        let arguments = [
            "stats", "recognition-ratio", "--sample", "4", "--seed", "2", "--as-of", "2026-11-15",
            "--json",
        ]
        let run = try Sample.run(arguments)
        #expect(run.code == 0, "\(run.errors)")
        let notes = try JSONDocument(run.output)["tables"]?.elements.first?["notes"]?.elements
        #expect(notes?.first?.string?.contains("seed 2") ?? false, "\(run.output)")
        #expect(try Sample.run(arguments).output == run.output)
    }

    @Test func `a target without a rule, and audits of a file, are errors that say what to do`()
        throws
    {
        let target = try Sample.run(
            "stats", "recognition-ratio", "--toward", "ska-data-basics")
        #expect(target.code == 1)
        #expect(target.errors.contains("no completion rule"))
        let folder = Scratch()
        let file = try folder.write("learner,credential,date\na,b,2024-01-01\n", to: "a.csv")
        let audits = try Sample.run("stats", "recognition-ratio", "--awards", file)
        #expect(audits.code == 1)
        #expect(audits.errors.contains("leave out --awards"))
    }

    @Test func `what is published tells of no few people`() throws {
        let shown = try Sample.run("stats", "stack-depth", "record-types", "--json")
        let hidden = try Sample.run("stats", "stack-depth", "record-types", "--json", "--publish")
        #expect(hidden.code == 0, "\(hidden.errors)")
        #expect(try small(in: shown.output) > 0)
        #expect(try small(in: hidden.output) == 0, "\(hidden.output)")
        #expect(hidden.output.contains("withheld"))
        #expect(try Sample.run("stats", "stack-depth", "--suppress", "5").code == 64)
    }

    /// How many cells count one to nine learners.
    private func small(in output: String) throws -> Int {
        let tables = try JSONDocument(output)["tables"]?.elements ?? []
        return tables.reduce(0) { sum, table in
            let counts = (table["columns"]?.elements ?? [])
                .filter { $0["unit"]?.string == "learners" && $0["kind"]?.string == "integer" }
                .compactMap { $0["name"]?.string }
            let rows = table["rows"]?.elements ?? []
            return sum
                + rows.reduce(0) { sum, row in
                    sum + counts.count { 1..<10 ~= (row[$0]?.double ?? 0) }
                }
        }
    }

    @Test func `statistics are pictures and pages too`() throws {
        let picture = try Sample.run("stats", "stacking-rate", "--format", "svg")
        #expect(picture.code == 0, "\(picture.errors)")
        #expect(picture.output.hasPrefix("<svg") || picture.output.hasPrefix("<?xml"))
        let page = try Sample.run("stats", "stacking-rate", "--format", "html")
        #expect(page.output.contains("<table"))
        #expect(!page.output.contains("<script"))
    }
}
