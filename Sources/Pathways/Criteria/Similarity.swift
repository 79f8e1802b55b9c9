// SPDX-License-Identifier: Apache-2.0

extension Criterion {
    /// How near a credential's skills are to the missing ones, though they may not be the same.
    public static let similarity = Criterion(
        name: "similarity", title: "Similarity",
        summary: """
            The cosine between the credential's skills and the missing skills in the skill space, \
            zero where they point apart: a neighbouring skill is seen as near.
            """
    ) { scoring in
        scoring.similarities.map { min(1, max(0, $0)) }
    }
}
