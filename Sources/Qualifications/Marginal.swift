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
    /// By how much the remaining credits would fall, in the audit's scheme; below zero where the
    /// rule asks that something is not held, or for a mean of all that is.
    public let creditsClosed: ExactDecimal
    /// Where it would count, slots before tests; empty where it would not.
    public let requirementsClosed: [Closing]
    /// What would still be needed.
    public let remainingAfter: Audit.Remaining
    /// The ids of the requirements from the root to the first that it would serve.
    public let path: [String]
    /// Whether the value is exact: both searches were finished.
    public let isProved: Bool
}

/// Returns, for each of `candidates` in order, what an award of it on the day asked about, with
/// the grade that the rule asks for, would change in the audit of `learner` against `rule`.
///
/// A value is the difference of two optimal audits, exact wherever both searches finish; what is
/// not known for certain adds nothing. Credentials that the rule cannot tell apart share one
/// re-audit, and a bound from the first audit spares most of those, so a whole catalogue costs
/// little more than its reading.
///
/// - Complexity: O(candidates × requirements) and one search for each class of credentials that
///   the bound does not settle.
public func marginal(
    of candidates: [Int], for learner: Learner, rule: Rule, in graph: Graph, terms: AuditTerms
) -> [Marginal] {
    var values = MarginalValues(learner, rule, graph, terms)
    return candidates.map { values.value(of: $0) }
}

/// Returns the same on the plain terms of a day.
public func marginal(
    of candidates: [Int], for learner: Learner, rule: Rule, in graph: Graph, asOf: CalendarDate
) -> [Marginal] {
    marginal(of: candidates, for: learner, rule: rule, in: graph, terms: AuditTerms(asOf: asOf))
}

/// The re-audits of one learner and rule, by class of credential.
private struct MarginalValues {
    /// All of a credential that the rule can see.
    struct Key: Hashable {
        let options: [SlotOption.Signature]
        /// The tests whose answer it changes.
        let tests: [Int]
        /// The class it belongs to, where one of the class is held already.
        let held: Int?
    }

    struct Value {
        let after: Shortfall
        let closed: [(node: Int, credits: Int)]
        let isProved: Bool
    }

    let auditor: Auditor
    let facts: Auditor.Facts
    let before: Solution
    let places: [Int: Int]
    let newIndex: Int
    let candidateReading: RuleReading
    private let changing: TestChanges
    private var prices: MarginalPrices?
    private var climb: SkillClimb
    private var known: [Key: Value] = [:]
    private var fits: CandidateFits
    /// How much the searches of classes have cost.
    private var work = 0

    /// What all searches of classes together may cost: some tenths of a second.
    private static let mostWork = AssignmentSearch.workLimit

    init(_ learner: Learner, _ rule: Rule, _ graph: Graph, _ terms: AuditTerms) {
        auditor = Auditor(rule, for: learner, in: graph, terms)
        let screening = Screening(
            learner.awards, graph, asOf: terms.asOf, supposing: terms.supposing)
        facts = auditor.facts(of: screening.admissible)
        before = facts.reading.solution()
        newIndex = learner.awards.count
        candidateReading = auditor.certain
        fits = CandidateFits(candidateReading, award: newIndex, asOf: terms.asOf)
        changing = TestChanges(auditor.program, graph)
        climb = SkillClimb(auditor.program.testsOfSkill.isEmpty ? nil : graph)
        places = Dictionary(
            facts.reading.holdings.enumerated().map { ($0.element.group, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        prices = before.shortfall > .none ? MarginalPrices(facts.reading, before) : nil
    }

    mutating func value(of candidate: Int) -> Marginal {
        let options = fits.options(of: candidate)
        let key = key(of: candidate, options)
        // Where nothing is left to do, only a test that the award spoils can change that.
        guard !key.tests.isEmpty || (before.shortfall > .none && !options.isEmpty) else {
            return marginal(candidate, unchanged)
        }
        if let value = known[key] { return marginal(candidate, value) }
        let value = value(key, options, candidate)
        known[key] = value
        return marginal(candidate, value)
    }

    private var unchanged: Value {
        Value(after: before.shortfall, closed: [], isProved: before.proved)
    }

    private mutating func key(of candidate: Int, _ options: [SlotOption]) -> Key {
        let group = auditor.graph.equivalenceClass(of: candidate)
        return Key(
            options: options.map(\.signature), tests: changedTests(candidate),
            held: places[group] == nil || options.isEmpty ? nil : group)
    }

    /// The tests that the award would answer otherwise.
    private mutating func changedTests(_ candidate: Int) -> [Int] {
        guard changing.mayChange(by: candidate, auditor.graph) else { return [] }
        var answers = facts.answers
        answers.add(fits.evidence(of: candidate), &climb)
        return answers.statuses.enumerated().filter { test, status in
            (status == .met) != facts.reading.tests[test]
        }.map(\.offset)
    }

    /// What placing the award beside the assignment at hand does, where the work for more is spent.
    private func near(_ options: [SlotOption], _ key: Key) -> Value {
        guard key.tests.isEmpty, key.held == nil, let found = prices?.placed(options, before) else {
            return Value(after: before.shortfall, closed: [], isProved: false)
        }
        return Value(after: found.after, closed: closed(found.option, []), isProved: false)
    }

    private mutating func value(_ key: Key, _ options: [SlotOption], _ candidate: Int) -> Value {
        if key.tests.isEmpty, key.held == nil, let prices,
            let quick = prices.value(of: options, before)
        {
            return Value(
                after: quick.after, closed: closed(quick.option, key.tests), isProved: true)
        }
        guard work < Self.mostWork else { return near(options, key) }
        var reading = facts.reading
        for test in key.tests { reading.tests[test].toggle() }
        if let place = key.held.flatMap({ places[$0] }) {
            reading.holdings[place].options += options
        } else if !options.isEmpty {
            let group = auditor.graph.equivalenceClass(of: candidate)
            reading.holdings.append(Holding(group: group, options: options))
        }
        let after = reading.solution(limit: AssignmentSearch.workLimit / 16)
        work += after.work
        let isProved = before.proved && after.proved
        guard after.shortfall < before.shortfall else {
            return Value(after: after.shortfall, closed: [], isProved: isProved)
        }
        let slot = after.placements.first { $0.award == newIndex }
        return Value(
            after: after.shortfall,
            closed: closed(slot.map { ($0.node, $0.credits) }, key.tests),
            isProved: isProved)
    }

    /// Where the credential serves: its slot, if that or what is around it was not met before, and
    /// the tests it newly meets where they matter; without either, its slot.
    private func closed(
        _ slot: (node: Int, credits: Int)?, _ tests: [Int]
    ) -> [(node: Int, credits: Int)] {
        let steps = auditor.program.steps
        let answered = steps.indices.filter { node in
            if case .test(let test) = steps[node] {
                return tests.contains(test) && !facts.reading.tests[test]
            }
            return false
        }.map { (node: $0, credits: 0) }
        let found = ([slot].compactMap { $0 } + answered).filter { matters($0.node) }
        return found.isEmpty ? [slot].compactMap { $0 } + answered : found
    }

    /// Whether nothing from the node to the root was met before, credit requirements apart that
    /// the one around them still needs more from.
    private func matters(_ node: Int) -> Bool {
        var node = node
        let program = auditor.program
        while node >= 0 {
            let parent = program.parents[node]
            let isInsideAccount = parent >= 0 && program.account(parent) != nil
            let isWhole = before.isMet(node) && program.account(node) == nil
            if isWhole || (before.isMet(node) && !isInsideAccount) { return false }
            node = parent
        }
        return true
    }

    private func marginal(_ candidate: Int, _ value: Value) -> Marginal {
        let requirements = auditor.program.requirements
        return Marginal(
            credential: candidate, counts: value.after < before.shortfall,
            creditsClosed: ExactDecimal(
                thousandths: before.shortfall.credits - value.after.credits),
            requirementsClosed: value.closed.map {
                Marginal.Closing(
                    requirement: requirements[$0.node].id,
                    credits: ExactDecimal(thousandths: $0.credits))
            },
            remainingAfter: Audit.Remaining(value.after, auditor.program.scheme),
            path: value.closed.first.map { path(to: $0.node) } ?? [], isProved: value.isProved)
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
