// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import SkillsGraph
import Testing

@testable import CredentialCatalog

/// What is on the disk at a moment is what a process killed at that moment leaves there; that the
/// binary is really killed is for the tests of the command line.
@Suite struct InterruptionTests {
    @Test func `files copied in the middle of an import hold the catalogue as it was`() throws {
        let folder = try TemporaryFolder()
        let copy = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([credential("a"), award("a", "L1")])
        var logSize = 0
        try catalog.importing(today) { session in
            try session.database.execute(sql: "PRAGMA cache_size = 10")
            for index in 0..<20_000 {
                try session.add(award("mc-\(index)", "L\(index % 100)"), at: place(index))
            }
            for (name, data) in try folder.contents() where !name.hasSuffix("-shm") {
                try data.write(to: copy.url.appending(path: name))
                if name.hasSuffix("-wal") { logSize = data.count }
            }
        }
        #expect(logSize > 100_000)
        #expect(try catalog.read { try $0.counts() }[.award] == 20_001)
        let after = try Catalog(writing: copy.path())
        #expect(try after.read { try $0.counts() }[.award] == 1)
        #expect(try after.read { try $0.log() }.count == 1)
        #expect(try after.read { try $0.diagnose() }.isSound)
        let (summary, _) = try after.take([award("a", "L1"), award("b", "L1")])
        #expect(summary.count(.award).added == 1)
    }

    @Test func `an error in the middle rolls everything back`() throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([credential("a")])
        let before = try catalog.read { try $0.counts() }
        #expect(throws: Stop.self) {
            try catalog.importing(today) {
                try $0.add(credential("b"), at: place(1))
                try $0.add(award("b", "L1"), at: place(2))
                throw Stop()
            }
        }
        #expect(try catalog.read { try $0.counts() } == before)
        try catalog.take([credential("b")])
    }
}
