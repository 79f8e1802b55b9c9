// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What a report must not say.
@Suite struct ReportTruthTests {
    private func report(_ arguments: String...) throws -> JSONDocument {
        let run = try Sample.run(["report", "--json"] + arguments)
        #expect(run.code == 0, "\(run.errors)")
        return try run.json()
    }

    private func sentences(_ document: JSONDocument) -> [String] {
        document["sections"]?["summary"]?["sentences"]?.elements.compactMap(\.string) ?? []
    }

    @Test(arguments: ["hei-09", "myr-05", "foss-08"], ["val", "lin", "ska"])
    func `what opens up can be started once every step is held`(
        learner: String, target: String
    ) throws {
        let ids = [
            "val": "val-certificate-challenge-innovation", "lin": "lin-certificate-urban-energy",
            "ska": "ska-diploma-digital-green-transition",
        ]
        let question = ["--learner", learner, "--toward", ids[target] ?? ""]
        let run = try Sample.run(
            ["report", "--json", "--sections", "picture,next"] + question)
        let sections = try run.json()["sections"]
        let steps =
            sections?["next"]?["recommendations"]?.elements
            .compactMap { $0["credential"]?.string } ?? []
        let stones = sections?["picture"]?["stones"]?.elements ?? []
        for stone in stones where stone["state"]?.string == "unlocked" {
            let id = try #require(stone["credential"]?.string)
            let answer = try Sample.run(
                ["why-not", id, "--json"] + question + ["--held"] + steps
            ).json()
            #expect(answer["reason"]?.string != "not-admitted", "\(learner) \(id)")
        }
    }

    @Test func `a target that is held is not asked for again`() throws {
        for (learner, target) in [
            ("bre-07", "lin-certificate-urban-energy"), ("vidda-02", "ska-data-basics"),
        ] {
            let texts = sentences(
                try report("--learner", learner, "--toward", target, "--sections", "summary"))
            #expect(texts.first?.contains("already") == true, "\(texts)")
            #expect(texts.last == "No further step is needed.")
        }
    }

    @Test func `what is only supposed is called so, whatever sections there are`() throws {
        let page = try Sample.run(
            ["report"] + Sample.question
                + ["--held", "ska-responsible-ai", "--sections", "summary"]
        ).output
        #expect(page.contains("this report supposes that you also hold"))
    }

    @Test func `a filter is told, and no step asked for is no lack of steps`() throws {
        let filtered = try Sample.run(
            ["report", "--format", "md", "--where", "language = xx"] + Sample.question
        ).output
        #expect(filtered.contains("Only credentials with this were considered: language = xx"))
        #expect(filtered.contains("Nothing that was considered"))
        let none = try report(
            "--learner", Sample.learner, "--toward", Sample.target, "--top", "0")
        #expect(sentences(none).last == "No next steps were asked for.")
    }

    @Test func `a name does not take the pseudonym's place`() throws {
        let page = try Sample.run(["report"] + Sample.question + ["--name", "A. Dahl"]).output
        #expect(page.contains("A. Dahl (vidda-02)"))
    }

    @Test func `what is met lacks no skill`() throws {
        let text = try Sample.run([
            "report", "--learner", "skog-03", "--toward", "brz-certificate-cyber-resilience",
            "--format", "md", "--sections", "missing",
        ]).output
        #expect(text.contains("Nothing is missing.") && !text.contains("| Skill |"))
    }

    @Test func `what would help is not held already, nor the target itself`() throws {
        for learner in ["vann-10", "tind-06", "elv-04"] {
            let target = "lin-certificate-urban-energy"
            let text = try Sample.run([
                "report", "--learner", learner, "--toward", target, "--format", "md",
                "--sections", "next", "--top", "20",
            ]).output
            let rows = text.components(separatedBy: "cannot be started yet").last ?? ""
            #expect(!rows.contains("Certificate in Urban Energy Transition"), "\(learner)")
        }
    }
}
