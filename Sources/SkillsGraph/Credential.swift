// SPDX-License-Identifier: Apache-2.0

/// Anything that is awarded: the definition, not a learner's copy.
///
/// A credential whose completion rule is set is a qualification, so that a certificate stacks into
/// a diploma and that into a degree.
public struct Credential: Hashable, Sendable {
    /// The kinds of credential.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A badge without credits.
        case badge
        /// A small assessed credential with credits.
        case microCredential = "micro-credential"
        /// A module of a programme.
        case module
        /// A course.
        case course
        /// A challenge worked on in a team.
        case challenge
        /// A certificate.
        case certificate
        /// A diploma.
        case diploma
        /// A degree.
        case degree
        /// Prior learning that nobody has certified.
        case priorLearning = "prior-learning"
    }

    /// The id that other records refer to.
    public var id: String
    /// Its title.
    public var title: LocalizedText
    /// What it is.
    public var kind: Kind
    /// Who awards it.
    public var provider: String?
    /// The country of the provider, an ISO 3166 code.
    public var country: String?
    /// How many credits it carries.
    public var credits: Credits?
    /// The workload in hours, beside the credits and never merged with them.
    public var hours: ExactDecimal?
    /// Its level.
    public var level: Level?
    /// Its field of education, an ISCED-F code.
    public var field: String?
    /// The languages it is taught in.
    public var languages: [String] = []
    /// How one takes part: `online`, `on-site`, `blended`.
    public var mode: String?
    /// Where it is described, an https address.
    public var url: String?
    /// Whether it can be taken: `active`, `retired`.
    public var status: String?
    /// Free tags.
    public var tags: [String] = []
    /// How it is assessed.
    public var assessment: String?
    /// How its quality is assured.
    public var quality: String?
    /// Other ids it is known by.
    public var identifiers: [String] = []
    /// What it is about.
    public var description: LocalizedText?

    /// Creates a credential; everything else may be set after.
    public init(id: String, title: LocalizedText, kind: Kind = .microCredential) {
        self.id = id
        self.title = title
        self.kind = kind
    }

    /// The hours that a credential can take.
    public static let possibleHours = ExactDecimal.zero...ExactDecimal(1_000_000)

    /// Whether a learner can take it now, as far as its status says.
    public var isOffered: Bool {
        (status == nil || status == "active") && kind != .priorLearning
    }
}

/// A typed relation from one credential to another.
public struct CredentialRelation: Hashable, Sendable {
    /// What the relation says.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// `from` is a part of `to`.
        case partOf = "part-of"
        /// `from` comes before `to`.
        case precedes
        /// `from` cannot be started without `to`.
        case requires
        /// `from` is better started after `to`.
        case recommends
        /// The two count for one another.
        case equivalent
        /// `from` is no longer offered; `to` has taken its place.
        case replacedBy = "replaced-by"
    }

    /// The id the relation starts from.
    public let from: String
    /// What it says.
    public let kind: Kind
    /// The id it leads to.
    public let to: String

    /// Creates a relation.
    public init(from: String, kind: Kind, to: String) {
        self.from = from
        self.kind = kind
        self.to = to
    }
}
