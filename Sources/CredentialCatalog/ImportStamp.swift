// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// When a command ran, and by which Varde: the catalogue reads no clock of its own.
public struct ImportStamp: Hashable, Sendable {
    /// The day.
    public let date: CalendarDate
    /// The version of the engine, such as `varde 0.1.0`.
    public let engine: String

    /// Creates a stamp.
    public init(date: CalendarDate, engine: String) {
        self.date = date
        self.engine = engine
    }
}

/// A file that was imported, and what it was read as.
public struct ImportSource: Hashable, Sendable {
    /// The path as it was given.
    public let path: String
    /// The name of the format.
    public let format: String

    /// Creates a source.
    public init(path: String, format: String) {
        self.path = path
        self.format = format
    }
}

/// One entry of the append-only log.
public struct LogEntry: Hashable, Sendable {
    /// What a command did.
    public enum Action: String, Hashable, Sendable, CaseIterable {
        /// Files were imported.
        case `import`
        /// An exception was made for a learner.
        case exception
        /// An exception was revoked.
        case revocation
        /// A learner was forgotten; who, it does not say.
        case forget
    }

    /// Counts the commands, from 1.
    public let number: Int
    /// What the command did.
    public let action: Action
    /// When, and by which Varde.
    public let stamp: ImportStamp
    /// What was read.
    public let sources: [ImportSource]
    /// What came of it, for each noun that was read.
    public let counts: [NounCount]
}
