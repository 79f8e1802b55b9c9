// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import Foundation
import SkillsGraph
import Testing

@Suite struct HealthTests {
    @Test func `a sound catalogue is found sound, by a reader too`() throws {
        let folder = try TemporaryFolder()
        let random = try RandomCatalogue(seed: 9)
        try Catalog(writing: folder.path()).take(random.records + random.trailing)
        let health = try Catalog(reading: folder.path()).read { try $0.diagnose() }
        #expect(health.isSound)
        #expect(health.journalMode == "wal")
        #expect(health.schemaVersion == health.knownSchemaVersion)
        #expect(health.learnerCount == random.learners.count)
        #expect(health.counts[.skill] == random.expected.skills.count)
        #expect(health.sqliteVersion.hasPrefix("3."))
        #expect(health.byteCount == (try folder.contents()["catalog.sqlite"]?.count))
    }

    @Test func `a row that refers to nothing is found`() throws {
        let folder = try TemporaryFolder()
        try Catalog(writing: folder.path()).take([credential("a"), outcome("lo", of: "a")])
        try Raw(folder.path()).run(
            "PRAGMA foreign_keys = OFF; DELETE FROM credential_data WHERE name = 'a'")
        let health = try Catalog(reading: folder.path()).read { try $0.diagnose() }
        #expect(!health.isSound)
        #expect(health.danglingRows.contains { $0.hasPrefix("outcome_data 1 ") })
    }

    @Test func `something missing from the search index is found`() throws {
        let folder = try TemporaryFolder()
        try Catalog(writing: folder.path()).take([credential("a"), skill("b")])
        try Raw(folder.path()).run("DELETE FROM search WHERE rowid % 4 = 2")
        let health = try Catalog(reading: folder.path()).read { try $0.diagnose() }
        #expect(health.searchDifference == 1)
    }

    @Test func `damaged pages are an error or a finding, never a crash`() throws {
        let folder = try TemporaryFolder()
        try Catalog(writing: folder.path()).take((0..<2000).map { credential("c\($0)") })
        var data = try #require(try folder.contents()["catalog.sqlite"])
        for offset in stride(from: 8192, to: data.count, by: 4096) {
            data.replaceSubrange(offset..<offset + 64, with: Data(repeating: 0xA5, count: 64))
        }
        try data.write(to: URL(filePath: folder.path()))
        do {
            let health = try Catalog(reading: folder.path()).read { try $0.diagnose() }
            #expect(!health.isSound)
        } catch let error as CatalogError {
            guard case .damaged = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
