// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

@testable import CredentialFormats

private func read(_ text: String) throws -> Reading { try Reading(text, as: "varde-json") }

private func document(_ content: String) -> String {
    "{\"schema\":\"varde/catalogue/1\",\(content)}"
}

@Suite struct VardeJSONTests {
    @Test func `a document holds the content of all tables`() throws {
        let read = try read(Samples.vardeJSON)
        #expect(read.notes.isEmpty)
        #expect(read.skills.first?.label.text(in: "de") == "Karten lesen")
        #expect(read.skills.first?.alternatives.map(\.text) == ["chart reading"])
        #expect(read.credentials.first?.credits?.description == "2.5 ECTS")
        #expect(read.credentials.first?.level == Level(framework: "EQF", value: "6"))
        #expect(read.credentials.first?.languages == ["en", "no"])
        #expect(read.outcomes.count == 1)
        #expect(read.alignments.map(\.weight) == [0.5, 1])
        #expect(read.relations.count == 1)
        #expect(read.requirements.map(\.kind) == ["all", "credits"])
        #expect(read.learners == [nil, "L-7"])
        #expect(read.conversions.count == 1)
        #expect(read.places.first?.description == "file#/skills/0")
    }

    @Test func `the same rows as CSV and as JSON are the same records`() throws {
        let csv = try Reading(Samples.credentialsCSV, as: "varde-csv")
        let json = try read(
            document(
                """
                "credentials": [
                  {"id": "NF-1", "title": {"und": "Reading the sea", "de": "Das Meer lesen"},
                   "kind": "micro-credential", "provider": "Nordlys", "credits": 2.5,
                   "scheme": "ECTS", "hours": "62.5", "level": 6, "framework": "EQF",
                   "field": "0532", "language": ["en", "no"], "mode": "online",
                   "url": "https://nordlys.example/nf-1", "status": "active"},
                  {"id": "NF-2", "title": "Charts, tides and \\"rules\\"", "kind": "module",
                   "provider": "Nordlys", "credits": 5.00, "scheme": "ECTS", "level": "7",
                   "framework": "NFQ", "field": "1041", "language": "en", "mode": "blended",
                   "status": "active"}]
                """))
        #expect(csv.records == json.records)
    }

    @Test func `what an award was used for is a list or a text, options are a text`() throws {
        let read = try read(
            document(
                """
                "awards": [{"credential": "a", "used": ["d1", "d2"]},
                  {"credential": "b", "used": "d1 d2; d1"}, {"credential": "c", "used": []},
                  {"credential": "d", "used": {}}],
                "requirements": [{"credential": "d", "use": "completion", "id": "r",
                  "kind": "hours", "minimum": 300, "options": "shared"}]
                """))
        #expect(read.awards.map(\.usedFor) == [["d1", "d2"], ["d1", "d2"], []])
        #expect(read.codes == ["bad-type"])
        #expect(read.requirements.map(\.options) == ["shared"])
    }

    @Test func `bad members are named by their pointer, and good ones go on`() throws {
        let read = try read(
            document(
                """
                "credentials": [
                  {"id": "1", "title": "A", "kind": "modul"}, 7,
                  {"id": "2", "title": true, "kind": "module"},
                  {"id": "3", "title": "C", "kind": "module", "credits": {}},
                  {"id": "4", "title": "D", "kind": "module", "size": 1},
                  {"id": "5", "title": "E", "kind": "module", "size": 1, "tags": [{}]}],
                "people": [{"name": "x"}, {}], "outcomes": null, "awards": []
                """))
        #expect(read.credentials.map(\.id) == ["4"])
        #expect(
            read.notes.map(\.description).map {
                $0.split(separator: " ").prefix(2).joined(separator: " ")
            } == [
                "file#/credentials/0/kind: unknown-kind:", "file#/credentials/1: not-an-object:",
                "file#/credentials/2/title: bad-type:", "file#/credentials/3/credits: bad-type:",
                "file#/credentials/5/tags: bad-type:",
                "file#/credentials/4/size: unknown-member:", "file#/people: unknown-member:",
            ])
    }

    @Test func `what is no document at all is an error`() {
        func code(_ text: String) -> String? {
            #expect(throws: FormatError.self, "\(text)") { try read(text) }?.code
        }
        #expect(code("[]") == "missing-schema")
        #expect(code("[{\"schema\":\"varde/catalogue/1\"}]") == "not-an-object")
        #expect(code("7") == "not-an-object")
        #expect(code("{}") == "missing-schema")
        #expect(code("{\"schema\":\"varde/catalogue/2\"}") == "unknown-schema")
        #expect(code(document("\"awards\":{\"credential\":\"x\"}")) == "not-a-list")
        #expect(code(document("\"awards\":7")) == "not-a-list")
        #expect(code(document("\"awards\":[{}") + "]") == "not-json")
    }

    @Test func `the published schema names every list and every member`() throws {
        let url = ReferenceData.packageRoot.appending(path: "Schemas/varde-catalogue-1.schema.json")
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
        let properties = try #require(root["properties"] as? [String: Any])
        let definitions = try #require(root["$defs"] as? [String: Any])
        for table in VardeTable.allCases {
            #expect(properties[table.rawValue] != nil)
            let definition = try #require(definitions[table.rawValue] as? [String: Any])
            let members = try #require(definition["properties"] as? [String: Any])
            #expect(Set(members.keys) == Set(table.columns.map(\.name)), "\(table)")
            let required = Set(definition["required"] as? [String] ?? [])
            #expect(required == Set(table.required).subtracting(["learner"]), "\(table)")
        }
        #expect(
            (properties["schema"] as? [String: Any])?["const"] as? String == "varde/catalogue/1")
    }

    @Test func `the published schema names every word`() throws {
        let url = ReferenceData.packageRoot.appending(path: "Schemas/varde-catalogue-1.schema.json")
        let schema = try String(contentsOf: url, encoding: .utf8)
        let words =
            Credential.Kind.allCases.map(\.rawValue) + Skill.Kind.allCases.map(\.rawValue)
            + CredentialRelation.Kind.allCases.map(\.rawValue)
            + SkillRelation.Kind.allCases.map(\.rawValue) + Award.Progress.allCases.map(\.rawValue)
            + Award.Verification.allCases.map(\.rawValue) + Rule.Use.allCases.map(\.rawValue)
            + Requirement.Kind.Name.allCases.map(\.rawValue)
        for word in words { #expect(schema.contains("\"\(word)\""), "\(word)") }
    }

    @Test func `the article on Varde's files names every table and column`() throws {
        let url = ReferenceData.packageRoot.appending(
            path: "Sources/CredentialFormats/CredentialFormats.docc/VardeFiles.md")
        let sections = try String(contentsOf: url, encoding: .utf8).split(separator: "### ")
        for table in VardeTable.allCases {
            let section = try #require(sections.first { $0.hasPrefix(table.rawValue + "\n") })
            let names = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
                .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
            #expect(names == table.columns.map(\.name))
        }
    }
}
