// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// Where a credential can count.
struct AcceptanceTests {
    private static let terms = AuditTerms(asOf: Catalogue.today)

    private func parts() -> GraphParts {
        var parts = Catalogue.parts(["course", "other", "target"], credits: 5, level: "6")
        parts.credentials[0].provider = "north"
        parts.outcomes = [LearningOutcome(id: "can", credential: "course", text: "Can")]
        return parts
    }

    private func accepted(
        _ requirement: Requirement, _ change: (inout Rule) throws -> Void = { _ in },
        parts: GraphParts? = nil, terms: AuditTerms = terms
    ) throws -> [Acceptance] {
        var parts = parts ?? self.parts()
        var rule = Rule(credential: "target", use: .completion, requirement: requirement)
        try change(&rule)
        parts.rules = [rule]
        return acceptances(of: 0, in: try Graph(parts), terms: terms)
    }

    @Test func `every slot and test that would take it is listed, with what counts there`() throws {
        let found = try accepted(
            Requirement(
                id: "root",
                kind: .all([
                    .credits(
                        "total", 60, maximum: 80, "level >= 6", parts: [.credential("course")]),
                    .credits("none", 5, "level >= 7"), .count("number", 2, .awards),
                    .count("work", 20, .hours),
                    Requirement(id: "outcome", kind: .outcome("can")),
                    Requirement(id: "order", kind: .order(["other", "course"])),
                ])))
        #expect(
            found.map(\.requirement.id) == [
                "total", "holds-course", "number", "outcome", "order",
            ])
        #expect(
            found.map(\.way) == [
                .counts, .asks(for: "course", .itself), .counts, .answers, .answers,
            ])
        #expect(found.map(\.amount?.description) == ["5", "5", "1", nil, nil])
        #expect(found[0].limits.map(\.requirement) == ["total"])
        #expect(found[0].limits.map(\.most) == ["80 ECTS"])
        #expect(found.prefix(4).allSatisfy { $0.conditions.isEmpty })
        #expect(found[4].conditions.map(\.kind) == [.date])
    }

    @Test func `what must be so of the award is said, and no more than that`() throws {
        let selector = try Selector(
            parsing: "level >= 5 and (grade >= S:B or field = 99) and age <= 5y and used = no")
        let found = try accepted(
            Requirement(
                id: "root", kind: .count(.init(minimum: ExactDecimal(5), selector: selector)))
        ) { rule in
            rule.counts = try Selector(parsing: "credits >= 5 and date >= 2020-01-01")
            rule.scales = [try GradeScale(name: "S", steps: [.init("B"), .init("A")])]
        }
        #expect(
            found.first?.conditions.map(\.text) == [
                "date >= 2020-01-01", "grade >= S:B or field = 99", "age <= 5y", "used = no",
            ])
        #expect(found.first?.conditions.map(\.kind) == [.date, .grade, .age, .used])
    }

    @Test func `who gave it may have to be recognised`() throws {
        let root = Requirement.credits("root", 5)
        func found(_ recognition: Recognition, _ reading: Recognition.Reading) throws
            -> [Acceptance]
        {
            var terms = Self.terms
            terms.recognition = reading
            return try accepted(root, { $0.recognition = recognition }, terms: terms)
        }
        let provisional = Recognition(
            own: ["south"], bodies: [.init("north", accord: "pact", isProvisional: true)])
        #expect(try found(provisional, .declared).first?.conditions.map(\.kind) == [.recognition])
        #expect(try found(provisional, .own).isEmpty)
        #expect(try found(provisional, .everyone).first?.conditions == [])
        #expect(try found(Recognition(own: ["north"]), .declared).first?.conditions == [])
    }

    @Test func `conditions around a slot ask for a grade or a date, and limit what counts`() throws
    {
        let found = try accepted(
            .credits(
                "total", 20,
                parts: [
                    Requirement(
                        id: "mean", kind: .mean(.init(minimum: ExactDecimal(3), scale: "S"))),
                    Requirement(id: "window", kind: .period(Period(2, .years))),
                    .share("low", maximum: .fraction(Fraction(thousandths: 300)), "level <= 6"),
                    .share("high", maximum: .fraction(Fraction(thousandths: 300)), "level >= 7"),
                ]))
        #expect(found.first?.conditions.map(\.kind) == [.grade, .date])
        #expect(found.first?.limits.map(\.requirement) == ["low"])
        #expect(found.first?.limits.map(\.most) == ["30%"])
    }

    @Test func `what is not in force, or the credential's own rule, is left out`() throws {
        let root = Requirement.credits("root", 5)
        #expect(
            try accepted(root, { $0.validUntil = Catalogue.today.adding(years: -1) }).isEmpty)
        #expect(try accepted(root, { $0.validUntil = Catalogue.today }).count == 1)
        #expect(try accepted(root, { $0.credential = "course" }).isEmpty)
    }

    @Test func `one that counts for what is asked says why`() throws {
        var parts = parts()
        #expect(
            try accepted(
                .credential("other"),
                { rule in
                    rule.equivalences = [.init("course", countsFor: "other")]
                }
            ).map(\.way) == [.asks(for: "other", .equivalent)])
        parts.skills = [Skill(uri: "s", label: "Skill", framework: Framework("local"))]
        parts.outcomes.append(LearningOutcome(id: "o", credential: "other", text: "Can"))
        parts.alignments = [0, 1].map { .init(outcome: $0, skill: 0, weight: 1) }
        let overlap = Requirement(
            id: "r", kind: .credential("other", overlap: Fraction(thousandths: 800)))
        #expect(
            try accepted(overlap, parts: parts).map(\.way) == [.asks(for: "other", .overlap)])
    }

    @Test func `a rule that nobody meets who holds it says so`() throws {
        let found = try accepted(
            Requirement(
                id: "root",
                kind: .all([
                    .credits("total", 5),
                    Requirement(
                        id: "not", kind: .absent(.comparison(.provider, .equal, "north"))),
                ])))
        #expect(found.map(\.requirement.id) == ["total"])
        #expect(found.first?.conditions.map(\.kind) == [.excluded])
    }

    // MARK: Random worlds

    @Test func `whatever an audit counts is listed, and what needs nothing can be counted`() throws
    {
        for seed in 0..<UInt64(oracleCases(debug: 60)) {
            let world = try ManyRules(seed: seed)
            let graph = world.graph
            let terms = AuditTerms(asOf: Draw.today)
            for rule in graph.rules {
                let made = audit(world.learner, of: rule, in: graph, terms: terms)
                for entry in made.assignment {
                    let award = world.learner.awards[entry.awardIndex]
                    guard award.credits == nil, award.level == nil,
                        award.credential != rule.credential
                    else { continue }
                    let position = try graph.credential(named: award.credential)
                    let found = acceptances(of: position, in: graph, terms: terms)
                    #expect(
                        found.contains {
                            $0.rule == rule && $0.requirement.id == entry.requirement
                        },
                        "seed \(seed): \(award.credential) in \(entry.requirement)")
                }
            }
            for position in graph.credentials.indices {
                for found in acceptances(of: position, in: graph, terms: terms)
                where found.conditions.isEmpty && found.limits.isEmpty && found.way != .answers {
                    let award = Award(credential: graph.credentials[position].id)
                    var pinned = terms
                    pinned.pins = [award.id: found.requirement.id]
                    let made = audit(
                        try Learner(id: "pseudonym", awards: [award]), of: found.rule, in: graph,
                        terms: pinned)
                    #expect(
                        made.assignment.map(\.requirement) == [found.requirement.id],
                        "seed \(seed): \(award.credential) in \(found.requirement.id)")
                }
            }
        }
    }
}
