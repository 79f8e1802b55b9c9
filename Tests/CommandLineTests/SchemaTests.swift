// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct SchemaTests {
    private static let folder = ReferenceData.packageRoot.appending(path: "Schemas")

    /// Commands that write each kind of document, in each of its shapes.
    private static let documents: [(kind: String, arguments: [String])] =
        [
            ("recommendation", ["recommend"] + Sample.question),
            ("recommendation", ["recommend", "--blocked", "--top", "20"] + Sample.question),
            ("recommendation", ["recommend", "--toward", Sample.target, "--top", "0"]),
            (
                "recommendation",
                ["recommend", "--wallet", "Data/wallets", "--toward", Sample.target]
            ),
            ("audit", ["audit"] + Sample.question),
            ("audit", ["audit", "--admission", "--toward", "mar-health-analytics"]),
            ("audit", ["audit", "--in-progress", "--alternatives", "2"] + Sample.question),
            ("report", ["report"] + Sample.question),
            ("report", ["report", "--sections", "next,map", "--language", "de"] + Sample.question),
            ("report", ["report", "--wallet", "Data/wallets", "--toward", Sample.target]),
            (
                "report",
                [
                    "report", "--learner", "bre-07", "--toward",
                    "ska-diploma-digital-green-transition", "--top", "20",
                ]
            ),
            ("report", ["report", "--learner", Sample.learner, "--toward", "ska-data-basics"]),
            ("match", ["match", "--learner", Sample.learner]),
            ("match", ["match", "--where", "kind = diploma", "--limit", "0"]),
            ("accepting", ["accepting", "ska-data-basics"]),
            ("accepting", ["accepting", "ska-diploma-digital-green-transition"]),
            ("audit", ["audit", "--explain"] + Sample.question),
            ("why-not", ["why-not", "mar-health-analytics"] + Sample.question),
            ("why-not", ["why-not", "ska-responsible-ai"] + Sample.question),
            ("why-not", ["why-not", "ska-data-basics"] + Sample.question),
            ("why-not", ["why-not", "lin-smart-grids", "--top", "1"] + Sample.question),
            ("search", ["search", "data"]), ("search", ["search", "zzzzzz"]),
            ("show", ["show", "ska-data-basics"]), ("show", ["show", Sample.target]),
            ("show", ["show", "ska-data-basics-lo1"]),
            (
                "show",
                ["show", "http://data.europa.eu/esco/skill/2b92a5b2-6758-4ee3-9fb4-b6387a55cc8f"]
            ),
            ("learners", ["learner", "list"]), ("learner", ["learner", "show", Sample.learner]),
            ("exceptions", ["exception", "list"]), ("doctor", ["doctor"]),
            ("stats", ["stats"]), ("stats", ["stats", "stacking-rate", "--by", "provider"]),
            (
                "stats",
                ["stats", "equity-ratio", "--by", "kind", "--index", "any", "--reference", "badge"]
            ),
            ("statistics", ["stats", "--list"]),
        ]

    private func check(_ run: Tool.Run, is kind: String) throws {
        let document = try run.json()
        #expect(document["schema"]?.string == "varde/\(kind)/1")
        let schema = try JSONSchema(
            contentsOf: Self.folder.appending(path: "varde-\(kind)-1.schema.json"))
        #expect(schema.problems(in: document) == [])
    }

    @Test(arguments: documents)
    func `every document is as its schema says`(kind: String, arguments: [String]) throws {
        let run = try Sample.run(arguments + ["--json"])
        #expect(run.code == 0, "\(run.errors)")
        try check(run, is: kind)
    }

    private static let stack: [(kind: String, arguments: [String])] = [
        (
            "audit",
            [
                "audit", "--learner", "ann", "--toward", "diploma", "--recognition",
                "everyone,own,accord,declared", "--alternatives", "3", "--pin", "networks=core",
            ]
        ),
        ("audit", ["audit", "--learner", "bea", "--toward", "security"]),
        ("match", ["match", "--learner", "ann"]), ("match", ["match", "--learner", "bea"]),
        ("report", ["report", "--learner", "ann", "--toward", "diploma"]),
        ("report", ["report", "--learner", "bea", "--toward", "diploma", "--language", "de"]),
        ("accepting", ["accepting", "defence"]), ("accepting", ["accepting", "networks"]),
        ("recommendation", ["recommend", "--learner", "bea", "--toward", "diploma"]),
        ("why-not", ["why-not", "devices", "--learner", "bea", "--toward", "diploma"]),
    ]

    @Test(arguments: stack)
    func `so is every document on a stack of qualifications`(
        kind: String, arguments: [String]
    ) throws {
        let run = try Tool.run(
            arguments + ["--json", "--catalog", StackSample.catalog, "--as-of", "2026-11-15"])
        #expect(run.code == 0, "\(run.errors)")
        try check(run, is: kind)
    }

    @Test func `so are the documents on files`() throws {
        let folder = Scratch()
        let bad = try folder.write(
            "id,title,kind,credits\na,A,course,5\nb,B,course,many\n", to: "credentials.csv")
        try check(
            try Tool.run(
                "import", bad, "Data/alliance/credentials.csv", "--json", "--catalog",
                folder.path("c.sqlite")), is: "import-report")
        let rule = try folder.write(
            "schema: varde/rule/1\ncredential: a\nrequirement: {credits: 30 to 20}\n",
            to: "rule.yaml")
        try check(
            try Tool.run("rules", "lint", bad, rule, "Data/alliance/requirements.csv", "--json"),
            is: "rules-lint")
        try check(try Tool.run("inspect", bad, "Data", "--json"), is: "inspect")
        let minor = try folder.write(RulesImportTests.minor, to: "minor.yaml")
        let rules = ["rules", "import", "--as", "princeton", minor, bad, "--json"]
        try check(try Tool.run(rules), is: "rules-import")
    }

    @Test func `so are a proof and what came of checking it`() throws {
        let folder = Scratch()
        let proof = folder.path("proof.json")
        let audit = try Sample.run(["audit", "--proof", proof] + Sample.question)
        #expect(audit.code == 0, "\(audit.errors)")
        let schema = try JSONSchema(
            contentsOf: Self.folder.appending(path: "varde-proof-1.schema.json"))
        #expect(schema.problems(in: try JSONDocument(contentsOf: URL(filePath: proof))) == [])
        let bad = try folder.write("{}", to: "bad.json")
        try check(try Tool.run("verify", proof, bad, "--json"), is: "verification")
    }

    @Test func `every published schema is used by a command, and carries the same block`() throws {
        let kinds = Set(Self.documents.map(\.kind)).union([
            "import-report", "inspect", "proof", "verification", "rules-lint", "rules-import",
            "sample",
            "table",
            "export",
        ])
        // What is read: Varde's own document and the rule file. And the contract of tables.
        let read = ["catalogue", "rule"].map { "varde-\($0)-1.schema.json" } + ["tables.json"]
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { !read.contains($0) }
        #expect(Set(names) == Set(kinds.map { "varde-\($0)-1.schema.json" }))
        let blocks = try names.map {
            try JSONDocument(contentsOf: Self.folder.appending(path: $0))["$defs"]?["disclosure"]
        }
        #expect(Set(blocks).count == 1)
    }

    @Test func `the validator finds what is wrong`() throws {
        let schema = JSONSchema(
            try JSONDocument(
                #"""
                {"type": "object", "required": ["a"], "additionalProperties": false,
                 "properties": {"a": {"type": "integer", "minimum": 0},
                                "b": {"type": "array", "items": {"$ref": "#/$defs/word"}}},
                 "$defs": {"word": {"type": "string", "pattern": "^[a-z]+$"}}}
                """#))
        for valid in [#"{"a": 1}"#, #"{"a": 0, "b": ["x"]}"#] {
            #expect(schema.problems(in: try JSONDocument(valid)) == [])
        }
        for invalid in [
            "[]", "{}", #"{"a": 1.5}"#, #"{"a": true}"#, #"{"a": -1}"#, #"{"a": 1, "c": 2}"#,
            #"{"a": 1, "b": ["X"]}"#,
        ] {
            #expect(schema.problems(in: try JSONDocument(invalid)) != [])
        }
    }
}
