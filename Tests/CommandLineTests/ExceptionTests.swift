// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The commands about exceptions, on a copy of the sample.
@Suite struct ExceptionTests {
    private let folder = Scratch()
    private var catalog: String { folder.path("catalog.sqlite") }

    private static let why = ["--who", "study board", "--why", "schooled in English"]

    init() throws {
        try FileManager.default.copyItem(atPath: Sample.catalog, toPath: catalog)
    }

    private func run(_ arguments: [String], asOf day: String = Sample.day) throws -> Tool.Run {
        try Tool.run(["exception"] + arguments + ["--catalog", catalog, "--as-of", day])
    }

    private func add(_ arguments: String...) throws -> Tool.Run {
        try run(
            ["add"] + arguments + ["--learner", Sample.learner, "--rule", Sample.target] + Self.why)
    }

    private func list(_ arguments: String..., asOf day: String = Sample.day) throws
        -> [JSONDocument]
    {
        try run(["list", "--json"] + arguments, asOf: day).json()["exceptions"]?.elements ?? []
    }

    private func check(_ run: Tool.Run) throws {
        let schema = try JSONSchema(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Schemas/varde-exceptions-1.schema.json"))
        #expect(schema.problems(in: try run.json()) == [])
    }

    @Test(arguments: [
        (
            ["insert", "car-data-protection", "--into", "total"],
            "car-data-protection@2026-02-20 counts in total"
        ),
        (
            ["substitute", "wat-data-protection", "--for", "ska-responsible-ai"],
            "wat-data-protection counts for ska-responsible-ai"
        ),
        (["waive", "english", "--until", "2027-07-31"], "english is waived"),
        (["block", "ska-data-basics"], "ska-data-basics@2025-10-30 does not count"),
        (
            ["block", "ska-data-basics@2025-10-30", "--in", "total"],
            "ska-data-basics@2025-10-30 does not count in total"
        ),
        (["change", "total", "--minimum", "20"], "the minimum of total is 20"),
        (["change", "total", "--maximum", "40"], "the maximum of total is 40"),
        (
            ["change", "methods", "--minimum", "1", "--when", "2026-10-01"],
            "the minimum of methods is 1"
        ),
    ])
    func `each kind is stored, shown and documented`(arguments: [String], text: String) throws {
        let added = try run(
            ["add"] + arguments + ["--learner", Sample.learner, "--rule", Sample.target, "--json"]
                + Self.why)
        #expect(added.code == 0, "\(added.errors)")
        try check(added)
        let exception = try #require(try added.json()["exceptions"]?.elements.first)
        #expect(exception["id"]?.string == "x1")
        #expect(exception["text"]?.string == text)
        #expect(exception["rule"]?.string == "\(Sample.target)/completion")
        #expect(exception["state"]?.string == "active")
        #expect(try list() == [exception])
        let shown = try run(["list"])
        #expect(shown.output.contains("1 exception, 1 active on \(Sample.day)."))
        #expect(shown.output.contains(text) && shown.output.contains("study board"))
    }

    @Test func `a list says which hold on a day, and a revoked one stays`() throws {
        #expect(try add("waive", "english").code == 0)
        #expect(try add("waive", "law", "--until", "2026-11-30").code == 0)
        let revoked = try run([
            "revoke", "x1", "--who", "dean", "--why", "entered twice", "--when", "2026-11-20",
            "--json",
        ])
        #expect(revoked.code == 0, "\(revoked.errors)")
        try check(revoked)
        func states(_ day: String) throws -> [String?] {
            try list(asOf: day).map { $0["state"]?.string }
        }
        #expect(try states("2026-11-14") == ["upcoming", "upcoming"])
        #expect(try states("2026-11-15") == ["active", "active"])
        #expect(try states("2026-11-20") == ["revoked", "active"])
        #expect(try states("2026-12-01") == ["revoked", "expired"])
        let first = try list()[0]
        #expect(first["revoked"]?["who"]?.string == "dean")
        #expect(first["revoked"]?["when"]?.string == "2026-11-20")
        let again = try run(["revoke", "x1", "--who", "dean", "--why", "entered twice"])
        #expect(again.code == 1)
        #expect(again.errors.contains("x1 was revoked on 2026-11-20 already"))
        let csv = try run(["list", "--format", "csv"]).output
        #expect(csv.split(whereSeparator: \.isNewline).count == 3)
        #expect(csv.hasPrefix("id,state,learner,rule,kind,"))
    }

    @Test func `a list of one learner leaves the others out`() throws {
        #expect(try add("waive", "english").code == 0)
        #expect(try list("--learner", Sample.learner).count == 1)
        #expect(try list("--learner", "elv-04").isEmpty)
        let unknown = try run(["list", "--learner", "vida-02"])
        #expect(unknown.code == 1)
        #expect(unknown.errors.contains("\"vidda-02\""))
    }

    @Test(arguments: [
        (["waive", "englisch"], "there is no requirement \"englisch\""),
        (["waive", "englisch"], "did you mean \"english\"?"),
        (
            ["insert", "ska-python", "--into", "total"],
            "did you mean \"ska-python-analysis@2026-09-07\""
        ),
        (["insert", "ska-data-basics", "--into", "english"], "counts no awards"),
        (["substitute", "ska-data-basic", "--for", "ska-responsible-ai"], "\"ska-data-basics\""),
        (["substitute", "ska-data-basics", "--for", "wat-data-protection"], "does not ask for"),
        (["change", "total", "--minimum", "many"], "it needs a number of credits"),
        (["change", "english", "--maximum", "3"], "has no maximum to change"),
        (["waive", "english", "--until", "2026-11-14"], "is before the day of the decision"),
    ])
    func `what makes no sense fails, saying what to do, and nothing is stored`(
        arguments: [String], problem: String
    ) throws {
        let run = try run(
            ["add"] + arguments + ["--learner", Sample.learner, "--rule", Sample.target] + Self.why)
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(problem), "\(run.errors)")
        #expect(try list().isEmpty)
    }

    @Test(arguments: [
        (["--learner", "vida-02", "--rule", Sample.target], "did you mean \"vidda-02\""),
        (
            ["--learner", Sample.learner, "--rule", "ska-certificate-public-data-a"],
            "did you mean \"ska-certificate-public-data-ai\""
        ),
        (
            ["--learner", Sample.learner, "--rule", "\(Sample.target)/exit"],
            "there is no rule \"ska-certificate-public-data-ai/exit\""
        ),
    ])
    func `who and what must be there`(arguments: [String], problem: String) throws {
        let run = try run(["add", "waive", "english"] + arguments + Self.why)
        #expect(run.code == 1)
        #expect(run.errors.contains(problem), "\(run.errors)")
    }

    @Test(arguments: [
        (["waive", "english", "--into", "total"], "--into does not go with waive"),
        (["insert", "ska-data-basics"], "insert needs --into"),
        (["substitute", "a"], "substitute needs --for"), (["change", "total"], "one of --minimum"),
        (["change", "total", "--minimum", "1", "--maximum", "2"], "one of --minimum"),
        (["block", "a", "--minimum", "2"], "--minimum does not go with block"),
        (["pardon", "a"], "use one of insert, substitute, waive, block, change"),
        (["waive", "english", "--until", "soon"], "is not a date"),
        (["waive", "english", "--who", "dean@example.org"], "must not hold an @"),
        (["waive", "english", "--why", " "], "needs to say why"),
    ])
    func `what is not understood exits with 64`(arguments: [String], problem: String) throws {
        var rest = ["--learner", Sample.learner, "--rule", Sample.target]
        if !arguments.contains("--who") { rest += ["--who", "dean"] }
        if !arguments.contains("--why") { rest += ["--why", "illness"] }
        let run = try run(["add"] + arguments + rest)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(problem), "\(run.errors)")
    }

    @Test func `without a catalogue none is made`() throws {
        let path = folder.path("none.sqlite")
        let run = try Tool.run(
            [
                "exception", "add", "waive", "x", "--learner", "a", "--rule", "b", "--catalog",
                path,
            ] + Self.why)
        #expect(run.code == 1)
        #expect(run.errors.contains("there is no catalogue here"))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a forgotten learner's exceptions are gone, and their ids are not used again`()
        throws
    {
        #expect(try add("waive", "english").code == 0)
        let forgotten = try Tool.run("learner", "forget", Sample.learner, "--catalog", catalog)
        #expect(forgotten.code == 0, "\(forgotten.errors)")
        #expect(try list().isEmpty)
        let bytes = try Data(contentsOf: URL(filePath: catalog))
        #expect(bytes.range(of: Data("schooled in English".utf8)) == nil)
        let next = try run(
            ["add", "waive", "english", "--learner", "elv-04", "--rule", Sample.target, "--json"]
                + Self.why)
        #expect(try next.json()["exceptions"]?.elements.first?["id"]?.string == "x2")
    }
}
