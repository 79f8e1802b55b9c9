// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

struct AuditLimitTests {
    /// Overlapping groups of uneven sizes, far more of them than the awards can fill.
    private func crowded(groups: Int, awards: Int) throws -> (Graph, Rule, Learner) {
        var random = SeededGenerator(seed: 7)
        var parts = GraphParts()
        parts.credentials = (0..<awards).map { index in
            var credential = Credential(id: "c\(index)", title: "Title")
            let size = Int.random(in: 1000...9999, using: &random)
            credential.credits = Credits(ExactDecimal(thousandths: size))
            return credential
        }
        let ids = parts.credentials.map(\.id)
        let below = (0..<groups).map { group in
            let members = ids.filter { _ in Bool.random(using: &random) } + ["c0"]
            return Requirement.credits(
                "g\(group)", 23, maximum: 29, "id in (\(members.joined(separator: ", ")))")
        }
        let rule = Rule(
            credential: "c0", use: .completion,
            requirement: Requirement(id: "most", kind: .atLeast(groups / 2, of: below)))
        return (try Graph(parts), rule, try Catalogue.learner(ids))
    }

    @Test func `sixty awards and thirty overlapping groups come to an end`() throws {
        let (graph, rule, learner) = try crowded(groups: 30, awards: 60)
        let made = audit(learner, of: rule, in: graph, asOf: Catalogue.today)
        #expect(made.bound <= made.remaining.credits)
        if !made.proved { #expect(made.status != .notMet || made.bound > .zero) }
        #expect(made == audit(learner, of: rule, in: graph, asOf: Catalogue.today))
    }

    @Test func `two hundred awards of sixty groups come to an end`() throws {
        let (graph, rule, learner) = try crowded(groups: 60, awards: 200)
        let made = audit(learner, of: rule, in: graph, asOf: Catalogue.today)
        #expect(made.bound <= made.remaining.credits)
        #expect(made.assignment.count + made.unused.count == 200)
    }

    @Test func `an assignment that meets sixty requirements is found where there is one`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 60) / 60) {
            let world = try PlantedWorld(seed: seed)
            let made = audit(
                world.learner, of: world.rule, in: world.graph, asOf: Catalogue.today)
            #expect(made.status == .met, "seed \(seed)")
            #expect(made.proved, "seed \(seed)")
        }
    }

    @Test func `the time within which it lies is found too`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 60) / 60) {
            let world = try PlantedWorld(seed: seed, groups: 30, awards: 150, years: 4)
            let made = audit(
                world.learner, of: world.rule, in: world.graph, asOf: Catalogue.today)
            #expect(made.status == .met, "seed \(seed)")
        }
    }

    @Test func `what is counted within a time is no less than the best one time holds`() throws {
        var parts = Catalogue.parts((0..<60).map { "c\($0)" }, credits: 5)
        var random = SeededGenerator(seed: 3)
        var awards: [Award] = []
        for credential in parts.credentials {
            let day = 15_000 + Int.random(in: 0...4_000, using: &random)
            awards.append(Award(credential: credential.id, date: CalendarDate(dayNumber: day)))
        }
        parts.credentials.append(Credential(id: "degree", title: "Degree", kind: .degree))
        let period = Requirement(id: "within", kind: .period(Period(2, .years)))
        let rule = Rule(
            credential: "degree", use: .completion,
            requirement: .credits("total", 500, parts: [period]))
        let made = audit(
            try Learner(id: "pseudonym", awards: awards), of: rule, in: try Graph(parts),
            asOf: Catalogue.today)
        let days = awards.compactMap(\.date)
        let most =
            days.map { first in
                let last = Period(2, .years).end(from: first)
                return days.count { $0 >= first && $0 <= last }
            }.max() ?? 0
        #expect(made.remaining.credits == ExactDecimal(500 - 5 * most))
        #expect(made.proved)
    }

    @Test func `the greatest numbers a graph takes are audited`() throws {
        var parts = Catalogue.parts(["a", "b"], credits: 5)
        parts.conversions = [
            CreditConversion(
                from: "ECTS", to: "huge", factor: ExactDecimal(1000), source: "")
        ]
        let graph = try Graph(parts)
        var award = Award(credential: "a")
        award.credits = Credits(ExactDecimal(100_000))
        let learner = try Learner(id: "pseudonym", awards: [award, Award(credential: "b")])
        let rule = Rule(
            credential: "a", use: .completion,
            requirement: .credits(
                "outer", 100_000, "any", "huge",
                parts: [.credits("inner", 100_000)]))
        let made = audit(learner, of: rule, in: graph, asOf: Catalogue.today)
        #expect(made.root.children.count == 1)
    }

    @Test func `more choices than any rule has are never made`() throws {
        let graph = try Graph(Catalogue.parts(["a"], credits: 5))
        let choices = ["first", "second"].map { id in
            Requirement(id: id, kind: .atLeast(.max, of: []))
        }
        let rule = Rule(
            credential: "a", use: .completion,
            requirement: Requirement(id: "r", kind: .all(choices)))
        let made = audit(
            try Catalogue.learner([]), of: rule, in: graph, asOf: Catalogue.today)
        #expect(made.status == .notMet)
        #expect(made.remaining.count > 1_000_000)
    }

    @Test func `what credits are worth stays within bounds just below the greatest number`() throws
    {
        // 82,506,439 × 111,789,723,913 thousandths are 2⁶³ − 1, which rounding up would pass.
        var parts = Catalogue.parts(["a"], credits: 5)
        parts.conversions = [
            CreditConversion(
                from: "huge", to: "ECTS", factor: ExactDecimal(thousandths: 111_789_723_913),
                source: "")
        ]
        let huge = Requirement.Demand(
            minimum: ExactDecimal(thousandths: 82_506_439), unit: .credits("huge"))
        let rule = Rule(
            credential: "a", use: .completion,
            requirement: Requirement(
                id: "r",
                kind: .all([
                    .credits("ects", 5), Requirement(id: "huge", kind: .count(huge)),
                ])))
        let made = audit(
            try Catalogue.learner([]), of: rule, in: try Graph(parts), asOf: Catalogue.today)
        #expect(made.remaining.credits > ExactDecimal(100_000))
    }

    @Test func `an award of no credits fills no slot`() throws {
        let graph = try Graph(Catalogue.parts(["a"], credits: 0))
        var award = Award(credential: "a")
        award.credits = Credits(.zero)
        let learner = try Learner(id: "pseudonym", awards: [award])
        let rule = Rule(credential: "a", use: .completion, requirement: .credits("r", 5))
        let made = audit(learner, of: rule, in: graph, asOf: Catalogue.today)
        #expect(made.unused.map(\.reason) == [.noCredits])
        #expect(made.remaining.credits == ExactDecimal(5))
    }
}
