// SPDX-License-Identifier: Apache-2.0

/// What must be held: one node of a rule, and the nodes below it.
///
/// The same type says what is needed to start (admission) and to finish (completion). Nodes that
/// count credits take awards, and each award fills one slot; nodes that test an outcome, a skill
/// or a date take none.
public struct Requirement: Hashable, Sendable {
    /// The id, unique inside its rule.
    public let id: String
    /// What the rule's author calls it, where they call it anything.
    public let title: LocalizedText
    /// What it asks.
    public let kind: Kind

    /// Creates a requirement.
    public init(id: String, title: LocalizedText = "", kind: Kind) {
        self.id = id
        self.title = title
        self.kind = kind
    }

    /// The kinds of requirement.
    public indirect enum Kind: Hashable, Sendable {
        /// Every one of the requirements below.
        case all([Requirement])
        /// At least one of the requirements below.
        case any([Requirement])
        /// At least so many of the requirements below.
        case atLeast(Int, of: [Requirement])
        /// At least this share of the credits that the enclosing credit requirement asks for must
        /// be counted there from awards that match.
        case share(Share, of: Selector)
        /// Credits from awards that match, those counted by `parts` included.
        case credits(CreditDemand)
        /// An award of this credential or of an equivalent one.
        case credential(String)
        /// A valid award of a credential that teaches this outcome.
        case outcome(String)
        /// A valid award that teaches this skill, at this proficiency where one is asked.
        case skill(String, atLeast: Level?)
        /// The day asked about is not before this one.
        case notBefore(CalendarDate)
    }

    /// How many credits from what.
    public struct CreditDemand: Hashable, Sendable {
        /// The least that meets the requirement.
        public let minimum: Credits
        /// The most that is counted, in the same scheme; nil for no limit.
        public let maximum: ExactDecimal?
        /// Which awards count here.
        public let selector: Selector
        /// Requirements inside this one: what they count, it counts too, and all must be met.
        public let parts: [Requirement]

        /// Creates a demand.
        public init(
            minimum: Credits, maximum: ExactDecimal? = nil, selector: Selector = .everything,
            parts: [Requirement] = []
        ) {
            self.minimum = minimum
            self.maximum = maximum
            self.selector = selector
            self.parts = parts
        }
    }

    /// A share in thousandths: 500 is one half.
    public struct Share: Hashable, Sendable {
        /// The share times one thousand, 0 to 1000.
        public let thousandths: Int

        /// Creates a share.
        public init(thousandths: Int) { self.thousandths = thousandths }

        /// Returns the least amount that reaches this share of `amount`, rounded up.
        public func floor(of amount: ExactDecimal) -> ExactDecimal {
            ExactDecimal(thousandths: (amount.thousandths * thousandths + 999) / 1000)
        }
    }

    /// The requirements directly below this one.
    public var children: [Requirement] {
        switch kind {
        case .all(let children), .any(let children), .atLeast(_, let children): children
        case .credits(let demand): demand.parts
        case .share, .credential, .outcome, .skill, .notBefore: []
        }
    }

    /// This requirement and all below it, each before its children.
    public var nodes: [Requirement] {
        var found: [Requirement] = []
        var waiting = [self]
        while let next = waiting.popLast() {
            found.append(next)
            waiting.append(contentsOf: next.children.reversed())
        }
        return found
    }
}

/// A versioned, sourced, dated tree of requirements.
public struct Rule: Hashable, Sendable {
    /// What a rule is for.
    public enum Use: String, Hashable, Sendable, CaseIterable {
        /// What is needed to start.
        case admission
        /// What is needed to finish.
        case completion
    }

    /// The id of the credential the rule belongs to.
    public var credential: String
    /// Whether it is about starting or finishing.
    public var use: Use
    /// The version of the text it restates.
    public var version: String?
    /// The first day it is in force.
    public var validFrom: CalendarDate?
    /// The last day it is in force.
    public var validUntil: CalendarDate?
    /// Where it is published.
    public var source: String?
    /// Who decides; Varde only advises.
    public var decidedBy: String?
    /// What it asks.
    public var requirement: Requirement

    /// Creates a rule; everything else may be set after.
    public init(credential: String, use: Use, requirement: Requirement) {
        self.credential = credential
        self.use = use
        self.requirement = requirement
    }

    /// The id it goes by in outputs: the credential and the use.
    public var id: String { "\(credential)/\(use.rawValue)" }
}
