// SPDX-License-Identifier: Apache-2.0

/// A learner's copy of a credential.
public struct Award: Hashable, Sendable {
    /// How far the learner has come with it.
    public enum Progress: String, Hashable, Sendable, CaseIterable {
        /// Awarded.
        case completed
        /// Being taken.
        case inProgress = "in-progress"
        /// Intended.
        case planned
        /// Taken and failed.
        case failed
        /// Given up.
        case withdrawn
    }

    /// What is known of the proof behind it.
    public enum Verification: String, Hashable, Sendable, CaseIterable {
        /// Its proof was checked and holds.
        case verified
        /// Nobody checked.
        case unverified
        /// Its proof was checked and does not hold.
        case failed
    }

    /// The id of the credential.
    public var credential: String
    /// When it was awarded; nil where it is not stated.
    public var date: CalendarDate?
    /// How far the learner has come.
    public var progress: Progress = .completed
    /// The grade.
    public var grade: Grade?
    /// The credits on the award, where they differ from the credential's or it states none.
    public var credits: Credits?
    /// The level on the award, where the credential is not in the catalogue.
    public var level: Level?
    /// The field on the award, where the credential is not in the catalogue.
    public var field: String?
    /// The provider on the award, where the credential is not in the catalogue.
    public var provider: String?
    /// The kind on the award, where the credential is not in the catalogue.
    public var kind: Credential.Kind?
    /// The last day on which it is valid; nil for ever.
    public var expires: CalendarDate?
    /// What is known of its proof.
    public var verification: Verification = .unverified
    /// The ids of credentials it has been used for; empty where nobody says that it was.
    public var usedFor: [String] = []

    /// Creates an award; everything else may be set after.
    public init(credential: String, date: CalendarDate? = nil) {
        self.credential = credential
        self.date = date
    }

    /// The id it goes by in outputs: the credential, and the date where there is one.
    public var id: String { date.map { "\(credential)@\($0)" } ?? credential }

    /// Returns whether it has lapsed on `day`; it is valid to the end of its last day.
    public func isExpired(on day: CalendarDate) -> Bool { expires.map { $0 < day } ?? false }
}

/// A person known by a pseudonym, and what they have been awarded.
public struct Learner: Hashable, Sendable {
    /// The pseudonym; never an address.
    public let id: String
    /// The awards, in the order of credential, then date.
    public let awards: [Award]

    /// Creates a learner whose awards are put in order; what is on them is not judged here.
    ///
    /// - Throws: `GraphError.notAPseudonym` for an empty id or one with an `@`.
    public init(id: String, awards: [Award]) throws {
        guard !id.isEmpty, !id.contains("@") else { throw GraphError.notAPseudonym(id) }
        self.init(pseudonym: id, awards: awards)
    }

    private init(pseudonym: String, awards: [Award]) {
        id = pseudonym
        self.awards = awards.enumerated().sorted { left, right in
            (left.element.credential, left.element.date?.dayNumber ?? .min, left.offset)
                < (right.element.credential, right.element.date?.dayNumber ?? .min, right.offset)
        }.map(\.element)
    }

    /// Returns the same learner with these awards instead.
    public func with(_ awards: [Award]) -> Learner { Learner(pseudonym: id, awards: awards) }

    /// Returns the same learner with more awards.
    public func holding(_ more: [Award]) -> Learner {
        more.isEmpty ? self : with(awards + more)
    }
}
