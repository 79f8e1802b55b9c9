// SPDX-License-Identifier: Apache-2.0

import CredentialCatalog
import SkillsGraph
import TestSupport
import Testing

@Suite struct AwardColumnTests {
    /// An award with as much or as little on it as awards have.
    private static func award(_ random: inout SeededGenerator) -> Award {
        func maybe<T>(_ value: T, _ random: inout SeededGenerator) -> T? {
            Int.random(in: 0...2, using: &random) == 0 ? nil : value
        }
        var award = Award(credential: ["m1", "m2", "ü"].randomElement(using: &random) ?? "m1")
        award.date = maybe(
            CalendarDate(dayNumber: Int.random(in: -3...3, using: &random)), &random)
        award.progress = Award.Progress.allCases.randomElement(using: &random) ?? .completed
        award.credits = maybe(
            Credits(ExactDecimal(Int.random(in: 0...1, using: &random)), "NFQ"), &random)
        award.level = maybe(
            Level(framework: "EQF", value: ["5", "56"].randomElement(using: &random) ?? "5"),
            &random)
        award.field = maybe(["", "a", "6a"].randomElement(using: &random) ?? "a", &random)
        award.provider = maybe("b", &random)
        award.kind = maybe(.badge, &random)
        return award
    }

    /// What columns keep of an award, as text.
    private static func line(_ award: Award, of learner: String) -> String {
        "\(learner) \(AwardColumns.Item(award)) \(award.date?.description ?? "-") \(award.progress)"
    }

    @Test func `the awards of all learners stand in the columns as they were kept`() throws {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<oracleCases(debug: 20) {
            let folder = try TemporaryFolder()
            let catalog = try Catalog(writing: folder.path())
            let records = (0..<40).map { _ in
                Record.award(
                    Self.award(&random), learner: "l\(Int.random(in: 0...5, using: &random))")
            }
            try catalog.take(records)
            let kept = try catalog.allLearners().flatMap { learner in
                learner.awards.map { Self.line($0, of: learner.id) }
            }
            let columns = try catalog.read { try $0.awardColumns() }
            #expect(lines(columns).sorted() == kept.sorted())
            #expect(columns.names.count == Set(columns.learners).count)
        }
    }

    private func lines(_ columns: AwardColumns) -> [String] {
        (0..<columns.count).map { row in
            let day = columns.days[row]
            let date =
                day == AwardColumns.noDay
                ? "-" : CalendarDate(dayNumber: Int(day)).description
            return "\(columns.names.text(Int(columns.learners[row]))) "
                + "\(columns.items[Int(columns.itemNumbers[row])]) \(date) \(columns.progress[row])"
        }
    }
}
