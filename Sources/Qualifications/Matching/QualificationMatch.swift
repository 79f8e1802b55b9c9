// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// How a learner stands toward one qualification, beside others.
public struct QualificationMatch: Hashable, Sendable {
    /// A qualification that another asks for: an exit award on the way to it.
    public struct Nested: Hashable, Sendable {
        /// Its position.
        public let credential: Int
        /// Its rule.
        public let rule: Rule
        /// How the learner stands toward it.
        public let standing: Audit.Standing
        /// How much of it is still missing, 0 to 1.
        public let share: Double
        /// Whether an award of it is held.
        public let isHeld: Bool

        /// Whether its rule is met although it is not held: it can be applied for.
        public var isReached: Bool { !isHeld && standing.status == .met }
    }

    /// Its position.
    public let credential: Int
    /// Its rule, in the version for the learner.
    public let rule: Rule
    /// How the learner stands.
    public let standing: Audit.Standing
    /// What somebody who holds nothing would need.
    public let need: Audit.Remaining
    /// How much of it is still missing, 0 to 1: the mean of what remains of the credits, of the
    /// units and of the requirements that the rule needs.
    public let share: Double
    /// Whether an award of it is held.
    public let isHeld: Bool
    /// Whether the rule has versions for other starts, and the learner's start is not known.
    public let isStartUnknown: Bool
    /// The qualifications that it asks for, at any distance: the nearest first.
    public let nested: [Nested]

    /// Whether its rule is met although it is not held: it can be applied for.
    public var isReached: Bool { !isHeld && standing.status == .met }
}

/// Returns the qualifications that `filter` takes, by what the learner is still missing of each.
///
/// Those that are met come first, then those of which that cannot be told; then what is missing
/// decides, as a share of what the rule needs, in credits, in units, in requirements; and last the
/// id. Each is judged by the version of its rule for the learner, and with what the learner holds
/// by automatic rules.
///
/// - Complexity: two audits for each qualification that is taken or asked for by one.
public func matches(
    for awards: AutomaticAwards, in graph: Graph, terms: AuditTerms,
    where filter: Selector = .everything
) -> [QualificationMatch] {
    var table = MatchTable(awards, graph, terms)
    return graph.credentials.indices
        .filter { graph.isQualification($0) && filter.matches($0, in: graph) == .met }
        .compactMap { table.match(of: $0) }
        .sorted { left, right in
            let (before, after) = (left.order, right.order)
            guard before == after else { return before < after }
            return graph.credentials[left.credential].id < graph.credentials[right.credential].id
        }
}

/// Returns how the learner stands toward the qualifications that `rule` asks for, at any distance:
/// the nearest first.
public func nestedQualifications(
    in rule: Rule, for awards: AutomaticAwards, in graph: Graph, terms: AuditTerms
) -> [QualificationMatch.Nested] {
    var table = MatchTable(awards, graph, terms)
    return table.nested(in: rule)
}

extension Graph {
    /// The qualifications that `rule` asks for by name, by position, each once.
    func qualifications(askedBy rule: Rule) -> [Int] {
        var seen: Set<Int> = []
        return rule.requirement.nodes.compactMap { node in
            guard case .credential(let id, _) = node.kind, let position = credential(id),
                isQualification(position), seen.insert(position).inserted
            else { return nil }
            return position
        }
    }
}
