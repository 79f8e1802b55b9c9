// SPDX-License-Identifier: Apache-2.0

/// Why a credential is not recommended.
public struct Exclusion: Hashable, Sendable {
    /// The filters, in the order in which they are asked.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// It is the target itself.
        case isTarget = "is-target"
        /// The learner holds it, or one that counts for it.
        case held
        /// The learner is taking it.
        case inProgress = "in-progress"
        /// It is not offered: retired, replaced, or prior learning.
        case notOffered = "not-offered"
        /// It is a qualification that is earned by its parts, and they are not all there.
        case unfinished = "unfinished-qualification"
        /// The target is a part of it.
        case containsTarget = "contains-target"
        /// The target's rule counts no award of its sort or of its provider, cannot be met by who
        /// holds it, or asks for something else first.
        case refused
        /// The selector leaves it out.
        case filtered
        /// Its admission is not met, or cannot be told.
        case notAdmitted = "not-admitted"
    }

    /// The first filter that stopped it.
    public let reason: Reason
    /// What there is to say about it, in a sentence.
    public let text: String
}
