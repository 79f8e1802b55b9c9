// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// A requirement that keeps a learner from starting a credential, and what would meet it.
public struct Blocker: Hashable, Sendable {
    /// The requirement; one implied by a `requires` relation has the id `requires/CREDENTIAL`.
    public let requirement: Requirement
    /// Not met, or cannot tell.
    public let status: Status
    /// The offered credentials that would serve it, by position; several may be needed, and none
    /// help against a date.
    public let unblockedBy: [Int]
}

/// Returns what keeps `learner` from starting `credential`: the open requirements of its admission
/// rule and of its `requires` relations; empty when it may be started.
///
/// - Complexity: one audit, and O(catalogue) for each open requirement.
public func blockers(
    of credential: Int, for learner: Learner, in graph: Graph, asOf: CalendarDate
) -> [Blocker] {
    blockers(of: credential, for: learner, in: graph, terms: AuditTerms(asOf: asOf))
}

/// Returns the same under `terms`, such as exceptions that were made for the learner.
public func blockers(
    of credential: Int, for learner: Learner, in graph: Graph, terms: AuditTerms
) -> [Blocker] {
    var open =
        graph.rule(.admission, of: credential).map { rule in
            audit(learner, of: rule, in: graph, terms: terms).root.open
        } ?? []
    for required in graph.related(from: credential, by: .requires) {
        let id = graph.credentials[required].id
        // A rule often asks for what a relation states as well; once is enough.
        guard !open.contains(where: { $0.requirement.kind == .credential(id, overlap: nil) }) else {
            continue
        }
        let rule = Rule(
            credential: graph.credentials[credential].id, use: .admission,
            requirement: Requirement(id: "requires/\(id)", kind: .credential(id, overlap: nil)))
        open += audit(learner, of: rule, in: graph, asOf: terms.asOf).root.open
    }
    return open.map {
        Blocker(
            requirement: $0.requirement, status: $0.status,
            unblockedBy: graph.offered(serving: $0.requirement))
    }
}

extension Graph {
    /// Returns the offered credentials of which an award could serve `requirement`, by position.
    ///
    /// A group of requirements is served by what serves any of them, credits by what matches and
    /// carries credits that convert.
    public func offered(serving requirement: Requirement) -> [Int] {
        let rule = Rule(credential: "", use: .admission, requirement: requirement)
        let terms = AuditTerms(asOf: CalendarDate(dayNumber: .min))
        let program = RuleProgram(rule, in: self)
        let reading = RuleReading(program, self, terms, isAssuming: false)
        var climb = SkillClimb(self)
        return credentials.indices.filter { position in
            credentials[position].isOffered && serves(position, requirement, reading, &climb)
        }
    }

    private func serves(
        _ position: Int, _ requirement: Requirement, _ reading: RuleReading,
        _ climb: inout SkillClimb
    ) -> Bool {
        let award = Award(credential: credentials[position].id)
        let evidence = Evidence(index: 0, award: award, credential: position, isThoughtOf: true)
        if case .share(let share) = requirement.kind {
            return reading.matches(share.selector, evidence) == .met
        }
        if !SlotFit(evidence, reading).options.isEmpty { return true }
        guard !reading.program.tests.isEmpty else { return false }
        var answers = TestAnswers(reading, asOf: CalendarDate(dayNumber: .min))
        let before = answers.statuses
        answers.add(evidence, &climb)
        return zip(before, answers.statuses).contains { $0 != .met && $1 == .met }
    }
}
