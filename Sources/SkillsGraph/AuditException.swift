// SPDX-License-Identifier: Apache-2.0

/// What somebody decided for one learner, against what a rule says.
///
/// An exception never changes the rule for anyone else. Who decided it and why are kept with it;
/// it ends on a day or by being revoked, and is never deleted while its learner is known.
public struct AuditException: Hashable, Sendable {
    /// What is decided.
    public enum Kind: Hashable, Sendable {
        /// This award counts in this requirement, though it would not fit.
        case insert(award: String, into: String)
        /// This credential counts for that one.
        case substitute(String, for: String)
        /// This requirement is met.
        case waive(String)
        /// This award does not count in this requirement, or anywhere in the rule where nil.
        case block(award: String, in: String?)
        /// This value of this requirement is another; `none` takes it away.
        case change(String, Limit, to: String)
    }

    /// Which value of a requirement is changed.
    public enum Limit: String, Hashable, Sendable, CaseIterable {
        /// The least that meets it.
        case minimum
        /// The most that is counted.
        case maximum
    }

    /// Who decided, why and when.
    public struct Decision: Hashable, Sendable {
        /// A role or a pseudonym; never an address.
        public var who: String
        /// The reason.
        public var why: String
        /// The day.
        public var date: CalendarDate

        /// Creates a decision.
        public init(by who: String, because why: String, on date: CalendarDate) {
            self.who = who
            self.why = why
            self.date = date
        }
    }

    /// Whether an exception holds on a day.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// It was decided later.
        case upcoming
        /// It holds.
        case active
        /// It was revoked.
        case revoked
        /// Its last day is over.
        case expired
    }

    /// The id, short and never used again; empty until it is stored.
    public var id = ""
    /// The learner's pseudonym.
    public var learner: String
    /// The rule's own name, or its credential and use for every version: `diploma/completion`.
    public var rule: String
    /// What is decided.
    public var kind: Kind
    /// Who decided it, why and when.
    public var decision: Decision
    /// The last day on which it holds; nil for ever.
    public var until: CalendarDate?
    /// Who revoked it, why and when.
    public var revocation: Decision?

    /// Creates an exception; the rest may be set after.
    public init(
        learner: String, rule: String, _ kind: Kind, _ decision: Decision,
        until: CalendarDate? = nil
    ) {
        self.learner = learner
        self.rule = rule
        self.kind = kind
        self.decision = decision
        self.until = until
    }

    /// Returns whether it holds on `day`.
    public func state(asOf day: CalendarDate) -> State {
        if let revocation, revocation.date <= day { return .revoked }
        if let until, until < day { return .expired }
        return decision.date <= day ? .active : .upcoming
    }

    /// Returns whether it is about `rule`.
    public func isAbout(_ rule: Rule) -> Bool {
        self.rule == rule.id || self.rule == "\(rule.credential)/\(rule.use.rawValue)"
    }
}

extension AuditException.Kind {
    /// The words for the kinds, as they stand in commands and outputs.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        /// An award counts though it would not fit.
        case insert
        /// A credential counts for another.
        case substitute
        /// A requirement is met.
        case waive
        /// An award does not count.
        case block
        /// A value is another.
        case change
    }

    /// The word for the kind.
    public var name: Name {
        switch self {
        case .insert: .insert
        case .substitute: .substitute
        case .waive: .waive
        case .block: .block
        case .change: .change
        }
    }

    /// The id of the requirement that it names, where it names one.
    public var requirement: String? {
        switch self {
        case .insert(_, let id), .waive(let id), .change(let id, _, _): id
        case .block(_, let id): id
        case .substitute: nil
        }
    }

    /// The id of the award that it names, where it names one.
    public var award: String? {
        switch self {
        case .insert(let award, _), .block(let award, _): award
        case .substitute, .waive, .change: nil
        }
    }
}
