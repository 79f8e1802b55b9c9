// SPDX-License-Identifier: Apache-2.0

public import Qualifications
public import SkillsGraph

/// A sample of learners, each audited toward a target.
public struct AuditedSample: Sendable {
    /// How the learners were drawn.
    public let sample: LearnerSample
    /// The catalogue.
    public let graph: Graph
    /// What the audits took into account.
    public let terms: AuditTerms

    /// Audits `learners`, those of `sample` in its order, toward `target`; toward the
    /// qualifications that each holds, where it is nil.
    public init(
        _ learners: [Learner], of sample: LearnerSample, toward target: Int?, in graph: Graph,
        terms: AuditTerms
    ) {
        self.sample = sample
        self.graph = graph
        self.terms = terms
    }
}
