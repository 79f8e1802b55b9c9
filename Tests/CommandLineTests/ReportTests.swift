// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct ReportTests {
    private static let sections = [
        "summary", "picture", "held", "requirements", "counted", "evidence", "unused", "missing",
        "next", "map", "alternatives", "exits", "conflicts", "assumptions", "versions",
        "decision",
    ]

    private func report(_ arguments: String...) throws -> Tool.Run {
        try Sample.run(["report"] + Sample.question + arguments)
    }

    @Test func `a page holds every section in reading order, and nothing that is fetched or runs`()
        throws
    {
        let page = try report().output
        let places = Self.sections.map { page.range(of: "<section id=\"\($0)\">")?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        for word in ["<script", "src=", "url(http", "@import", "<link", "<img", " on"] {
            #expect(!page.contains(word) || word == " on", "\(word)")
        }
        #expect(page.contains("default-src &#39;none&#39;"))
        #expect(page.contains("This is advice, not a decision."))
    }

    @Test func `JSON has a field for each section`() throws {
        let document = try report("--json").json()
        #expect(Self.sections.allSatisfy { document["sections"]?[$0] != nil })
        #expect(document["sections"]?["summary"]?["sentences"]?.elements.count == 3)
        #expect(
            document["disclosure"]?["decisionRestsWith"]?.string?.contains("Study board") == true)
    }

    @Test func `sections are chosen by name, in reading order`() throws {
        let text = try report("--sections", "next,summary", "--format", "md").output
        let heads = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(heads == ["## In short", "## What could come next"])
        let wrong = try report("--sections", "nxt")
        #expect(wrong.code == 64 && wrong.errors.contains("summary, picture, held"))
    }

    @Test func `the summary is three sentences that the audit bears out`() throws {
        let sentences = try report("--json").json()["sections"]?["summary"]?["sentences"]
        let texts = sentences?.elements.compactMap(\.string) ?? []
        #expect(texts.count == 3)
        let audit = try Sample.run(["audit", "--json"] + Sample.question).json()
        let left = audit["remaining"]?["credits"]?.double ?? -1
        #expect(texts[0].contains("\(25 - Int(left)) of 25 ECTS"))
        #expect(texts[1].contains("\(Int(left)) ECTS"))
        let best = try Sample.run(["recommend", "--json"] + Sample.question).json()
        let title = best["recommendations"]?.elements.first?["title"]?.string ?? "none"
        #expect(texts[2].contains(title))
    }

    @Test func `a language has its own labels and titles`() throws {
        let page = try report("--language", "de-AT").output
        #expect(page.contains("<html lang=\"de\">") && page.contains(">Was noch fehlt</h2>"))
        #expect(page.contains("Statistik für bessere Entscheidungen"))
        // What the catalogue has in English alone is marked as such.
        #expect(page.contains("<span lang=\"en\">") || page.contains("Core"))
    }

    @Test func `a name is printed and stands in no data`() throws {
        let named = ["--name", "Åsa Dahl"]
        #expect(try Sample.run(["report"] + Sample.question + named).output.contains("Åsa Dahl"))
        for form in ["json", "svg"] {
            let run = try Sample.run(
                ["report"] + Sample.question + named + ["--format", form])
            #expect(run.code == 64 && run.errors.contains("pseudonym"))
        }
    }

    @Test func `the ending of a file says its form`() throws {
        let folder = Scratch()
        for (file, start) in [
            ("a.md", "# Report: "), ("a.json", "{"), ("a.svg", "<svg"), ("a.html", "<!DOCTYPE"),
            ("a", "<!DOCTYPE"), ("a.txt", "<!DOCTYPE"),
        ] {
            #expect(try report("--output", folder.path(file)).code == 0)
            let text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
            #expect(text.hasPrefix(start), "\(file)")
        }
        let both = try report("--format", "svg", "--picture", "map", "--output", folder.path("b"))
        #expect(both.code == 0)
        #expect(try report("--picture", "map").code == 64)
        #expect(try report("--format", "csv").errors.contains("html, md, json, pdf, svg"))
    }

    @Test func `a target without a rule has skills instead of requirements`() throws {
        let text = try Sample.run([
            "report", "--learner", Sample.learner, "--toward", "ska-machine-learning", "--format",
            "md",
        ]).output
        #expect(text.contains("The target has no rule that could be judged."))
        #expect(text.contains("Skills that are missing"))
    }

    @Test func `a wallet and what-if are reported on too`() throws {
        let run = try Sample.run([
            "report", "--wallet", "Data/wallets", "--held", "ska-responsible-ai", "--toward",
            Sample.target, "--format", "md",
        ])
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("no pseudonym given"))
        #expect(run.output.contains("supposed to be held: ska-responsible-ai"))
    }

    @Test func `exceptions are told with who made them and what they change`() throws {
        let folder = Scratch()
        let catalog = folder.path("own.sqlite")
        let import_ = try Tool.run("import", "Data/alliance", "--catalog", catalog)
        #expect(import_.code == 0)
        let made = try Tool.run(
            "exception", "add", "waive", "english", "--learner", Sample.learner, "--rule",
            Sample.target, "--who", "Study board",
            "--why", "schooled in English", "--when", "2026-09-01", "--catalog", catalog)
        #expect(made.code == 0, "\(made.errors)")
        let text = try Tool.run(
            ["report"] + Sample.question
                + ["--format", "md", "--as-of", Sample.day, "--catalog", catalog]
        ).output
        #expect(text.contains("“English at B2” is waived."))
        #expect(text.contains("schooled in English") && text.contains("Study board"))
    }
}
