// SPDX-License-Identifier: Apache-2.0

/// One of three truths: what is not known is never guessed.
public enum Status: String, Hashable, Sendable, CaseIterable {
    /// It is so.
    case met
    /// It is not so.
    case notMet
    /// A fact is missing that would settle it.
    case cannotTell

    /// Creates a status from a known truth.
    public init(_ isMet: Bool) { self = isMet ? .met : .notMet }

    /// Returns the status of both (Kleene's strong conjunction).
    public func and(_ other: @autoclosure () -> Status) -> Status {
        if self == .notMet { return .notMet }
        let second = other()
        if second == .notMet { return .notMet }
        return self == .met && second == .met ? .met : .cannotTell
    }

    /// Returns the status of either (Kleene's strong disjunction).
    public func or(_ other: @autoclosure () -> Status) -> Status {
        if self == .met { return .met }
        let second = other()
        if second == .met { return .met }
        return self == .notMet && second == .notMet ? .notMet : .cannotTell
    }

    /// Returns the opposite; what cannot be told stays so.
    public var negated: Status {
        switch self {
        case .met: .notMet
        case .notMet: .met
        case .cannotTell: .cannotTell
        }
    }
}
