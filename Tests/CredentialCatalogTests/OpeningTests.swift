// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import SkillsGraph
import Testing

@testable import CredentialCatalog

@Suite struct OpeningTests {
    @Test func `a reader needs a file`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: CatalogError.missing(path: folder.path())) {
            try Catalog(reading: folder.path())
        }
        #expect(try folder.contents().isEmpty)
    }

    @Test func `a writer makes the file and its folder`() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "a/b c/catalog #1?.sqlite").path
        try Catalog(writing: path).take([credential("a")])
        #expect(try Catalog(reading: path).read { try $0.counts() }[.credential] == 1)
    }

    @Test func `a folder is not a catalogue`() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.path
        #expect(throws: CatalogError.isFolder(path: path)) { try Catalog(reading: path) }
        #expect(throws: CatalogError.isFolder(path: path)) { try Catalog(writing: path) }
    }

    @Test func `what is not a database is left as it is`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path()
        for size in [1, 600, 100_000] {
            let data = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            try data.write(to: URL(filePath: path))
            #expect(throws: CatalogError.notADatabase(path: path)) { try Catalog(reading: path) }
            #expect(throws: CatalogError.notADatabase(path: path)) { try Catalog(writing: path) }
            #expect(try folder.contents() == ["catalog.sqlite": data])
        }
    }

    @Test func `another program's database is left as it is`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path()
        try Raw(path).run("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        let before = try folder.contents()
        #expect(throws: CatalogError.notACatalogue(path: path)) { try Catalog(reading: path) }
        #expect(throws: CatalogError.notACatalogue(path: path)) { try Catalog(writing: path) }
        #expect(try folder.contents() == before)
    }

    @Test func `a newer schema is refused, and left as it is`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path()
        try Catalog(writing: path).take([credential("a")])
        try Raw(path).run("PRAGMA user_version = 99")
        let error = CatalogError.newer(path: path, version: 99, known: Schema.version)
        #expect(throws: error) { try Catalog(reading: path) }
        #expect(throws: error) { try Catalog(writing: path) }
        #expect(try Raw(path).rows("PRAGMA user_version") == [["99"]])
    }

    @Test func `an older schema is refused by a reader and upgraded by a writer`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path()
        try makeFirstVersion(path)
        let error = CatalogError.older(path: path, version: 1, known: Schema.version)
        #expect(throws: error) { try Catalog(reading: path) }
        #expect(error.description.contains("varde import"))
        _ = try Catalog(writing: path)
        let catalog = try Catalog(reading: path)
        #expect(try catalog.read { try $0.search("old") }.map(\.id) == ["urn:1"])
        #expect(try catalog.read { try $0.parts() }.skills.map(\.label.entries.count) == [2])
        #expect(try catalog.read { try $0.diagnose() }.isSound)
    }

    /// A file as the first migration left it.
    private func makeFirstVersion(_ path: String) throws {
        let raw = try Raw(path)
        try raw.run(Schema.tables)
        try raw.run(
            """
            INSERT INTO framework_data VALUES (1, 'ESCO', '1');
            INSERT INTO skill_data VALUES (7, 'urn:1', 'skill', 1);
            INSERT INTO skill_label VALUES (7, 'en', 'old label', NULL), (7, 'de', 'alt', 'x');
            PRAGMA application_id = \(Schema.application); PRAGMA user_version = 1
            """)
    }

    @Test func `rules and awards of an older file are read whole after an upgrade`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path()
        try makeSecondVersion(path)
        let catalog = try Catalog(writing: path)
        let parts = try catalog.read { try $0.parts() }
        #expect(parts.rules.map(\.id) == ["d/admission", "d/completion"])
        let rule = try #require(parts.rules.last)
        #expect(rule.version == "2" && rule.source == "https://x.example")
        #expect(rule.validFrom == CalendarDate(dayNumber: 20_000) && rule.validUntil == nil)
        #expect(rule.decidedBy == "Bo \"B\"")
        #expect(rule.requirement.title.text(in: "de") == "Alles")
        #expect(rule.requirement.nodes.map(\.kind.name) == ["credits", "share", "credential"])
        #expect(try catalog.read { try $0.learner("L1") }?.awards.map(\.usedFor) == [[]])
        #expect(try catalog.read { try $0.diagnose() }.isSound)
        _ = try Graph(parts)
        let raw = try Raw(path)
        #expect(
            try raw.rows(
                "SELECT id, position, options FROM requirement WHERE rule = 'd/completion'")
                == [["all", "0", nil], ["half", "1", nil], ["a", "2", nil]])
        let (again, _) = try catalog.take(rule.rows.map { .requirement($0) })
        #expect(again.count(.rule).unchanged == 1)
        #expect(again.logNumber == nil)
        #expect(throws: (any Error).self) { try raw.run("DELETE FROM log_data") }
    }

    @Test func `an older file whose rules are no rules is left as it was`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path()
        try makeSecondVersion(path)
        try Raw(path).run("UPDATE requirement_data SET kind = 'every'")
        let error = #expect(throws: CatalogError.self) { try Catalog(writing: path) }
        #expect(error?.description.contains("are no rule") == true)
        #expect(try Raw(path).rows("PRAGMA user_version") == [["2"]])
        #expect(try Raw(path).rows("SELECT count(*) FROM requirement_data") == [["4"]])
    }

    /// A file as the second migration left it, with rules kept as rows.
    private func makeSecondVersion(_ path: String) throws {
        let raw = try Raw(path)
        try raw.run(Schema.tables + Schema.search)
        try raw.run(
            """
            INSERT INTO credential_data (id, name, kind) VALUES (3, 'd', 'degree'),
                (4, 'a', 'module');
            INSERT INTO rule_data VALUES
                (5, 3, 'completion', '2', 20000, NULL, 'https://x.example', 'Bo "B"'),
                (6, 3, 'admission', NULL, NULL, NULL, NULL, NULL);
            INSERT INTO requirement_data VALUES
                (5, 0, 'all', NULL, 'credits', '60', NULL, 'ECTS', 'any'),
                (5, 1, 'half', 'all', 'share', '50%', NULL, NULL, 'level >= 6'),
                (5, 2, 'a', 'all', 'credential', NULL, NULL, NULL, 'a'),
                (6, 0, 'x', NULL, 'all', NULL, NULL, NULL, NULL);
            INSERT INTO requirement_text VALUES (5, 0, 'de', 'Alles');
            INSERT INTO learner_data VALUES (1, 'L1');
            INSERT INTO award_data (learner, credential, day, ordinal, serial, progress,
                verification) VALUES (1, 'a', 20000, 0, 0, 'completed', 'verified');
            INSERT INTO log_data VALUES (1, 'import', 20000, 'varde 0.1.0');
            PRAGMA application_id = \(Schema.application); PRAGMA user_version = 2
            """)
    }

    @Test func `an upgrade that fails leaves the older file`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path()
        try makeFirstVersion(path)
        try Raw(path).run("CREATE TABLE search (x)")
        #expect(throws: CatalogError.self) { try Catalog(writing: path) }
        #expect(try Raw(path).rows("PRAGMA user_version") == [["1"]])
    }

    @Test func `an empty file becomes a catalogue`() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(filePath: folder.path()))
        #expect(throws: CatalogError.notACatalogue(path: folder.path())) {
            try Catalog(reading: folder.path())
        }
        try Catalog(writing: folder.path()).take([credential("a")])
    }

    @Test func `a full disk stops an import, and the catalogue is as it was`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path()
        try Catalog(writing: path).take([credential("a")])
        let before = try folder.contents()
        let catalog = try Catalog(writing: path, maximumPages: 120)
        #expect(throws: CatalogError.full(path: path)) {
            try catalog.take((0..<50_000).map { award("mc-\($0)", "L1") })
        }
        #expect(try catalog.read { try $0.learners() }.isEmpty)
        try catalog.take([credential("a")])
        #expect(try folder.contents()["catalog.sqlite"] == before["catalog.sqlite"])
    }

    @Test func `a disk with no room for a new catalogue leaves nothing behind`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: CatalogError.full(path: folder.path())) {
            try Catalog(writing: folder.path(), maximumPages: 3)
        }
        #expect(try folder.contents().isEmpty)
    }

    @Test func `a file that another process holds is waited for, then refused`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path()
        let catalog = try Catalog(writing: path)
        try Raw(path).whileLocked {
            #expect(throws: CatalogError.locked(path: path)) {
                try catalog.take([credential("a")])
            }
            let reader = try Catalog(reading: path)
            #expect(try reader.read { try $0.counts() }[.credential] == 0)
        }
        try catalog.take([credential("a")])
    }

    @Test func `a reader does not write, and leaves no file behind`() throws {
        let folder = try TemporaryFolder()
        try Catalog(writing: folder.path()).take([credential("a")])
        let before = try folder.contents()
        #expect(before.keys.sorted() == ["catalog.sqlite"])
        do {
            let catalog = try Catalog(reading: folder.path())
            #expect(throws: CatalogError.readOnly(path: folder.path())) {
                try catalog.take([credential("b")])
            }
            #expect(throws: CatalogError.readOnly(path: folder.path())) {
                try catalog.forget(learner: "L1", today)
            }
            #expect(try catalog.read { try $0.counts() }[.credential] == 1)
        }
        #expect(try folder.contents() == before)
    }

    @Test func `where nothing can be written a checkpointed file can still be read`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a catalog; #1?.sqlite")
        try Catalog(writing: path).take([credential("a")])
        let queue = try Connection(path).openUnchanging()
        let names = try queue.read { database in
            try CatalogSnapshot(database, path: path).parts().credentials.map(\.id)
        }
        #expect(names == ["a"])
        try Data("not empty".utf8).write(to: URL(filePath: path + "-wal"))
        #expect(throws: CatalogError.unfinished(path: path)) {
            try Connection(path).openUnchanging()
        }
    }

    @Test(.enabled(if: geteuid() != 0, "permissions do not bind root"))
    func `permissions are respected`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path()
        try Catalog(writing: path).take([credential("a")])
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
        defer {
            try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
        }
        #expect(try Catalog(reading: path).read { try $0.counts() }[.credential] == 1)
        #expect(throws: CatalogError.readOnly(path: path)) { try Catalog(writing: path) }
        let other = folder.path("other.sqlite")
        #expect(throws: CatalogError.readOnly(path: other)) { try Catalog(writing: other) }
    }
}
