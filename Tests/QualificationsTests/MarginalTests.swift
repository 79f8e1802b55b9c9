// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

struct MarginalTests {
    @Test func `every value is the difference of two audits`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 150)) {
            let world = try RandomWorld(seed: seed, size: .comparable)
            let before = world.audited()
            let values = world.marginals()
            for (credential, value) in values.enumerated() {
                let after = try world.awarding(credential).audited()
                #expect(value.credential == credential)
                #expect(value.remainingAfter == after.remaining, "seed \(seed), c\(credential)")
                #expect(
                    value.creditsClosed == before.remaining.credits - after.remaining.credits,
                    "seed \(seed), c\(credential)")
            }
        }
    }

    @Test func `what counts is what brings the best of all assignments further`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 40)) {
            let world = try RandomWorld(seed: seed, size: .comparable)
            let before = world.oracle.certain
            for value in world.marginals() {
                let after = try world.awarding(value.credential).oracle.certain
                #expect(value.counts == (after < before), "seed \(seed), c\(value.credential)")
            }
        }
    }

    @Test func `what counts names where, and the path to it from the root`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 150)) {
            let world = try RandomWorld(seed: seed, size: .comparable)
            for value in world.marginals() {
                #expect(value.counts == !value.requirementsClosed.isEmpty, "seed \(seed)")
                #expect(value.path.last == value.requirementsClosed.first?.requirement)
                #expect(value.counts == (value.path.first == world.rule.requirement.id))
            }
        }
    }

    @Test func `what a met rule gains is nothing`() throws {
        let graph = try Graph(Catalogue.parts(["a", "b"], credits: 5))
        let rule = Rule(credential: "a", use: .completion, requirement: .credits("r", 5))
        let learner = try Learner(id: "pseudonym", awards: [Award(credential: "a")])
        let values = marginal(
            of: [0, 1], for: learner, rule: rule, in: graph, asOf: Catalogue.today)
        #expect(values.allSatisfy { !$0.counts && $0.requirementsClosed.isEmpty })
    }

    @Test func `the group that lacks credits is named, not the total around it`() throws {
        let graph = try Graph(Catalogue.parts(["a", "b", "c"], credits: 5))
        let rule = Rule(
            credential: "a", use: .completion,
            requirement: .credits(
                "total", 15, parts: [.credits("group", 5, "id in (b, c)")]))
        let learner = try Learner(id: "pseudonym", awards: [Award(credential: "a")])
        let values = marginal(
            of: [0, 1], for: learner, rule: rule, in: graph, asOf: Catalogue.today)
        #expect(!values[0].counts)
        #expect(values[1].path == ["total", "group"])
        #expect(values[1].requirementsClosed.first?.credits == ExactDecimal(5))
        #expect(values[1].creditsClosed == ExactDecimal(5))
        #expect(values[1].remainingAfter.credits == ExactDecimal(5))
    }
}

extension RandomWorld {
    func marginals() -> [Marginal] {
        marginal(
            of: Array(graph.credentials.indices), for: learner, rule: rule, in: graph, asOf: asOf)
    }

    /// The same world, its learner with one award more, of the best grade.
    func awarding(_ credential: Int) throws -> RandomWorld {
        var copy = self
        var award = Award(credential: graph.credentials[credential].id, date: asOf)
        award.grade = Grade("A", scale: "S")
        copy.learner = try Learner(id: learner.id, awards: learner.awards + [award])
        return copy
    }
}

extension RandomWorld.Size {
    /// One whose grades all compare, so that the best grade is the one that is asked for.
    static var comparable: Self {
        var size = Self()
        size.hasOddScales = false
        return size
    }
}
