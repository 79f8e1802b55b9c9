// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What exceptions say of single awards under one rule: where one counts though it would not fit,
/// and where one does not count though it would.
struct Decisions: Sendable {
    static let none = Decisions()

    /// For awards, by their id in outputs, the slots that each is put into.
    private(set) var inserted: [String: [Int]] = [:]
    /// For awards, by their id in outputs, the nodes where each does not count.
    private var blocked: [String: Set<Int>] = [:]
    /// For awards, by their id in outputs, the tests that each does not answer.
    private var blockedTests: [String: Set<Int>] = [:]
    /// The ids of awards that count nowhere.
    private var barred: Set<String> = []

    /// Whether nothing was decided of any award.
    var isEmpty: Bool { inserted.isEmpty && blocked.isEmpty && barred.isEmpty }

    init() {}

    /// Reads the insertions and blocks among `exceptions`; one that names a requirement which is
    /// not in the rule, or has no slot, says nothing.
    init(_ exceptions: [AuditException], _ program: RuleProgram) {
        for exception in exceptions {
            switch exception.kind {
            case .insert(let award, let id):
                guard let slot = program.slot(named: id) else { continue }
                inserted[award, default: []].append(slot)
            case .block(let award, nil): barred.insert(award)
            case .block(let award, let id?): block(award, inside: id, program)
            case .substitute, .waive, .change: break
            }
        }
    }

    /// What does not count in a requirement counts in none of its parts.
    private mutating func block(_ award: String, inside id: String, _ program: RuleProgram) {
        guard let node = program.node(named: id) else { return }
        for below in program.nodes(from: node) {
            blocked[award, default: []].insert(below)
            if case .test(let test) = program.steps[below] {
                blockedTests[award, default: []].insert(test)
            }
        }
    }

    /// Whether the award counts nowhere.
    func bars(_ award: Award) -> Bool {
        // The id is text made anew, so it is asked for only where it can matter.
        !barred.isEmpty && barred.contains(award.id)
    }

    /// Whether the award does not count in the slot at `node`.
    func blocks(_ award: Award, at node: Int) -> Bool {
        bars(award) || (!blocked.isEmpty && blocked[award.id]?.contains(node) ?? false)
    }

    /// Whether the award does not answer a test.
    func blocks(_ award: Award, test: Int) -> Bool {
        bars(award) || (!blockedTests.isEmpty && blockedTests[award.id]?.contains(test) ?? false)
    }
}

extension RuleProgram {
    /// The node with this id.
    func node(named id: String) -> Int? { requirements.firstIndex { $0.id == id } }

    /// The node with this id, where it takes awards.
    func slot(named id: String) -> Int? {
        node(named: id).flatMap { account($0) != nil || isLeaf($0) ? $0 : nil }
    }

    /// The node and all below it.
    func nodes(from node: Int) -> [Int] {
        [node] + children[node].flatMap { nodes(from: $0) }
    }
}
