// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// How a learner stands toward a rule: the tree of requirements, and the assignment behind it.
///
/// Made by ``audit(_:of:in:asOf:)``. Every held award is either named in a node's evidence or in
/// ``unused`` with the reason.
public struct Audit: Hashable, Sendable {
    /// What is still needed.
    public struct Remaining: Hashable, Sendable {
        /// The least credits that would do, whatever the catalogue offers.
        public let credits: ExactDecimal
        /// The scheme they are counted in: that of the rule's first credit requirement, else of
        /// the target.
        public let scheme: CreditScheme
        /// The least of what is not credits of that scheme: awards, hours, and credits that no
        /// declared factor leads from.
        public let units: ExactDecimal
        /// The fewest requirements that must still be closed; zero exactly when the rule is met.
        public let count: Int

        /// Creates what is still needed.
        public init(
            credits: ExactDecimal, scheme: CreditScheme, units: ExactDecimal = .zero, count: Int
        ) {
            self.credits = credits
            self.scheme = scheme
            self.units = units
            self.count = count
        }
    }

    /// One award in one slot.
    public struct Assignment: Hashable, Sendable {
        /// The award's id in outputs.
        public let award: String
        /// The award's place in the learner's list.
        public let awardIndex: Int
        /// The id of the requirement whose slot it fills.
        public let requirement: String
        /// What counts there, in that requirement's unit or in that of the one around it; below
        /// the award's own where it is cut at a maximum.
        public let credits: ExactDecimal
        /// How far the award has come: one that is not completed counts only where that was
        /// supposed.
        public let progress: Award.Progress
        /// Whether the rule recognises its provider only until somebody has confirmed that, so
        /// that it counts by another reading of the table or by an exception.
        public let isProvisional: Bool
    }

    /// Something that is not known and could change the result.
    public struct Unsettled: Hashable, Sendable {
        /// The id of the requirement it is about.
        public let requirement: String
        /// The award, where it is about one.
        public let award: String?
        /// What is not known: `grade`, `date`, `level`, …; `decision` where a body decides.
        public let fact: String
    }

    /// Why a rule is not met: requirements that cannot all be met, whatever is assigned, though
    /// without any one of them the others could.
    public struct Reason: Hashable, Sendable {
        /// The ids of the requirements, in the rule's order.
        public let requirements: [String]
        /// What they ask for together, at least, where nothing is held.
        public let needed: Remaining
        /// What of that is left under the assignment that brings most to them.
        public let lacking: Remaining
    }

    /// The rule, as it was judged.
    public let rule: Rule
    /// The id of the credential the rule belongs to.
    public var target: String { rule.credential }
    /// Whether the rule is about starting or finishing.
    public var use: Rule.Use { rule.use }
    /// Whether it is met.
    public let status: Status
    /// What is still needed, by what is certain alone.
    public let remaining: Remaining
    /// The rule's requirement and all below it.
    public let root: AuditNode
    /// The awards in slots, in the learner's order.
    public let assignment: [Assignment]
    /// The awards that count nowhere, in the learner's order.
    public let unused: [UnusedAward]
    /// Whether the search was finished, so that no assignment can do better.
    public let proved: Bool
    /// No assignment leaves fewer credits than this; what remains exactly, where proved.
    public let bound: ExactDecimal
    /// What is not known and could change the result; empty unless the status is *cannot tell*.
    public let unsettled: [Unsettled]
    /// Other assignments that leave as little, where they were asked for.
    public let alternatives: [[Assignment]]
    /// The exceptions that were applied, in the order in which they were made.
    public let exceptions: [AppliedException]
    /// How the learner would stand without any of them; nil where there are none.
    public let withoutExceptions: Standing?
    /// What the audit took into account beside the learner and the rule.
    public let terms: AuditTerms
    /// Why the rule is not met, where that was asked for, and found with the work allowed.
    public let reason: Reason?
    /// What else must be known to read the result.
    public let warnings: [Warning]

    /// What else must be known to read an audit.
    public enum Warning: Hashable, Sendable, CustomStringConvertible {
        /// The rule's last day was before the day asked about.
        case ruleExpired(CalendarDate)
        /// The rule's first day is after the day asked about.
        case ruleNotYetValid(CalendarDate)
        /// Nobody can meet the rule: what it asks for has no room below its own maxima.
        case ruleUnsatisfiable
        /// The rule has other versions, for another start, and when the learner started is not
        /// known.
        case startUnknown
        /// An award cannot stand where it is pinned.
        case pinImpossible(award: String, requirement: String)

        /// A short stable code.
        public var code: String {
            switch self {
            case .ruleExpired: "rule-expired"
            case .ruleNotYetValid: "rule-not-yet-valid"
            case .ruleUnsatisfiable: "rule-unsatisfiable"
            case .startUnknown: "start-unknown"
            case .pinImpossible: "pin-impossible"
            }
        }

        /// The warning as a sentence.
        public var description: String {
            switch self {
            case .ruleExpired(let day): "The rule was in force until \(day)."
            case .ruleNotYetValid(let day): "The rule is in force from \(day)."
            case .ruleUnsatisfiable:
                "Nobody can meet the rule: what it asks for has no room below its own maxima."
            case .startUnknown:
                "The rule has versions for other starts, and the learner's start is not known."
            case .pinImpossible(let award, let requirement):
                "\(award) cannot count for \(requirement), where it was pinned."
            }
        }
    }
}

/// One requirement in an audit, and those below it.
public struct AuditNode: Hashable, Sendable {
    /// The requirement.
    public let requirement: Requirement
    /// Whether it is met; one award cannot serve two, so a requirement may be unmet though each
    /// below it could be met.
    public let status: Status
    /// How much is asked: of `unit`, or how many of the requirements below, or 1; for a ceiling
    /// the most that may be, for a mean the least points.
    public let needed: ExactDecimal
    /// How much of it there is; more than needed where more counts.
    public let used: ExactDecimal
    /// The unit of `needed` and `used`; nil where they are plain numbers.
    public let unit: Unit?
    /// Whether it is not met now and would be when the awards in progress complete.
    public let inProgress: Bool
    /// Who decides, where a person must.
    public let pendingBy: String?
    /// The ids of the awards in its slot, or that answer its test.
    public let evidence: [String]
    /// The requirements below.
    public let children: [AuditNode]

    /// The requirement's id.
    public var id: String { requirement.id }
    /// The requirement's title.
    public var title: LocalizedText { requirement.title }
    /// The scheme, where credits are counted.
    public var scheme: CreditScheme? { unit?.scheme }
    /// The name of its kind: `all`, `credits`, ….
    public var kind: String { requirement.kind.name }

    /// This node and all below it, each before its children.
    public var nodes: [AuditNode] { [self] + children.flatMap(\.nodes) }

    /// The requirements that keep this one from being met, as far down as all of them are needed:
    /// where there is still a choice, the requirement that offers it.
    public var open: [AuditNode] {
        guard status != .met else { return [] }
        let below = children.flatMap(\.open)
        switch requirement.kind {
        case .count: return needed > used || below.isEmpty ? [self] + below : below
        case .all: return below.isEmpty ? [self] : below
        case .any, .atLeast: return isChoice || below.isEmpty ? [self] : below
        case .share, .mean, .period, .distinct, .credential, .outcome, .skill, .order, .absent,
            .notBefore, .decision:
            return [self]
        }
    }

    /// Whether more of the requirements below are open than are still needed.
    private var isChoice: Bool {
        ExactDecimal(children.count { $0.status != .met }) > needed - used
    }
}
