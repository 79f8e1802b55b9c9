// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct ImportTests {
    private let folder = Scratch()
    private var catalog: String { folder.path("catalog.sqlite") }

    private func run(_ arguments: String...) throws -> Tool.Run {
        try Tool.run(["import"] + arguments + ["--catalog", catalog])
    }

    private func counts(_ run: Tool.Run, _ noun: String) throws -> JSONDocument? {
        try run.json()["counts"]?.elements.first { $0["noun"]?.string == noun }
    }

    @Test func `a second import of the same changes nothing, of a changed file the difference`()
        throws
    {
        let file = try folder.write(
            "id,title,kind,credits,scheme\na,A,course,5,ECTS\n", to: "c/credentials.csv")
        #expect(try counts(try run(file, "--json"), "credential")?["added"]?.double == 1)
        let bytes = try Data(contentsOf: URL(filePath: catalog))
        let again = try run(file, "--json")
        #expect(try counts(again, "credential")?["unchanged"]?.double == 1)
        #expect(try Data(contentsOf: URL(filePath: catalog)) == bytes)
        _ = try folder.write(
            "id,title,kind,credits,scheme\na,A,course,7.5,ECTS\n", to: "c/credentials.csv")
        let changed = try run(file)
        #expect(changed.output.contains("credential a: credits: 5 → 7.5"))
    }

    @Test func `bad rows are listed with their place, good rows load`() throws {
        let file = try folder.write(
            "id,title,kind,credits\na,A,course,5\nb,B,course,many\nc,C,course,3\n",
            to: "credentials.csv")
        let loose = try run(file, "--report", folder.path("report.json"))
        #expect(loose.code == 0)
        #expect(loose.errors.contains("1 rejected"))
        #expect(loose.output.contains("credentials.csv:3:4"))
        let report = try JSONDocument(contentsOf: folder.url.appending(path: "report.json"))
        #expect(report["actions"]?["rejected"]?.double == 1)
        #expect(report["stored"] == .truth(true))
        let list = try Tool.run("search", "a", "--catalog", catalog)
        #expect(list.output.contains("A"))
    }

    @Test func `a strict import with a bad row stores nothing`() throws {
        let file = try folder.write(
            "id,title,kind,credits\na,A,course,5\nb,B,course,many\n", to: "credentials.csv")
        let strict = try run(file, "--strict", "--json")
        #expect(strict.code == 1)
        #expect(try strict.json()["stored"] == .truth(false))
        #expect(try strict.json()["actions"]?["rejected"]?.double == 1)
        #expect(strict.errors.contains("nothing was written"))
        #expect(try Tool.run("show", "a", "--catalog", catalog).code == 1)
    }

    @Test func `standard input is read as -, and a folder in the order of its names`() throws {
        let piped = try Tool.run(
            "import", "-", "--json", "--catalog", catalog, input: "id,title,kind\nx,X,course\n")
        #expect(piped.code == 0, "\(piped.errors)")
        #expect(try piped.json()["files"]?.elements.first?["file"]?.string == "stdin")
        _ = try folder.write("id,title,kind\nb,B,course\n", to: "many/b.csv")
        _ = try folder.write("id,title,kind\na,A,course\n", to: "many/a.csv")
        _ = try folder.write("nothing that is known", to: "many/notes.txt")
        _ = try folder.write("id,title,kind\nh,H,course\n", to: "many/.hidden.csv")
        let walked = try run(folder.path("many"), "--json").json()
        let names = walked["files"]?.elements.compactMap { $0["file"]?.string }
            .map { URL(filePath: $0).lastPathComponent }
        #expect(names == ["a.csv", "b.csv", "notes.txt"])
        #expect(walked["actions"]?["ignored"]?.double ?? 0 >= 1)
    }

    @Test func `the catalogue is found through the environment, the option first`() throws {
        let file = try folder.write("id,title,kind\na,A,course\n", to: "credentials.csv")
        let data = folder.path("data")
        #expect(
            try Tool.run("import", file, "--quiet", environment: ["XDG_DATA_HOME": data]).code == 0)
        #expect(FileManager.default.fileExists(atPath: data + "/varde/catalog.sqlite"))
        let named = ["XDG_DATA_HOME": data, "VARDE_CATALOG": folder.path("other.sqlite")]
        #expect(try Tool.run("show", "a", environment: named).code == 1)
        #expect(
            try Tool.run(
                "show", "a", "--catalog", data + "/varde/catalog.sqlite", environment: named
            ).code == 0)
    }

    @Test func `a quiet import says nothing`() throws {
        let file = try folder.write("id,title,kind\na,A,course\n", to: "credentials.csv")
        let quiet = try run(file, "--quiet")
        #expect(quiet.code == 0)
        #expect(quiet.output.isEmpty && quiet.errors.isEmpty)
    }

    @Test func `a result file is written whole, or left as it was`() throws {
        let output = try folder.write("old", to: "result.csv")
        let arguments = ["learner", "list", "--format", "csv", "--output"]
        #expect(try Sample.run(arguments + [output]).code == 0)
        #expect(try String(contentsOfFile: output, encoding: .utf8).hasPrefix("learner,awards"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["result.csv"])
        let intoFolder = try Sample.run(arguments + [folder.url.path])
        #expect(intoFolder.code == 1)
        #expect(intoFolder.errors.contains("name a file in it"))
        #expect(try Sample.run(arguments + [folder.path("none/x.csv")]).code == 1)
    }

    @Test func `the whole of ESCO is understood`() throws {
        guard ReferenceData.has("data/esco-v1.1.1") else { return }
        let inspected = try Tool.run(
            "inspect", ReferenceData.url("data/esco-v1.1.1").path, "--json", "--top", "0")
        let files = try inspected.json()["files"]?.elements ?? []
        func read(_ file: String, _ noun: String) -> Double? {
            files.first { $0["file"]?.string?.hasSuffix(file) ?? false }?["records"]?[noun]?.double
        }
        #expect(read("/skills_en.csv", "skills") == 13_896)
        #expect(read("/occupations_en.csv", "occupations") == 3_007)
        #expect(read("/occupationSkillRelations.csv", "skill relations") == 123_855)
    }

    @Test(.enabled(if: isOptimized, "building its skill space takes minutes without optimisation"))
    func `the whole of ESCO is stored, with what is pending`() throws {
        guard ReferenceData.has("data/esco-v1.1.1") else { return }
        let stored = try run(ReferenceData.url("data/esco-v1.1.1").path, "--json")
        #expect(stored.code == 0, "\(stored.errors)")
        #expect(try counts(stored, "skill")?["added"]?.double == 14_536)
        #expect(try counts(stored, "occupation")?["added"]?.double == 3_626)
        let pending =
            try stored.json()["ledger"]?.elements
            .first { $0["action"]?.string == "pending" }?["entries"]?.elements ?? []
        let dangling = pending.filter {
            $0["file"]?.string?.hasSuffix("occupationSkillRelations.csv") ?? false
        }
        #expect(dangling.count == 67)
        #expect(try stored.json()["derived"]?.elements.first?.string == "skill-space")
    }
}
