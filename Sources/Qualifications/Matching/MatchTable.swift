// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The standings of one learner toward qualifications, each worked out once.
struct MatchTable {
    /// What is known of one qualification.
    struct Entry {
        let rule: Rule
        let standing: Audit.Standing
        let need: Audit.Remaining
        let isHeld: Bool
        let isStartUnknown: Bool

        var share: Double { Audit.Remaining.share(of: standing, need) }
    }

    /// How much work one of many audits may take.
    private static let workLimit = AssignmentSearch.workLimit / 4

    private let awards: AutomaticAwards
    private let graph: Graph
    private let terms: AuditTerms
    private let held: Set<Int>
    private var entries: [Int: Entry] = [:]

    init(_ awards: AutomaticAwards, _ graph: Graph, _ terms: AuditTerms) {
        self.awards = awards
        self.graph = graph
        self.terms = terms.aside
        held = Set(
            Screening(awards.learner.awards, graph, asOf: terms.asOf).admissible
                .map(\.credential))
    }

    /// Returns how the learner stands toward a qualification; nil where it has no rule.
    mutating func match(of credential: Int) -> QualificationMatch? {
        guard let entry = entry(credential) else { return nil }
        return QualificationMatch(
            credential: credential, rule: entry.rule, standing: entry.standing, need: entry.need,
            share: entry.share, isHeld: entry.isHeld, isStartUnknown: entry.isStartUnknown,
            nested: nested(in: entry.rule))
    }

    /// Returns the qualifications that `rule` asks for, at any distance, the nearest first; a ring
    /// does not lead back to where it began.
    mutating func nested(in rule: Rule) -> [QualificationMatch.Nested] {
        var seen = Set([graph.credential(rule.credential)].compactMap { $0 })
        var waiting = graph.qualifications(askedBy: rule)
        var found: [QualificationMatch.Nested] = []
        while let credential = waiting.popLast() {
            guard seen.insert(credential).inserted, let entry = entry(credential) else { continue }
            found.append(
                QualificationMatch.Nested(
                    credential: credential, rule: entry.rule, standing: entry.standing,
                    share: entry.share, isHeld: entry.isHeld))
            waiting += graph.qualifications(askedBy: entry.rule)
        }
        return found.sorted { left, right in
            let (before, after) = (left.order, right.order)
            guard before == after else { return before < after }
            return graph.credentials[left.credential].id < graph.credentials[right.credential].id
        }
    }

    private mutating func entry(_ credential: Int) -> Entry? {
        if let known = entries[credential] { return known }
        guard
            let rule = graph.rule(
                .completion, of: credential, for: awards.recorded, terms: terms)
        else { return nil }
        let learner = awards.learner(toward: rule)
        let auditor = Auditor(rule, for: learner, in: graph, terms)
        let screening = Screening(
            learner.awards, graph, asOf: terms.asOf, supposing: terms.supposing)
        let entry = Entry(
            rule: rule,
            standing: auditor.standing(of: screening.admissible, limit: Self.workLimit),
            need: auditor.standing(of: [], limit: Self.workLimit).remaining,
            isHeld: held.contains(credential),
            isStartUnknown: StartCheck(awards.recorded, rule, graph, terms).isUnknown)
        entries[credential] = entry
        return entry
    }
}

extension Audit.Remaining {
    /// How much of `need` is still missing, 0 to 1: the mean over credits, units and requirements,
    /// each where any are needed.
    package static func share(of standing: Audit.Standing, _ need: Audit.Remaining) -> Double {
        if standing.status == .met { return 0 }
        let left = standing.remaining
        let parts = [
            (left.credits.approximation, need.credits.approximation),
            (left.units.approximation, need.units.approximation),
            (Double(left.count), Double(need.count)),
        ].filter { $0.1 > 0 }
        guard !parts.isEmpty else { return 1 }
        return parts.reduce(0) { $0 + min(1, $1.0 / $1.1) } / Double(parts.count)
    }
}

/// What ranks qualifications, before their ids.
struct MatchOrder: Comparable {
    let status: Int
    let share: Double
    let credits: ExactDecimal
    let units: ExactDecimal
    let count: Int

    init(_ standing: Audit.Standing, share: Double) {
        status =
            switch standing.status {
            case .met: 0
            case .cannotTell: 1
            case .notMet: 2
            }
        self.share = share
        credits = standing.remaining.credits
        units = standing.remaining.units
        count = standing.remaining.count
    }

    static func < (left: Self, right: Self) -> Bool {
        if left.status != right.status { return left.status < right.status }
        if left.share != right.share { return left.share < right.share }
        if left.credits != right.credits { return left.credits < right.credits }
        if left.units != right.units { return left.units < right.units }
        return left.count < right.count
    }
}

extension QualificationMatch {
    var order: MatchOrder { MatchOrder(standing, share: share) }
}

extension QualificationMatch.Nested {
    var order: MatchOrder { MatchOrder(standing, share: share) }
}
