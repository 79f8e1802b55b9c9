// SPDX-License-Identifier: Apache-2.0

/// A part of a report on a learner: what people read and what programs read of one thing.
protocol ReportSection: Sendable {
    /// The name by which it is chosen, also that of its field in JSON.
    static var name: String { get }
    /// Its heading.
    static var title: ReportPhrase { get }
    /// Returns what people read; a section that has nothing to say says so, and one that makes no
    /// sense where the target has no rule is empty.
    static func blocks(_ context: ReportContext) -> [Document.Block]
    /// Returns what programs read.
    static func json(_ context: ReportContext) -> JSONValue
}

/// The sections of a report.
enum ReportSections {
    /// All of them, in reading order.
    static let all: [any ReportSection.Type] = [
        SummarySection.self, PictureSection.self, HeldSection.self, RequirementsSection.self,
        CountedSection.self, EvidenceSection.self, UnusedSection.self, MissingSection.self,
        NextSection.self, MapSection.self, AlternativesSection.self, ExitsSection.self,
        ConflictsSection.self, AssumptionsSection.self, VersionsSection.self,
        DecisionSection.self,
    ]
}
