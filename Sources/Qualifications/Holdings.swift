// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What a learner validly holds on a day, and which admission it opens.
///
/// A value: taking a credential gives new holdings and leaves these as they were. Made by
/// ``AdmissionJudge/holdings(of:asOf:)``.
public struct Holdings: Sendable {
    /// The day asked about.
    public let asOf: CalendarDate
    private var skills: GrowingSet
    private var classes: GrowingSet
    private var credentials: GrowingSet
    /// The sorts of award of which there is one.
    private var sorts: GrowingSet
    /// For each gate of the circuit, how much is missing; open at 0.
    private(set) var missing: Counters
    /// The awards that count, those taken included.
    private(set) var awards: [Evidence]
    /// For each rule that the audit judges, how it stands.
    var judged: [Status] = []
    /// For each rule that the audit judges, what was read of the first awards.
    var read: [FactSum] = []
    /// How many awards that are.
    var readCount = 0

    init(_ judge: AdmissionJudge, _ awards: [Evidence], asOf: CalendarDate) {
        self.asOf = asOf
        self.awards = awards
        skills = GrowingSet(count: judge.graph.skills.count)
        classes = GrowingSet(count: judge.graph.credentials.count)
        credentials = classes
        sorts = GrowingSet(count: judge.circuit.sorts.selectors.count)
        missing = Counters(judge.circuit.initial)
    }

    /// Ends what a learner holds: what comes after is kept apart, so that copies cost little.
    mutating func settle() {
        skills.settle()
        classes.settle()
        credentials.settle()
        sorts.settle()
        missing.settle()
    }

    /// Whether a valid award of the credential or of an equivalent one is held.
    public func holds(_ credential: Int, in graph: Graph) -> Bool {
        classes.contains(graph.equivalenceClass(of: credential))
    }

    /// Whether the skill, or a narrower one, is taught by something held.
    public func holds(skill: Int) -> Bool { skills.contains(skill) }

    /// Adds an award that is only thought of.
    mutating func take(_ evidence: Evidence) { awards.append(evidence) }

    /// Gains a credential; returns the credentials whose gate it opens.
    mutating func gain(_ credential: Int, _ judge: AdmissionJudge) -> [Int] {
        var opened: [Int] = []
        for gate in gates(fedBy: credential, judge) { feed(Int(gate), judge.circuit, &opened) }
        classes.insert(judge.graph.equivalenceClass(of: credential))
        credentials.insert(credential)
        for skill in judge.reach[credential] { skills.insert(Int(skill)) }
        for sort in judge.sorts[credential] { sorts.insert(Int(sort)) }
        return opened
    }

    /// The gates that gaining a credential would feed.
    func gates(fedBy credential: Int, _ judge: AdmissionJudge) -> [Int32] {
        let circuit = judge.circuit
        let group = judge.graph.equivalenceClass(of: credential)
        var gates: [Int32] = []
        if !classes.contains(group) { gates += circuit.watchersOfClass[group] }
        if !credentials.contains(credential) { gates += circuit.watchersOfCredential[credential] }
        for skill in judge.reach[credential].lazy.map(Int.init) where !skills.contains(skill) {
            gates += circuit.watchersOfSkill[skill]
        }
        for sort in judge.sorts[credential].lazy.map(Int.init) where !sorts.contains(sort) {
            gates += circuit.watchersOfSort[sort]
        }
        return gates
    }

    /// Takes one from what a gate misses; where that opens it, goes on to the gate it feeds.
    mutating func feed(_ gate: Int, _ circuit: AdmissionCircuit, _ opened: inout [Int]) {
        var gate = gate
        while missing.take(from: gate) == 0 {
            guard circuit.parents[gate] >= 0 else {
                return opened.append(Int(circuit.owners[gate]))
            }
            gate = Int(circuit.parents[gate])
        }
    }
}

/// A set of small numbers, in words until it is settled and apart from then on.
private struct GrowingSet: Sendable {
    private var words: [UInt64]
    private var later: Set<Int> = []
    private var isSettled = false

    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    mutating func settle() { isSettled = true }

    func contains(_ number: Int) -> Bool {
        words[number >> 6] & (1 << UInt64(number & 63)) != 0
            || (!later.isEmpty && later.contains(number))
    }

    mutating func insert(_ number: Int) {
        if isSettled {
            if !contains(number) { later.insert(number) }
        } else {
            words[number >> 6] |= 1 << UInt64(number & 63)
        }
    }
}

/// Counters that go down, in an array until they are settled and apart from then on.
struct Counters: Sendable {
    private var counts: [Int32]
    private var later: [Int: Int32] = [:]
    private var isSettled = false

    init(_ counts: [Int32]) { self.counts = counts }

    mutating func settle() { isSettled = true }

    subscript(place: Int) -> Int32 {
        later.isEmpty ? counts[place] : later[place] ?? counts[place]
    }

    /// Takes one away; returns what is left.
    mutating func take(from place: Int) -> Int32 {
        let left = self[place] - 1
        if isSettled { later[place] = left } else { counts[place] = left }
        return left
    }
}
