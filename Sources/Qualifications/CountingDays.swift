// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Tells until when awards count where they stand in a rule: an award may expire, and a rule may
/// take none that is older than some years.
public struct CountingDays: Sendable {
    /// How many days ahead are looked at; what counts on the last of them counts for ever.
    private static let horizon = 36_525

    private let rule: Rule
    private let program: RuleProgram
    private let decisions: Decisions
    private let graph: Graph
    private let terms: AuditTerms

    /// Prepares `rule` as the exceptions among `terms` make it for `learner`.
    public init(_ rule: Rule, for learner: Learner, in graph: Graph, terms: AuditTerms) {
        let exceptions = terms.exceptions(for: learner, about: rule)
        self.rule = exceptions.isEmpty ? rule : rule.applying(exceptions).rule
        program = RuleProgram(self.rule, in: graph)
        decisions = Decisions(exceptions, program)
        self.graph = graph
        self.terms = terms
    }

    /// Returns the last day on which `award`, which counts on the day asked about, still does.
    ///
    /// - Parameters:
    ///   - award: an award that is held, or one that is only thought of, dated on the day.
    ///   - requirement: the id of the requirement that it counts for.
    /// - Returns: the day; nil where it counts for ever, as far as can be told.
    /// - Complexity: O(requirements), and O(requirements × log days) where it ends.
    public func lastDay(of award: Award, for requirement: String) -> CalendarDate? {
        guard let credential = graph.credential(award.credential) else { return nil }
        let evidence = Evidence(
            index: 0, award: award, credential: credential, isThoughtOf: award.grade == nil)
        let today = terms.asOf.dayNumber
        let far = today + Self.horizon
        guard fits(evidence, requirement, on: today), !fits(evidence, requirement, on: far) else {
            return award.expires
        }
        var (last, after) = (today, far)
        while after - last > 1 {
            let middle = last + (after - last) / 2
            if fits(evidence, requirement, on: middle) { last = middle } else { after = middle }
        }
        let day = CalendarDate(dayNumber: last)
        return award.expires.map { min($0, day) } ?? day
    }

    private func fits(_ evidence: Evidence, _ requirement: String, on day: Int) -> Bool {
        var then = terms
        then.asOf = CalendarDate(dayNumber: day)
        let reading = RuleReading(program, graph, then, decisions, isAssuming: false)
        return SlotFit(evidence, reading).options.contains {
            program.requirements[$0.node].id == requirement
        }
    }
}

extension Audit.Remaining {
    /// Creates what somebody who holds nothing needs to meet `rule`.
    ///
    /// - Complexity: one audit.
    public init(neededBy rule: Rule, in graph: Graph, terms: AuditTerms) {
        let auditor = Auditor(RuleProgram(rule, in: graph), graph, terms.aside)
        self = auditor.standing(of: [], limit: AssignmentSearch.workLimit / 4).remaining
    }
}
