// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Exceptions, from their being made to the difference they make.
@Suite struct ExceptionAuditTests {
    private let folder = Scratch()
    private let catalog: String

    init() throws { catalog = try StackSample.make(in: folder) }

    private func run(_ arguments: [String], _ day: String = "2026-11-15") throws -> Tool.Run {
        let run = try Tool.run(arguments + ["--catalog", catalog, "--as-of", day])
        #expect(run.code == 0, "\(run.errors)")
        return run
    }

    private func except(_ arguments: String...) throws {
        _ = try run(
            ["exception", "add"] + arguments + [
                "--learner", "ann", "--rule", "diploma", "--who", "study board", "--why",
                "taught jointly", "--until", "2027-07-31",
            ])
    }

    private static let audit = ["audit", "--learner", "ann", "--toward", "diploma"]

    private func audited(_ more: String..., asOf day: String = "2026-11-15") throws -> JSONDocument
    {
        try run(Self.audit + ["--json"] + more, day).json()
    }

    @Test func `an audit applies them, and says what would be without`() throws {
        try except("insert", "cloud", "--into", "courses")
        try except("waive", "interview")
        let made = try audited()
        // The certificate that is asked for by name is as large as 15 ECTS.
        #expect(made["remaining"]?["credits"]?.double == 15)
        #expect(made["remaining"]?["count"]?.double == 1)
        #expect(made["withoutExceptions"]?["remaining"]?["credits"]?.double == 25)
        let applied = made["exceptions"]?.elements ?? []
        #expect(applied.compactMap { $0["kind"]?.string } == ["insert", "waive"])
        #expect(applied.map { $0["makesDifference"] } == [.truth(true), .truth(true)])
        #expect(applied[1]["without"]?["remaining"]?["count"]?.double == 2)
        #expect(applied[0]["who"]?.string == "study board")
        let text = try run(Self.audit).output
        #expect(
            text.contains(
                """
                Exceptions:
                  x1: cloud@2025-04-10 counts in courses (study board, 2026-11-15, until 2027-07-31): taught jointly
                    Without it: not met; 25 ECTS missing, 2 requirements open.
                  x2: interview is waived (study board, 2026-11-15, until 2027-07-31): taught jointly
                    Without it: not met; 15 ECTS missing, 2 requirements open.
                  Without any of them: not met; 25 ECTS missing, 3 requirements open.

                """), "\(text)")
    }

    @Test func `they are left out on demand, when they are over, and when they are revoked`() throws
    {
        try except("block", "networks")
        let blocked = try audited()
        let reason = blocked["unused"]?.elements.first {
            $0["award"]?.string == "networks@2025-02-10"
        }?["reason"]
        #expect(reason?.string == "blocked")
        #expect(try audited("--no-exceptions")["exceptions"]?.elements.isEmpty == true)
        #expect(try audited(asOf: "2027-08-01")["exceptions"]?.elements.isEmpty == true)
        _ = try run(["exception", "revoke", "x1", "--who", "dean", "--why", "mistake"])
        #expect(try audited()["exceptions"]?.elements.isEmpty == true)
        #expect(try audited()["withoutExceptions"] == .null)
    }

    @Test func `what else is asked about the learner rests on them too`() throws {
        func gap(_ more: String...) throws -> JSONDocument? {
            try run(
                ["recommend", "--learner", "ann", "--toward", "diploma", "--json"] + more
            ).json()["gap"]
        }
        for id in ["courses", "security", "interview"] { try except("waive", id) }
        #expect(try gap()?["closed"] == .truth(true))
        #expect(try gap("--no-exceptions")?["closed"] == .truth(false))
        let matches = try run(["match", "--learner", "ann", "--json"]).json()["matches"]
        let diploma = matches?.elements.first { $0["credential"]?.string == "diploma" }
        #expect(diploma?["status"]?.string == "met")
        #expect(diploma?["reached"] == .truth(true))
    }
}
