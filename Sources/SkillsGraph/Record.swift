// SPDX-License-Identifier: Apache-2.0

/// A place in a file.
public struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
    /// The file as it was named.
    public let file: String
    /// The line, from 1; 0 where lines mean nothing.
    public let line: Int
    /// The column (of a table: which cell), from 1; 0 for the whole line.
    public let column: Int
    /// A JSON Pointer (RFC 6901) instead of line and column, where the file is JSON.
    public let pointer: String?

    /// Creates a place.
    public init(file: String, line: Int = 0, column: Int = 0, pointer: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.pointer = pointer
    }

    /// `file:line:column`, or `file#/pointer`.
    public var description: String {
        if let pointer { return "\(file)#\(pointer)" }
        return line == 0 ? file : column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
    }
}

/// One thing that a file says, in the project's own nouns: what formats yield and the catalogue
/// takes.
public enum Record: Hashable, Sendable {
    /// A skill is defined.
    case skill(Skill)
    /// An occupation is defined.
    case occupation(Occupation)
    /// Two skills, or a skill and an occupation, are related.
    case skillRelation(SkillRelation)
    /// A credential is defined.
    case credential(Credential)
    /// An outcome is defined.
    case outcome(LearningOutcome)
    /// An outcome is aligned to a skill.
    case alignment(Alignment)
    /// Two credentials are related.
    case credentialRelation(CredentialRelation)
    /// A node of a rule.
    case requirement(RequirementRow)
    /// A whole rule, as a rule file holds it.
    case rule(Rule)
    /// Two credit schemes are related.
    case conversion(CreditConversion)
    /// A learner holds a credential; nil is the learner whose wallet this is.
    case award(Award, learner: String?)
}

/// A line of an import's ledger: what was done with a part of a file, beyond reading it.
public struct LedgerEntry: Hashable, Sendable {
    /// What was done.
    public enum Action: String, Hashable, Sendable, CaseIterable {
        /// Read, but not as it stands: padded, converted, shortened.
        case adjusted
        /// Taken for something that the file does not say.
        case guessed
        /// Left out, because Varde has no use for it.
        case ignored
        /// Kept, though what it refers to is not there yet.
        case pending
        /// Left out, because it is wrong.
        case rejected
    }

    /// What was done.
    public let action: Action
    /// Where.
    public let place: SourcePlace
    /// A short stable code, such as `unknown-outcome`.
    public let code: String
    /// What is so, and what to do about it.
    public let message: String

    /// Creates an entry.
    public init(_ action: Action, at place: SourcePlace, code: String, _ message: String) {
        self.action = action
        self.place = place
        self.code = code
        self.message = message
    }
}

extension LedgerEntry: CustomStringConvertible {
    /// `file:line:column: code: message`.
    public var description: String { "\(place): \(code): \(message)" }
}
