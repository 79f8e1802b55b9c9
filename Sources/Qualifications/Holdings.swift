// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What a learner validly holds on a day, and which admission it opens.
///
/// A value: taking a credential gives new holdings and leaves these as they were. Made by
/// ``AdmissionJudge/holdings(of:asOf:)``.
public struct Holdings: Sendable {
    /// The day asked about.
    public let asOf: CalendarDate
    private var skills: BitSet
    private var classes: BitSet
    private var credentials: BitSet
    /// For each gate of the circuit, how much is missing; open at 0.
    var missing: [Int32]
    /// The awards that count, those taken included.
    var awards: [Evidence]
    /// For each rule that the audit judges, how it stands.
    var judged: [Status] = []

    init(_ judge: AdmissionJudge, _ awards: [Evidence], asOf: CalendarDate) {
        self.asOf = asOf
        self.awards = awards
        skills = BitSet(count: judge.graph.skills.count)
        classes = BitSet(count: judge.graph.credentials.count)
        credentials = classes
        missing = judge.circuit.initial
    }

    /// Whether a valid award of the credential or of an equivalent one is held.
    public func holds(_ credential: Int, in graph: Graph) -> Bool {
        classes.contains(graph.equivalenceClass(of: credential))
    }

    /// Whether the skill, or a narrower one, is taught by something held.
    public func holds(skill: Int) -> Bool { skills.contains(skill) }

    /// Gains a credential; returns the credentials whose gate it opens.
    mutating func gain(_ credential: Int, _ judge: AdmissionJudge) -> [Int] {
        var opened: [Int] = []
        let group = judge.graph.equivalenceClass(of: credential)
        if classes.insert(group) {
            for gate in judge.circuit.watchersOfClass[group] {
                feed(Int(gate), judge.circuit, &opened)
            }
        }
        if credentials.insert(credential) {
            for gate in judge.circuit.watchersOfCredential[credential] {
                feed(Int(gate), judge.circuit, &opened)
            }
        }
        for skill in judge.reach[credential].lazy.map(Int.init) where skills.insert(skill) {
            for gate in judge.circuit.watchersOfSkill[skill] {
                feed(Int(gate), judge.circuit, &opened)
            }
        }
        return opened
    }

    /// Takes one from what a gate misses; where that opens it, goes on to the gate it feeds.
    mutating func feed(_ gate: Int, _ circuit: AdmissionCircuit, _ opened: inout [Int]) {
        var gate = gate
        while true {
            missing[gate] -= 1
            guard missing[gate] == 0 else { return }
            guard circuit.parents[gate] >= 0 else {
                return opened.append(Int(circuit.owners[gate]))
            }
            gate = Int(circuit.parents[gate])
        }
    }
}

/// A set of small numbers.
private struct BitSet: Sendable {
    private var words: [UInt64]

    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    func contains(_ number: Int) -> Bool {
        words[number >> 6] & (1 << UInt64(number & 63)) != 0
    }

    /// Adds a number; returns whether it is new.
    mutating func insert(_ number: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(number & 63)
        guard words[number >> 6] & bit == 0 else { return false }
        words[number >> 6] |= bit
        return true
    }
}
