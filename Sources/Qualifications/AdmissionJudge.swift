// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Judges for a whole catalogue whether a learner may start each credential.
///
/// A credential may be started when its admission rule is met and everything it `requires` (or an
/// equivalent) is held; the two do not compete for awards. The answers are those of
/// ``audit(_:of:in:asOf:)``; rules made of tests, credentials and single awards of a sort are kept
/// as counters, so that looking ahead costs what a credential changes.
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
    private let watch: AdmissionWatch
    /// From each credential to the sorts of the circuit that an award of it is of.
    let sorts: Adjacency

    /// Compiles every admission rule of `graph`.
    ///
    /// - Complexity: O(rules + alignments × broader skills).
    public init(_ graph: Graph) {
        self.graph = graph
        reach = Self.reach(graph)
        var programs: [RuleProgram] = []
        // For each different rule its program; −1 where counters judge it.
        var places: [Rule: Int] = [:]
        var owned: [(from: Int, to: Int)] = []
        var programOf = [Int32](repeating: -1, count: graph.credentials.count)
        for credential in graph.credentials.indices {
            guard let rule = graph.rule(.admission, of: credential) else { continue }
            let key = rule.anonymous
            if places[key] == nil {
                let program = RuleProgram(rule, in: graph)
                places[key] = program.isSimple ? -1 : programs.count
                if !program.isSimple { programs.append(program) }
            }
            guard let place = places[key], place >= 0 else { continue }
            programOf[credential] = Int32(place)
            owned.append((place, credential))
        }
        self.programs = programs
        programOfCredential = programOf
        ownersOfProgram = Adjacency(count: programs.count, edges: owned)
        watch = AdmissionWatch(programs, graph)
        let circuit = AdmissionCircuit(graph) { programOf[$0] < 0 }
        self.circuit = circuit
        sorts = circuit.sorts.sortsOfCredentials(in: graph)
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
        for gate in circuit.decisions { holdings.feed(gate, circuit, &opened) }
        for award in awards { _ = holdings.gain(award.credential, self) }
        read(&holdings)
        holdings.settle()
        return holdings
    }

    /// Returns whether the credential may be started.
    ///
    /// - Complexity: O(1).
    public func status(of credential: Int, given holdings: Holdings) -> Status {
        let program = Int(programOfCredential[credential])
        return byCounters(credential, holdings)
            .and(program < 0 ? .met : holdings.judged[program])
    }

    private func byCounters(_ credential: Int, _ holdings: Holdings) -> Status {
        let gate = Int(circuit.gateOfCredential[credential])
        guard gate >= 0, holdings.missing[gate] > 0 else { return .met }
        let supposed = Int(circuit.supposedGateOfCredential[credential])
        return supposed >= 0 && holdings.missing[supposed] <= 0 ? .cannotTell : .notMet
    }

    /// Returns the holdings with `credential` awarded on the same day, and the credentials that
    /// may then be started and could not before, by position.
    ///
    /// - Complexity: O(what changes), and an audit of each rule that counters cannot judge, is not
    ///   met, and could change.
    public func taking(
        _ credential: Int, given holdings: Holdings
    ) -> (holdings: Holdings, opened: [Int]) {
        taking([credential], given: holdings)
    }

    /// Returns the holdings with all of `credentials` awarded on the same day, and the credentials
    /// that may then be started and could not before, by position.
    public func taking(
        _ credentials: [Int], given holdings: Holdings
    ) -> (holdings: Holdings, opened: [Int]) {
        var after = holdings
        var touched: Set<Int> = []
        var places: Set<Int> = []
        for credential in credentials {
            touched.formUnion(after.gain(credential, self))
            if !programs.isEmpty {
                after.take(evidence(of: credential, after))
                places.formUnion(
                    watch.programs(watching: credential, skills: reach[credential], graph))
            }
        }
        for place in places where mayChange(place, holdings) {
            let status = status(of: place, after)
            guard status != holdings.judged[place] else { continue }
            after.judged[place] = status
            touched.formUnion(ownersOfProgram[place].lazy.map(Int.init))
        }
        let opened = touched.filter {
            status(of: $0, given: after) == .met && status(of: $0, given: holdings) != .met
        }
        return (after, opened.sorted())
    }

    /// Returns what an award of `credential` would reach: two credentials that reach the same
    /// open the same, and one that reaches nothing opens nothing, now or with others later.
    ///
    /// - Complexity: O(what it reaches).
    public func reached(by credential: Int, given holdings: Holdings) -> AdmissionReach {
        AdmissionReach(
            gates: holdings.gates(fedBy: credential, self),
            programs: watch.programs(watching: credential, skills: reach[credential], graph)
                .filter { mayChange($0, holdings) })
    }

    /// Whether an award could change how a rule is judged: what is met stays so, unless the rule
    /// asks of all that is held.
    private func mayChange(_ place: Int, _ holdings: Holdings) -> Bool {
        holdings.judged[place] != .met || programs[place].asksOfAllHeld
    }

    /// Opens a gate that misses nothing from the start.
    private func open(_ gate: Int, _ holdings: inout Holdings, _ opened: inout [Int]) {
        guard circuit.parents[gate] >= 0 else { return }
        holdings.feed(Int(circuit.parents[gate]), circuit, &opened)
    }

    /// Reads what is held against every rule that the audit judges, once.
    private func read(_ holdings: inout Holdings) {
        for program in programs {
            let auditor = Auditor(program, graph, AuditTerms(asOf: holdings.asOf))
            var climb = auditor.climb
            var sum = FactSum(auditor)
            for award in holdings.awards { sum.add(award, auditor, &climb) }
            holdings.judged.append(auditor.standing(by: auditor.facts(of: sum)).status)
            holdings.read.append(sum)
        }
        holdings.readCount = holdings.awards.count
    }

    /// How a rule stands with the awards that came after the first.
    private func status(of place: Int, _ holdings: Holdings) -> Status {
        let auditor = Auditor(programs[place], graph, AuditTerms(asOf: holdings.asOf))
        var climb = auditor.climb
        var sum = holdings.read[place]
        for award in holdings.awards[holdings.readCount...] { sum.add(award, auditor, &climb) }
        let facts = auditor.facts(of: sum)
        guard (facts.assuming ?? facts.reading).couldBeMet else { return .notMet }
        return auditor.standing(by: facts).status
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

/// What an award would reach among the admission rules of a catalogue.
public struct AdmissionReach: Hashable, Sendable {
    /// The counters that it would feed.
    let gates: [Int32]
    /// The rules that would have to be audited again.
    let programs: [Int]

    /// Whether it could change nothing.
    public var isEmpty: Bool { gates.isEmpty && programs.isEmpty }
    /// Whether counters alone tell what it opens, so that another that reaches the same opens the
    /// same.
    public var isByCountersAlone: Bool { programs.isEmpty }
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
