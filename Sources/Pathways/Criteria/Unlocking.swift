// SPDX-License-Identifier: Apache-2.0

extension Criterion {
    /// What a credential makes reachable through the admission requirements of others.
    public static let unlocking = Criterion(
        name: "unlocking", title: "Unlocking",
        summary: """
            How much more of the target comes within reach, looked ahead over the next steps: the \
            missing skills that credentials can close only because this one opens their \
            admission, and the open requirements that nothing could close before.
            """
    ) { scoring in
        let total = scoring.gap.total
        return scoring.candidates.map { candidate in
            let skills =
                total > 0 ? scoring.lookahead.gain(unlockedBy: candidate) / total : 0
            let rule = scoring.outlook.unlocked(
                by: scoring.lookahead.reachable(through: candidate))
            return min(1, max(skills, rule))
        }
    }
}
