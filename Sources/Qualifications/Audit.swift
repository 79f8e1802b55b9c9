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
        /// the target; credits needed in a scheme without a factor to it are only in the nodes.
        public let scheme: CreditScheme
        /// The fewest requirements that must still be closed; zero exactly when the rule is met.
        public let count: Int

        /// Creates what is still needed.
        public init(credits: ExactDecimal, scheme: CreditScheme, count: Int) {
            self.credits = credits
            self.scheme = scheme
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
        /// The credits that count there, in that requirement's scheme; below the award's own
        /// where a maximum is passed.
        public let credits: ExactDecimal
    }

    /// The id of the credential the rule belongs to.
    public let target: String
    /// Whether the rule is about starting or finishing.
    public let use: Rule.Use
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
    /// What else must be known to read the result.
    public let warnings: [Warning]

    /// What else must be known to read an audit.
    public enum Warning: Hashable, Sendable, CustomStringConvertible {
        /// The rule's last day was before the day asked about.
        case ruleExpired(CalendarDate)
        /// The rule's first day is after the day asked about.
        case ruleNotYetValid(CalendarDate)

        /// A short stable code.
        public var code: String {
            switch self {
            case .ruleExpired: "rule-expired"
            case .ruleNotYetValid: "rule-not-yet-valid"
            }
        }

        /// The warning as a sentence.
        public var description: String {
            switch self {
            case .ruleExpired(let day): "The rule was in force until \(day)."
            case .ruleNotYetValid(let day): "The rule is in force from \(day)."
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
    /// How much is asked: credits, or how many of the requirements below, or 1.
    public let needed: ExactDecimal
    /// How much of it there is; more than needed where more counts.
    public let used: ExactDecimal
    /// The scheme of `needed` and `used`; nil where they are not credits.
    public let scheme: CreditScheme?
    /// Whether it is not met now and would be when the awards in progress complete.
    public let inProgress: Bool
    /// Who decides, where a person must; no present kind of requirement asks for one.
    public let pendingBy: String?
    /// The ids of the awards in its slot, or that answer its test.
    public let evidence: [String]
    /// The requirements below.
    public let children: [AuditNode]

    /// The requirement's id.
    public var id: String { requirement.id }
    /// The requirement's title.
    public var title: LocalizedText { requirement.title }
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
        case .credits: return needed > used || below.isEmpty ? [self] + below : below
        case .all: return below.isEmpty ? [self] : below
        case .any, .atLeast: return isChoice || below.isEmpty ? [self] : below
        case .share, .credential, .outcome, .skill, .notBefore: return [self]
        }
    }

    /// Whether more of the requirements below are open than are still needed.
    private var isChoice: Bool {
        ExactDecimal(children.count { $0.status != .met }) > needed - used
    }
}
