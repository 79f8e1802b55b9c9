// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The semantics of an audit once more, as plainly as can be: every assignment is tried.
///
/// It shares no code with the audit beyond the nouns, and reads the tree of requirements itself.
/// A class because each placement looks at it, and copying the graph would take the most time.
final class BruteForce {
    /// What is left to do, each number the least by itself.
    struct Lack: Hashable, Comparable {
        var credits = 0
        var units = 0
        var count = 0

        /// More than anything can leave.
        static let infinite = 1 << 40

        var isPossible: Bool { credits < Self.infinite && units < Self.infinite }

        static func < (left: Self, right: Self) -> Bool {
            (left.credits, left.units, left.count) < (right.credits, right.units, right.count)
        }

        /// Whether no number is less in `other`.
        func isAsGood(as other: Self) -> Bool {
            credits <= other.credits && units <= other.units && count <= other.count
        }
    }

    /// A requirement and where it stands.
    struct Node {
        let requirement: Requirement
        /// The root of its scope: the nearest node above that is shared, or the root; itself if it
        /// is one of these.
        let scope: Int
        /// The nodes of the same scope that count what it counts, the nearest first; itself where
        /// it counts.
        let counts: [Int]
        /// What stands below, but for conditions.
        var parts: [Int] = []
        /// The conditions on what it counts.
        var conditions: [Requirement.Kind] = []

        /// How much it counts, where it does.
        var demand: Requirement.Demand? {
            if case .count(let demand) = requirement.kind { return demand }
            return nil
        }
    }

    let graph: Graph
    let rule: Rule
    let asOf: CalendarDate
    let recognition: Recognition.Reading
    /// The awards that can count, before the rule is read, and their places among all.
    let screened: [(place: Int, award: Award)]
    /// Every requirement but the conditions, each before those below it.
    private(set) var nodes: [Node] = []
    /// The scheme in which the credits that are left are counted.
    let scheme: CreditScheme

    init(
        _ awards: [Award], _ rule: Rule, _ graph: Graph, asOf: CalendarDate,
        recognition: Recognition.Reading = .declared
    ) {
        self.graph = graph
        self.rule = rule
        self.asOf = asOf
        self.recognition = recognition
        screened = awards.enumerated().filter { _, award in
            award.progress == .completed && award.verification != .failed
                && !award.isExpired(on: asOf) && (award.date ?? asOf) <= asOf
                && graph.credential(award.credential) != nil
        }.map { ($0.offset, $0.element) }
        let demanded = rule.requirement.nodes.lazy.compactMap { node -> CreditScheme? in
            if case .count(let demand) = node.kind { return demand.unit.scheme }
            return nil
        }.first
        scheme =
            demanded
            ?? graph.credential(rule.credential).flatMap { graph.credentials[$0].credits?.scheme }
            ?? .ects
        _ = add(rule.requirement, scope: 0, counts: [])
    }

    private func add(_ requirement: Requirement, scope: Int, counts: [Int]) -> Int {
        let place = nodes.count
        let isRoot = place == 0 || requirement.isShared
        let node = Node(
            requirement: requirement, scope: isRoot ? place : scope,
            counts: requirement.counts ? [place] + (isRoot ? [] : counts) : isRoot ? [] : counts)
        nodes.append(node)
        for child in requirement.children {
            if child.isCondition {
                nodes[place].conditions.append(child.kind)
            } else {
                let part = add(child, scope: node.scope, counts: node.counts)
                nodes[place].parts.append(part)
            }
        }
        return place
    }

    /// What the best placement leaves by what is certain.
    var certain: Lack { reading(assuming: false).best.lack }

    var status: Status {
        if certain == Lack() { return .met }
        return reading(assuming: true).best.lack == Lack() ? .cannotTell : .notMet
    }

    func reading(assuming: Bool) -> Reading { Reading(self, isAssuming: assuming) }

    /// Thousandths of one `to` credit in one `from` credit, where that is declared.
    func factor(_ from: CreditScheme, _ to: CreditScheme) -> Int? {
        from == to
            ? 1000
            : graph.conversions.first { $0.from == from && $0.to == to }?.factor.thousandths
    }

    func position(_ award: Award) -> Int { graph.credential(award.credential) ?? 0 }

    var context: Selector.Context {
        Selector.Context(asOf: rule.agesOn ?? asOf, scales: rule.scales)
    }

    func matches(_ selector: Selector, _ award: Award) -> Status {
        selector.matches(position(award), award, in: graph, context)
    }
}

extension Requirement {
    /// Whether it counts awards.
    fileprivate var counts: Bool {
        if case .count = kind { return true }
        return false
    }
}
