// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import Foundation
import SkillsGraph
import Testing

@Suite struct ForgettingTests {
    private let secret = "zaphod-4711-beeblebrox"

    private func filesHolding(_ id: String, in folder: TemporaryFolder) throws -> [String] {
        try folder.contents().filter { $0.value.range(of: Data(id.utf8)) != nil }.map(\.key)
    }

    /// Many learners, so that ids stand in inner pages of the trees and in freed ones.
    private func fill(_ catalog: Catalog) throws {
        try catalog.take(
            (0..<3000).flatMap { index in
                let learner = index == 1500 ? secret : "learner-\(index)"
                return (0..<3).map { award("mc-\($0)", learner, 20_000 + index) }
            }, from: "awards/\(secret).csv")
        try catalog.take([award("mc-0", secret, 30_000)], from: secret)
        try catalog.take(
            [
                outcome("lo", of: "mc"), credential("mc"),
                .alignment(Alignment(outcome: "lo", skill: SkillReference(label: "weld"))),
            ], from: "\(secret).json")
    }

    @Test func `no byte of a forgotten learner's id is left on the disk`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try fill(catalog)
        #expect(!(try filesHolding(secret, in: folder)).isEmpty)
        #expect(try catalog.forget(learner: secret, today))
        #expect(try filesHolding(secret, in: folder) == [])
        #expect(try filesHolding("learner-1499", in: folder) == ["catalog.sqlite"])
        #expect(try catalog.read { try $0.learner(secret) } == nil)
        #expect(try catalog.read { try $0.learners() }.count == 2999)
    }

    @Test func `the log says that someone was forgotten, and not who`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try fill(catalog)
        try catalog.forget(learner: secret, today)
        let log = try catalog.read { try $0.log() }
        #expect(log.map(\.action) == [.import, .import, .import, .forget])
        #expect(
            log.flatMap(\.sources).map(\.path) == [
                "awards/[forgotten].csv", "[forgotten]", "[forgotten].json",
            ])
        #expect(try catalog.read { try $0.pending() }.map(\.place) == ["[forgotten].json:3:1"])
        #expect(throws: (any Error).self) { try Raw(folder.path()).run("DELETE FROM log_data") }
        #expect(throws: (any Error).self) {
            try Raw(folder.path()).run("UPDATE log_source SET path = ''")
        }
    }

    @Test func `while another process reads, it says that traces may be left`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try fill(catalog)
        try Catalog(reading: folder.path()).read { snapshot in
            let before = try snapshot.learner(secret)
            #expect(throws: CatalogError.locked(path: folder.path())) {
                try catalog.forget(learner: secret, today)
            }
            let after = try snapshot.learner(secret)
            #expect(after == before)
            #expect(after?.awards.count == 4)
        }
        #expect(try catalog.read { try $0.learner(secret) } == nil)
        #expect(try !catalog.forget(learner: secret, today))
        #expect(try filesHolding(secret, in: folder) == [])
    }

    @Test func `a learner who is not there is not forgotten, and nothing is logged`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([award("mc", "L1")])
        #expect(try !catalog.forget(learner: "L2", today))
        #expect(try catalog.read { try $0.log() }.count == 1)
        #expect(try catalog.read { try $0.learners() }.count == 1)
    }

    @Test func `a short id is not taken out of paths that have nothing to do with it`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([award("mc", "1")], from: "esco-v1.1.1/1.csv")
        try catalog.forget(learner: "1", today)
        let paths = try catalog.read { try $0.log() }.flatMap(\.sources).map(\.path)
        #expect(paths == ["esco-v1.1.1/[forgotten].csv"])
    }

    @Test func `prior learning that nobody else holds goes with the learner`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        func prior(_ id: String) -> Record {
            .credential(
                Credential(
                    id: id, title: LocalizedText("Apprenticeship xyzzy"), kind: .priorLearning))
        }
        try catalog.take([
            prior("own"), prior("shared"), outcome("own-lo", of: "own"), credential("mc"),
            award("own", "L1"), award("shared", "L1"), award("mc", "L1"), award("shared", "L2"),
        ])
        try catalog.forget(learner: "L1", today)
        let parts = try catalog.read { try $0.parts() }
        #expect(parts.credentials.map(\.id) == ["mc", "shared"])
        #expect(parts.outcomes.isEmpty)
        #expect(try catalog.read { try $0.search("xyzzy") }.map(\.id) == ["shared"])
        #expect(try catalog.read { try $0.diagnose() }.isSound)
    }
    @Test func `prior learning that a rule refers to stays`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let ids = ["ordered", "equal", "wanted", "asked", "own"]
        var rule = Rule(
            credential: "d", use: .completion,
            requirement: Requirement(
                id: "own",
                kind: .all([
                    Requirement(id: "1", kind: .order(["ordered", "d"])),
                    Requirement(id: "2", kind: .credential("asked", overlap: nil)),
                ])))
        rule.equivalences = [.init("equal", countsFor: "wanted")]
        try catalog.take(
            ids.map { .credential(Credential(id: $0, title: "x", kind: .priorLearning)) }
                + [credential("d"), .rule(rule)] + ids.map { award($0, "L1") })
        try catalog.forget(learner: "L1", today)
        let parts = try catalog.read { try $0.parts() }
        #expect(Set(parts.credentials.map(\.id)) == Set(ids).subtracting(["own"]).union(["d"]))
        _ = try Graph(parts)
    }
}
