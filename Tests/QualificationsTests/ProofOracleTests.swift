// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

@testable import Qualifications

struct ProofOracleTests {
    @Test func `a proof is found, says what the audit says, and is confirmed`() throws {
        var counts: [Status: Int] = [:]
        var found = Measured()
        for seed in 0..<UInt64(oracleCases(debug: 150)) {
            let world = try RandomWorld(seed: seed)
            let terms = world.terms(seed)
            let made = audit(world.learner, of: world.rule, in: world.graph, terms: terms)
            let evidence = proof(
                of: world.learner, toward: world.rule, in: world.graph, terms: terms)
            guard let evidence else {
                Issue.record("no proof of \(made.status), seed \(seed)")
                continue
            }
            found.add(evidence)
            counts[made.status, default: 0] += 1
            #expect(evidence.status == made.status, "seed \(seed)")
            let subject = ProofSubject(
                graph: world.graph, rule: world.rule, learner: world.learner.id,
                awards: world.learner.awards, terms: terms)
            #expect(verify(evidence, of: subject) == .confirmed, "seed \(seed)")
        }
        print("proofs: \(counts), \(found)")
    }

    @Test func `a file of a proof is confirmed without the graph it was made in`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let file = try ProofFile(of: try RandomWorld(seed: seed), seed)
            let text = try file.text
            let read = try ProofFile.read(Array(text.utf8), file: "proof.json")
            #expect(read == file, "seed \(seed)")
            #expect(try read.text == text, "seed \(seed)")
            #expect(try read.verification(file: "proof.json") == .confirmed, "seed \(seed)")
        }
    }

    @Test func `an assignment meets the rule exactly if trying it says so`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let world = try RandomWorld(seed: seed)
            let oracle = world.oracle
            var random = SeededGenerator(seed: seed)
            let reading = FactReading(world.subject(), isAssuming: false)
            for _ in 0..<20 {
                let placements = reading.randomPlacements(using: &random)
                let check = AssignmentCheck(reading, at: "")
                func meets(_ placements: [Unreachable.Placed]) -> Bool {
                    (try? check.check(placements)) != nil
                }
                let isMet = meets(placements)
                // Trying takes no placement that spoils a requirement beyond repair, though it be
                // one that nothing needs; what meets the rule does so without such.
                let needed =
                    isMet
                    ? placements.reduce(placements) { left, placed in
                        let fewer = left.filter { $0 != placed }
                        return meets(fewer) ? fewer : left
                    } : placements
                let lack = oracle.lack(of: needed.map { ($0.award, $0.requirement) })
                #expect(isMet == (lack == BruteForce.Lack()), "seed \(seed)")
            }
        }
    }
}

/// How large proofs come out.
private struct Measured: CustomStringConvertible {
    private var leaves = 0
    private var depth = 0
    private var listed = 0

    mutating func add(_ proof: AuditProof) {
        for case .notMet(let reason) in [proof.certain, proof.assuming] {
            leaves = max(leaves, reason.refutation.leaves)
            depth = max(depth, reason.refutation.depth)
            listed = max(listed, reason.requirements.count)
        }
    }

    var description: String {
        "largest tree: \(leaves) ends, depth \(depth); most requirements: \(listed)"
    }
}

extension Refutation {
    /// The cases right inside.
    var cases: [Refutation] {
        switch self {
        case .weights: []
        case .placed(_, _, let no, let yes), .meant(_, let no, let yes): [no, yes]
        case .period(_, _, let later, let earlier): [later, earlier]
        }
    }

    var leaves: Int { cases.isEmpty ? 1 : cases.reduce(0) { $0 + $1.leaves } }
    var depth: Int { 1 + (cases.map(\.depth).max() ?? 0) }
}

extension RandomWorld {
    /// Terms that a third of all seeds leave as they are.
    func terms(_ seed: UInt64) -> AuditTerms {
        var random = SeededGenerator(seed: seed &+ 77)
        var terms = AuditTerms(asOf: asOf)
        guard seed % 3 != 0 else { return terms }
        terms.recognition =
            [.declared, .everyone, .own, .accord(nil), .accord("accord")]
            .randomElement(using: &random) ?? .declared
        terms.supposing = AuditTerms.Supposition.allCases.randomElement(using: &random) ?? .nothing
        if seed % 3 == 1, let award = learner.awards.randomElement(using: &random),
            let node = rule.requirement.nodes.randomElement(using: &random)
        {
            terms.pins[award.id] = node.id
        }
        return terms
    }

    func subject(_ terms: AuditTerms? = nil) -> ProofSubject {
        ProofSubject(
            graph: graph, rule: rule, learner: learner.id, awards: learner.awards,
            terms: terms ?? AuditTerms(asOf: asOf))
    }
}

extension ProofFile {
    /// The proof of a world, under terms of its seed or plain ones.
    init(of world: RandomWorld, _ seed: UInt64? = nil) throws {
        let terms = seed.map(world.terms) ?? AuditTerms(asOf: world.asOf)
        let made = audit(world.learner, of: world.rule, in: world.graph, terms: terms)
        let found = Qualifications.proof(
            of: world.learner, toward: world.rule, in: world.graph, terms: terms)
        let evidence = try #require(found)
        self.init(evidence, of: made, world.learner, in: world.graph, terms: terms)
    }

    /// What a file of it holds, but for the disclosure.
    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}

extension FactReading {
    /// Some awards in slots that they fit, no slot or award twice.
    func randomPlacements(using random: inout SeededGenerator) -> [Unreachable.Placed] {
        var placed: [Unreachable.Placed] = []
        var taken: Set<[Int]> = []
        for (slot, awards) in fitting.enumerated().shuffled(using: &random) {
            let isLeaf = tree.demand(slot) == nil
            for award in awards.shuffled(using: &random).prefix(isLeaf ? 1 : .max) {
                let turn = [equivalenceClass(of: award) ?? -1, tree.nodes[slot].scope]
                guard Int.random(in: 0..<4, using: &random) > 0, taken.insert(turn).inserted else {
                    continue
                }
                placed.append(.init(award: award, requirement: tree.nodes[slot].requirement.id))
            }
        }
        return placed
    }
}
