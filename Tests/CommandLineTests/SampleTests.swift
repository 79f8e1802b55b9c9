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

    @Test func `what is measured of it is what was counted in drawing it`() throws {
        let folder = Scratch()
        let (awards, planted) = (folder.path("awards.csv"), folder.path("planted.json"))
        let sample = try Tool.run(
            "sample", "--learners", "500", "--seed", "3", "--output", awards, "--planted", planted)
        #expect(sample.code == 0, "\(sample.errors)")
        let counted = try JSONDocument(contentsOf: URL(filePath: planted))
        let run = try Tool.run(
            "stats", "stacking-rate", "--awards", awards, "--json", "--data-end",
            try #require(counted["dataEnd"]?.string))
        #expect(run.code == 0, "\(run.errors)")
        let rows = try #require(try run.json()["tables"]?.elements.first?["rows"]?.elements)
        #expect(rows.count == 3)
        for row in rows {
            let rate = try #require(
                counted["rates"]?.elements.first {
                    $0["measure"]?.string == "stacking" && $0["by"] == .null
                        && $0["horizon"] == row["horizon"]
                })
            #expect(row["stackers"] == rate["count"])
            #expect(row["eligible"] == rate["of"])
        }
    }

    /// Files of sixteen mebibytes and more are read in parts; standard input never is.
    @Test(.enabled(if: isOptimized), arguments: ["", "L3,\"m\n2\",2024-01-01\n"])
    func `a long file gives what standard input gives, with the same notes`(quoted: String) throws {
        let folder = Scratch()
        let sample = try Tool.run("sample", "--learners", "45000", "--seed", "3")
        let text = sample.output + "L1,m,2024-13-01\n" + quoted + "x@y,m,2024-01-01\nL2,m"
        let file = try folder.write(text, to: "awards.csv")
        let command = ["stats", "stacking-rate", "record-types", "--json", "--awards"]
        let fromFile = try Tool.run(command + [file])
        let fromInput = try Tool.run(command + ["-"], input: text)
        #expect(fromFile.code == 0 && !fromFile.errors.isEmpty)
        #expect(fromFile.output == fromInput.output)
        #expect(fromFile.errors == fromInput.errors.replacingOccurrences(of: "stdin", with: file))
    }

    @Test func `two results in one place are refused`() throws {
        let run = try Tool.run(
            "sample", "--learners", "1", "--seed", "1", "--output", "a", "--groups", "a")
        #expect(run.code == 64)
        #expect(run.errors.contains("a place each"))
        #expect(try Tool.run("sample", "--learners", "-1", "--seed", "1").code == 64)
    }
}
