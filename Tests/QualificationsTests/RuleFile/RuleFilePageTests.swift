// SPDX-License-Identifier: Apache-2.0

import Foundation
import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// What the pages show is what is read, and what the linter finds nothing in.
struct RuleFilePageTests {
    private static let pages = ["RuleFiles.md", "WritingARule.md"]

    /// The YAML blocks of a page.
    private static func examples(on page: String) throws -> [String] {
        let folder = "Sources/Qualifications/Qualifications.docc/"
        let text = try String(
            contentsOf: ReferenceData.packageRoot.appending(path: folder + page), encoding: .utf8)
        return text.components(separatedBy: "```yaml\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
    }

    /// The example as a whole file: a requirement stands under `requirement`.
    private static func file(_ example: String) -> String {
        guard !example.contains("schema:") else { return example }
        let head = "schema: varde/rule/1\ncredential: example\nsource: https://example.org\n"
        guard !example.contains("requirement:") else { return head + example }
        let lines = example.split(separator: "\n").map { "  \($0)\n" }.joined()
        return head + "requirement:\n" + lines
    }

    @Test(arguments: pages)
    func `every example is read, written back, and clean`(page: String) throws {
        let examples = try Self.examples(on: page)
        #expect(examples.count >= 5)
        let schema = try JSONSchema(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Schemas/varde-rule-1.schema.json"))
        let day = try #require(CalendarDate("2023-09-01"))
        for example in examples {
            let rules = try RuleFile.read(Array(Self.file(example).utf8), file: page).rules
            let findings = RuleLint.findings(in: rules, asOf: day)
            #expect(findings.isEmpty, "\(findings)\n\(example)")
            #expect(
                try RuleFile.read(Array(RuleFile.yaml(rules).utf8), file: page).rules == rules)
            #expect(schema.problems(in: try JSONDocument(RuleFile.json(rules))) == [])
        }
    }

    @Test func `the reference names every word and every key`() throws {
        let folder = "Sources/Qualifications/Qualifications.docc/RuleFiles.md"
        let page = try String(
            contentsOf: ReferenceData.packageRoot.appending(path: folder), encoding: .utf8)
        let schema = try JSONDocument(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Schemas/varde-rule-1.schema.json"))
        func keys(_ schema: JSONDocument?) -> [String] {
            guard case .object(let fields) = schema?["properties"] else { return [] }
            return fields.keys.sorted()
        }
        let kinds = schema["$defs"]?["requirement"]?["anyOf"]?.elements ?? []
        #expect(kinds.count == 19)
        for key in keys(schema["$defs"]?["rule"]) + kinds.flatMap({ keys($0) }) {
            let isNamed = page.contains("`\(key)`") || page.contains("`\(key): ")
            #expect(isNamed, "\(key)")
        }
    }
}
