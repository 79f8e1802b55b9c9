// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import SkillsGraph
import Testing

@Suite struct LogTests {
    @Test func `an import that changes something is logged with its files and counts`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let (summary, _) = try catalog.take([credential("a"), outcome("lo", of: "b")])
        let log = try catalog.read { try $0.log() }
        #expect(summary.logNumber == 1)
        #expect(log.map(\.action) == [.import])
        #expect(log.first?.stamp == today)
        #expect(log.first?.sources == [ImportSource(path: "test.csv", format: "test")])
        #expect(log.first?.counts == summary.counts)
        #expect(log.first?.counts.map(\.noun) == [.credential, .outcome])
    }

    @Test func `an import of which everything was rejected is not logged`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let (summary, _) = try catalog.take([outcome("lo", of: "b")])
        #expect(summary.logNumber == nil)
        #expect(try catalog.read { try $0.log() }.isEmpty)
    }

    @Test func `derived data is made once for a fingerprint and replaced by another`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        var built = 0
        func add(_ record: Record) throws -> ImportSummary {
            try catalog.importing(today) { session in
                try session.add(record, at: place(1))
                session.derive("space", fingerprint: { $0.skillFingerprint() }) { graph in
                    built += 1
                    return [UInt8(graph.skills.count), 0, 255]
                }
            }
        }
        #expect(try add(skill("a")).derived == ["space"])
        #expect(try add(skill("a")).logNumber == nil)
        #expect(try add(credential("c")).derived == [])
        #expect(built == 1)
        let first = try catalog.read { try Graph($0.parts()) }.skillFingerprint()
        #expect(try catalog.read { try $0.derived("space", fingerprint: first) } == [1, 0, 255])
        #expect(try add(skill("b")).derived == ["space"])
        #expect(try catalog.read { try $0.derived("space", fingerprint: first) } == nil)
        let held = try catalog.read { try $0.diagnose() }.derived
        #expect(held.map(\.name) == ["space"])
        #expect(held.map(\.byteCount) == [3])
    }

    @Test func `a ledger of many differences lists the first and counts all`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take((0..<1500).map { credential("c\($0)", credits: 1) })
        let (summary, _) = try catalog.take((0..<1500).map { credential("c\($0)", credits: 2) })
        #expect(summary.differenceCount == 1500)
        #expect(summary.differences.count == ImportSummary.listedDifferences)
    }
}
