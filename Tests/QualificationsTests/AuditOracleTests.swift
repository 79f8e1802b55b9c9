// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

struct AuditOracleTests {
    @Test func `an audit is as good as the best of all assignments`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 150)) {
            let world = try RandomWorld(seed: seed)
            let made = world.audited()
            let oracle = world.oracle
            let least = oracle.certain
            #expect(made.proved, "seed \(seed)")
            #expect(made.status == oracle.status, "seed \(seed)")
            #expect(made.remaining.credits.thousandths == least.credits, "seed \(seed)")
            #expect(made.remaining.units.thousandths == least.units, "seed \(seed)")
            #expect(made.remaining.count == least.count, "seed \(seed)")
            #expect(made.remaining.scheme == oracle.scheme, "seed \(seed)")
            #expect(made.bound == made.remaining.credits, "seed \(seed)")
            #expect(
                made.warnings.contains(.ruleUnsatisfiable)
                    != oracle.reading(assuming: false).best.isSatisfiable, "seed \(seed)")
        }
    }

    @Test func `the assignment it gives is one that leaves what it says`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let world = try RandomWorld(seed: seed)
            let made = world.audited()
            let left = world.oracle.lack(
                of: made.assignment.map { ($0.awardIndex, $0.requirement) })
            #expect(left?.credits == made.remaining.credits.thousandths, "seed \(seed)")
            #expect(left?.units == made.remaining.units.thousandths, "seed \(seed)")
            #expect(left?.count == made.remaining.count, "seed \(seed)")
        }
    }

    @Test func `the tree agrees with the result and every award is accounted for`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let world = try RandomWorld(seed: seed)
            let made = world.audited()
            #expect(made.root.status == made.status, "seed \(seed)")
            #expect((made.remaining.count == 0) == (made.status == .met), "seed \(seed)")
            #expect(made.root.open.isEmpty == (made.status == .met), "seed \(seed)")
            let unused = made.unused.map(\.awardIndex)
            #expect(Set(unused).count == unused.count, "seed \(seed)")
            let evidence = Set(made.root.nodes.flatMap(\.evidence))
            for (index, award) in world.learner.awards.enumerated() where !unused.contains(index) {
                #expect(evidence.contains(award.id), "seed \(seed)")
            }
            #expect(
                Set(made.assignment.map(\.awardIndex)).isDisjoint(with: unused), "seed \(seed)")
        }
    }

    @Test func `the order of the awards changes nothing`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let world = try RandomWorld(seed: seed)
            var random = SeededGenerator(seed: seed)
            var shuffled = world
            shuffled.learner = try Learner(
                id: "pseudonym", awards: world.learner.awards.shuffled(using: &random))
            let first = world.audited()
            let second = shuffled.audited()
            #expect(first.status == second.status, "seed \(seed)")
            #expect(first.remaining == second.remaining, "seed \(seed)")
            #expect(first == world.audited())
        }
    }

    @Test func `an award more never takes anything away, unless a rule speaks of all held`() throws
    {
        var size = RandomWorld.Size()
        size.speaksOfAllHeld = false
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let world = try RandomWorld(seed: seed, size: size)
            var draw = Draw(seed: seed &+ 1_000_000, size: size)
            let before = world.audited()
            var richer = world
            richer.learner = try Learner(
                id: "pseudonym", awards: world.learner.awards + [draw.award()])
            let after = richer.audited()
            if before.status == .met { #expect(after.status == .met, "seed \(seed)") }
            if before.status == .cannotTell { #expect(after.status != .notMet, "seed \(seed)") }
            // What is left beside a maximum that nothing fits is not held to that maximum.
            guard !before.warnings.contains(.ruleUnsatisfiable) else { continue }
            #expect(after.remaining.credits <= before.remaining.credits, "seed \(seed)")
        }
    }

    @Test func `halving every amount and threshold halves what is left, where nothing is rounded`()
        throws
    {
        var size = RandomWorld.Size()
        size.hasOtherSchemes = false
        size.hasRounding = false
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let world = try RandomWorld(seed: seed, size: size)
            let whole = world.audited()
            let half = try world.halved().audited()
            #expect(whole.status == half.status, "seed \(seed)")
            #expect(whole.remaining.count == half.remaining.count, "seed \(seed)")
            #expect(
                whole.remaining.credits == half.remaining.credits + half.remaining.credits,
                "seed \(seed)")
        }
    }
}

extension RandomWorld {
    func audited() -> Audit { audit(learner, of: rule, in: graph, asOf: asOf) }
}

extension BruteForce {
    /// What an assignment leaves by what is certain, each award named by its place among the
    /// learner's; nil where it breaks a limit or puts an award where it does not fit.
    func lack(of assignment: [(award: Int, requirement: String)]) -> Lack? {
        let reading = reading(assuming: false)
        var placements: [Int: Placement] = [:]
        for (award, requirement) in assignment {
            guard let slot = nodes.firstIndex(where: { $0.requirement.id == requirement }),
                let place = reading.places.firstIndex(of: award)
            else { return nil }
            var placement =
                placements[nodes[slot].scope]
                ?? Placement(repeating: -1, count: reading.awards.count)
            guard reading.fits(reading.awards[place], slot), !reading.isFull(slot, placement),
                !reading.hasAttempt(like: place, placement)
            else { return nil }
            placement[place] = slot
            placements[nodes[slot].scope] = placement
        }
        for keepingRoom in [true, false] {
            if let lack = reading.lack(0, placements, keepingRoom) { return lack }
        }
        return nil
    }
}
