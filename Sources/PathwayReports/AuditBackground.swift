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

    /// What the learner holds by automatic rules; nil where that was not looked at.
    public var automatic: AutomaticAwards?
    /// How the learner stands toward the qualifications that the rule asks for.
    public var nested: [QualificationMatch.Nested] = []
    /// The audit by each of several readings; empty where only one was asked for.
    public var comparison: [Comparison] = []

    /// Creates a background that says nothing.
    public init() {}
}
