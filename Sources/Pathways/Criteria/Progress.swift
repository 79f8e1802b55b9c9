// SPDX-License-Identifier: Apache-2.0

extension Criterion {
    /// How much of what the target's rule still asks a credential closes.
    public static let progress = Criterion(
        name: "progress", title: "Progress",
        summary: """
            What changes in the audit of the target if the credential were awarded today: the \
            mean of the shares of the remaining credits and of the unmet requirements that it \
            closes, or the latter alone where no credits remain.
            """
    ) { scoring in
        scoring.candidates.map { scoring.progress(of: $0) }
    }
}
