// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// `varde rules lint`, run on files as registrars write them.
struct RulesLintTests {
    private static let head = "schema: varde/rule/1\ncredential: q\nsource: https://example.org\n"

    private static let wrong =
        head + """
            valid: {until: 2023-12-31}
            requirement:
              awards: exactly 16
              with:
                - awards: 11
                  from: [a, b, c, d, e, f, g, h, i, j, k, b]
                - {awards: 4, from: tag = elective}
            """

    private static let right =
        head + """
            requirement:
              awards: exactly 15
              with:
                - {awards: 11, from: tag = core}
                - {awards: 4, from: tag = elective}
            """

    @Test func `a finding is a line with file, line, column, code, and what to do`() throws {
        let folder = Scratch()
        let file = try folder.write(Self.wrong, to: "rule.yaml")
        let run = try Tool.run("rules", "lint", file, "--as-of", "2026-06-01")
        #expect(run.code == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines[0].hasPrefix("\(file):4:16: rule-expired: "))
        #expect(lines[1].hasPrefix("\(file):6:11: parts-do-not-add-up: "))
        #expect(lines[2].hasPrefix("\(file):9:47: listed-twice: "))
        #expect(lines[3] == "1 rule in 1 file: 1 error, 2 warnings")
        #expect(lines.count == 4)
        #expect(run.errors.contains("without a catalogue"))
    }

    @Test func `a check says no where anything is found, and only there`() throws {
        let folder = Scratch()
        let (bad, good) = (
            try folder.write(Self.wrong, to: "bad.yaml"),
            try folder.write(Self.right, to: "good.yaml")
        )
        #expect(try Tool.run("rules", "lint", bad, "--check").code == 2)
        let clean = try Tool.run("rules", "lint", good, "--check")
        #expect(clean.code == 0)
        #expect(clean.output == "1 rule in 1 file: 0 errors, 0 warnings\n")
    }

    @Test func `a file that cannot be read is a finding and does not stop the others`() throws {
        let folder = Scratch()
        _ = try folder.write(Self.head + "requirement: {credit: 30}\n", to: "a.yaml")
        _ = try folder.write(Self.wrong, to: "b.yaml")
        _ = try folder.write("just: text\n", to: "c.txt")
        let run = try Tool.run(
            "rules", "lint", folder.url.path, "--json", "--as-of", "2026-06-01")
        let findings = try run.json()["findings"]?.elements ?? []
        let codes = findings.compactMap { $0["code"]?.string }
        #expect(
            codes == ["unknown-key", "rule-expired", "parts-do-not-add-up", "listed-twice"])
        #expect(findings.first?["line"] == .number(4))
        #expect(try Tool.run("rules", "lint", folder.url.path, "--check").code == 2)
    }

    @Test func `a table of requirements has lines too`() throws {
        let folder = Scratch()
        let table = try folder.write(
            """
            credential,use,id,parent,kind,minimum,maximum,unit,of,source
            q,completion,root,,all,,,,,https://example.org
            q,completion,list,root,awards,3,,,"id in (a, b)",

            """, to: "requirements.csv")
        let run = try Tool.run("rules", "lint", table)
        #expect(run.output.hasPrefix("\(table):3: members-cannot-reach: \"list\""), "\(run.output)")
        let broken = try folder.write(
            "credential,use,id,parent,kind,minimum\nq,completion,a,b,all,\n", to: "broken.csv")
        let error = try Tool.run("rules", "lint", broken, "--check")
        #expect(error.code == 2)
        #expect(error.output.contains("broken.csv:2: bad-requirement: "))
    }

    @Test func `the rules of the sample are clean, with their catalogue and without`() throws {
        for arguments in [["--catalog", Sample.catalog], []] {
            let run = try Tool.run(
                ["rules", "lint", "Data/alliance/requirements.csv", "--check"]
                    + ["--as-of", Sample.day] + arguments)
            #expect(run.code == 0, "\(run.output)")
        }
    }

    @Test func `ids are looked up in a catalogue`() throws {
        let folder = Scratch()
        let file = try folder.write(
            Self.head + "requirement:\n  any: [ska-data-basic, ska-responsible-ai]\n",
            to: "rule.yaml")
        #expect(try Tool.run("rules", "lint", file, "--check").code == 0)
        let run = try Tool.run("rules", "lint", file, "--catalog", Sample.catalog)
        #expect(run.output.contains("rule.yaml:5:9: unknown-id: "))
        #expect(run.output.contains("did you mean \"ska-data-basics\""))
        #expect(run.errors.isEmpty)
    }

    @Test func `a rule on standard input is read as a rule file`() throws {
        let run = try Tool.run(["rules", "lint", "-", "--check"], input: Self.right)
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        let nothing = try Tool.run(["rules", "lint", "-", "--check"], input: "")
        #expect(nothing.code == 2)
    }

    @Test func `a file that is not there fails, and one without rules is a finding`() throws {
        #expect(try Tool.run("rules", "lint", "/nonexistent/rule.yaml").code == 1)
        let run = try Tool.run("rules", "lint", "Data/alliance/skills.csv", "--check")
        #expect(run.code == 2)
        #expect(run.output.contains("skills.csv: no-rule: "))
    }

    @Test func `a long list is linted at once`() throws {
        let folder = Scratch()
        let ids = (0..<100_000).map { "id-\($0)" }.joined(separator: ", ")
        let file = try folder.write(
            Self.head + "requirement:\n  awards: 5\n  from: [\(ids), id-7]\n", to: "long.yaml")
        let run = try Tool.run("rules", "lint", file)
        #expect(run.output.contains("listed-twice"))
    }
}
