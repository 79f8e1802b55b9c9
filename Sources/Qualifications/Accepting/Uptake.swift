// SPDX-License-Identifier: Apache-2.0

/// Whether a rule would take an award of a credential, and how much of it.
public struct Uptake: Hashable, Sendable {
    /// On which conditions.
    public enum Certainty: Int, Hashable, Sendable, CaseIterable, Comparable {
        /// No requirement takes any award of it, or nobody who holds one can meet the rule.
        case refused
        /// A requirement takes it if something is so that the catalogue does not state.
        case unknown
        /// A requirement takes awards with a grade, an age or a date that is asked for, or that
        /// were not used for something else.
        case conditional
        /// A requirement takes every award of it.
        case always

        /// Returns whether `left` is less certain than `right`.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// On which conditions a requirement takes it, the best there is.
    public let certainty: Certainty
    /// Whether a requirement that takes it counts all of it, no credit beyond a maximum.
    ///
    /// A requirement that only tests what it teaches counts nothing of it.
    public let isWhole: Bool

    /// What a rule that refuses it does.
    static let refused = Uptake(certainty: .refused, isWhole: false)

    /// Whether a requirement takes awards of it, so far as the catalogue tells.
    public var isTaken: Bool { certainty >= .conditional }
}

extension Uptake {
    /// Sums up where a credential can count in one rule.
    init(_ acceptances: [Acceptance]) {
        certainty = acceptances.map(\.certainty).max() ?? .refused
        isWhole = acceptances.contains { $0.certainty >= .conditional && $0.countsAll }
    }
}

extension Acceptance {
    /// How certain it is that the requirement takes an award.
    fileprivate var certainty: Uptake.Certainty {
        let kinds = Set(conditions.map(\.kind))
        if kinds.contains(.excluded) { return .refused }
        if kinds.contains(.unknown) || kinds.contains(.recognition) { return .unknown }
        return kinds.isEmpty ? .always : .conditional
    }

    /// Whether nothing of an award is beyond a limit.
    fileprivate var countsAll: Bool { way != .answers && !limits.contains(where: \.isPassed) }
}
