// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct ExitCodeTests {
    @Test(
        arguments: [
            ["nonsense"], ["recommend"], ["recommend", "--toward"], ["import"],
            ["learner", "list", "--format", "svg"], ["learner", "list", "--nonsense"],
            ["audit", "--toward", "x", "--as-of", "tomorrow"],
            ["recommend", "--toward", "x", "--where", "colour = red"],
            ["recommend", "--toward", "x", "--top", "-1"],
            ["recommend", "--toward", "x", "--learner", "me@example.org"],
            ["import", "x", "--as", "nonsense"], ["exception", "add", "waive"],
        ])
    func `what is not understood exits with 64 and writes no result`(arguments: [String]) throws {
        let run = try Tool.run(arguments)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("varde: "))
    }

    @Test func `a format that a command cannot write is answered with those it can`() throws {
        let run = try Tool.run("search", "data", "--format", "svg")
        #expect(run.code == 64)
        #expect(run.errors.contains("\"svg\" is not a format this command writes"))
        #expect(run.errors.contains("table, json, jsonl, csv, md, html"))
    }

    @Test func `a check that says no exits with 2, after the answer`() throws {
        let unmet = try Sample.run(["audit", "--check"] + Sample.question)
        #expect(unmet.code == 2)
        #expect(unmet.output.contains("not met"))
        #expect(try Sample.run(["audit"] + Sample.question).code == 0)
    }

    @Test func `what fails exits with 1 and says what to do`() throws {
        let missing = try Tool.run("learner", "list", "--catalog", "/nonexistent/catalog.sqlite")
        #expect(missing.code == 1)
        #expect(missing.output.isEmpty)
        #expect(missing.errors.contains("there is no catalogue here"))
        #expect(missing.errors.contains("varde import"))
    }

    @Test(
        arguments: [
            (["show", "ska-data-basic"], "ska-data-basics"),
            (["learner", "show", "vida-02"], "vidda-02"),
            (
                ["recommend", "--learner", "vida-02", "--toward", Sample.target],
                "vidda-02"
            ),
            (["audit", "--toward", "ska-certificate-public-data"], Sample.target),
            (["why-not", "ska-data-basic", "--toward", "ska-data-basics"], "ska-data-basics"),
            (
                ["recommend", "--held", "ska-data-basic", "--toward", "ska-data-basics"],
                "ska-data-basics"
            ),
        ])
    func `an unknown id is answered with the nearest`(
        arguments: [String], nearest: String
    ) throws {
        let run = try Sample.run(arguments)
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("\"\(nearest)\""))
    }

    @Test func `a reader that goes away ends the tool quietly`() throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = [
            "-c",
            "{ \"$0\" search a --top 5000 --json --catalog \"$1\"; echo code=$? >&2; } | true",
            Tool.binary.path, Sample.catalog,
        ]
        let errors = Pipe()
        shell.standardError = errors
        try shell.run()
        let said = errors.fileHandleForReading.text
        shell.waitUntilExit()
        #expect(said == "code=0\n")
    }

    @Test func `a full disk under standard output is an error`() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let process = try Tool.process(["learner", "list", "--catalog", Sample.catalog])
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = errors.fileHandleForReading.text
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(said.contains("free some space"))
    }
}

extension FileHandle {
    /// All that is left, as text.
    fileprivate var text: String { String(decoding: readDataToEndOfFile(), as: UTF8.self) }
}
