// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct HostileInputTests {
    private let folder = Scratch()

    /// Imports `path` into a catalogue that holds one credential, and expects it to be as before.
    private func expectRefused(
        _ path: String, saying words: String, arguments: [String] = []
    ) throws {
        let catalog = folder.path("catalog.sqlite")
        let good = try folder.write("id,title,kind\nkept,Kept,course\n", to: "good.csv")
        #expect(try Tool.run("import", good, "--catalog", catalog, "--quiet").code == 0)
        let before = try Data(contentsOf: URL(filePath: catalog))
        let run = try Tool.run(["import", path, "--catalog", catalog] + arguments)
        #expect(run.code == 1)
        #expect(run.errors.hasPrefix("varde: "))
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(try Data(contentsOf: URL(filePath: catalog)) == before)
    }

    @Test func `random bytes are no format`() throws {
        var random = SeededGenerator(seed: 3)
        let bytes = (0..<(1 << 20)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let path = folder.path("noise")
        try Data(bytes).write(to: URL(filePath: path))
        try expectRefused(path, saying: "no format recognises it")
    }

    @Test func `a hundred megabytes of garbage are refused at once`() throws {
        let path = try folder.write("garbage", to: "garbage.bin")
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.truncate(atOffset: 100 << 20)
        try file.close()
        try expectRefused(path, saying: "no format recognises it")
    }

    @Test(arguments: ["varde-json", "open-badges", "elm"])
    func `JSON nested a hundred thousand deep is refused`(format: String) throws {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        let path = try folder.write("{\"credentials\": \(deep)}", to: "deep.json")
        let catalog = folder.path("deep.sqlite")
        let run = try Tool.run("import", path, "--as", format, "--catalog", catalog, "--strict")
        #expect(run.code == 1)
        #expect(run.errors.hasPrefix("varde: "))
    }

    @Test func `invalid UTF-8 is refused with its place`() throws {
        let path = folder.path("latin1.csv")
        try Data("id,kind,title\na,course,Caf".utf8 + [0xE9, 0x0A]).write(to: URL(filePath: path))
        let run = try Tool.run(
            "import", path, "--strict", "--catalog", folder.path("latin1.sqlite"))
        #expect(run.code == 1)
        #expect((run.output + run.errors).contains("latin1.csv:2"))
    }

    @Test func `an empty file and a missing one are refused`() throws {
        try expectRefused(try folder.write("", to: "empty.csv"), saying: "the file is empty")
        try expectRefused(folder.path("missing.csv"), saying: "check the path")
    }

    @Test func `a catalogue that is none is refused, and left alone`() throws {
        let words = "this is no database, " + String(repeating: "x", count: 999)
        let text = try folder.write(words, to: "text.sqlite")
        for arguments in [["learner", "list"], ["import", "Data/alliance"], ["doctor"]] {
            let run = try Tool.run(arguments + ["--catalog", text])
            #expect(run.code == 1)
            #expect((run.output + run.errors).contains("not a database"))
        }
        #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("this is no database"))
        let isFolder = try Tool.run("learner", "list", "--catalog", folder.url.path)
        #expect(isFolder.code == 1)
        #expect(isFolder.errors.contains("this is a folder"))
    }

    @Test func `a newer schema is refused by reader and writer`() throws {
        let path = folder.path("newer.sqlite")
        try FileManager.default.copyItem(atPath: Sample.catalog, toPath: path)
        // The user version stands at byte 60 of a SQLite file, the most significant byte first.
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: 60)
        try file.write(contentsOf: Data([0, 0, 0x27, 0x0F]))
        try file.close()
        for arguments in [["learner", "list"], ["import", "Data/alliance"]] {
            let run = try Tool.run(arguments + ["--catalog", path])
            #expect(run.code == 1)
            #expect(run.errors.contains("newer"))
        }
    }

    @Test func `a place where nothing can be written is said so`() throws {
        guard FileManager.default.fileExists(atPath: "/proc/self") else { return }
        let run = try Tool.run("import", "Data/alliance", "--catalog", "/proc/varde/c.sqlite")
        #expect(run.code == 1)
        #expect(run.errors.contains("cannot be written"))
    }

    @Test func `a killed import leaves the catalogue as it was`() throws {
        let catalog = folder.path("killed.sqlite")
        let good = try folder.write("id,title,kind\nkept,Kept,course\n", to: "good.csv")
        #expect(try Tool.run("import", good, "--catalog", catalog, "--quiet").code == 0)
        let process = try Tool.process(["import", "-", "--catalog", catalog])
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let rows = (0..<40_000).map { "killed-\($0),A credential that must not be kept,course\n" }
            .joined()
        try pipe.fileHandleForWriting.write(contentsOf: Data(("id,title,kind\n" + rows).utf8))
        // All but what the pipe holds has been read, and the end of the file never comes.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(try Tool.run("show", "kept", "--catalog", catalog).code == 0)
        #expect(try Tool.run("show", "killed-1", "--catalog", catalog).code == 1)
        let doctor = try Tool.run("doctor", "--catalog", catalog)
        #expect(doctor.code == 0, "\(doctor.output)")
        #expect(try Tool.run("import", good, "--catalog", catalog, "--quiet").code == 0)
    }
}
