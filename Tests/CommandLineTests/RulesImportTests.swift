// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct RulesImportTests {
    /// A minor that asks for two things, one by a semester.
    static let minor = """
        type: Minor
        name: Names
        code: NAM
        urls: ["https://example.edu/names"]
        contacts: [{type: Director, name: Pat Person, email: pat@example.edu}]
        req_list:
        - {name: Core, min_needed: 1, max_counted: 1, completed_by_semester: 4, course_list: [NST 100]}
        - {name: Talk, min_needed: 1, max_counted: 1, no_req: }

        """

    private func run(_ arguments: String...) throws -> Tool.Run {
        try Tool.run(["rules", "import", "--as", "princeton"] + arguments)
    }

    @Test func `a folder's files become rule files in the same places`() throws {
        let folder = Scratch()
        _ = try folder.write(Self.minor, to: "in/minors/names.yaml")
        _ = try folder.write("not read", to: "in/README.md")
        let run = try run(
            folder.path("in"), "--started", "2022", "--output", folder.path("out"),
            "--credentials", folder.path("credentials.csv"))
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("Fully expressed: 1 of 1 files (100.0 %)"))
        let text = try String(contentsOfFile: folder.path("out/minors/names.yaml"), encoding: .utf8)
        #expect(text.hasPrefix("schema: varde/rule/1\ncredential: Minor/NAM\n"))
        #expect(text.contains("2024-06-30") && !text.contains("Pat"))
        let credentials = try String(
            contentsOfFile: folder.path("credentials.csv"), encoding: .utf8)
        #expect(credentials.contains("Minor/NAM,Names,certificate,princeton"))
    }

    @Test func `the rule can be imported with its credential, and audited`() throws {
        let folder = Scratch()
        let file = try folder.write(Self.minor, to: "names.yaml")
        #expect(
            try run(
                file, "--started", "2022", "--output", folder.path("out"), "--credentials",
                folder.path("credentials.csv"), "--quiet"
            ).code == 0)
        let awards = try folder.write(
            """
            learner,credential,date,status,grade,scale
            ann,NST 100,2024-01-31,completed,B,princeton

            """, to: "awards.csv")
        let courses = try folder.write(
            "id,title,kind,provider\nNST 100,Names,course,princeton\n", to: "courses.csv")
        let imported = try Tool.run(
            "import", folder.path("credentials.csv"), courses, awards,
            folder.path("out/names.yaml"), "--catalog", folder.path("c.sqlite"), "--strict")
        #expect(imported.code == 0, "\(imported.errors)")
        let audit = try Tool.run(
            "audit", "--learner", "ann", "--toward", "Minor/NAM", "--catalog",
            folder.path("c.sqlite"), "--as-of", "2026-11-15", "--json"
        ).json()
        #expect(audit["status"]?.string == "cannotTell")
        #expect(audit["assignment"]?.elements.count == 1)
    }

    @Test func `what cannot be said is named with its place, and nothing is written`() throws {
        let folder = Scratch()
        let file = try folder.write(Self.minor, to: "names.yaml")
        let run = try run(file, "--json")
        #expect(run.code == 0)
        #expect(run.errors.contains("\(file):7:3: inexpressible: completed_by_semester: "))
        let document = try run.json()
        #expect(document["fullyExpressed"]?.double == 0)
        #expect(document["files"]?.elements.first?["output"] == .null)
        #expect(!run.output.contains("pat@"))
    }

    @Test func `a file that cannot be read is counted, and fatal where that is asked`() throws {
        let folder = Scratch()
        let file = try folder.write(Self.minor, to: "in/a.yaml")
        let bad = try folder.write("type: Club\nname: A\n", to: "in/b.yaml")
        let loose = try run(folder.path("in"), "--output", folder.path("out"))
        #expect(loose.code == 0)
        #expect(loose.errors.contains("\(bad):1:1: the type \"Club\" is not one of"))
        #expect(loose.output.contains("Not read: 1"))
        let strict = try run(file, bad, "--output", folder.path("strict"), "--strict")
        #expect(strict.code == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.path("strict")))
    }

    @Test func `two files for one place are refused before anything is written`() throws {
        let folder = Scratch()
        let one = try folder.write(Self.minor, to: "one/a.yaml")
        let two = try folder.write(Self.minor, to: "two/a.yaml")
        let run = try run(one, two, "--output", folder.path("out"))
        #expect(run.code == 1)
        #expect(run.errors.contains("would both be written to a.yaml"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }

    @Test(arguments: [["--as", "other"], ["--as", "princeton", "--started", "22"], []])
    func `what is not understood is a question of usage`(arguments: [String]) throws {
        #expect(try Tool.run(["rules", "import", "file"] + arguments).code == 64)
    }
}
