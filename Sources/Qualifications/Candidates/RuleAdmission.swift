// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Whether a rule counts awards of a credential at all, whatever requirement they might fit.
public struct RuleAdmission: Sendable {
    private let reading: RuleReading
    private let asksNothing: Bool

    /// Prepares a rule under the terms of an audit.
    public init(_ rule: Rule, in graph: Graph, terms: AuditTerms) {
        reading = RuleReading(RuleProgram(rule, in: graph), graph, terms, isAssuming: false)
        asksNothing = rule.counts == .everything && rule.recognition == nil
        asOf = terms.asOf
    }

    private let asOf: CalendarDate

    /// Returns whether the rule refuses an award of the credential given on the day asked about,
    /// with whatever grade it asks for: it counts none of its sort, or none of its provider.
    public func refuses(_ credential: Int) -> Bool {
        guard !asksNothing else { return false }
        let evidence = Evidence(
            index: 0, award: reading.thoughtOf(credential, asOf: asOf), credential: credential,
            isThoughtOf: true)
        return reading.admits(evidence) == .notMet
    }
}
