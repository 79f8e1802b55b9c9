// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The admission rules of a catalogue as one circuit of thresholds.
///
/// Every rule made only of tests and of credentials that no two requirements compete for is a
/// tree of gates, each opening when enough below it has. What is gained (a skill, a credential)
/// reaches its gates directly, so that taking a credential costs what it changes and no more
/// (Dowling and Gallier 1984).
struct AdmissionCircuit: Sendable {
    /// For each credential its gate; −1 where it is always open.
    private(set) var gateOfCredential: [Int32]
    /// How much of each gate is missing before anything is held.
    private(set) var initial: [Int32] = []
    /// The gate that each one feeds; −1 for none.
    private(set) var parents: [Int32] = []
    /// The credential whose gate it is; −1 for inner ones.
    private(set) var owners: [Int32] = []
    /// From each skill, class of equivalents and credential to the gates it feeds.
    private(set) var watchersOfSkill = Adjacency(count: 0, edges: [])
    private(set) var watchersOfClass = Adjacency(count: 0, edges: [])
    private(set) var watchersOfCredential = Adjacency(count: 0, edges: [])
    /// The gates that feed on a day having come.
    private(set) var dates: [(date: CalendarDate, gate: Int)] = []

    private var skillEdges: [(from: Int, to: Int)] = []
    private var classEdges: [(from: Int, to: Int)] = []
    private var credentialEdges: [(from: Int, to: Int)] = []

    /// Creates the circuit of the rules that `isSimple` accepts, and of all `requires` relations.
    init(_ graph: Graph, isSimple: (Int) -> Bool) {
        let count = graph.credentials.count
        gateOfCredential = Array(repeating: -1, count: count)
        for credential in 0..<count {
            let rule = isSimple(credential) ? graph.rule(.admission, of: credential) : nil
            let required = graph.related(from: credential, by: .requires)
            guard rule != nil || !required.isEmpty else { continue }
            let gate = addGate(required.count + (rule == nil ? 0 : 1), under: -1, owner: credential)
            gateOfCredential[credential] = Int32(gate)
            for other in required {
                classEdges.append((graph.equivalenceClass(of: other), gate))
            }
            if let rule { add(rule.requirement, under: gate, graph) }
        }
        watchersOfSkill = Adjacency(count: graph.skills.count, edges: skillEdges)
        watchersOfClass = Adjacency(count: count, edges: classEdges)
        watchersOfCredential = Adjacency(count: count, edges: credentialEdges)
    }

    /// The credential at the end of the gates that `gate` feeds.
    func owner(of gate: Int) -> Int {
        var gate = gate
        while parents[gate] >= 0 { gate = Int(parents[gate]) }
        return Int(owners[gate])
    }

    private mutating func addGate(_ needed: Int, under parent: Int, owner: Int) -> Int {
        initial.append(Int32(clamping: needed))
        parents.append(Int32(parent))
        owners.append(Int32(owner))
        return initial.count - 1
    }

    private mutating func add(_ requirement: Requirement, under gate: Int, _ graph: Graph) {
        switch requirement.kind {
        case .all(let below): add(below, needed: below.count, under: gate, graph)
        case .any(let below): add(below, needed: 1, under: gate, graph)
        case .atLeast(let count, let below): add(below, needed: count, under: gate, graph)
        case .count, .share, .mean, .period, .distinct, .order, .absent, .decision:
            preconditionFailure("a rule that asks for more than tests is judged by the audit")
        case .credential(let id, _):
            if let other = graph.credential(id) {
                classEdges.append((graph.equivalenceClass(of: other), gate))
            }
        case .outcome(let id):
            if let outcome = graph.outcome(id),
                let owner = graph.credential(graph.outcomes[outcome].credential)
            {
                credentialEdges.append((owner, gate))
            }
        case .skill(let uri, _):
            if let skill = graph.skill(uri) { skillEdges.append((skill, gate)) }
        case .notBefore(let date): dates.append((date, gate))
        }
    }

    private mutating func add(
        _ below: [Requirement], needed: Int, under parent: Int, _ graph: Graph
    ) {
        let gate = addGate(needed, under: parent, owner: -1)
        for requirement in below { add(requirement, under: gate, graph) }
    }
}
