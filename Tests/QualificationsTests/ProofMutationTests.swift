// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@testable import Qualifications

/// A proof that was tampered with is refuted, unless what it claims is so all the same.
struct ProofMutationTests {
    @Test(arguments: Tampering.allCases)
    func `what is confirmed is so, whatever was changed`(_ tampering: Tampering) throws {
        var (confirmed, refuted) = (0, 0)
        for seed in 0..<UInt64(oracleCases(debug: 60)) {
            let file = try ProofFile(of: try RandomWorld(seed: seed))
            var random = SeededGenerator(seed: seed)
            guard let changed = file.tampered(tampering, using: &random),
                let subject = try? changed.subject(file: "")
            else { continue }
            switch try? changed.verification(file: "") {
            case .refuted: refuted += 1
            case .confirmed:
                confirmed += 1
                let oracle = BruteForce(
                    subject.awards, subject.rule, subject.graph, asOf: subject.terms.asOf)
                #expect(oracle.status == changed.claim.status, "seed \(seed)")
                #expect(!tampering.isNeverRight, "seed \(seed)")
            case .unchecked, nil: break
            }
        }
        print("\(tampering): \(confirmed) still so, \(refuted) refuted")
        #expect(refuted > 0)
    }
}

/// What may be done to a proof.
enum Tampering: String, CaseIterable {
    case droppedCase, changedWeight, droppedWeight, movedAward, otherAward, droppedAward
    case changedMinimum, changedFact, changedAward, otherStatus, addedRequirement
    case droppedRequirement, swappedEvidence

    /// Whether nothing that was changed in this way is a proof.
    var isNeverRight: Bool {
        switch self {
        case .otherStatus, .addedRequirement, .droppedRequirement: true
        default: false
        }
    }
}

extension ProofFile {
    /// Returns the file with one thing changed, or nil where there is no such thing.
    func tampered(
        _ tampering: Tampering, using random: inout SeededGenerator
    ) -> ProofFile? {
        var copy = self
        let factor = [1, 2, 3, 1000].randomElement(using: &random) ?? 1
        let isChanged =
            switch tampering {
            case .droppedCase: copy.changeTree { $0.droppingCase(using: &random) }
            case .changedWeight:
                copy.changeTree { $0.changingWeight(using: &random) { $0 * factor + 1 } }
            case .droppedWeight: copy.changeTree { $0.changingWeight(using: &random) { _ in nil } }
            case .movedAward, .otherAward, .droppedAward:
                copy.changePlacement(tampering, using: &random)
            case .changedMinimum: copy.changeMinimum(using: &random)
            case .changedFact: copy.changeFact(using: &random)
            case .changedAward: copy.changeAward(using: &random)
            case .otherStatus: copy.changeStatus(using: &random)
            case .addedRequirement: copy.addRequirement(using: &random)
            case .droppedRequirement: copy.dropRequirement(using: &random)
            case .swappedEvidence: copy.swapEvidence()
            }
        return isChanged && copy != self ? copy : nil
    }

    // MARK: Evidence

    private mutating func changeEvidence(
        _ change: (AuditProof.Evidence) -> AuditProof.Evidence?
    ) -> Bool {
        let (certain, assuming) = (
            proof.certain.flatMap(change), proof.assuming.flatMap(change)
        )
        guard certain != nil || assuming != nil else { return false }
        proof = AuditProof(
            status: proof.status, certain: certain ?? proof.certain,
            assuming: assuming ?? proof.assuming)
        return true
    }

    private mutating func changeReason(_ change: (Unreachable) -> Unreachable?) -> Bool {
        changeEvidence { evidence in
            guard case .notMet(let reason) = evidence else { return nil }
            return change(reason).map { .notMet($0) }
        }
    }

    private mutating func changeTree(_ change: (Refutation) -> Refutation?) -> Bool {
        changeReason { reason in
            change(reason.refutation).map {
                Unreachable(
                    requirements: reason.requirements, refutation: $0,
                    withoutEach: reason.withoutEach, needed: reason.needed,
                    lacking: reason.lacking)
            }
        }
    }

    private mutating func changePlacement(
        _ tampering: Tampering, using random: inout SeededGenerator
    ) -> Bool {
        let other = Int.random(in: 0...max(0, awards.count), using: &random)
        let id = rule.requirement.nodes.randomElement(using: &random)?.id ?? ""
        let choice = Int.random(in: 0..<1000, using: &random)
        return changeEvidence { evidence in
            guard case .met(var placements) = evidence, !placements.isEmpty else { return nil }
            let place = choice % placements.count
            let old = placements[place]
            switch tampering {
            case .movedAward: placements[place] = .init(award: old.award, requirement: id)
            case .otherAward:
                placements[place] = .init(award: other, requirement: old.requirement)
            default: placements.remove(at: place)
            }
            return .met(placements)
        }
    }

    private mutating func addRequirement(using random: inout SeededGenerator) -> Bool {
        let ids = rule.requirement.nodes.map(\.id).shuffled(using: &random)
        return changeReason { reason in
            guard let id = ids.first(where: { !reason.requirements.contains($0) }) else {
                return nil
            }
            return Unreachable(
                requirements: reason.requirements + [id], refutation: reason.refutation,
                withoutEach: reason.withoutEach + [reason.withoutEach.last ?? []],
                needed: reason.needed, lacking: reason.lacking)
        }
    }

    private mutating func dropRequirement(using random: inout SeededGenerator) -> Bool {
        let choice = Int.random(in: 0..<1000, using: &random)
        return changeReason { reason in
            guard !reason.requirements.isEmpty else { return nil }
            var (ids, without) = (reason.requirements, reason.withoutEach)
            ids.remove(at: choice % ids.count)
            without.remove(at: choice % without.count)
            return Unreachable(
                requirements: ids, refutation: reason.refutation, withoutEach: without,
                needed: reason.needed, lacking: reason.lacking)
        }
    }

    private mutating func swapEvidence() -> Bool {
        proof = AuditProof(
            status: proof.status, certain: proof.assuming, assuming: proof.certain)
        return true
    }

    private mutating func changeStatus(using random: inout SeededGenerator) -> Bool {
        let others = Status.allCases.filter { $0 != claim.status }
        claim.status = others.randomElement(using: &random) ?? .met
        claim.remaining = Audit.Remaining(
            credits: .zero, scheme: .ects, count: claim.status == .met ? 0 : 1)
        proof = AuditProof(
            status: claim.status, certain: proof.certain ?? proof.assuming,
            assuming: proof.assuming ?? proof.certain)
        return true
    }

    // MARK: Facts

    private mutating func changeMinimum(using random: inout SeededGenerator) -> Bool {
        guard let node = rule.requirement.nodes.filter(\.isCount).randomElement(using: &random),
            let changed = try? rule.applying(
                .change(
                    node.id, .minimum,
                    to: ["1", "2", "5", "10"].randomElement(using: &random) ?? "1"))
        else { return false }
        rule = changed
        return true
    }

    private mutating func changeFact(using random: inout SeededGenerator) -> Bool {
        guard let place = facts.credentials.indices.randomElement(using: &random) else {
            return false
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: facts.credentials[place].credits = StatedCredits(Credits(ExactDecimal(5)))
        case 1: facts.credentials[place].credits = nil
        case 2: facts.credentials[place].level = "EQF:6"
        default: facts.credentials[place].provider = "p"
        }
        return true
    }

    private mutating func changeAward(using random: inout SeededGenerator) -> Bool {
        guard let place = awards.indices.randomElement(using: &random) else { return false }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: awards[place].status = "failed"
        case 1: awards[place].date = "2024-10-04"
        case 2: awards[place].grade = .init(text: "A", scale: "S")
        default:
            awards.append(awards[place])
            awards[awards.count - 1].credential =
                facts.credentials.randomElement(using: &random)?.id ?? ""
        }
        return true
    }
}

extension Requirement {
    fileprivate var isCount: Bool {
        if case .count = kind { return true }
        return false
    }
}

extension Refutation {
    /// Returns the tree with a case replaced by one that lies in it; nil where there are none.
    fileprivate func droppingCase(using random: inout SeededGenerator) -> Refutation? {
        guard !cases.isEmpty else { return nil }
        if Bool.random(using: &random) { return cases.randomElement(using: &random) }
        let place = Int.random(in: 0...1, using: &random)
        guard let changed = cases[place].droppingCase(using: &random) else {
            return cases.randomElement(using: &random)
        }
        return replacing(place, with: changed)
    }

    /// Returns the tree with one weight changed, or taken out where `change` gives none.
    fileprivate func changingWeight(
        using random: inout SeededGenerator, _ change: (Int) -> Int?
    ) -> Refutation? {
        guard case .weights(var weights) = self else {
            let place = Int.random(in: 0...1, using: &random)
            return cases[place].changingWeight(using: &random, change)
                .map { replacing(place, with: $0) }
        }
        guard let place = weights.indices.randomElement(using: &random) else { return nil }
        let old = weights.remove(at: place)
        if let weight = change(old.weight) { weights.append(.init(old.inequality, weight)) }
        return .weights(weights)
    }

    private func replacing(_ place: Int, with changed: Refutation) -> Refutation {
        let other = cases[1 - place]
        let (first, second) = place == 0 ? (changed, other) : (other, changed)
        switch self {
        case .weights: return self
        case .placed(let award, let id, _, _):
            return .placed(award: award, requirement: id, no: first, yes: second)
        case .meant(let id, _, _): return .meant(requirement: id, no: first, yes: second)
        case .period(let id, let day, _, _):
            return .period(condition: id, day: day, later: first, earlier: second)
        }
    }
}
