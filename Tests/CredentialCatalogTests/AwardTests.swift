// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import SkillsGraph
import TestSupport
import Testing

@Suite struct AwardTests {
    private func award(_ progress: Award.Progress, _ grade: String? = nil) -> Record {
        var award = Award(credential: "mc", date: CalendarDate(dayNumber: 20_000))
        award.progress = progress
        award.grade = grade.map { Grade($0) }
        return .award(award, learner: "L1")
    }

    private func kept(_ catalog: Catalog) throws -> [String] {
        try #require(try catalog.read { try $0.learner("L1") }).awards.map {
            "\($0.progress.rawValue) \($0.grade?.text ?? "-")"
        }
    }

    @Test func `a second attempt on the same day is an award of its own`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([award(.failed), award(.completed)])
        #expect(try kept(catalog) == ["failed -", "completed -"])
        let (again, _) = try catalog.take([award(.completed), award(.failed)])
        #expect(again.count(.award).unchanged == 2)
        let (graded, _) = try catalog.take([award(.failed), award(.completed, "B")])
        #expect(graded.count(.award).changed == 1)
        #expect(
            graded.differences == [
                Difference(
                    noun: .award, id: "L1/mc@2024-10-04", field: "grade", old: nil, new: "B")
            ])
        #expect(try kept(catalog) == ["failed -", "completed B"])
    }

    @Test func `an award keeps what it has been used for`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        var used = Award(credential: "mc", date: CalendarDate(dayNumber: 20_000))
        try catalog.take([.award(used, learner: "L1")])
        used.usedFor = ["degree", "line\nbreak", ""]
        let (summary, _) = try catalog.take([.award(used, learner: "L1")])
        #expect(
            summary.differences == [
                Difference(
                    noun: .award, id: "L1/mc@2024-10-04", field: "used", old: nil,
                    new: "degree line break")
            ])
        let kept = try #require(try catalog.read { try $0.learner("L1") }).awards
        #expect(kept.map(\.usedFor) == [["degree", "line break"]])
        let (again, _) = try catalog.take([.award(used, learner: "L1")])
        #expect(again.logNumber == nil)
        #expect(
            try Raw(folder.path()).rows("SELECT used FROM award") == [["degree\nline break"]])
    }

    @Test func `an award that is the same in everything counts once`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let (summary, ledger) = try catalog.take([award(.completed), award(.completed)])
        #expect(summary.count(.award).added == 1)
        #expect(summary.count(.award).ignored == 1)
        #expect(ledger.count == 1)
        #expect(ledger.first?.hasPrefix("test.csv:2:1: duplicate-award: ") == true)
        let (again, _) = try catalog.take([award(.completed), award(.completed)])
        #expect(again.count(.award).unchanged == 1)
        #expect(again.count(.award).ignored == 1)
        #expect(again.logNumber == nil)
    }

    @Test func `an award of a credential that is not defined is kept`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        let (summary, ledger) = try catalog.take([award(.completed)])
        #expect(ledger.isEmpty)
        #expect(summary.count(.award).added == 1)
        #expect(try catalog.read { try $0.parts() }.credentials.isEmpty)
    }

    @Test func `an award needs a pseudonym and possible credits`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        var impossible = Award(credential: "mc")
        impossible.credits = Credits(ExactDecimal(-1))
        let (summary, ledger) = try catalog.take([
            .award(Award(credential: "mc"), learner: nil),
            .award(Award(credential: "mc"), learner: "ana@example.org"),
            .award(Award(credential: ""), learner: "L1"), .award(impossible, learner: "L1"),
        ])
        #expect(summary.count(.award).rejected == 4)
        #expect(
            ledger.map { $0.split(separator: " ")[1] } == [
                "no-learner:", "not-a-pseudonym:", "missing-id:", "impossible-credits:",
            ])
        #expect(!ledger.contains { $0.contains("example.org") })
        #expect(try catalog.read { try $0.learners() }.isEmpty)
    }

    @Test func `a wallet's awards go to the learner who is named for it`() throws {
        let folder = try TemporaryFolder()
        let catalog = try Catalog(writing: folder.path())
        try catalog.take([.award(Award(credential: "mc"), learner: nil)], learner: "wallet")
        #expect(try catalog.read { try $0.learner("wallet") }?.awards.count == 1)
    }

    @Test func `awards match a brute-force reading of the rule, whatever is imported after what`()
        throws
    {
        for seed in 0..<UInt64(oracleCases(debug: 6)) {
            var random = SeededGenerator(seed: seed)
            let folder = try TemporaryFolder()
            let catalog = try Catalog(writing: folder.path())
            var model: [String: [String]] = [:]
            for _ in 0..<4 {
                let file = (0..<30).map { _ in
                    (
                        key: String(Int.random(in: 0...6, using: &random)),
                        grade: String(Int.random(in: 0...2, using: &random))
                    )
                }
                var spoken: [String: Set<Int>] = [:]
                for (key, grade) in file {
                    Self.keep(grade, &model[key, default: []], &spoken[key, default: []])
                }
                try catalog.take(
                    file.map {
                        var award = Award(credential: $0.key)
                        award.grade = Grade($0.grade)
                        return .award(award, learner: "L1")
                    })
            }
            let kept = try #require(try catalog.read { try $0.learner("L1") })
            let found = Dictionary(grouping: kept.awards, by: \.credential).mapValues {
                $0.map { $0.grade?.text ?? "" }
            }
            #expect(found == model, "seed \(seed)")
        }
    }

    /// One attempt: the same as a kept one, else in the place of the first not spoken of, else new.
    private static func keep(_ grade: String, _ kept: inout [String], _ spoken: inout Set<Int>) {
        if let same = kept.firstIndex(of: grade) {
            spoken.insert(same)
        } else if let free = kept.indices.first(where: { !spoken.contains($0) }) {
            kept[free] = grade
            spoken.insert(free)
        } else {
            spoken.insert(kept.count)
            kept.append(grade)
        }
    }
}
