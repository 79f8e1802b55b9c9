// SPDX-License-Identifier: Apache-2.0

/// What must be held: one node of a rule, and the nodes below it.
///
/// The same type says what is needed to start (admission) and to finish (completion). Nodes that
/// count take awards, and each award fills one slot; conditions right below such a node speak of
/// what it counts; tests of an outcome, a skill, an order or a date take none.
public struct Requirement: Hashable, Sendable {
    /// The id, unique inside its rule.
    public let id: String
    /// What the rule's author calls it, where they call it anything.
    public let title: LocalizedText
    /// Whether an award that counts here may count elsewhere in the rule too.
    ///
    /// A shared requirement is filled by itself: below it each award still fills one slot, and what
    /// it counts adds nothing to the requirement around it.
    public let isShared: Bool
    /// What it asks.
    public let kind: Kind

    /// Creates a requirement.
    public init(id: String, title: LocalizedText = "", isShared: Bool = false, kind: Kind) {
        self.id = id
        self.title = title
        self.isShared = isShared
        self.kind = kind
    }

    /// The kinds of requirement.
    public indirect enum Kind: Hashable, Sendable {
        /// Every one of the requirements below.
        case all([Requirement])
        /// At least one of the requirements below.
        case any([Requirement])
        /// At least so many of the requirements below.
        case atLeast(Int, of: [Requirement])
        /// Credits, awards or hours from awards that match, those counted by `parts` included.
        case count(Demand)
        /// A condition on a part of what the requirement right above counts.
        case share(Share)
        /// A least mean of grades.
        case mean(MeanGrade)
        /// The awards that the requirement right above counts were all given within this time.
        case period(Period)
        /// The awards that the requirement right above counts have at least so many different
        /// values of a field.
        case distinct(Int, of: Selector.Field)
        /// An award of this credential or of one that counts for it: an equivalent, or, where an
        /// overlap is given, one that teaches at least that share of its skills.
        case credential(String, overlap: Fraction?)
        /// A valid award of a credential that teaches this outcome.
        case outcome(String)
        /// A valid award that teaches this skill, at this proficiency where one is asked.
        case skill(String, atLeast: Level?)
        /// Valid awards of these credentials, each given no earlier than the one before it.
        case order([String])
        /// No valid award matches, counted or not.
        case absent(Selector)
        /// The day asked about is not before this one.
        case notBefore(CalendarDate)
        /// A person or body decides; nothing that is held settles it.
        case decision(by: String)
    }

    /// The requirements directly below this one.
    public var children: [Requirement] {
        switch kind {
        case .all(let children), .any(let children), .atLeast(_, let children): children
        case .count(let demand): demand.parts
        case .share, .mean, .period, .distinct, .credential, .outcome, .skill, .order, .absent,
            .notBefore, .decision:
            []
        }
    }

    /// This requirement and all below it, each before its children.
    public var nodes: [Requirement] {
        var found: [Requirement] = []
        var waiting = [self]
        while let next = waiting.popLast() {
            found.append(next)
            waiting.append(contentsOf: next.children.reversed())
        }
        return found
    }

    /// Whether it is a condition on what the requirement right above it counts.
    public var isCondition: Bool {
        switch kind {
        case .share, .period, .distinct: true
        case .mean(let mean): mean.basis == .counted
        default: false
        }
    }
}
