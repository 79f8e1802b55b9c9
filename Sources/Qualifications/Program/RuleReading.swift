// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// One way to read the facts of awards against a rule.
struct RuleReading {
    let program: RuleProgram
    let graph: Graph
    let context: Selector.Context
    let recognition: Recognition.Reading
    /// What was decided of single awards.
    let decisions: Decisions
    /// Whether a fact that is not known is taken to be as asked.
    let isAssuming: Bool

    init(
        _ program: RuleProgram, _ graph: Graph, _ terms: AuditTerms,
        _ decisions: Decisions = .none, isAssuming: Bool
    ) {
        self.program = program
        self.graph = graph
        context = Selector.Context(
            asOf: program.rule.agesOn ?? terms.asOf, scales: program.rule.scales)
        recognition = terms.recognition
        self.decisions = decisions
        self.isAssuming = isAssuming
    }

    /// What awards are read by that are only thought of: they have the grades asked for.
    var contextOfCandidates: Selector.Context {
        var context = context
        context.assumesGrades = true
        return context
    }

    /// Whether a status is taken for a yes.
    func holds(_ status: Status) -> Bool {
        status == .met || (isAssuming && status == .cannotTell)
    }

    /// Whether `selector` matches an award.
    func matches(_ selector: Selector, _ evidence: Evidence) -> Status {
        selector == .everything
            ? .met
            : selector.matches(
                evidence.credential, evidence.award, in: graph,
                evidence.isThoughtOf ? contextOfCandidates : context)
    }

    /// Whether the award counts anywhere in the rule.
    func admits(_ evidence: Evidence) -> Status {
        matches(program.rule.counts, evidence).and(recognises(evidence))
    }

    /// Whether the award's provider is recognised.
    func recognises(_ evidence: Evidence) -> Status {
        program.rule.recognition.map {
            $0.admits(
                evidence.award.provider ?? graph.credentials[evidence.credential].provider,
                reading: recognition)
        } ?? .met
    }

    /// Whether the award's provider is recognised only until somebody has confirmed it.
    func isProvisional(_ evidence: Evidence) -> Bool {
        guard let recognition = program.rule.recognition,
            let provider = evidence.award.provider
                ?? graph.credentials[evidence.credential].provider
        else { return false }
        return recognition.admits(provider) == .cannotTell
    }

    /// What the award is worth in a unit.
    enum Amount {
        case known(Int)
        /// It may be this much: its scheme is not stated.
        case unknown(Int)
        /// It carries none.
        case none
        /// No factor leads to the unit's scheme.
        case unconvertible
    }

    /// Thousandths of what an award is worth in `unit`.
    func amount(of evidence: Evidence, in unit: Unit) -> Amount {
        let credential = graph.credentials[evidence.credential]
        switch unit {
        case .awards: return .known(1000)
        case .hours:
            guard let hours = credential.hours, hours > .zero else { return .none }
            return .known(min(hours.thousandths, Worth.most))
        case .credits(let scheme):
            guard let stated = evidence.award.credits ?? credential.credits,
                stated.amount > .zero
            else { return .none }
            if let exact = graph.convert(stated, to: scheme) {
                return .known(min(exact.amount.thousandths, Worth.most))
            }
            let isUnknown = stated.scheme == .unknown || scheme == .unknown
            return isUnknown
                ? .unknown(min(stated.amount.thousandths, Worth.most)) : .unconvertible
        }
    }
}
