// SPDX-License-Identifier: Apache-2.0

/// A published classification, and which version of it.
public struct Framework: Hashable, Sendable, CustomStringConvertible {
    /// The framework's name: `ESCO`, `O*NET`, or a local one.
    public let name: String
    /// Its version, `unknown` where nothing states it.
    public let version: String

    /// Creates a framework.
    public init(_ name: String, version: String = "unknown") {
        self.name = name
        self.version = version
    }

    /// The name and version: `ESCO 1.1.1`.
    public var description: String { "\(name) \(version)" }
}

/// An ability in a framework.
public struct Skill: Hashable, Sendable {
    /// What sort of ability it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A skill or competence.
        case skill
        /// Knowledge.
        case knowledge
        /// A language.
        case language
        /// An attitude or value.
        case attitude
        /// A group that others are narrower than.
        case group
    }

    /// The URI that identifies it.
    public let uri: String
    /// Its preferred label.
    public let label: LocalizedText
    /// Other names it goes by; several of one language may stand here.
    public let alternatives: [LocalizedText.Entry]
    /// What sort of ability it is.
    public let kind: Kind
    /// The framework it is defined in.
    public let framework: Framework

    /// Creates a skill.
    public init(
        uri: String, label: LocalizedText, alternatives: [LocalizedText.Entry] = [],
        kind: Kind = .skill, framework: Framework
    ) {
        self.uri = uri
        self.label = label
        self.alternatives = alternatives
        self.kind = kind
        self.framework = framework
    }
}

/// An occupation, or a group of occupations, for which skills are essential or optional.
public struct Occupation: Hashable, Sendable {
    /// The URI that identifies it.
    public let uri: String
    /// Its preferred label.
    public let label: LocalizedText
    /// Other names it goes by.
    public let alternatives: [LocalizedText.Entry]
    /// Its code in a classification of occupations, such as ISCO-08.
    public let code: String?
    /// Whether it is a group of occupations.
    public let isGroup: Bool
    /// The framework it is defined in.
    public let framework: Framework

    /// Creates an occupation.
    public init(
        uri: String, label: LocalizedText, alternatives: [LocalizedText.Entry] = [],
        code: String? = nil, isGroup: Bool = false, framework: Framework
    ) {
        self.uri = uri
        self.label = label
        self.alternatives = alternatives
        self.code = code
        self.isGroup = isGroup
        self.framework = framework
    }
}

/// A typed relation from a skill or occupation to another.
public struct SkillRelation: Hashable, Sendable {
    /// What the relation says.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// `to` is broader than `from`; skills with skills, or occupations with occupations.
        case broader
        /// `from` is essential for `to`, a skill or an occupation.
        case essentialFor = "essential-for"
        /// `from` is useful for `to`, a skill or an occupation.
        case optionalFor = "optional-for"
        /// The two are related.
        case related
        /// The same concept in another framework.
        case exactMatch = "exact-match"
        /// Nearly the same concept in another framework.
        case closeMatch = "close-match"
        /// `to` is a broader concept of another framework.
        case broadMatch = "broad-match"
        /// `to` is a narrower concept of another framework.
        case narrowMatch = "narrow-match"
    }

    /// The URI the relation starts from.
    public let from: String
    /// What it says.
    public let kind: Kind
    /// The URI it leads to.
    public let to: String

    /// Creates a relation.
    public init(from: String, kind: Kind, to: String) {
        self.from = from
        self.kind = kind
        self.to = to
    }
}

/// What a document says to name a skill, before it is found in a framework.
public struct SkillReference: Hashable, Sendable {
    /// The URI, where one is given.
    public let uri: String?
    /// The label, where one is given.
    public let label: String?
    /// The label's language, where it is stated.
    public let language: String?

    /// Creates a reference.
    public init(uri: String? = nil, label: String? = nil, language: String? = nil) {
        self.uri = uri
        self.label = label
        self.language = language
    }
}
