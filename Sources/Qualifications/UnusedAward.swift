// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// An award that an audit counts nowhere, and why.
public struct UnusedAward: Hashable, Sendable {
    /// Why an award does not count.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Its last day was before the day asked about.
        case expired
        /// Being taken.
        case inProgress = "in-progress"
        /// Intended.
        case planned
        /// Taken and failed.
        case failed
        /// Given up.
        case withdrawn
        /// Its proof was checked and does not hold.
        case verificationFailed = "verification-failed"
        /// Its credential is not in the graph.
        case unknownCredential = "unknown-credential"
        /// Awarded after the day asked about.
        case future
        /// Another attempt at the same credential, or an equivalent one, counts.
        case duplicate
        /// No requirement takes it.
        case noMatchingRequirement = "no-matching-requirement"
        /// A requirement would take it, but it carries no credits.
        case noCredits = "no-credits"
        /// A requirement would take it, but no factor is declared from its credit scheme.
        case unconvertible
        /// A fact is missing that would tell whether a requirement takes it.
        case unknownFact = "unknown-fact"
        /// Every requirement that takes it has its maximum.
        case surplus
        /// The rule counts no award of this sort.
        case inadmissible
        /// The rule does not recognise who awarded it.
        case notRecognised = "not-recognised"
        /// The rule recognises who awarded it only once somebody has confirmed that.
        case provisional
        /// An exception keeps it from counting.
        case blocked
    }

    /// The award's id in outputs.
    public let award: String
    /// The award's place in the learner's list.
    public let awardIndex: Int
    /// Why it does not count.
    public let reason: Reason
    /// Why, as a sentence.
    public let text: String

    init(_ award: Award, at index: Int, _ reason: Reason) {
        self.award = award.id
        awardIndex = index
        self.reason = reason
        text = reason.sentence(for: award)
    }
}

extension UnusedAward.Reason {
    fileprivate func sentence(for award: Award) -> String {
        switch self {
        case .expired: "It expired on \(award.expires.map(\.description) ?? "an earlier day")."
        case .inProgress: "It is in progress."
        case .planned: "It is only planned."
        case .failed: "It was failed."
        case .withdrawn: "It was withdrawn."
        case .verificationFailed: "Its proof was checked and does not hold."
        case .unknownCredential: "\"\(award.credential)\" is not in the catalogue."
        case .future:
            "It is dated \(award.date.map(\.description) ?? "later"), after the day asked."
        case .duplicate: "Another award of the same or an equivalent credential counts instead."
        case .noMatchingRequirement: "No requirement takes it."
        case .noCredits: "It carries no credits, which the requirements that match it count."
        case .unconvertible:
            "No factor is declared from its credits to those the requirements count."
        case .unknownFact: "A fact is missing that would tell whether a requirement takes it."
        case .surplus: "The requirements that take it have their maximum."
        case .inadmissible: "The rule counts no award of this sort."
        case .notRecognised: "The rule does not recognise credits of its provider."
        case .provisional: "Its provider is recognised provisionally; somebody must confirm it."
        case .blocked: "An exception keeps it from counting."
        }
    }
}
