// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The admission rules of a catalogue as one circuit of thresholds.
///
/// Every rule made only of tests, of credentials that no two requirements compete for and of one
/// award of a sort is a tree of gates, each opening when enough below it has. What is gained (a
/// skill, a credential, the first award of a sort) reaches its gates directly, so that taking a
/// credential costs what it changes and no more (Dowling and Gallier 1984). A rule that leaves
/// something to a person has a second tree, in which the person has said yes.
struct AdmissionCircuit: Sendable {
    /// For each credential its gate; −1 where it is always open.
    private(set) var gateOfCredential: [Int32]
    /// For each credential the gate that opens if people decide so; −1 where nobody is asked.
    private(set) var supposedGateOfCredential: [Int32]
    /// How much of each gate is missing before anything is held.
    private(set) var initial: [Int32] = []
    /// The gate that each one feeds; −1 for none.
    private(set) var parents: [Int32] = []
    /// The credential whose gate it is; −1 for inner ones.
    private(set) var owners: [Int32] = []
    /// From each skill, class of equivalents, credential and sort to the gates it feeds.
    private(set) var watchersOfSkill = Adjacency(count: 0, edges: [])
    private(set) var watchersOfClass = Adjacency(count: 0, edges: [])
    private(set) var watchersOfCredential = Adjacency(count: 0, edges: [])
    private(set) var watchersOfSort = Adjacency(count: 0, edges: [])
    /// The sorts of award that gates ask for.
    private(set) var sorts = AwardSorts()
    /// The gates that feed on a day having come.
    private(set) var dates: [(date: CalendarDate, gate: Int)] = []
    /// The gates that feed on a person having said yes.
    private(set) var decisions: [Int] = []

    private var skillEdges: [(from: Int, to: Int)] = []
    private var classEdges: [(from: Int, to: Int)] = []
    private var credentialEdges: [(from: Int, to: Int)] = []
    private var sortEdges: [(from: Int, to: Int)] = []

    /// Creates the circuit of the rules that `isSimple` accepts, and of all `requires` relations.
    init(_ graph: Graph, isSimple: (Int) -> Bool) {
        let count = graph.credentials.count
        gateOfCredential = Array(repeating: -1, count: count)
        supposedGateOfCredential = gateOfCredential
        for credential in 0..<count {
            let rule = isSimple(credential) ? graph.rule(.admission, of: credential) : nil
            let required = graph.related(from: credential, by: .requires)
            guard rule != nil || !required.isEmpty else { continue }
            gateOfCredential[credential] = addTree(
                rule, required, of: credential, isSupposing: false, graph)
            if let rule, rule.requirement.asksAPerson {
                supposedGateOfCredential[credential] = addTree(
                    rule, required, of: credential, isSupposing: true, graph)
            }
        }
        watchersOfSkill = Adjacency(count: graph.skills.count, edges: skillEdges)
        watchersOfClass = Adjacency(count: count, edges: classEdges)
        watchersOfCredential = Adjacency(count: count, edges: credentialEdges)
        watchersOfSort = Adjacency(count: sorts.selectors.count, edges: sortEdges)
    }

    private mutating func addTree(
        _ rule: Rule?, _ required: [Int], of credential: Int, isSupposing: Bool, _ graph: Graph
    ) -> Int32 {
        let gate = addGate(required.count + (rule == nil ? 0 : 1), under: -1, owner: credential)
        for other in required { classEdges.append((graph.equivalenceClass(of: other), gate)) }
        if let rule { add(rule.requirement, under: gate, isSupposing, graph) }
        return Int32(gate)
    }

    private mutating func addGate(_ needed: Int, under parent: Int, owner: Int) -> Int {
        initial.append(Int32(clamping: needed))
        parents.append(Int32(parent))
        owners.append(Int32(owner))
        return initial.count - 1
    }

    private mutating func add(
        _ requirement: Requirement, under gate: Int, _ isSupposing: Bool, _ graph: Graph
    ) {
        func add(_ below: [Requirement], needed: Int) {
            let inner = addGate(needed, under: gate, owner: -1)
            for requirement in below { self.add(requirement, under: inner, isSupposing, graph) }
        }
        switch requirement.kind {
        case .all(let below): add(below, needed: below.count)
        case .any(let below): add(below, needed: 1)
        case .atLeast(let count, let below): add(below, needed: count)
        case .count(let demand): sortEdges.append((sorts.number(of: demand.selector), gate))
        case .decision: if isSupposing { decisions.append(gate) }
        case .share, .mean, .period, .distinct, .order, .absent:
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
}

extension Requirement {
    /// Whether any part of it is left to a person.
    fileprivate var asksAPerson: Bool {
        nodes.contains { if case .decision = $0.kind { true } else { false } }
    }
}
