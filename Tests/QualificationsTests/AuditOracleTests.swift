// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

struct AuditOracleTests {
    @Test func `an audit is as good as the best of all assignments`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 300)) {
            let world = try RandomWorld(seed: seed)
            let made = audit(world.learner, of: world.rule, in: world.graph, asOf: world.asOf)
            let oracle = BruteForce(
                world.learner.awards, world.rule, world.graph, asOf: world.asOf)
            let least = oracle.certain
            #expect(made.proved, "seed \(seed)")
            #expect(made.remaining.credits.thousandths == least.credits, "seed \(seed)")
            #expect(made.remaining.count == least.count, "seed \(seed)")
            #expect(made.status == oracle.status, "seed \(seed)")
            #expect(made.bound == made.remaining.credits, "seed \(seed)")
        }
    }

    @Test func `the tree agrees with the result and every award is accounted for`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 300)) {
            let world = try RandomWorld(seed: seed)
            let made = audit(world.learner, of: world.rule, in: world.graph, asOf: world.asOf)
            #expect(made.root.status == made.status, "seed \(seed)")
            #expect((made.remaining.count == 0) == (made.status == .met), "seed \(seed)")
            #expect(made.root.open.isEmpty == (made.status == .met), "seed \(seed)")
            let unused = made.unused.map(\.awardIndex)
            #expect(Set(unused).count == unused.count, "seed \(seed)")
            let evidence = Set(made.root.nodes.flatMap(\.evidence))
            for (index, award) in world.learner.awards.enumerated() where !unused.contains(index) {
                #expect(evidence.contains(award.id), "seed \(seed)")
            }
            let slots = made.assignment.map(\.awardIndex)
            #expect(Set(slots).count == slots.count, "seed \(seed)")
            #expect(Set(slots).isDisjoint(with: unused), "seed \(seed)")
        }
    }

    @Test func `the order of the awards changes nothing`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 200)) {
            let world = try RandomWorld(seed: seed)
            var random = SeededGenerator(seed: seed)
            let shuffled = try Learner(
                id: "pseudonym", awards: world.learner.awards.shuffled(using: &random))
            let first = audit(world.learner, of: world.rule, in: world.graph, asOf: world.asOf)
            let second = audit(shuffled, of: world.rule, in: world.graph, asOf: world.asOf)
            #expect(first.status == second.status, "seed \(seed)")
            #expect(first.remaining == second.remaining, "seed \(seed)")
            #expect(
                first == audit(world.learner, of: world.rule, in: world.graph, asOf: world.asOf))
        }
    }

    @Test func `an award more never takes anything away`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 300)) {
            let world = try RandomWorld(seed: seed)
            var draw = Draw(seed: seed &+ 1_000_000, size: RandomWorld.Size())
            let before = audit(world.learner, of: world.rule, in: world.graph, asOf: world.asOf)
            let more = try Learner(id: "pseudonym", awards: world.learner.awards + [draw.award()])
            let after = audit(more, of: world.rule, in: world.graph, asOf: world.asOf)
            if before.status == .met { #expect(after.status == .met, "seed \(seed)") }
            if before.status == .cannotTell { #expect(after.status != .notMet, "seed \(seed)") }
            #expect(after.remaining.credits <= before.remaining.credits, "seed \(seed)")
        }
    }

    @Test func `halving every credit and every threshold changes nothing`() throws {
        var size = RandomWorld.Size()
        size.hasOtherSchemes = false
        size.hasRoundedShares = false
        for seed in 0..<UInt64(oracleCases(debug: 200)) {
            let world = try RandomWorld(seed: seed, size: size)
            let halved = try world.halved()
            let whole = audit(world.learner, of: world.rule, in: world.graph, asOf: world.asOf)
            let half = audit(halved.learner, of: halved.rule, in: halved.graph, asOf: world.asOf)
            #expect(whole.status == half.status, "seed \(seed)")
            #expect(whole.remaining.count == half.remaining.count, "seed \(seed)")
            #expect(
                whole.remaining.credits == half.remaining.credits + half.remaining.credits,
                "seed \(seed)")
        }
    }
}

extension RandomWorld {
    /// The same world with half of every credit; shares are made ones that round nowhere.
    fileprivate func halved() throws -> RandomWorld {
        var parts = GraphParts()
        parts.skills = graph.skills
        parts.skillLinks = graph.skillLinks
        parts.outcomes = graph.outcomes
        parts.alignments = graph.alignments
        parts.credentialRelations = graph.credentialRelations
        parts.conversions = graph.conversions
        parts.credentials = graph.credentials.map { credential in
            var credential = credential
            credential.credits = credential.credits.map(Self.half)
            return credential
        }
        var copy = self
        copy.graph = try Graph(parts)
        copy.learner = try Learner(
            id: learner.id,
            awards: learner.awards.map { award in
                var award = award
                award.credits = award.credits.map(Self.half)
                return award
            })
        copy.rule.requirement = Self.half(rule.requirement)
        return copy
    }

    private static func half(_ amount: ExactDecimal) -> ExactDecimal {
        ExactDecimal(thousandths: amount.thousandths / 2)
    }

    private static func half(_ credits: Credits) -> Credits {
        Credits(half(credits.amount), credits.scheme)
    }

    private static func half(_ requirement: Requirement) -> Requirement {
        let kind: Requirement.Kind =
            switch requirement.kind {
            case .all(let below): .all(below.map(half))
            case .any(let below): .any(below.map(half))
            case .atLeast(let count, let below): .atLeast(count, of: below.map(half))
            case .credits(let demand):
                .credits(
                    Requirement.CreditDemand(
                        minimum: half(demand.minimum), maximum: demand.maximum.map(half),
                        selector: demand.selector, parts: demand.parts.map(half)))
            default: requirement.kind
            }
        return Requirement(id: requirement.id, kind: kind)
    }
}
