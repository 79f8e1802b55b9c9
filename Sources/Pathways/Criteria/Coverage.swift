// SPDX-License-Identifier: Apache-2.0

extension Criterion {
    /// How much of the weighted gap in skills a credential closes by itself.
    public static let coverage = Criterion(
        name: "coverage", title: "Coverage",
        summary: """
            The share of the missing skills, each with its weight, that the credential teaches; \
            a skill taught counts in part toward broader ones.
            """
    ) { scoring in
        let total = scoring.gap.total
        guard total > 0 else { return scoring.candidates.map { _ in 0 } }
        return scoring.candidates.map { min(1, scoring.coverage.gain(of: $0) / total) }
    }
}
