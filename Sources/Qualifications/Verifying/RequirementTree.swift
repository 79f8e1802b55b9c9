// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The requirements of a rule in a row, each before those below it, and where each one stands.
struct RequirementTree: Sendable {
    /// A requirement and its surroundings.
    struct Node: Sendable {
        let requirement: Requirement
        /// The requirement right above; nil for the root.
        let parent: Int?
        /// The root of its scope: the nearest that is shared, itself included, else the rule's.
        let scope: Int
        /// The counts of its scope that count what is placed in it, the nearest first, itself
        /// included.
        let counts: [Int]
        /// The requirements right below, conditions excepted.
        var parts: [Int] = []
        /// The conditions on what it counts.
        var conditions: [Int] = []
    }

    private(set) var nodes: [Node] = []
    private(set) var positions: [String: Int] = [:]

    init(_ rule: Rule) { _ = add(rule.requirement, parent: nil, scope: 0, counts: []) }

    private mutating func add(
        _ requirement: Requirement, parent: Int?, scope: Int, counts: [Int]
    ) -> Int {
        let place = nodes.count
        let opensScope = parent == nil || requirement.isShared
        var counts = opensScope ? [] : counts
        if case .count = requirement.kind { counts.insert(place, at: 0) }
        nodes.append(
            Node(
                requirement: requirement, parent: parent, scope: opensScope ? place : scope,
                counts: counts))
        positions[requirement.id] = place
        for child in requirement.children {
            let below = add(child, parent: place, scope: nodes[place].scope, counts: counts)
            if child.isCondition {
                nodes[place].conditions.append(below)
            } else {
                nodes[place].parts.append(below)
            }
        }
        return place
    }

    /// The parts that count toward what the requirement counts: those that are not shared.
    func countedParts(of place: Int) -> [Int] {
        nodes[place].parts.filter { !nodes[$0].requirement.isShared }
    }

    /// How many of its parts a requirement needs; nil for one that has none by its kind.
    func needed(of place: Int) -> Int? {
        switch nodes[place].requirement.kind {
        case .all, .count: nodes[place].parts.count
        case .any: 1
        case .atLeast(let count, _): count
        case .share, .mean, .period, .distinct, .credential, .outcome, .skill, .order, .absent,
            .notBefore, .decision:
            nil
        }
    }

    /// Whether awards are placed in the requirement itself.
    func isSlot(_ place: Int) -> Bool {
        switch nodes[place].requirement.kind {
        case .count, .credential: true
        default: false
        }
    }

    /// Whether a requirement is the one with this id, or below it.
    func isInside(_ place: Int, _ id: String) -> Bool {
        var around: Int? = place
        while let next = around {
            if nodes[next].requirement.id == id { return true }
            around = nodes[next].parent
        }
        return false
    }

    /// What a count asks; nil for anything else.
    func demand(_ place: Int) -> Requirement.Demand? {
        if case .count(let demand) = nodes[place].requirement.kind { return demand }
        return nil
    }

    /// The count that a condition is on.
    func demand(around condition: Int) -> Requirement.Demand? {
        nodes[condition].parent.flatMap { demand($0) }
    }

    /// The positions of requirements by their ids, each at most once.
    func positions(
        of ids: [String], at place: String
    ) throws(Verification.Flaw) -> [Int] {
        var found: [Int] = []
        for (index, id) in ids.enumerated() {
            let position = try position(of: id, at: "\(place)/\(index)")
            guard !found.contains(position) else {
                throw Verification.Flaw(at: "\(place)/\(index)", "\"\(id)\" is listed twice.")
            }
            found.append(position)
        }
        return found
    }

    /// The position of the requirement with this id.
    func position(of id: String, at place: String) throws(Verification.Flaw) -> Int {
        if let found = positions[id] { return found }
        throw Verification.Flaw(at: place, "The rule has no requirement \"\(id)\".")
    }
}
