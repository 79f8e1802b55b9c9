// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

/// What a report on an audit says beside the audit itself.
public struct AuditBackground: Sendable {
    /// The same audit by another reading of the table of recognised bodies.
    public struct Comparison: Sendable {
        /// How the table is read.
        public let reading: Recognition.Reading
        /// The audit.
        public let audit: Audit

        /// Creates one side of a comparison.
        public init(_ reading: Recognition.Reading, _ audit: Audit) {
            self.reading = reading
            self.audit = audit
        }
    }

    /// Files that were imported together; which they were is left out, since paths name people.
    public struct Import: Hashable, Sendable {
        /// The day.
        public let date: CalendarDate
        /// The names of the formats that were read, each once.
        public let formats: [String]
        /// How many files.
        public let files: Int
        /// What imported them.
        public let engine: String

        /// Creates an entry.
        public init(date: CalendarDate, formats: [String], files: Int, engine: String) {
            self.date = date
            self.formats = formats
            self.files = files
            self.engine = engine
        }
    }

    /// What the learner holds by automatic rules; nil where that was not looked at.
    public var automatic: AutomaticAwards?
    /// How the learner stands toward the qualifications that the rule asks for.
    public var nested: [QualificationMatch.Nested] = []
    /// What somebody who holds nothing would need; nil where that was not looked at.
    public var need: Audit.Remaining?
    /// What credentials had to match to be considered; nil for everything.
    public var filter: String?
    /// The ids of the awards that are only supposed.
    public var supposed: Set<String> = []
    /// How many exceptions that hold were left out.
    public var exceptionsLeftOut = 0
    /// What was imported into the catalogue, the oldest first.
    public var imports: [Import] = []
    /// The audit by each of several readings; empty where only one was asked for.
    public var comparison: [Comparison] = []

    /// Creates a background that says nothing.
    public init() {}
}
