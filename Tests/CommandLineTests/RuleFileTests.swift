// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Rule files as a person uses them: shown, imported, and tried on a learner.
struct RuleFileTests {
    private let folder = Scratch()

    private static let rule = """
        schema: varde/rule/1
        credential: \(Sample.target)
        id: draft
        source: https://example.org/draft
        requirement:
          credits: 3
          from: field = 0612

        """

    @Test func `a rule is shown in sentences, in two languages`() throws {
        let file = try folder.write(Self.rule, to: "draft.yaml")
        let run = try Tool.run("rules", "show", file)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("  At least 3 ECTS"), "\(run.output)")
        let german = try Tool.run("rules", "show", file, "--language", "de")
        #expect(german.output.contains("Mindestens 3 ECTS"), "\(german.output)")
        #expect(!run.output.contains("Certificate in"))
        let named = try Sample.run("rules", "show", file)
        #expect(named.output.contains("Certificate in"), "\(named.output)")
    }

    @Test func `what is shown as JSON or YAML is a rule file again`() throws {
        let file = try folder.write(Self.rule, to: "draft.yaml")
        let yaml = try Tool.run("rules", "show", file, "--yaml")
        #expect(yaml.output == Self.rule)
        let json = try Tool.run("rules", "show", file, "--json")
        let schema = try JSONSchema(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Schemas/varde-rule-1.schema.json"))
        #expect(schema.problems(in: try json.json()) == [])
        let copy = try folder.write(json.output, to: "copy")
        #expect(try Tool.run("rules", "show", copy, "--yaml").output == Self.rule)
        #expect(try Tool.run("rules", "show", file, "--yaml", "--json").code == 64)
    }

    @Test func `tables become rule files`() throws {
        let made = folder.path("rules.yaml")
        let run = try Tool.run(
            "rules", "show", "Data/alliance/requirements.csv", "--yaml", "--output", made)
        #expect(run.code == 0, "\(run.errors)")
        let table = try Tool.run("rules", "show", "Data/alliance/requirements.csv", "--json")
        #expect(try Tool.run("rules", "show", made, "--json").output == table.output)
        let rows = try Tool.run("rules", "show", made, "--format", "csv")
        #expect(rows.output.hasPrefix("rule,requirement,depth,text"))
    }

    @Test func `a rule file is imported beside the tables, from a folder too`() throws {
        let credentials = "id,title,kind\n\(Sample.target),Target,certificate\n"
        _ = try folder.write(credentials, to: "all/credentials.csv")
        _ = try folder.write(Self.rule, to: "all/rules/draft.yaml")
        _ = try folder.write("name: not a rule\n", to: "all/rules/other.yaml")
        let catalog = folder.path("c.sqlite")
        let run = try Tool.run("import", folder.path("all"), "--catalog", catalog, "--json")
        #expect(run.code == 0, "\(run.errors)")
        let report = try run.json()
        let files = report["files"]?.elements ?? []
        #expect(files.compactMap { $0["format"]?.string }.sorted() == ["varde-csv", "varde-rule"])
        #expect(report["actions"]?["ignored"]?.double == 1)
        let shown = try Tool.run("show", Sample.target, "--catalog", catalog)
        #expect(shown.output.contains("3 ECTS"), "\(shown.output)")
        let again = try Tool.run("import", folder.path("all"), "--catalog", catalog)
        #expect(again.output.contains("Nothing changed"), "\(again.output)")
    }

    @Test func `a rule file that is wrong stops the import, with its place`() throws {
        let catalog = folder.path("c.sqlite")
        let wrong = try folder.write(Self.rule + "titel: x\n", to: "wrong.yaml")
        let run = try Tool.run("import", wrong, "--catalog", catalog)
        #expect(run.code == 1)
        #expect(run.errors.contains("wrong.yaml:8:1: unknown-key"), "\(run.errors)")
        let other = try folder.write("name: x\n", to: "other.yaml")
        let unnamed = try Tool.run("import", other, "--catalog", catalog)
        #expect(unnamed.code == 1 && unnamed.errors.contains("schema: varde/rule/1"))
        let forced = try Tool.run(
            "inspect", try folder.write("{}", to: "empty.json"), "--as", "varde-rule")
        #expect(forced.code == 1 && forced.errors.contains("empty.json:1:1: missing-key"))
    }

    @Test func `a rule file is a target, in the version for its learner`() throws {
        let file = try folder.write(Self.rule, to: "draft.yaml")
        let audit = try Sample.run(
            "audit", "--learner", Sample.learner, "--toward", file, "--json")
        #expect(audit.code == 0, "\(audit.errors)")
        #expect(try audit.json()["status"]?.string == "met")
        let unknown = try folder.write(
            Self.rule.replacing("from: field = 0612", with: "with: [nobody]"), to: "unknown.yaml")
        let run = try Sample.run("audit", "--toward", unknown)
        #expect(run.code == 1 && run.errors.contains("\"nobody\""), "\(run.errors)")
    }

    @Test func `hostile rule files are refused`() throws {
        let deep = String(repeating: "[", count: 10_000)
        for (text, says) in [
            (Self.rule + "title: \(deep)", "too-deep"), ("a: &a [b]\nc: [*a, *a]\n", "anchor"),
            (Self.rule + "valid: {from: 2026-01-02, until: 2026-01-01}\n", "contradictory-dates"),
            (Self.rule + "# " + String(repeating: "x", count: 17 << 20), "too-long"),
        ] {
            let file = try folder.write(text, to: "hostile.yaml")
            let run = try Tool.run("rules", "show", file)
            #expect(run.code == 1 && run.errors.contains(says), "\(run.errors.prefix(200))")
        }
    }
}
