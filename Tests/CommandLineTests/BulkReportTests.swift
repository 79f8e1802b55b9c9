// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct BulkReportTests {
    private static let folder = Scratch()
    /// Weights that need no looking ahead, which takes long where nothing is optimised.
    private static let weights: [String] = {
        let text = #"{"version": "test", "weights": {"coverage": 1, "progress": 1}}"#
        return ["--weights", (try? folder.write(text, to: "weights.json")) ?? ""]
    }()

    private func reports(_ folder: String, _ arguments: String...) throws -> Tool.Run {
        try Sample.run(
            ["report", "--toward", Sample.target, "--output", folder, "--sections", "summary"]
                + Self.weights + arguments)
    }

    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    private func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: URL(filePath: path))
    }

    private func modified(_ path: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    }

    @Test func `all learners have a report, and the list names each`() throws {
        let folder = Scratch()
        let run = try reports(folder.path("out"), "--learners", "all")
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.errors.contains("10 reports, listed in"))
        let names = try files(folder.path("out"))
        #expect(names.count == 12 && names.contains("vidda-02.html"))
        let index = try String(contentsOfFile: folder.path("out/index.html"), encoding: .utf8)
        let lines = try String(contentsOfFile: folder.path("out/index.jsonl"), encoding: .utf8)
            .split(separator: "\n").map { try JSONDocument(String($0)) }
        #expect(lines.count == 10)
        for line in lines {
            let file = try #require(line["file"]?.string)
            #expect(names.contains(file) && index.contains("href=\"\(file)\""))
        }
        let single = try Sample.run(
            ["report", "--sections", "summary"] + Sample.question + Self.weights)
        #expect(
            try String(contentsOfFile: folder.path("out/vidda-02.html"), encoding: .utf8)
                == single.output)
    }

    @Test func `what a row says is what the audit and the recommendation say`() throws {
        let folder = Scratch()
        #expect(try reports(folder.path("out"), "--learners", "all").code == 0)
        let lines = try String(contentsOfFile: folder.path("out/index.jsonl"), encoding: .utf8)
            .split(separator: "\n").map { try JSONDocument(String($0)) }
        for line in lines {
            let learner = try #require(line["learner"]?.string)
            let question = ["--learner", learner, "--toward", Sample.target, "--json"]
            let audit = try Sample.run(["audit"] + question).json()
            #expect(line["status"]?.string == audit["status"]?.string)
            #expect(
                line["credits"]?.string.flatMap(Double.init)
                    == audit["remaining"]?["credits"]?.double)
            let answer = try Sample.run(["recommend"] + question + Self.weights).json()
            let items = answer["recommendations"]?.elements ?? []
            #expect(line["next"]?.string == items.first?["title"]?.string ?? "")
            let counts = items.contains { $0["counts"] == .truth(true) }
            let isMet = audit["status"]?.string == "met"
            #expect(line["isBlocked"] == .truth(!isMet && !counts))
        }
    }

    @Test func `a second run keeps what is right, and an interrupted one goes on`() throws {
        let folder = Scratch()
        let out = folder.path("out")
        #expect(try reports(out, "--learners", "all").code == 0)
        let index = try bytes(out + "/index.html")
        let list = try bytes(out + "/index.jsonl")
        let kept = try modified(out + "/skog-03.html")
        // As if the machine had gone down: a report is missing, the list ends in half a line.
        try FileManager.default.removeItem(atPath: out + "/vidda-02.html")
        try FileManager.default.removeItem(atPath: out + "/index.html")
        try list.dropLast(100).write(to: URL(filePath: out + "/index.jsonl"))
        let run = try reports(out, "--learners", "all")
        #expect(run.code == 0 && run.errors.contains("kept from before"), "\(run.errors)")
        #expect(try bytes(out + "/index.html") == index)
        #expect(try bytes(out + "/index.jsonl") == list)
        #expect(try modified(out + "/skog-03.html") == kept)
        #expect(try files(out).contains("vidda-02.html"))
    }

    @Test func `reports on other terms are made again`() throws {
        let folder = Scratch()
        let out = folder.path("out")
        #expect(try reports(out, "--learners", "all").code == 0)
        let before = try bytes(out + "/vidda-02.html")
        let run = try reports(out, "--learners", "all", "--language", "de")
        #expect(run.code == 0 && !run.errors.contains("kept"))
        #expect(try bytes(out + "/vidda-02.html") != before)
    }

    @Test func `a file names the learners, and one that is not there is named`() throws {
        let folder = Scratch()
        let out = folder.path("out")
        let some = try folder.write("learner\nvidda-02\n\"skog-03\"\r\n\n", to: "some.csv")
        #expect(try reports(out, "--learners", some).code == 0)
        #expect(
            try files(out) == ["index.html", "index.jsonl", "skog-03.html", "vidda-02.html"])
        let bad = try folder.write("vidda-02\nvida-02\n", to: "bad.txt")
        let run = try reports(folder.path("none"), "--learners", bad)
        #expect(run.code == 1 && run.errors.contains("did you mean \"vidda-02\""))
        #expect(!FileManager.default.fileExists(atPath: folder.path("none")))
        let fewer = try folder.write("skog-03\n", to: "fewer.txt")
        let again = try reports(out, "--learners", fewer)
        #expect(again.errors.contains("no longer listed, left where they are: vidda-02.html"))
    }

    @Test func `a folder of something else is left alone`() throws {
        let folder = Scratch()
        _ = try folder.write("mine", to: "out/index.html")
        let run = try reports(folder.path("out"), "--learners", "all")
        #expect(run.code == 1 && run.errors.contains("no list of reports"))
        #expect(try files(folder.path("out")) == ["index.html"])
    }

    @Test func `of several targets each learner has the nearest`() throws {
        let folder = Scratch()
        let out = folder.path("out")
        let ids = [
            Sample.target, "lin-certificate-urban-energy", "kuu-certificate-digital-care",
            "brz-certificate-cyber-resilience",
        ]
        let run = try Sample.run(
            ["report", "--learners", "all", "--output", out, "--sections", "summary"]
                + Self.weights + ["--toward"] + ids)
        #expect(run.code == 0, "\(run.errors)")
        let lines = try String(contentsOfFile: out + "/index.jsonl", encoding: .utf8)
            .split(separator: "\n").map { try JSONDocument(String($0)) }
        for line in lines {
            let learner = try #require(line["learner"]?.string)
            let match = try Sample.run([
                "match", "--learner", learner, "--where", "id in (\(ids.joined(separator: ", ")))",
                "--json",
            ]).json()
            let matches = match["matches"]?.elements ?? []
            let nearest =
                (matches.first { $0["held"] == .truth(false) } ?? matches.first)?["credential"]?
                .string
            #expect(line["target"]?.string == nearest, "\(learner)")
        }
    }

    @Test func `ids that no file should have are written safely, each to its own file`() throws {
        let folder = Scratch()
        let ids = ["../up", "a/b", "a_2fb", "Index", "index", ".hidden", "<b>", "x y", "é"]
        let rows = ids.map { "\($0),ska-data-basics,2026-01-01" }.joined(separator: "\n")
        let awards = try folder.write("learner,credential,date\n\(rows)\n", to: "awards.csv")
        let catalog = folder.path("own.sqlite")
        let imported = try Tool.run("import", "Data/alliance", awards, "--catalog", catalog)
        #expect(imported.code == 0, "\(imported.errors)")
        let list = try folder.write(ids.joined(separator: "\n"), to: "ids.txt")
        let run = try Tool.run(
            ["report", "--learners", list, "--toward", Sample.target, "--sections", "summary"]
                + Self.weights
                + ["--output", folder.path("out"), "--catalog", catalog, "--as-of", Sample.day])
        #expect(run.code == 0, "\(run.errors)")
        #expect(try files(folder.path("out")).count == ids.count + 2)
        #expect(try files(folder.url.path).contains("out"))
    }

    @Test func `a list that is none of ours is left alone`() throws {
        let folder = Scratch()
        _ = try folder.write("{\"mine\": 1}\n", to: "out/index.jsonl")
        let run = try reports(folder.path("out"), "--learners", "all")
        #expect(run.code == 1 && run.errors.contains("no list of reports"))
        let file = try folder.write("text", to: "file")
        let other = try reports(file, "--learners", "all")
        #expect(other.code == 1 && other.errors.contains("name a folder"), "\(other.errors)")
    }

    @Test func `what was emptied is made again, and counted so`() throws {
        let folder = Scratch()
        let out = folder.path("out")
        #expect(try reports(out, "--learners", "all").code == 0)
        try Data().write(to: URL(filePath: out + "/elv-04.html"))
        let run = try reports(out, "--learners", "all")
        #expect(run.errors.contains("9 of them kept"), "\(run.errors)")
        #expect(try !bytes(out + "/elv-04.html").isEmpty)
        #expect(try !reports(out, "--learners", "all", "--no-exceptions").errors.contains("kept"))
    }

    @Test func `one person's options do not go with many`() throws {
        for arguments in [
            ["--name", "A"], ["--learner", "vidda-02"], ["--held", "ska-data-basics"],
        ] {
            let run = try Sample.run(
                ["report", "--learners", "all", "--toward", Sample.target, "--output", "x"]
                    + arguments)
            #expect(run.code == 64)
        }
        #expect(
            try Sample.run(["report", "--learners", "all", "--toward", Sample.target]).code == 64)
        #expect(
            try Sample.run(["report", "--toward", Sample.target, "skog-03"]).code == 64)
    }

    @Test func `the script of the list is the one that its policy lets run`() throws {
        guard let python = Python.with("hashlib") else { return }
        let index = ReferenceData.packageRoot
            .appending(path: "Tests/CommandLineTests/Golden/index-en.html").path
        let script = """
            import base64, hashlib, re, sys
            page = open(sys.argv[1], encoding="utf-8").read()
            text = re.search(r"<script>(.*?)</script>", page, re.S).group(1)
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"sha256-{digest}" in page.replace("&#39;", "'"), digest
            """
        let run = try Python.run(python, script, index)
        #expect(run.code == 0, "\(run.output)")
    }
}
