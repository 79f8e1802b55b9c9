// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct SampleTests {
    @Test func `a generated cohort is written with its groups and what was planted`() throws {
        let folder = Scratch()
        let run = try Tool.run(
            "sample", "--learners", "200", "--seed", "7", "--output", folder.path("awards.csv"),
            "--planted", folder.path("planted.json"), "--groups", folder.path("groups.csv"))
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.isEmpty && run.errors.isEmpty)
        let planted = try JSONDocument(contentsOf: URL(filePath: folder.path("planted.json")))
        let schema = try JSONSchema(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Schemas/varde-sample-1.schema.json"))
        #expect(schema.problems(in: planted) == [])
        #expect(planted["schema"]?.string == "varde/sample/1")
        let awards = try String(contentsOfFile: folder.path("awards.csv"), encoding: .utf8)
        #expect(Double(awards.split(separator: "\n").count - 1) == planted["rows"]?.double)
        let groups = try String(contentsOfFile: folder.path("groups.csv"), encoding: .utf8)
        #expect(groups.hasPrefix("learner,attendance\nL0000001,"))
        #expect(groups.split(separator: "\n").count == 201)
        let again = try Tool.run("sample", "--learners", "200", "--seed", "7")
        #expect(again.output == awards)
    }

    @Test func `every row of it can be imported`() throws {
        let folder = Scratch()
        let awards = folder.path("awards.csv")
        #expect(
            try Tool.run("sample", "--learners", "50", "--seed", "1", "--output", awards).code == 0)
        let run = try Tool.run("inspect", awards, "--json")
        #expect(run.code == 0, "\(run.errors)")
        #expect(try run.json()["rejected"]?.double ?? 0 == 0)
    }

    @Test func `two results in one place are refused`() throws {
        let run = try Tool.run(
            "sample", "--learners", "1", "--seed", "1", "--output", "a", "--groups", "a")
        #expect(run.code == 64)
        #expect(run.errors.contains("a place each"))
        #expect(try Tool.run("sample", "--learners", "-1", "--seed", "1").code == 64)
    }
}
