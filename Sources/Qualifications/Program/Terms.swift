// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What an audit takes into account beside the learner and the rule.
public struct AuditTerms: Hashable, Sendable {
    /// The day asked about.
    public var asOf: CalendarDate
    /// How the rule's table of recognised bodies is read.
    public var recognition: Recognition.Reading = .declared
    /// Which awards that are not completed are taken as if they were.
    public var supposing: Supposition = .nothing
    /// For awards, by their id in outputs, the only requirement in whose slot each may stand.
    public var pins: [String: String] = [:]
    /// How many other optimal assignments are looked for.
    public var alternatives = 0
    /// Whether a reason is looked for where the rule is not met.
    public var explains = false
    /// What somebody decided for learners; those that do not hold on the day, and those of other
    /// learners or about other rules, make no difference.
    public var exceptions: [AuditException] = []
    /// When the learner started, which chooses among the versions of a rule; nil where only an
    /// award in progress could tell.
    public var started: CalendarDate?

    /// Awards that are taken as if they were completed.
    public enum Supposition: String, Hashable, Sendable, CaseIterable {
        /// None.
        case nothing
        /// Those in progress.
        case inProgress = "in-progress"
        /// Those in progress and those planned.
        case planned
    }

    /// Creates the terms of a plain audit on a day.
    public init(asOf: CalendarDate) { self.asOf = asOf }
}

extension AuditTerms {
    /// The exceptions that hold on the day for the learner and are about `rule`, in their order.
    func exceptions(for learner: Learner, about rule: Rule) -> [AuditException] {
        exceptions.filter { exception in
            exception.learner == learner.id && exception.isAbout(rule)
                && exception.state(asOf: asOf) == .active
        }
    }

    /// The same terms for a rule that is judged beside the one asked about: without pins,
    /// alternatives and reasons.
    var aside: AuditTerms {
        var terms = self
        terms.pins = [:]
        terms.alternatives = 0
        terms.explains = false
        return terms
    }
}
