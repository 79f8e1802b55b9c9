// SPDX-License-Identifier: Apache-2.0

/// A versioned, sourced, dated tree of requirements, and the terms under which awards count.
public struct Rule: Hashable, Sendable {
    /// What a rule is for.
    public enum Use: String, Hashable, Sendable, CaseIterable {
        /// What is needed to start.
        case admission
        /// What is needed to finish.
        case completion
    }

    /// How a qualification is awarded when its rule is met.
    public enum Awarding: String, Hashable, Sendable, CaseIterable {
        /// By itself.
        case automatic
        /// When the learner applies.
        case onApplication = "on-application"
    }

    /// A credential that counts for another where this rule asks for it.
    public struct Equivalence: Hashable, Sendable {
        /// The id of the credential that is held.
        public var credential: String
        /// The id of the credential that it counts for.
        public var countsFor: String
        /// The share of its content that the held one covers, where it was assessed.
        public var overlap: Fraction?

        /// Creates an equivalence.
        public init(_ credential: String, countsFor: String, overlap: Fraction? = nil) {
            self.credential = credential
            self.countsFor = countsFor
            self.overlap = overlap
        }
    }

    /// The id of the credential the rule belongs to.
    public var credential: String
    /// Whether it is about starting or finishing.
    public var use: Use
    /// The id of this version, where the credential has several; else it goes by ``id``.
    public var name: String?
    /// What its author calls it.
    public var title: LocalizedText = ""
    /// The version of the text it restates.
    public var version: String?
    /// The first day it is in force.
    public var validFrom: CalendarDate?
    /// The last day it is in force.
    public var validUntil: CalendarDate?
    /// It is for those who started on this day or later.
    public var startedFrom: CalendarDate?
    /// It is for those who started before this day.
    public var startedBefore: CalendarDate?
    /// Where it is published.
    public var source: String?
    /// Whether the source is another's copy, not the awarding body's own page.
    public var isSecondary = false
    /// Who decides; Varde only advises.
    public var decidedBy: String?
    /// How the qualification is awarded.
    public var awarding: Awarding = .onApplication
    /// What every award must match to count anywhere.
    public var counts: Selector = .everything
    /// The day on which ages are taken; nil for the day asked about.
    public var agesOn: CalendarDate?
    /// The grade scales that its grades and means are on.
    public var scales: [GradeScale] = []
    /// Whose awards count; nil for everyone's.
    public var recognition: Recognition?
    /// Credentials that count for others.
    public var equivalences: [Equivalence] = []
    /// What it asks.
    public var requirement: Requirement

    /// Creates a rule; everything else may be set after.
    public init(credential: String, use: Use, requirement: Requirement) {
        self.credential = credential
        self.use = use
        self.requirement = requirement
    }

    /// The id it goes by in outputs: its own name, or the credential and the use.
    public var id: String { name ?? "\(credential)/\(use.rawValue)" }
}

/// Which awarding bodies' credits a rule recognises.
public struct Recognition: Hashable, Sendable {
    /// A body whose awards are recognised.
    public struct Body: Hashable, Sendable {
        /// The provider, as credentials and awards name it.
        public var provider: String
        /// The accord it is recognised under; nil for none in particular.
        public var accord: String?
        /// Whether somebody must still confirm it.
        public var isProvisional: Bool

        /// Creates a body.
        public init(_ provider: String, accord: String? = nil, isProvisional: Bool = false) {
            self.provider = provider
            self.accord = accord
            self.isProvisional = isProvisional
        }
    }

    /// How the table is read.
    public enum Reading: Hashable, Sendable {
        /// As the rule declares.
        case declared
        /// Everyone's awards count.
        case everyone
        /// Those of the own providers and of bodies under this accord, or under any where nil.
        case accord(String?)
        /// Those of the own providers only.
        case own
    }

    /// The providers that the rule belongs to.
    public var own: [String]
    /// The others.
    public var bodies: [Body]

    /// Creates a table.
    public init(own: [String], bodies: [Body] = []) {
        self.own = own
        self.bodies = bodies
    }

    /// Returns whether awards of `provider` count; cannot tell for one that is not known or whose
    /// recognition is provisional.
    public func admits(_ provider: String?, reading: Reading = .declared) -> Status {
        if reading == .everyone { return .met }
        guard let provider else { return .cannotTell }
        if own.contains(provider) { return .met }
        let found = bodies.filter { body in
            switch reading {
            case .declared, .everyone: body.provider == provider
            case .accord(let accord):
                body.provider == provider && body.accord != nil
                    && (accord == nil || body.accord == accord)
            case .own: false
            }
        }
        if found.contains(where: { !$0.isProvisional }) { return .met }
        return found.isEmpty ? .notMet : .cannotTell
    }
}
