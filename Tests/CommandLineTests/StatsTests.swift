// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct StatsTests {
    /// The worked example of the statistics, as a file of awards.
    private static let awards = """
        learner,credential,date,status,level,kind,field
        L01,M1,2021-01-31,completed,6,micro-credential,0612
        L01,M2,2021-06-30,completed,6,micro-credential,0613
        L01,PGC,2022-01-31,completed,7,certificate,
        L02,M1,2021-01-31,completed,6,micro-credential,0612
        L02,M3,2022-07-31,completed,6,micro-credential,0612
        L03,M1,2021-02-28,completed,6,micro-credential,0612
        L04,BSc,2019-06-30,completed,6,degree,
        L04,M2,2021-06-30,completed,6,micro-credential,0613
        L05,M2,2021-03-31,completed,6,micro-credential,0613
        L05,M4,2021-09-30,completed,7,micro-credential,
        L06,M1,2021-01-31,completed,6,micro-credential,0612
        L06,M2,2023-03-31,completed,6,micro-credential,0613
        L07,M3,2021-05-31,completed,6,micro-credential,0612
        L07,M1,2021-11-30,completed,6,micro-credential,0612
        L07,M4,2022-05-31,completed,7,micro-credential,
        L08,M4,2023-06-30,completed,7,micro-credential,

        """

    private static let terms = ["--data-end", "2024-01-31", "--horizon", "730d"]

    private func stats(_ arguments: [String], awards: String = awards) throws -> Tool.Run {
        try Tool.run(["stats", "--awards", "-"] + Self.terms + arguments, input: awards)
    }

    private func row(_ run: Tool.Run, _ place: Int = 0) throws -> JSONDocument {
        #expect(run.code == 0, "\(run.errors)")
        return try #require(run.json()["tables"]?.elements.first?["rows"]?.elements[place])
    }

    @Test func `a file of awards needs no catalogue`() throws {
        let run = try stats(["stacking-rate", "--json"])
        let found = try row(run)
        #expect(found["eligible"]?.double == 7)
        #expect(found["stackers"]?.double == 4)
        #expect(found["vertical"]?.double == 3)
        let document = try run.json()
        #expect(document["schema"]?.string == "varde/stats/1")
        #expect(document["dataEnd"]?.string == "2024-01-31")
        let table = try #require(document["tables"]?.elements.first)
        #expect(table["n"]?.double == 8)
        #expect(table["horizons"]?.elements == [.number(730)])
        #expect(run.errors.isEmpty)
    }

    @Test func `the order of the file's rows makes no difference`() throws {
        var lines = Self.awards.split(separator: "\n").map(String.init)
        let header = lines.removeFirst()
        let turned = ([header] + lines.reversed()).joined(separator: "\n") + "\n"
        let arguments = ["--by", "field", "--format", "json"]
        #expect(try stats(arguments).output == (try stats(arguments, awards: turned).output))
    }

    @Test func `a table named alone is written as CSV`() throws {
        let run = try stats(["stacking_survival_summary", "--format", "csv"])
        let lines = run.output.split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("by,group,learners,events,censored,q1,median") ?? false)
        #expect(lines.last?.hasPrefix("all,,8,5,3,") ?? false)
    }

    @Test func `several tables as CSV need a folder, and get a file each`() throws {
        let refused = try stats(["stacking-survival", "record-types", "--format", "csv"])
        #expect(refused.code == 64)
        #expect(refused.errors.contains("stacking_survival_summary"))
        #expect(refused.errors.contains("--output FOLDER"))
        let folder = Scratch()
        let path = folder.path("tables")
        let run = try stats(
            ["stacking-survival", "record-types", "--format", "csv", "--output", path])
        #expect(run.code == 0, "\(run.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        #expect(
            names == ["record_types.csv", "stacking_survival.csv", "stacking_survival_summary.csv"])
        let types = try String(contentsOfFile: path + "/record_types.csv", encoding: .utf8)
        #expect(types.contains("all,,8,1,1,4,2,"))
    }

    @Test func `lines of JSON name their table`() throws {
        let run = try stats(["record-types", "stack-depth", "--format", "jsonl"])
        let tables = try run.output.split(separator: "\n").map {
            try JSONDocument($0)["table"]?.string
        }
        #expect(tables == ["record_types"] + Array(repeating: "stack_depth", count: 4))
    }

    @Test func `each table is shown with what it rests on`() throws {
        let run = try stats(["stacking-rate", "time-to-stack"])
        #expect(run.output.contains("Stacking rate\n"))
        #expect(run.output.contains("Time to stack\n"))
        #expect(run.output.contains("n = 8 learners; horizon 730 days; data end 2024-01-31."))
        #expect(run.output.contains("Index award: the first award of the kind micro-credential."))
    }

    @Test func `a person sees the first rows of a long table, and a file has all`() throws {
        let depths = (1...120).map { learner in
            (0..<learner).map { "D\(learner),c\($0),2021-01-01,completed\n" }.joined()
        }
        let awards = "learner,credential,date,status\n" + depths.joined()
        let text = try stats(["stack-depth"], awards: awards)
        #expect(text.output.contains("… and 21 more rows; --format csv or json has all."))
        let file = try stats(["stack-depth", "--format", "csv"], awards: awards)
        #expect(file.output.split(separator: "\r\n").count == 122)
    }

    @Test func `groups of a file break down, and compare with one of them`() throws {
        let folder = Scratch()
        let groups = try folder.write(
            "learner,region\nL01,north\nL02,north\nL03,south\nL05,south\nL06,south\nL99,north\n",
            to: "groups.csv")
        let run = try stats(
            [
                "equity-ratio", "--groups", groups, "--by", "region", "--reference", "south",
                "--json",
            ])
        let north = try row(run, 1)
        #expect(north["group"]?.string == "north")
        #expect(north["eligible"]?.double == 2)
        #expect(north["ratio"]?.double == 3)
        let south = try row(run, 2)
        #expect(south["stackers"]?.double == 1)
        #expect(south["ratio"]?.double == 1)
        let unknown = try row(run, 3)
        #expect(unknown["by"]?.string == "region")
        #expect(unknown["group"] == .null)
        #expect(run.errors.contains("3 learners have no group"))
        #expect(run.errors.contains("1 learners of \(groups) have no awards"))
    }

    @Test func `no learner's id leaves in any form`() throws {
        for format in ["table", "json", "jsonl"] {
            let run = try stats(["--by", "field", "--format", format])
            #expect(run.code == 0)
            for number in 1...8 { #expect(!run.output.contains("L0\(number)")) }
        }
    }

    @Test func `bad rows are said, counted and left out, or fail`() throws {
        let bad = Self.awards + "a@b,M1,2021-01-01,completed,,,\nL09,M1,soon,completed,,,\n"
        let run = try stats(["stacking-rate", "--json"], awards: bad)
        #expect(run.code == 0)
        #expect(run.errors.contains("stdin:18:1"))
        #expect(run.errors.contains("stdin:19:3"))
        let excluded = try run.json()["tables"]?.elements.first?["excluded"]?.elements
        #expect(excluded?.last?["reason"]?.string == "rejected")
        #expect(excluded?.last?["count"]?.double == 2)
        let strict = try stats(["stacking-rate", "--strict"], awards: bad)
        #expect(strict.code == 1)
        #expect(strict.output.isEmpty)
    }

    @Test func `what does not count is left out and said why`() throws {
        let more =
            Self.awards + "L09,M1,,completed,,,\nL09,M2,2021-01-01,failed,,,\n"
            + "L09,M3,2025-01-01,completed,,,\nL01,M1,2023-01-01,completed,6,,\n"
        let table = try #require(
            stats(["stacking-rate", "--json"], awards: more).json()["tables"]?.elements.first)
        let reasons = (table["excluded"]?.elements ?? []).compactMap { $0["reason"]?.string }
        #expect(
            reasons
                == ["notCompleted", "undated", "afterDataEnd", "repeated", "withoutIndexAward"])
        #expect(table["n"]?.double == 8)
    }

    @Test func `an empty cohort says so`() throws {
        let empty = "learner,credential,date,status\n"
        let run = try stats([], awards: empty)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("the cohort is empty"))
        for format in ["json", "jsonl"] {
            let run = try stats(["--format", format], awards: empty)
            #expect(run.code == 0)
            #expect(!run.output.lowercased().contains("nan"))
        }
        let other = try stats([], awards: "id,title,kind\na,A,course\n")
        #expect(other.code == 1)
        #expect(other.errors.contains("holds no awards"))
    }

    @Test(arguments: [
        (["stacking-rat"], 1, "did you mean \"stacking-rate\""),
        (["--horizon", "2y"], 64, "--horizon"), (["--horizon", "0d"], 64, "--horizon"),
        (["--index", "medal"], 64, "micro-credential"),
        (["--by", "region"], 64, "--groups"), (["--groups", "x.csv"], 64, "--by"),
        (["--reference", "x"], 64, "--by"), (["equity-ratio"], 64, "--reference"),
        (["--by", "field", "--reference", "0611"], 1, "\"0612\""),
        (["--by", "field", "--groups", "x.csv"], 64, "leave --groups out"),
        (["--least", "0"], 64, "--least"), (["--top", "-1"], 64, "--top"),
    ])
    func `what is asked wrongly is answered with what would do`(
        arguments: [String], code: Int32, text: String
    ) throws {
        let run = try stats(arguments)
        #expect(run.code == code)
        #expect(run.errors.contains(text), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test func `a column that is not in the groups' file is answered with those that are`() throws {
        let folder = Scratch()
        let groups = try folder.write("learner,region\nL01,north\n", to: "groups.csv")
        let run = try stats(["--groups", groups, "--by", "city"])
        #expect(run.code == 1)
        #expect(run.errors.contains("it has \"region\""))
    }

    @Test func `what rows do not say of a credential the catalogue does`() throws {
        let rows = """
            learner,credential,date
            a,ska-data-basics,2024-01-01
            a,car-data-protection,2024-03-01
            a,unheard-of,2024-04-01

            """
        let arguments = [
            "stats", "stacking-rate", "--awards", "-", "--by", "provider", "--horizon", "30d",
            "--format", "csv",
        ]
        let run = try Tool.run(arguments + ["--catalog", Sample.catalog], input: rows)
        #expect(run.errors.contains("is read from"))
        #expect(run.output.contains("provider,skarvdal,30,1,1,"))
        let alone = try Tool.run(arguments, input: rows)
        #expect(alone.output.split(separator: "\r\n").count == 2)
    }

    @Test func `the list names every statistic, with its definition and source`() throws {
        let run = try Tool.run("stats", "--list", "--json")
        let rows = try run.json()["rows"]?.elements ?? []
        #expect(rows.count > 10)
        let text = try Tool.run("stats", "--list").output
        for row in rows {
            for key in ["name", "question", "source"] {
                #expect(text.contains(row[key]?.string ?? "nothing"))
            }
        }
    }
}
