// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What one more credential would change in the optimal audit of a rule.
public struct Marginal: Hashable, Sendable {
    /// A requirement that the credential would serve.
    public struct Closing: Hashable, Sendable {
        /// The requirement's id.
        public let requirement: String
        /// How many credits would count there, in its scheme; 0 where it counts none.
        public let credits: ExactDecimal
    }

    /// The credential's position.
    public let credential: Int
    /// Whether it would leave less to do.
    public let counts: Bool
    /// By how much the remaining credits would fall, in the audit's scheme.
    public let creditsClosed: ExactDecimal
    /// Where it would count, slots before tests; empty where it would not.
    public let requirementsClosed: [Closing]
    /// What would still be needed.
    public let remainingAfter: Audit.Remaining
    /// The ids of the requirements from the root to the first that it would serve.
    public let path: [String]
}

/// Returns, for each of `candidates` in order, what an award of it on `asOf` would change in the
/// audit of `learner` against `rule`.
///
/// A value is the difference of two optimal audits, exact wherever both searches finish; what is
/// not known for certain adds nothing. Credentials that the rule cannot tell apart share one
/// re-audit, so a whole catalogue costs little more than its reading.
///
/// - Complexity: O(candidates × credit requirements) and one search for each class of credentials.
public func marginal(
    of candidates: [Int], for learner: Learner, rule: Rule, in graph: Graph, asOf: CalendarDate
) -> [Marginal] {
    var values = MarginalValues(learner, rule, graph, asOf)
    return candidates.map { values.value(of: $0) }
}

/// The re-audits of one learner and rule, by class of credential.
private struct MarginalValues {
    /// All of a credential that the rule can see.
    struct Key: Hashable {
        let options: [SlotOption]
        let tests: [Int]
        /// The class it belongs to, where one of the class is held already.
        let held: Int?
    }

    struct Value {
        let after: Shortfall
        let closed: [(node: Int, credits: Int)]
    }

    let auditor: Auditor
    let facts: Auditor.Facts
    let before: Solution
    let places: [Int: Int]
    let newIndex: Int
    var climb: SkillClimb
    var known: [Key: Value?] = [:]

    init(_ learner: Learner, _ rule: Rule, _ graph: Graph, _ asOf: CalendarDate) {
        auditor = Auditor(graph: graph, program: RuleProgram(rule, in: graph), asOf: asOf)
        facts = auditor.facts(of: Screening(learner.awards, graph, asOf: asOf).admissible)
        before = facts.reading.solution
        newIndex = learner.awards.count
        climb = SkillClimb(graph)
        places = Dictionary(
            facts.reading.holdings.enumerated().map { ($0.element.group, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func value(of candidate: Int) -> Marginal {
        let key = key(of: candidate)
        guard before.shortfall > .none, !key.options.isEmpty || !key.tests.isEmpty else {
            return marginal(candidate, nil)
        }
        if let value = known[key] { return marginal(candidate, value) }
        let value = reaudit(key, candidate)
        known[key] = .some(value)
        return marginal(candidate, value)
    }

    private mutating func key(of candidate: Int) -> Key {
        let graph = auditor.graph
        let award = Award(credential: graph.credentials[candidate].id, date: auditor.asOf)
        let evidence = Evidence(index: newIndex, award: award, credential: candidate)
        let fit = SlotFit(evidence, in: auditor.program, graph, assuming: false)
        let group = graph.equivalenceClass(of: candidate)
        return Key(
            options: fit.options, tests: newTests(evidence),
            held: places[group] == nil || fit.options.isEmpty ? nil : group)
    }

    /// The tests that the award would meet and that are not met yet.
    private mutating func newTests(_ evidence: Evidence) -> [Int] {
        guard !auditor.program.tests.isEmpty else { return [] }
        var answers = facts.answers
        answers.add(evidence, auditor.graph, &climb)
        return answers.statuses.indices.filter {
            answers.statuses[$0] == .met && facts.answers.statuses[$0] != .met
        }
    }

    private func reaudit(_ key: Key, _ candidate: Int) -> Value? {
        var reading = facts.reading
        for test in key.tests { reading.tests[test] = true }
        let group = auditor.graph.equivalenceClass(of: candidate)
        if let place = key.held.flatMap({ places[$0] }) {
            let options = reading.holdings[place].options + key.options
            reading.holdings[place] = Holding(group: group, options: options)
                .pruned(auditor.program)
        } else if !key.options.isEmpty {
            reading.holdings.append(
                Holding(group: group, options: key.options).pruned(auditor.program))
        }
        return reading.solve(below: before.shortfall).map {
            Value(after: $0.shortfall, closed: closed($0, key.tests))
        }
    }

    /// Where the credential serves: its slot, if that or what is around it was not met before, and
    /// the tests it newly meets where they matter; without either, its slot.
    private func closed(_ after: Solution, _ tests: [Int]) -> [(node: Int, credits: Int)] {
        let slot = after.placements.first { $0.award == newIndex }.map {
            (node: $0.node, credits: $0.credits)
        }
        let steps = auditor.program.steps
        let answered = steps.indices.filter { node in
            if case .test(let test) = steps[node] { return tests.contains(test) }
            return false
        }.map { (node: $0, credits: 0) }
        let found = ([slot].compactMap { $0 } + answered).filter { matters($0.node) }
        return found.isEmpty ? [slot].compactMap { $0 } + answered : found
    }

    /// Whether nothing from the node to the root was met before, credit requirements apart that
    /// the one around them still needs more from.
    private func matters(_ node: Int) -> Bool {
        var node = node
        while node >= 0 {
            let isWhole = before.isMet[node] && !auditor.program.isAccount(node)
            if isWhole { return false }
            let parent = auditor.program.parents[node]
            if before.isMet[node], parent < 0 || !auditor.program.isAccount(parent) { return false }
            node = parent
        }
        return true
    }

    private func marginal(_ candidate: Int, _ value: Value?) -> Marginal {
        let after = value?.after ?? before.shortfall
        let closed = value?.closed ?? []
        let requirements = auditor.program.requirements
        return Marginal(
            credential: candidate, counts: value != nil,
            creditsClosed: ExactDecimal(
                thousandths: before.shortfall.credits - after.credits),
            requirementsClosed: closed.map {
                Marginal.Closing(
                    requirement: requirements[$0.node].id,
                    credits: ExactDecimal(thousandths: $0.credits))
            },
            remainingAfter: Audit.Remaining(after, auditor.program.scheme),
            path: closed.first.map { path(to: $0.node) } ?? [])
    }

    private func path(to node: Int) -> [String] {
        var path: [String] = []
        var node = node
        while node >= 0 {
            path.append(auditor.program.requirements[node].id)
            node = auditor.program.parents[node]
        }
        return path.reversed()
    }
}
