// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// One requirement that would take an award of a credential, and on which conditions.
public struct Acceptance: Hashable, Sendable {
    /// How a requirement takes an award.
    public enum Way: Hashable, Sendable {
        /// It counts what matches.
        case counts
        /// It asks for this credential, which the other is or counts for.
        case asks(for: String, Reason)
        /// It is a test that the award answers.
        case answers

        /// Why one credential counts for another.
        public enum Reason: String, Hashable, Sendable, CaseIterable {
            /// It is the same.
            case itself
            /// The two are declared equivalent, in the catalogue or by the rule.
            case equivalent
            /// It teaches enough of the same skills.
            case overlap
        }

        /// The word for it in outputs.
        public var name: String {
            switch self {
            case .counts: "counts"
            case .asks: "credential"
            case .answers: "test"
            }
        }
    }

    /// Something that must be so of the award.
    public struct Condition: Hashable, Sendable {
        /// What it is about.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// The grade.
            case grade
            /// How long ago it was awarded.
            case age
            /// When it was awarded.
            case date
            /// Whether it was used for something else.
            case used
            /// Whether its provider is recognised.
            case recognition
            /// A fact about the credential that the catalogue does not state.
            case unknown
            /// The rule is not met by those who hold such an award.
            case excluded
        }

        /// What it is about.
        public let kind: Kind
        /// What must be so, as a phrase.
        public let text: String
    }

    /// The most that counts of such awards.
    public struct Limit: Hashable, Sendable {
        /// The id of the requirement that limits it.
        public let requirement: String
        /// How much: `15 ECTS`, or `30%`.
        public let most: String
        /// Whether one such award alone is more than that; not where the limit is a share of what
        /// is counted beside it.
        public let isPassed: Bool
    }

    /// The rule.
    public let rule: Rule
    /// The requirement.
    public let requirement: Requirement
    /// How it takes the award.
    public let way: Way
    /// How much counts, in `unit`; nil where nothing is counted.
    public let amount: ExactDecimal?
    /// The unit of the amount.
    public let unit: Unit?
    /// What must be so of the award, all of it; empty where every award counts.
    public let conditions: [Condition]
    /// What limits such awards, the innermost first.
    public let limits: [Limit]
}

/// Returns where an award of `credential` can count: every requirement that would take it, of every
/// rule in force on the day, in the order of the rules' credentials and of the requirements.
///
/// - Complexity: O(rules × requirements).
public func acceptances(
    of credential: Int, in graph: Graph, terms: AuditTerms
) -> [Acceptance] {
    var climb = SkillClimb(graph)
    return graph.rules.filter { rule in
        rule.isInForce(on: terms.asOf) && rule.credential != graph.credentials[credential].id
    }.sorted { left, right in
        (left.credential, left.use.rawValue, left.startedFrom?.dayNumber ?? .min, left.id)
            < (right.credential, right.use.rawValue, right.startedFrom?.dayNumber ?? .min, right.id)
    }.flatMap { rule in
        AcceptanceReading(credential, rule, graph, terms)?.acceptances(&climb) ?? []
    }
}
