// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct MatchTests {
    private func match(_ more: String...) throws -> JSONDocument {
        let run = try Tool.run(
            ["match", "--json", "--catalog", StackSample.catalog, "--as-of", "2026-11-15"] + more)
        #expect(run.code == 0, "\(run.errors)")
        return try run.json()
    }

    @Test func `every qualification is ranked, with what is reached on the way`() throws {
        let made = try match("--learner", "ann")
        let found = made["matches"]?.elements ?? []
        #expect(
            found.compactMap { $0["credential"]?.string } == ["operations", "security", "diploma"])
        #expect(found.compactMap { $0["status"]?.string } == ["met", "met", "notMet"])
        #expect(found.map { $0["held"] } == [.truth(true), .truth(false), .truth(false)])
        #expect(found.map { $0["reached"] } == [.truth(false), .truth(true), .truth(false)])
        #expect(
            found[2]["nested"]?.elements.compactMap { $0["credential"]?.string } == [
                "operations", "security",
            ])
        #expect(found[2]["startUnknown"] == .truth(true))
        #expect(made["counts"]?["qualifications"]?.double == 3)
        #expect(
            made["automatic"]?["derived"]?.elements.first?["award"]?.string
                == "operations@2025-02-10")
    }

    @Test func `a lapse is told with what lapsed and when`() throws {
        let lapsed = try match("--learner", "bea")["automatic"]?["lapsed"]?.elements.first
        #expect(lapsed?["credential"]?.string == "operations")
        #expect(lapsed?["lastDay"]?.string == "2026-06-30")
        #expect(lapsed?["members"]?.elements.first?["award"]?.string == "devices@2023-01-10")
        let text = try StackSample.run("match", "--learner", "bea").output
        #expect(
            text.contains(
                "Lapsed: Certificate in Operations (operations) was held by its rule until "
                    + "2026-06-30. devices@2023-01-10: It expired on 2026-06-30."))
        let before = try StackSample.run("match", "--learner", "bea", asOf: "2026-06-30").output
        #expect(before.contains("Automatic: Certificate in Operations"))
        #expect(!before.contains("Lapsed"))
    }

    @Test func `a filter narrows and a limit cuts, and the counts say so`() throws {
        let made = try match("--learner", "ann", "--where", "kind = certificate", "--limit", "1")
        #expect(made["matches"]?.elements.count == 1)
        #expect(made["counts"]?["considered"]?.double == 2)
        #expect(made["counts"]?["returned"]?.double == 1)
        #expect(try match("--limit", "0")["matches"]?.elements.isEmpty == true)
        #expect(try Tool.run("match", "--limit", "-1").code == 64)
    }

    @Test func `every form tells of the same qualifications`() throws {
        let found = try match("--learner", "ann")["matches"]?.elements ?? []
        let csv = try StackSample.run("match", "--learner", "ann", "--format", "csv").output
        #expect(
            csv.components(separatedBy: "\r\n").dropFirst().dropLast()
                .map { $0.components(separatedBy: ",")[1] }
                == found.compactMap { $0["credential"]?.string })
        let lines = try StackSample.run("match", "--learner", "ann", "--format", "jsonl").output
            .split(separator: "\n").map { try JSONDocument($0) }
        #expect(lines == found)
        let table = try StackSample.run("match", "--learner", "ann").output
        #expect(table.contains("operations held; security reached"))
    }

    @Test func `it agrees with the audit of each`() throws {
        for entry in try match("--learner", "ann")["matches"]?.elements ?? [] {
            let id = try #require(entry["credential"]?.string)
            let audit = try StackSample.run(
                "audit", "--learner", "ann", "--toward", id, "--json"
            ).json()
            #expect(audit["status"] == entry["status"])
            #expect(audit["remaining"] == entry["remaining"])
        }
    }
}
