// SPDX-License-Identifier: Apache-2.0

import Qualifications

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
        // Credentials that reach the same open the same.
        var known: [AdmissionReach: Double] = [:]
        var steps = FirstSteps()
        return scoring.candidates.map { candidate in
            let reached = scoring.lookahead.reached(by: candidate)
            guard !reached.isEmpty else { return 0 }
            let skills =
                total > 0 ? scoring.lookahead.gain(unlockedBy: candidate, &steps) / total : 0
            let rule =
                known[reached]
                ?? scoring.outlook.unlocked(
                    by: scoring.lookahead.reachable(through: candidate, &steps))
            if reached.isByCountersAlone { known[reached] = rule }
            return min(1, max(skills, rule))
        }
    }
}
