// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// A rule language that somebody else wrote, and how it is read into Varde's rules.
///
/// Every construct of the language is either said exactly in Varde's requirements or named in a
/// diagnostic; nothing is dropped silently. To add a language, write its reader in a folder beside
/// this file and add it to ``all``.
public struct ForeignRules: Sendable {
    /// The name that chooses it: lower case, with hyphens.
    public let name: String
    /// What a person calls it.
    public let title: String
    /// One paragraph for help and documentation: what is read, and what is not.
    public let summary: String
    /// The extensions of its files, by which they are found in a folder.
    public let extensions: [String]
    /// Reads one file.
    public let read: @Sendable (Source) throws(ForeignRulesError) -> Result

    /// Creates a language.
    public init(
        name: String, title: String, summary: String, extensions: [String],
        read: @escaping @Sendable (Source) throws(ForeignRulesError) -> Result
    ) {
        self.name = name
        self.title = title
        self.summary = summary
        self.extensions = extensions
        self.read = read
    }

    /// Every language that is read.
    public static let all: [ForeignRules] = [
        .princeton,
        .fireroad,
    ]

    /// Returns the language of this name.
    public static func named(_ name: String) -> ForeignRules? { all.first { $0.name == name } }
}

extension ForeignRules {
    /// One file, and what the reader is told beside it.
    public struct Source: Hashable, Sendable {
        /// The file's bytes.
        public var bytes: [UInt8]
        /// The file's name, without a folder.
        public var file: String
        /// The year in whose autumn the learners started whom the rules are for; nil where it is
        /// not stated, and then what is relative to the start is named in a diagnostic.
        public var startYear: Int?

        /// Creates a source.
        public init(bytes: [UInt8], file: String, startYear: Int? = nil) {
            self.bytes = bytes
            self.file = file
            self.startYear = startYear
        }
    }

    /// What was read from one file.
    public struct Result: Hashable, Sendable {
        /// The rules.
        public var rules: [Rule] = []
        /// The credentials that the file defines, those the rules belong to among them.
        public var credentials: [Credential] = []
        /// What was not simply read, in the order of the file.
        public var diagnostics: [Diagnostic] = []

        /// Creates a result.
        public init(
            rules: [Rule] = [], credentials: [Credential] = [], diagnostics: [Diagnostic] = []
        ) {
            self.rules = rules
            self.credentials = credentials
            self.diagnostics = diagnostics
        }

        /// Whether everything that the file asks is asked by the rules.
        public var isFullyExpressed: Bool {
            !diagnostics.contains { $0.weight == .inexpressible }
        }
    }

    /// A part of a file that was not simply read.
    public struct Diagnostic: Hashable, Sendable {
        /// How much it changes.
        public enum Weight: String, Hashable, Sendable, CaseIterable {
            /// A demand that the rule does not make, or not exactly as the file does.
            case inexpressible
            /// The file does not say it clearly, and one reading was taken.
            case interpreted
            /// No demand, and left out by design.
            case ignored
        }

        /// The line, from 1.
        public var line: Int
        /// The column, from 1.
        public var column: Int
        /// The construct, by the name that counts are kept under: `completed_by_semester`.
        public var construct: String
        /// How much it changes.
        public var weight: Weight
        /// What it says, and what became of it.
        public var message: String

        /// Creates a diagnostic.
        public init(
            line: Int, column: Int, construct: String, weight: Weight, message: String
        ) {
            self.line = line
            self.column = column
            self.construct = construct
            self.weight = weight
            self.message = message
        }
    }
}

/// Why a file of rules cannot be read at all.
public struct ForeignRulesError: Error, Hashable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
    /// What is wrong and what to do.
    public let problem: String

    /// Creates an error.
    public init(line: Int = 1, column: Int = 1, _ problem: String) {
        self.line = line
        self.column = column
        self.problem = problem
    }

    /// The place and the problem: `3:1: …`.
    public var description: String { "\(line):\(column): \(problem)" }
}
