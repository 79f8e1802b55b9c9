// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

@Suite struct CountingDaysTests {
    private static let today = CalendarDate(dayNumber: 20_000)

    private static func graph() throws -> Graph {
        var parts = GraphParts()
        parts.credentials = ["a", "goal"].map { id in
            var credential = Credential(id: id, title: LocalizedText(id))
            credential.credits = Credits(ExactDecimal(5))
            return credential
        }
        return try Graph(parts)
    }

    private static func rule(_ selector: Selector, counts: Selector = .everything) -> Rule {
        var rule = Rule(
            credential: "goal", use: .completion,
            requirement: Requirement(
                id: "credits",
                kind: .count(.init(minimum: ExactDecimal(5), selector: selector))))
        rule.counts = counts
        return rule
    }

    private static func age(_ period: Period) -> Selector {
        .comparison(.age, .atMost, period.description)
    }

    @Test func `the last day is that after which the audit no longer counts the award`() throws {
        let graph = try Self.graph()
        for seed in 0..<UInt64(oracleCases(debug: 300)) {
            var random = SeededGenerator(seed: seed)
            let held = CalendarDate(dayNumber: 20_000 - Int.random(in: 0...900, using: &random))
            var award = Award(credential: "a", date: held)
            if Bool.random(using: &random) {
                award.expires = CalendarDate(
                    dayNumber: 20_000 + Int.random(in: 0...2000, using: &random))
            }
            let period = Period(
                Int.random(in: 1...40, using: &random),
                Period.Measure.allCases.randomElement(using: &random) ?? .days)
            let rule =
                Bool.random(using: &random)
                ? Self.rule(Self.age(period)) : Self.rule(.everything, counts: Self.age(period))
            let learner = try Learner(id: "ann", awards: [award])
            func counts(on day: Int) -> Bool {
                !audit(learner, of: rule, in: graph, asOf: CalendarDate(dayNumber: day))
                    .assignment.isEmpty
            }
            guard counts(on: 20_000) else { continue }
            let days = CountingDays(
                rule, for: learner, in: graph, terms: AuditTerms(asOf: Self.today))
            let last = try #require(days.lastDay(of: award, for: "credits"), "seed \(seed)")
            #expect(counts(on: last.dayNumber), "seed \(seed)")
            #expect(!counts(on: last.dayNumber + 1), "seed \(seed)")
        }
    }

    @Test func `an award that neither expires nor ages counts for ever`() throws {
        let graph = try Self.graph()
        let award = Award(credential: "a", date: Self.today)
        let learner = try Learner(id: "ann", awards: [])
        let days = CountingDays(
            Self.rule(.everything), for: learner, in: graph, terms: AuditTerms(asOf: Self.today))
        #expect(days.lastDay(of: award, for: "credits") == nil)
        #expect(days.lastDay(of: Award(credential: "none"), for: "credits") == nil)
    }

    @Test func `who holds nothing needs what the rule asks for`() throws {
        let need = Audit.Remaining(
            neededBy: Self.rule(.everything), in: try Self.graph(),
            terms: AuditTerms(asOf: Self.today))
        #expect(need == Audit.Remaining(credits: ExactDecimal(5), scheme: .ects, count: 1))
    }
}
