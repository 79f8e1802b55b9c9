// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import Foundation
import SkillsGraph
import Testing

@Suite struct ExceptionTests {
    static let day = CalendarDate(dayNumber: 20_780)
    static let board = AuditException.Decision(
        by: "study board", because: "an equal module abroad", on: day)

    /// Two learners, and a rule of which a requirement may be excepted.
    static func catalog(_ folder: TemporaryFolder) throws -> Catalog {
        let catalog = try Catalog(writing: folder.path())
        let parts = [
            Requirement(id: "core", kind: .credential("a", overlap: nil)),
            Requirement(id: "thesis", kind: .count(.init(minimum: ExactDecimal(30)))),
        ]
        let rule = Rule(
            credential: "d", use: .completion,
            requirement: Requirement(
                id: "root", kind: .count(.init(minimum: ExactDecimal(60), parts: parts))))
        try catalog.take(
            ["a", "b", "d"].map { credential($0, credits: 30) } + [
                .rule(rule), award("b", "L1"), award("a", "L1", 20_100), award("b", "L2"),
            ])
        return catalog
    }

    static func exception(_ kind: AuditException.Kind, of learner: String = "L1") -> AuditException
    {
        AuditException(learner: learner, rule: "d", kind, board)
    }

    private static let kinds: [AuditException.Kind] = [
        .insert(award: "b@2024-10-04", into: "thesis"), .substitute("b", for: "a"),
        .waive("thesis"), .block(award: "b@2024-10-04", in: nil),
        .block(award: "b@2024-10-04", in: "thesis"), .change("root", .minimum, to: "55"),
        .change("thesis", .maximum, to: "none"),
    ]

    @Test func `every kind of exception comes back as it was, with an id`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Self.catalog(folder)
        var stored: [AuditException] = []
        for (index, kind) in Self.kinds.enumerated() {
            var exception = Self.exception(kind)
            exception.until = index % 2 == 0 ? nil : CalendarDate(dayNumber: 21_000 + index)
            stored.append(try catalog.add(exception, today))
        }
        #expect(stored.map(\.id) == (1...7).map { "x\($0)" })
        #expect(stored.map(\.kind) == Self.kinds)
        #expect(stored.allSatisfy { $0.rule == "d/completion" })
        let other = try catalog.add(Self.exception(.waive("core"), of: "L2"), today)
        #expect(other.id == "x8")
        let snapshot = try Catalog(reading: folder.path())
        #expect(try snapshot.read { try $0.exceptions(of: "L1") } == stored)
        #expect(try snapshot.read { try $0.exceptions() } == stored + [other])
        #expect(try snapshot.read { try $0.exceptions(of: "nobody") }.isEmpty)
        #expect(
            try snapshot.read { try $0.log() }.map(\.action).suffix(8).allSatisfy {
                $0 == .exception
            })
    }

    @Test func `revoking adds an entry and takes nothing away`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Self.catalog(folder)
        let first = try catalog.add(Self.exception(.waive("thesis")), today)
        let second = try catalog.add(Self.exception(.waive("core")), today)
        let decision = AuditException.Decision(
            by: "dean", because: "a mistake", on: CalendarDate(dayNumber: 20_790))
        let revoked = try catalog.revoke("x1", decision, today)
        #expect(revoked.revocation == decision)
        #expect(revoked.kind == first.kind)
        #expect(try catalog.read { try $0.exceptions(of: "L1") } == [revoked, second])
        #expect(try catalog.read { try $0.log() }.last?.action == .revocation)
        #expect(throws: AuditExceptionError.alreadyRevoked(id: "x1", decision.date)) {
            try catalog.revoke("x1", decision, today)
        }
        #expect(
            throws: AuditExceptionError.unknown(
                kind: "exception", id: "x3", among: "in the catalogue", nearest: ["x1", "x2"])
        ) { try catalog.revoke("x3", decision, today) }
        #expect(try catalog.add(Self.exception(.waive("core")), today).id == "x3")
    }

    @Test func `what is wrong is not stored, and not logged`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Self.catalog(folder)
        let before = try folder.contents()
        #expect(
            throws: AuditExceptionError.unknown(
                kind: "learner", id: "L3", among: "in the catalogue", nearest: ["L1", "L2"])
        ) { try catalog.add(Self.exception(.waive("core"), of: "L3"), today) }
        #expect(throws: AuditExceptionError.self) {
            try catalog.add(Self.exception(.waive("chore")), today)
        }
        #expect(throws: AuditExceptionError.self) {
            try catalog.add(Self.exception(.insert(award: "c", into: "thesis")), today)
        }
        let reader = try Catalog(reading: folder.path())
        #expect(throws: CatalogError.readOnly(path: folder.path())) {
            try reader.add(Self.exception(.waive("core")), today)
        }
        #expect(try folder.contents() == before)
    }

    @Test func `the log of exceptions refuses changes and deletions`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Self.catalog(folder)
        _ = try catalog.add(Self.exception(.waive("thesis")), today)
        _ = try catalog.revoke("x1", Self.board, today)
        let raw = try Raw(folder.path())
        for change in [
            "DELETE FROM log_exception", "UPDATE log_exception SET why = ''",
            "DELETE FROM log_revocation", "UPDATE log_revocation SET who = ''",
        ] {
            #expect(throws: (any Error).self, "\(change)") { try raw.run(change) }
        }
    }

    @Test func `the view shows what was decided, and what was revoked`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Self.catalog(folder)
        _ = try catalog.add(Self.exception(.change("root", .minimum, to: "55")), today)
        _ = try catalog.add(Self.exception(.substitute("b", for: "a")), today)
        _ = try catalog.revoke("x2", Self.board, today)
        let rows = try Raw(folder.path()).rows(
            """
            SELECT id, learner, kind, requirement, changed, value, credential, counts_for, who, date,
                revoked FROM exception ORDER BY id
            """)
        #expect(
            rows == [
                [
                    "x1", "L1", "change", "root", "minimum", "55", nil, nil, "study board",
                    "2026-11-23", nil,
                ],
                [
                    "x2", "L1", "substitute", nil, nil, nil, "b", "a", "study board", "2026-11-23",
                    "2026-11-23",
                ],
            ])
    }

    @Test func `a forgotten learner's exceptions leave no byte, and no id is used again`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Self.catalog(folder)
        let secret = "zaphod-4711-beeblebrox"
        try catalog.take([award("b", secret)])
        var exception = Self.exception(.waive("thesis"), of: secret)
        exception.decision.why = "illness in the family of trillian"
        _ = try catalog.add(exception, today)
        _ = try catalog.revoke("x1", Self.board, today)
        var other = Self.exception(.waive("core"), of: "L2")
        other.decision.why = "the same as for \(secret)"
        _ = try catalog.add(other, today)
        #expect(try catalog.forget(learner: secret, today))
        for (name, data) in try folder.contents() {
            for trace in [secret, "trillian"] {
                #expect(data.range(of: Data(trace.utf8)) == nil, "\(trace) in \(name)")
            }
        }
        let left = try catalog.read { try $0.exceptions() }
        #expect(left.map(\.id) == ["x2"])
        #expect(left.map(\.decision.why) == ["the same as for [forgotten]"])
        #expect(try catalog.add(Self.exception(.waive("thesis")), today).id == "x3")
        #expect(try catalog.read { try $0.diagnose() }.isSound)
        let actions = try catalog.read { try $0.log() }.map(\.action)
        #expect(
            actions == [
                .import, .import, .exception, .revocation, .exception, .forget, .exception,
            ])
        #expect(throws: (any Error).self) {
            try Raw(folder.path()).run("DELETE FROM log_exception")
        }
    }
}
