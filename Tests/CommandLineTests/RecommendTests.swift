// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct RecommendTests {
    private func recommend(_ more: String...) throws -> JSONDocument {
        let run = try Sample.run(["recommend", "--json"] + Sample.question + more)
        #expect(run.code == 0, "\(run.errors)")
        return try run.json()
    }

    @Test func `contributions add up to the score, and ranks follow tier and score`() throws {
        let items = try recommend("--top", "200")["recommendations"]?.elements ?? []
        #expect(items.count > 50)
        for item in items {
            guard case .object(let contributions) = item["contributions"] else {
                Issue.record("no contributions")
                continue
            }
            let sum = contributions.sorted { $0.key < $1.key }.compactMap(\.value.double)
                .reduce(0, +)
            #expect(abs(sum - (item["score"]?.double ?? .nan)) < 1e-9)
        }
        #expect(items.compactMap { $0["rank"]?.double } == (1...items.count).map(Double.init))
        let keys = items.map { item in
            (item["counts"] == .truth(true) ? 1.0 : 0.0, item["score"]?.double ?? 0)
        }
        for (before, after) in zip(keys, keys.dropFirst()) { #expect(before >= after) }
    }

    @Test func `counts say how much was looked at, and min(k, eligible) come back`() throws {
        for top in [0, 3, 200] {
            let answer = try recommend("--top", String(top))
            let counts = answer["counts"]
            let eligible = Int(counts?["eligible"]?.double ?? -1)
            #expect(counts?["scored"]?.double == Double(eligible))
            #expect(counts?["returned"]?.double == Double(min(top, eligible)))
            #expect(answer["recommendations"]?.elements.count == min(top, eligible))
            #expect(answer["disclosure"]?["counts"] == counts)
        }
    }

    @Test func `the same question gives the same bytes`() throws {
        let arguments = ["recommend", "--json", "--blocked"] + Sample.question
        #expect(try Sample.run(arguments).output == (try Sample.run(arguments).output))
    }

    @Test func `what is supposed to be held is not recommended again`() throws {
        let first = try recommend("--top", "1")["recommendations"]?.elements.first
        let id = try #require(first?["credential"]?.string)
        let items = try recommend("--top", "200", "--held", id)["recommendations"]?.elements ?? []
        let ids = items.compactMap { $0["credential"]?.string }
        #expect(!ids.contains(id))
    }

    @Test func `a filter narrows the catalogue`() throws {
        let answer = try recommend("--top", "200", "--where", "provider = skarvdal")
        let items = answer["recommendations"]?.elements ?? []
        #expect(!items.isEmpty)
        #expect(items.allSatisfy { $0["provider"]?.string == "skarvdal" })
        #expect(answer["excluded"]?["filtered"]?.double ?? 0 > 0)
    }

    @Test func `other weights change the score, and their hash is in the output`() throws {
        let folder = Scratch()
        let file = try folder.write(
            #"{"version": "test", "weights": {"effort": 1}}"#, to: "weights.json")
        let own = try recommend("--weights", file)
        let standard = try recommend()
        #expect(own["disclosure"]?["weightsHash"] != standard["disclosure"]?["weightsHash"])
        #expect(own["disclosure"]?["weights"]?["effort"]?.double == 1)
        let bad = try folder.write(#"{"version": "1", "weights": {"luck": 1}}"#, to: "bad.json")
        let run = try Sample.run(["recommend", "--weights", bad] + Sample.question)
        #expect(run.code == 1)
        #expect(run.errors.contains("\"luck\" is not a criterion"))
    }

    @Test func `a target may be a title, or a list of skills`() throws {
        let byTitle = try Sample.run(
            "recommend", "--json", "--toward", "certificate in data and AI for public  services")
        #expect(try byTitle.json()["target"]?["id"]?.string == Sample.target)
        let folder = Scratch()
        let list = try folder.write(
            "\u{FEFF}# wanted\nperform data analysis \t 2\r\n  \nethics\n", to: "skills.txt")
        let answer = try Sample.run("recommend", "--json", "--toward", "skills:\(list)").json()
        #expect(answer["gap"]?["skills"]?.elements.count == 2)
        #expect(answer["recommendations"]?.elements.isEmpty == false)
        let unknown = try folder.write("juggling chainsaws\n", to: "unknown.txt")
        let run = try Sample.run("recommend", "--toward", "skills:\(unknown)")
        #expect(run.code == 1)
        #expect(run.errors.contains("unknown.txt:1"))
        let heavy = try folder.write("perform data analysis\t1e13\n", to: "heavy.txt")
        let refused = try Sample.run("recommend", "--toward", "skills:\(heavy)")
        #expect(refused.code == 1)
        #expect(refused.errors.contains("heavy.txt:1"))
        let close = try folder.write("ethic\n", to: "close.txt")
        #expect(
            try Sample.run("recommend", "--toward", "skills:\(close)").errors
                .contains("did you mean \"ethics\""))
    }

    @Test func `every form tells of the same credentials`() throws {
        let items = try recommend()["recommendations"]?.elements ?? []
        let ids = items.compactMap { $0["credential"]?.string }
        let csv = try Sample.run(["recommend", "--format", "csv"] + Sample.question).output
        let rows = csv.components(separatedBy: "\r\n").dropFirst().dropLast()
        #expect(rows.map { $0.components(separatedBy: ",")[1] } == ids)
        let text = try Sample.run(["recommend", "--format", "jsonl"] + Sample.question).output
        let lines = try text.split(separator: "\n").map { try JSONDocument($0) }
        #expect(lines == items)
        let table = try Sample.run(["recommend"] + Sample.question).output
        for id in ids { #expect(table.contains(id)) }
        #expect(!table.contains("\u{1B}"))
    }

    @Test func `an explanation shows every contribution and the path`() throws {
        let run = try Sample.run(["recommend", "--explain", "--top", "1"] + Sample.question)
        for word in ["coverage", "progress", "unlocking", "similarity", "score", "→ requirement"] {
            #expect(run.output.contains(word))
        }
    }

    @Test func `somebody who holds nothing gets a sensible answer`() throws {
        let run = try Sample.run("recommend", "--toward", Sample.target, "--json")
        #expect(run.code == 0)
        #expect(run.errors.contains("no learner is named"))
        #expect(try run.json()["recommendations"]?.elements.count == 5)
    }
}
