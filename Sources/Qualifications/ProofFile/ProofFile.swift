// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// A proof with all that is needed to check it again: `varde/proof/1`.
///
/// It holds what the audit said, the terms and the rule it was made by, the facts that the rule
/// asks about, the awards, and the evidence; see <doc:Proofs>. Neither a catalogue nor the learner's
/// record is needed to check it.
public struct ProofFile: Hashable, Sendable {
    /// What `schema` says in a proof file.
    public static let schema = "varde/proof/1"

    /// What is claimed.
    public struct Claim: Hashable, Sendable {
        /// The learner's pseudonym.
        public var learner: String
        /// The id of the credential.
        public var target: String
        /// Whether the rule is about starting or finishing.
        public var use: Rule.Use
        /// The id of the rule.
        public var rule: String
        /// The version of the rule, where it states one.
        public var version: String?
        /// The day asked about.
        public var asOf: CalendarDate
        /// How the learner stands.
        public var status: Status
        /// What is still needed, as the audit said; it is not a part of what is shown.
        public var remaining: Audit.Remaining
    }

    /// What is claimed.
    public internal(set) var claim: Claim
    /// The terms of the audit.
    public internal(set) var terms: AuditTerms
    /// The rule.
    public internal(set) var rule: Rule
    /// The facts that the rule asks about.
    var facts: StatedFacts
    /// What is held; the evidence names awards by their places, from 0.
    var awards: [StatedAward]
    /// What shows the status.
    var proof: AuditProof

    /// Creates the file of a proof.
    ///
    /// - Parameters:
    ///   - proof: what shows the status.
    ///   - audit: the audit that it shows.
    ///   - learner: whose audit it is.
    ///   - graph: the graph it was made in.
    ///   - terms: the terms it was made under.
    public init(
        _ proof: AuditProof, of audit: Audit, _ learner: Learner, in graph: Graph,
        terms: AuditTerms
    ) {
        claim = Claim(
            learner: learner.id, target: audit.target, use: audit.use, rule: audit.rule.id,
            version: audit.rule.version, asOf: terms.asOf, status: proof.status,
            remaining: audit.remaining)
        let subject = ProofSubject(
            graph: graph, rule: audit.rule, learner: learner.id, awards: learner.awards,
            terms: terms)
        // What an audit may be asked for besides, such as alternatives, plays no part in a proof.
        self.terms = AuditTerms(asOf: terms.asOf)
        self.terms.recognition = terms.recognition
        self.terms.supposing = terms.supposing
        self.terms.pins = terms.pins
        self.terms.exceptions = subject.exceptions
        rule = audit.rule
        facts = StatedFacts(of: learner.awards, subject.rule, graph)
        awards = learner.awards.map(StatedAward.init)
        self.proof = proof
    }
}

extension ProofFile {
    /// Returns whether the proof shows what it claims.
    ///
    /// - Throws: `ProofFileError` where the facts contradict themselves, or the rule is not one that
    ///   can be judged by them.
    public func verification(file: String) throws(ProofFileError) -> Verification {
        if let flaw = claimFlaw { return .refuted(flaw) }
        return verify(proof, of: try subject(file: file))
    }

    /// What the proof is about, made of the facts alone.
    func subject(file: String) throws(ProofFileError) -> ProofSubject {
        do {
            let subject = ProofSubject(
                graph: try Graph(facts.parts), rule: rule, learner: claim.learner,
                awards: try awards.map { try $0.award }, terms: terms)
            try subject.graph.check(rule)
            try subject.graph.check(subject.rule)
            return subject
        } catch let error as StatedError {
            throw ProofFileError(file, "/\(error.list)", error.reason)
        } catch {
            throw ProofFileError(file, "", "\(error)")
        }
    }

    /// What in the claim is not so, as far as the rule and the terms tell.
    private var claimFlaw: Verification.Flaw? {
        func flaw(_ name: String, _ isTrue: Bool) -> Verification.Flaw? {
            isTrue
                ? nil
                : .init(at: "/claim/\(name)", "The claim speaks of another than the proof does.")
        }
        return flaw("target", claim.target == rule.credential)
            ?? flaw("use", claim.use == rule.use) ?? flaw("rule", claim.rule == rule.id)
            ?? flaw("version", claim.version == rule.version)
            ?? flaw("asOf", claim.asOf == terms.asOf)
            ?? flaw("status", claim.status == proof.status) ?? remainingFlaw
    }

    private var remainingFlaw: Verification.Flaw? {
        guard (claim.remaining.count == 0) != (claim.status == .met) else { return nil }
        return .init(
            at: "/claim/remaining",
            "What is met leaves nothing open, and what is not met leaves something.")
    }
}
