// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The requirements of a rule as a list, each before those below it, with what is around them.
struct RuleOutline {
    /// A requirement and what is around it.
    struct Node {
        let requirement: Requirement
        /// The place of the one right above; nil for the root.
        let parent: Int?
        /// The places of those right below.
        var children: [Int] = []
        /// The place of the nearest count around it in its scope.
        let count: Int?
        /// The place of the root of its scope: the rule's, or a shared requirement.
        let scope: Int
        /// Whether the rule cannot be met without it.
        let isRequired: Bool
    }

    private(set) var nodes: [Node] = []
    /// The places of those that count.
    private(set) var counts: [Int] = []

    init(_ root: Requirement) { add(root, parent: nil) }

    /// The place of each id; of two with one id the first.
    var places: [String: Int] {
        Dictionary(nodes.enumerated().map { ($1.requirement.id, $0) }) { first, _ in first }
    }

    /// The places of a requirement and all below it.
    func subtree(of place: Int) -> [Int] {
        var found: [Int] = []
        var waiting = [place]
        while let next = waiting.popLast() {
            found.append(next)
            waiting.append(contentsOf: nodes[next].children.reversed())
        }
        return found
    }

    /// Whether a requirement has few enough below it to be compared with others as a whole.
    func isSmall(_ place: Int) -> Bool {
        var waiting = [place]
        var seen = 0
        while let next = waiting.popLast() {
            seen += 1
            guard seen + nodes[next].children.count <= 2000 else { return false }
            waiting += nodes[next].children
        }
        return true
    }

    // Its own stack, since a rule that is linted may be nested deeper than one that is read.
    private mutating func add(_ root: Requirement, parent: Int?) {
        var waiting = [(requirement: root, parent: Int?.none)]
        while let (requirement, parent) = waiting.popLast() {
            let place = nodes.count
            nodes.append(node(requirement, below: parent, at: place))
            if let parent { nodes[parent].children.append(place) }
            if case .count = requirement.kind { counts.append(place) }
            waiting.append(contentsOf: requirement.children.reversed().map { ($0, place) })
        }
    }

    private func node(_ requirement: Requirement, below parent: Int?, at place: Int) -> Node {
        guard let parent else {
            return Node(
                requirement: requirement, parent: nil, count: nil, scope: place, isRequired: true)
        }
        let above = nodes[parent]
        let isCounting = if case .count = above.requirement.kind { true } else { false }
        return Node(
            requirement: requirement, parent: parent,
            count: requirement.isShared ? nil : isCounting ? parent : above.count,
            scope: requirement.isShared ? place : above.scope,
            isRequired: above.isRequired && above.requirement.needsEachChild)
    }
}

extension Requirement {
    /// Whether each requirement below must be met for this one to be.
    var needsEachChild: Bool {
        switch kind {
        case .all, .count: true
        case .any(let children): children.count == 1
        case .atLeast(let count, let children): count >= children.count
        case .share, .mean, .period, .distinct, .credential, .outcome, .skill, .order, .absent,
            .notBefore, .decision:
            true
        }
    }

    /// Whether it is filled with awards.
    var isSlot: Bool {
        switch kind {
        case .count, .credential: true
        case .all, .any, .atLeast, .share, .mean, .period, .distinct, .outcome, .skill, .order,
            .absent, .notBefore, .decision:
            false
        }
    }
}
