// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What a proof is about: the facts, the rule, and the terms under which it is judged.
public struct ProofSubject: Sendable {
    /// The facts about credentials.
    public let graph: Graph
    /// The rule as it is judged: with what was decided for the learner.
    public let rule: Rule
    /// The learner's pseudonym.
    public let learner: String
    /// What is held, in the order in which the proof numbers it from 0.
    public let awards: [Award]
    /// The day, and what else is taken into account.
    public let terms: AuditTerms
    /// What was decided for the learner about the rule, as far as it holds on the day.
    public let exceptions: [AuditException]

    /// Creates the subject of a proof; `graph` must accept the rule.
    public init(
        graph: Graph, rule: Rule, learner: String, awards: [Award], terms: AuditTerms
    ) {
        self.graph = graph
        self.learner = learner
        self.awards = awards
        self.terms = terms
        exceptions = terms.exceptions.filter {
            $0.learner == learner && $0.isAbout(rule) && $0.state(asOf: terms.asOf) == .active
        }
        self.rule = rule.applying(exceptions).rule
    }
}

/// What came of checking a proof.
public enum Verification: Hashable, Sendable {
    /// Every step holds.
    case confirmed
    /// A step does not hold, or does not show what it should.
    case refuted(Flaw)
    /// It is too long to be checked in a moment, which no proof that was made is.
    case unchecked(Flaw)

    /// A step that does not hold, or cannot be checked.
    public struct Flaw: Error, Hashable, Sendable {
        /// Where it is, as a JSON Pointer (RFC 6901) into a proof's file.
        public let place: String
        /// What is wrong, as a sentence.
        public let reason: String
        /// Whether it is only too much to be checked.
        let isTooMuch: Bool

        /// Creates a flaw.
        init(at place: String, _ reason: String, isTooMuch: Bool = false) {
            self.place = place
            self.reason = reason
            self.isTooMuch = isTooMuch
        }
    }
}

/// Returns whether `proof` shows what it says about `subject`.
///
/// It is checked step by step, by code that has no part in making proofs: neither the search nor
/// the compiled form of a rule is used. What is shown is the status; that what remains is the least
/// is not a part of a proof.
///
/// - Complexity: O(placements × requirements) for an assignment; for a refutation, the sum of the
///   lengths of the inequalities at the ends of its tree. What would take longer than some tenths
///   of a second is not begun, or given up.
public func verify(_ proof: AuditProof, of subject: ProofSubject) -> Verification {
    do throws(Verification.Flaw) {
        try CheckingCost(of: proof, subject).check()
        try ProofCheck(subject: subject).check(proof)
        return .confirmed
    } catch {
        return error.isTooMuch ? .unchecked(error) : .refuted(error)
    }
}

/// Checks that a proof has the evidence that its status needs, and each piece of it.
private struct ProofCheck {
    typealias Flaw = Verification.Flaw

    let subject: ProofSubject

    /// What a status needs of each reading: an assignment, a refutation, or nothing.
    func check(_ proof: AuditProof) throws(Flaw) {
        switch proof.status {
        case .met:
            try check(proof.certain, of: "certain", showsMet: true)
            try checkAbsence(of: proof.assuming, "assuming")
        case .notMet:
            try check(proof.assuming, of: "assuming", showsMet: false)
            try checkAbsence(of: proof.certain, "certain")
        case .cannotTell:
            try check(proof.certain, of: "certain", showsMet: false)
            try check(proof.assuming, of: "assuming", showsMet: true)
        }
    }

    private func checkAbsence(of evidence: AuditProof.Evidence?, _ name: String) throws(Flaw) {
        guard evidence != nil else { return }
        throw Flaw(at: "/evidence/\(name)", "The claimed status does not rest on this reading.")
    }

    private func check(
        _ evidence: AuditProof.Evidence?, of name: String, showsMet: Bool
    ) throws(Flaw) {
        let place = "/evidence/\(name)"
        let reading = FactReading(subject, isAssuming: name == "assuming")
        switch evidence {
        case .met(let placements) where showsMet:
            let check = AssignmentCheck(reading, at: place + "/met")
            try check.check(placements)
        case .notMet(let reason) where !showsMet:
            try check(reason, reading, place + "/notMet")
        default:
            let wanted = showsMet ? "an assignment that meets the rule" : "a refutation"
            throw Flaw(at: place, "The claimed status needs \(wanted) here.")
        }
    }

    /// The refutation must hold by the requirements listed alone, and each of them be needed.
    private func check(
        _ reason: Unreachable, _ reading: FactReading, _ place: String
    ) throws(Flaw) {
        let listed = try reading.tree.positions(
            of: reason.requirements, at: place + "/requirements")
        var walk = RefutationCheck(reading, listed: Set(listed), at: place + "/refutation")
        try walk.check(reason.refutation)
        guard reason.withoutEach.count == listed.count else {
            throw Flaw(
                at: place + "/withoutEach",
                "For each of the \(listed.count) requirements there must be one assignment.")
        }
        for (index, placements) in reason.withoutEach.enumerated() {
            let others = Set(listed).subtracting([listed[index]])
            let check = AssignmentCheck(
                reading, at: place + "/withoutEach/\(index)", asking: others)
            try check.check(placements)
        }
    }
}
