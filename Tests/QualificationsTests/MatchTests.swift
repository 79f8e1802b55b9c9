// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// Qualifications ranked by what is missing.
struct MatchTests {
    private func graph(_ rules: [Rule]) throws -> Graph {
        var parts = Catalogue.parts(
            ["a", "b", "c", "certificate", "degree", "diploma", "odd"], credits: 5)
        parts.rules = rules
        return try Graph(parts)
    }

    private func rule(_ id: String, _ requirement: Requirement) -> Rule {
        Rule(credential: id, use: .completion, requirement: requirement)
    }

    private func matched(
        _ held: [String], _ rules: [Rule], where filter: Selector = .everything
    ) throws -> (graph: Graph, matches: [QualificationMatch]) {
        let graph = try graph(rules)
        let terms = AuditTerms(asOf: Catalogue.today)
        let awards = AutomaticAwards(of: try Catalogue.learner(held), in: graph, terms: terms)
        return (graph, matches(for: awards, in: graph, terms: terms, where: filter))
    }

    private func ids(_ result: (graph: Graph, matches: [QualificationMatch])) -> [String] {
        result.matches.map { result.graph.credentials[$0.credential].id }
    }

    @Test func `what is met comes first, then what cannot be told, then the least that is missing`()
        throws
    {
        let result = try matched(
            ["a"],
            [
                rule("degree", .credits("r", 100)), rule("diploma", .credits("r", 10)),
                rule("certificate", .credits("r", 5)),
                rule("odd", Requirement(id: "r", kind: .decision(by: "board"))),
            ])
        #expect(ids(result) == ["certificate", "odd", "diploma", "degree"])
        #expect(result.matches.map(\.standing.status) == [.met, .cannotTell, .notMet, .notMet])
        #expect(result.matches[2].need.credits == ExactDecimal(10))
        // Of ten credits half are missing, of one requirement all.
        #expect(result.matches[2].share == 0.75)
        #expect(result.matches[0].isReached)
    }

    @Test func `a qualification shows what is reached on the way, at any distance, once around`()
        throws
    {
        let result = try matched(
            ["a"],
            [
                rule(
                    "degree",
                    Requirement(id: "r", kind: .all([.credential("diploma"), .credential("b")]))),
                rule(
                    "diploma",
                    Requirement(
                        id: "r",
                        kind: .all([
                            .credential("certificate"), .credential("c"), .credential("degree"),
                        ]))),
                rule("certificate", .credits("r", 5)),
            ], where: .comparison(.id, .equal, "degree"))
        #expect(ids(result) == ["degree"])
        let nested = result.matches[0].nested
        #expect(
            nested.map { result.graph.credentials[$0.credential].id } == ["certificate", "diploma"])
        #expect(nested.map(\.isReached) == [true, false])
    }

    @Test func `what is held is said, and is not reached`() throws {
        let result = try matched(
            ["a", "certificate"], [rule("certificate", .credits("r", 5, "id = a"))])
        #expect(result.matches.map(\.isHeld) == [true])
        #expect(!result.matches[0].isReached)
    }

    @Test func `the version is the one for the learner's start`() throws {
        var old = rule("certificate", .credits("r", 5))
        old.name = "old"
        old.startedBefore = Catalogue.today.adding(years: -1)
        var new = rule("certificate", .credits("r", 15))
        new.name = "new"
        new.startedFrom = old.startedBefore
        let graph = try graph([old, new])
        var terms = AuditTerms(asOf: Catalogue.today)
        func match(_ awards: [Award]) throws -> QualificationMatch? {
            let learner = try Learner(id: "pseudonym", awards: awards)
            return matches(
                for: AutomaticAwards(of: learner, in: graph, terms: terms), in: graph, terms: terms
            ).first
        }
        let held = Award(credential: "a")
        #expect(try match([held])?.rule.id == "new")
        #expect(try match([held])?.isStartUnknown == true)
        var begun = Award(credential: "certificate", date: Catalogue.today.adding(years: -2))
        begun.progress = .inProgress
        #expect(try match([held, begun])?.rule.id == "old")
        #expect(try match([held, begun])?.isStartUnknown == false)
        terms.started = Catalogue.today
        #expect(try match([held, begun])?.rule.id == "new")
    }

    @Test func `the start is unknown only where it decides`() throws {
        var first = rule("certificate", .credits("r", 5))
        first.name = "first"
        first.validUntil = Catalogue.today.adding(years: -1)
        var second = first
        second.name = "second"
        second.validFrom = first.validUntil
        second.validUntil = nil
        let graph = try graph([first, second])
        let terms = AuditTerms(asOf: Catalogue.today)
        let learner = try Catalogue.learner(["a"])
        let made = audit(learner, of: second, in: graph, terms: terms)
        #expect(made.warnings.isEmpty)
        var draft = second
        draft.name = "draft"
        #expect(audit(learner, of: draft, in: graph, terms: terms).warnings.isEmpty)
    }

    // MARK: Random worlds

    @Test func `every standing is that of the audit, and the order is by what is missing`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 40)) {
            let world = try ManyRules(seed: seed)
            let terms = AuditTerms(asOf: Draw.today)
            let awards = AutomaticAwards(of: world.learner, in: world.graph, terms: terms)
            let found = matches(for: awards, in: world.graph, terms: terms)
            #expect(found.count == world.graph.rules.count, "seed \(seed)")
            for match in found {
                let made = audit(
                    awards.learner(toward: match.rule), of: match.rule, in: world.graph,
                    terms: terms)
                #expect(match.standing == made.standing, "seed \(seed)")
                #expect(0...1 ~= match.share, "seed \(seed)")
                #expect((match.share == 0) == (made.status == .met), "seed \(seed)")
            }
            let ranks = found.map {
                [
                    $0.standing.status == .met ? 0 : $0.standing.status == .cannotTell ? 1 : 2,
                    $0.share,
                ]
            }
            for (before, after) in zip(ranks, ranks.dropFirst()) {
                #expect(before[0] < after[0] || (before[0] == after[0] && before[1] <= after[1]))
            }
        }
    }
}

/// A random catalogue in which several credentials have rules.
struct ManyRules {
    let graph: Graph
    let learner: Learner

    /// Draws a world; `automatic` is how many in a hundred rules award by themselves, `expiring`
    /// how many in a hundred awards expire some days before today.
    init(seed: UInt64, automatic: Int = 40, expiring: Int = 0) throws {
        var draw = Draw(seed: seed, size: RandomWorld.Size())
        var parts = draw.parts()
        for id in ["c0", "c2", "c4"] {
            var rule = draw.rule(credential: id, use: .completion)
            if draw.chance(automatic) { rule.awarding = .automatic }
            parts.rules.append(rule)
        }
        graph = try Graph(parts)
        var awards = draw.awards()
        for place in awards.indices where draw.chance(expiring) {
            awards[place].expires = CalendarDate(
                dayNumber: Draw.today.dayNumber - draw.pick([1, 2, 30, 300]))
        }
        learner = try Learner(id: "pseudonym", awards: awards)
    }
}
