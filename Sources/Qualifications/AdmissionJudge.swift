// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Judges for a whole catalogue whether a learner may start each credential.
///
/// A credential may be started when its admission rule is met and everything it `requires` (or an
/// equivalent) is held; the two do not compete for awards. The answers are those of
/// ``audit(_:of:in:asOf:)``; rules made of tests and credentials alone are kept as counters, so
/// that looking ahead costs what a credential changes.
///
/// ```swift
/// let judge = AdmissionJudge(graph)
/// let now = judge.holdings(of: learner, asOf: today)
/// guard judge.status(of: course, given: now) == .met else { return }
/// let (then, opened) = judge.taking(course, given: now)
/// ```
public struct AdmissionJudge: Sendable {
    let graph: Graph
    let circuit: AdmissionCircuit
    /// From each credential to the skills it teaches and their broader skills.
    let reach: Adjacency
    /// The differing rules that the audit must judge.
    let programs: [RuleProgram]
    /// For each credential the program that judges it; −1 for none.
    private let programOfCredential: [Int32]
    /// From each program to its credentials.
    private let ownersOfProgram: Adjacency

    /// Compiles every admission rule of `graph`.
    ///
    /// - Complexity: O(rules + alignments × broader skills).
    public init(_ graph: Graph) {
        self.graph = graph
        reach = Self.reach(graph)
        var programs: [RuleProgram] = []
        var places: [Rule: Int] = [:]
        var owned: [(from: Int, to: Int)] = []
        var programOf = [Int32](repeating: -1, count: graph.credentials.count)
        for credential in graph.credentials.indices {
            guard let rule = graph.rule(.admission, of: credential) else { continue }
            let program = RuleProgram(rule, in: graph)
            guard !program.isSimple else { continue }
            let place = places[rule.anonymous] ?? programs.count
            if place == programs.count {
                places[rule.anonymous] = place
                programs.append(program)
            }
            programOf[credential] = Int32(place)
            owned.append((place, credential))
        }
        self.programs = programs
        programOfCredential = programOf
        ownersOfProgram = Adjacency(count: programs.count, edges: owned)
        circuit = AdmissionCircuit(graph) { programOf[$0] < 0 }
    }

    /// Returns what `learner` validly holds on the day.
    public func holdings(of learner: Learner, asOf: CalendarDate) -> Holdings {
        let awards = Screening(learner.awards, graph, asOf: asOf).admissible
        var holdings = Holdings(self, awards, asOf: asOf)
        var opened: [Int] = []
        for gate in circuit.initial.indices where circuit.initial[gate] <= 0 {
            open(gate, &holdings, &opened)
        }
        for entry in circuit.dates where asOf >= entry.date {
            holdings.feed(entry.gate, circuit, &opened)
        }
        for award in awards { _ = holdings.gain(award.credential, self) }
        holdings.judged = programs.map { status(of: $0, holdings) }
        return holdings
    }

    /// Returns whether the credential may be started.
    ///
    /// - Complexity: O(1).
    public func status(of credential: Int, given holdings: Holdings) -> Status {
        let gate = Int(circuit.gateOfCredential[credential])
        let program = Int(programOfCredential[credential])
        return (gate < 0 ? .met : Status(holdings.missing[gate] <= 0))
            .and(program < 0 ? .met : holdings.judged[program])
    }

    /// Returns the holdings with `credential` awarded on the same day, and the credentials that
    /// may then be started and could not before, by position.
    ///
    /// - Complexity: O(what changes), one copy of the holdings, and an audit of each rule that
    ///   counters cannot judge, is not met, and could change.
    public func taking(
        _ credential: Int, given holdings: Holdings
    ) -> (holdings: Holdings, opened: [Int]) {
        var after = holdings
        var touched = after.gain(credential, self)
        if !programs.isEmpty {
            after.awards.append(evidence(of: credential, after))
            for place in programs.indices
            where mayChange(place, by: credential, holdings) {
                let status = status(of: programs[place], after)
                guard status != holdings.judged[place] else { continue }
                after.judged[place] = status
                touched.append(contentsOf: ownersOfProgram[place].lazy.map(Int.init))
            }
        }
        if !programs.isEmpty { touched = Array(Set(touched)) }
        touched.removeAll {
            status(of: $0, given: after) != .met || status(of: $0, given: holdings) == .met
        }
        return (after, touched.sorted())
    }

    /// Returns the credentials whose admission could change when the skill itself is gained, by
    /// position; rules that count credits are always among them.
    public func watchers(ofSkill skill: Int) -> [Int] {
        let audited = programs.indices.filter {
            !programs[$0].accounts.isEmpty || programs[$0].testsOfSkill[skill] != nil
        }
        return owners(circuit.watchersOfSkill[skill], audited)
    }

    /// Returns the credentials whose admission could change when the credential is gained, by
    /// itself, an equivalent, an outcome or a skill, by position; rules that count credits are
    /// always among them.
    public func watchers(ofCredential credential: Int) -> [Int] {
        let gates =
            Array(circuit.watchersOfClass[graph.equivalenceClass(of: credential)])
            + circuit.watchersOfCredential[credential]
            + reach[credential].flatMap { circuit.watchersOfSkill[Int($0)] }
        return owners(gates[...], programs.indices.filter { watches(programs[$0], credential) })
    }

    private func owners(_ gates: ArraySlice<Int32>, _ audited: [Int]) -> [Int] {
        let direct = gates.map { circuit.owner(of: Int($0)) }
        return Set(direct + audited.flatMap { ownersOfProgram[$0].lazy.map(Int.init) }).sorted()
    }

    /// Whether an award of the credential could change how a rule is judged: what is met stays so,
    /// unless the rule asks of all that is held.
    private func mayChange(_ place: Int, by credential: Int, _ holdings: Holdings) -> Bool {
        programs[place].asksOfAllHeld
            || (holdings.judged[place] != .met && watches(programs[place], credential))
    }

    private func watches(_ program: RuleProgram, _ credential: Int) -> Bool {
        !program.accounts.isEmpty || !program.overlapLeaves.isEmpty || program.asksOfAllHeld
            || program.testsOfCredential[credential] != nil
            || program.leavesOfClass[graph.equivalenceClass(of: credential)] != nil
            || reach[credential].contains { program.testsOfSkill[Int($0)] != nil }
    }

    /// Opens a gate that misses nothing from the start.
    private func open(_ gate: Int, _ holdings: inout Holdings, _ opened: inout [Int]) {
        guard circuit.parents[gate] >= 0 else { return }
        holdings.feed(Int(circuit.parents[gate]), circuit, &opened)
    }

    private func status(of program: RuleProgram, _ holdings: Holdings) -> Status {
        Auditor(program, graph, AuditTerms(asOf: holdings.asOf)).status(of: holdings.awards)
    }

    private func evidence(of credential: Int, _ holdings: Holdings) -> Evidence {
        let award = Award(credential: graph.credentials[credential].id, date: holdings.asOf)
        let index = (holdings.awards.last?.index ?? -1) + 1
        return Evidence(index: index, award: award, credential: credential, isThoughtOf: true)
    }

    private static func reach(_ graph: Graph) -> Adjacency {
        var climb = SkillClimb(graph)
        var edges: [(from: Int, to: Int)] = []
        for credential in graph.credentials.indices {
            let taught = graph.outcomesOfCredential[credential].flatMap {
                graph.skillsOfOutcome[Int($0)].lazy.map(Int.init)
            }
            for skill in climb.reached(from: taught, graph) { edges.append((credential, skill)) }
        }
        return Adjacency(count: graph.credentials.count, edges: edges)
    }
}

extension RuleProgram {
    /// Whether a test looks at more than the awards of one credential or skill.
    fileprivate var asksOfAllHeld: Bool {
        tests.contains { test in
            switch test {
            case .order, .absent, .meanHeld: true
            case .outcome, .skill, .notBefore, .decision: false
            }
        }
    }

    /// Whether counters can judge it: it counts nothing, asks for no proficiency, no order and
    /// nobody's decision, takes every award, and has no two places for one.
    fileprivate var isSimple: Bool {
        !hasCompetition && rule.counts == .everything && rule.recognition == nil
            && tests.allSatisfy { test in
                switch test {
                case .outcome, .skill(nil), .notBefore: true
                case .skill, .order, .absent, .meanHeld, .decision: false
                }
            }
    }
}

extension Rule {
    /// The rule without what does not bear on whether it is met.
    fileprivate var anonymous: Rule {
        var rule = Rule(credential: "", use: use, requirement: requirement.anonymous)
        rule.counts = counts
        rule.agesOn = agesOn
        rule.scales = scales
        rule.recognition = recognition
        rule.equivalences = equivalences
        return rule
    }
}

extension Requirement {
    fileprivate var anonymous: Requirement {
        let kind: Kind
        switch self.kind {
        case .all(let below): kind = .all(below.map(\.anonymous))
        case .any(let below): kind = .any(below.map(\.anonymous))
        case .atLeast(let count, let below): kind = .atLeast(count, of: below.map(\.anonymous))
        case .count(var demand):
            demand.parts = demand.parts.map(\.anonymous)
            kind = .count(demand)
        default: kind = self.kind
        }
        return Requirement(id: "", isShared: isShared, kind: kind)
    }
}
