// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// What the linter says of a rule, held to what audits of it find.
struct LintOracleTests {
    /// A world whose awards are as the catalogue says, which is all that a linter can know.
    private func world(_ seed: UInt64) throws -> RandomWorld {
        var world = try RandomWorld(seed: seed)
        let awards = world.learner.awards.map { held in
            var award = held
            (award.credits, award.level, award.field, award.provider, award.kind) =
                (nil, nil, nil, nil, nil)
            return award
        }
        world.learner = try Learner(id: world.learner.id, awards: awards)
        return world
    }

    private func findings(_ world: RandomWorld) -> [RuleFinding] {
        RuleLint.findings(in: [world.rule], graph: world.graph, asOf: world.asOf)
    }

    @Test func `a rule is linted the same each time, with and without a catalogue`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 60)) {
            let world = try world(seed)
            #expect(findings(world) == findings(world), "seed \(seed)")
            let alone = RuleLint.findings(in: [world.rule], asOf: world.asOf)
            #expect(alone.allSatisfy { $0.code != "unknown-id" }, "seed \(seed)")
        }
    }

    @Test func `what is said to be impossible is never met`() throws {
        let impossible: Set = [
            "maximum-below-minimum", "minima-above-total", "parts-do-not-add-up",
            "members-cannot-reach", "unsatisfiable", "not-admissible",
        ]
        for seed in 0..<UInt64(oracleCases(debug: 200)) {
            let world = try world(seed)
            let errors = findings(world).filter {
                impossible.contains($0.code) && $0.severity == .error
            }
            guard !errors.isEmpty else { continue }
            let root = world.audited().root
            // What is needed and may not be held: either can be had, and not both.
            let (together, alone) = errors.partitioned { $0.message.contains("may not be held") }
            if !together.isEmpty { #expect(root.status != .met, "seed \(seed)") }
            let nodes = Set(alone.compactMap(\.node))
            if nodes.contains(root.id) { #expect(root.status != .met, "seed \(seed)") }
            for above in root.nodes {
                for node in above.children where nodes.contains(node.id) {
                    // A condition holds of nothing; what it spoils is the count above it.
                    let spoilt = node.requirement.isCondition ? above : node
                    #expect(
                        spoilt.status != .met, "seed \(seed): \(node.id) \(findings(world))")
                }
            }
        }
    }

    @Test func `what is said to be always so is met by everyone`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 200)) {
            let world = try world(seed)
            let nodes = Set(
                findings(world).filter { $0.code == "always-true" }.compactMap(\.node))
            guard !nodes.isEmpty else { continue }
            for node in world.audited().root.nodes where nodes.contains(node.id) {
                #expect(node.status == .met, "seed \(seed): \(node.id) \(findings(world))")
            }
        }
    }

    @Test func `a rule without what is said to be shadowed is met by the same learners`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 200)) {
            let world = try world(seed)
            let idle = findings(world).first { $0.code == "shadowed" }
            guard let id = idle?.node else { continue }
            var less = world
            less.rule.requirement = world.rule.requirement.without(id)
            #expect(
                less.audited().status == world.audited().status,
                "seed \(seed): \(findings(world))")
        }
    }
}

extension Requirement {
    /// The requirement without the one of this id below it.
    fileprivate func without(_ id: String) -> Requirement {
        func kept(_ parts: [Requirement]) -> [Requirement] {
            parts.filter { $0.id != id }.map { $0.without(id) }
        }
        let kind: Kind =
            switch self.kind {
            case .all(let parts): .all(kept(parts))
            case .any(let parts): .any(kept(parts))
            case .atLeast(let count, let parts): .atLeast(count, of: kept(parts))
            case .count(var demand):
                {
                    demand.parts = kept(demand.parts)
                    return .count(demand)
                }()
            default: self.kind
            }
        return Requirement(id: self.id, title: title, isShared: isShared, kind: kind)
    }
}

extension Sequence {
    /// The elements that satisfy a condition, and the others.
    fileprivate func partitioned(
        _ isIn: (Element) -> Bool
    ) -> (in: [Element], out: [Element]) {
        (filter(isIn), filter { !isIn($0) })
    }
}
