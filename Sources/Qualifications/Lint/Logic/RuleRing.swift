// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A ring of credentials, none of which can be had before the next.
struct RuleRing {
    /// The requirement by which the first asks for the second; nil where a relation does.
    let node: String?
    /// The credentials in order, the first again at the end.
    let credentials: [String]

    /// Returns the rings on which rules of `rules` stand, by the places of these rules.
    ///
    /// A credential can be had if, of each use, one of its rules can be met with credentials that
    /// can be had. What cannot, by the least such set, waits for itself.
    static func rings(
        among rules: [Rule], _ others: [Rule], in graph: Graph?
    ) -> [Int: RuleRing] {
        var wait = Waiting(rules + others, in: graph)
        wait.settle()
        var rings: [Int: RuleRing] = [:]
        for index in rules.indices where wait.blocked.contains(rules[index].credential) {
            rings[index] = wait.ring(through: rules[index])
        }
        return rings
    }
}

/// Which credentials wait for themselves.
private struct Waiting {
    private let rules: [String: [Rule]]
    private let graph: Graph?
    /// The credentials whose rules name each credential.
    private var askers: [String: Set<String>] = [:]
    /// Those that cannot be had, as far as it has been found.
    private(set) var blocked: Set<String>

    init(_ all: [Rule], in graph: Graph?) {
        self.graph = graph
        rules = Dictionary(grouping: all, by: \.credential)
        blocked = Set(rules.keys)
        for relation in graph?.credentialRelations ?? [] where relation.kind == .requires {
            blocked.insert(relation.from)
            askers[relation.to, default: []].insert(relation.from)
        }
        for rule in all {
            for id in rule.credentialsAsked {
                for other in [id] + stand(for: id, in: rule) where blocked.contains(other) {
                    askers[other, default: []].insert(rule.credential)
                }
            }
        }
    }

    /// Takes away, one after the other, what can be had.
    mutating func settle() {
        var waiting = blocked.sorted()
        while let next = waiting.popLast() {
            guard blocked.contains(next), canBeHad(next) else { continue }
            blocked.remove(next)
            waiting.append(contentsOf: (askers[next] ?? []).filter(blocked.contains))
        }
    }

    private func canBeHad(_ credential: String) -> Bool {
        asked(of: credential).isEmpty
            && Rule.Use.allCases.allSatisfy { use in
                let versions = (rules[credential] ?? []).filter { $0.use == use }
                return versions.isEmpty
                    || versions.contains { open($0.requirement, of: $0).isEmpty }
            }
    }

    /// What relations ask for first and cannot be had.
    private func asked(of credential: String) -> [String] {
        guard let graph, let position = graph.credential(credential) else { return [] }
        return graph.related(from: position, by: .requires).map { graph.credentials[$0].id }
            .filter(blocked.contains)
    }

    /// The requirements for credentials that cannot be had and without which `requirement` cannot
    /// be met; none where it can.
    private func open(
        _ requirement: Requirement, of rule: Rule
    ) -> [(node: String, credential: String)] {
        switch requirement.kind {
        case .credential(let id, _):
            return isOpen(id, in: rule) ? [(requirement.id, id)] : []
        case .order(let ids):
            return ids.filter { isOpen($0, in: rule) }.map { (requirement.id, $0) }
        case .all(let parts): return parts.flatMap { open($0, of: rule) }
        case .any(let parts): return open(parts, atLeast: 1, of: rule)
        case .atLeast(let count, let parts): return open(parts, atLeast: count, of: rule)
        case .count(let demand):
            let inside = demand.parts.flatMap { open($0, of: rule) }
            return inside + open(demand, at: requirement, of: rule)
        case .share, .mean, .period, .distinct, .outcome, .skill, .absent, .notBefore, .decision:
            return []
        }
    }

    private func open(
        _ parts: [Requirement], atLeast count: Int, of rule: Rule
    ) -> [(node: String, credential: String)] {
        let found = parts.map { open($0, of: rule) }
        return found.count { $0.isEmpty } >= min(count, parts.count) ? [] : found.flatMap { $0 }
    }

    /// A count of nothing but listed credentials is open while all of them are.
    private func open(
        _ demand: Requirement.Demand, at requirement: Requirement, of rule: Rule
    ) -> [(node: String, credential: String)] {
        guard demand.minimum > .zero, demand.parts.isEmpty,
            case .oneOf(.id, let ids) = demand.selector,
            ids.allSatisfy({ isOpen($0, in: rule) })
        else { return [] }
        return ids.map { (requirement.id, $0) }
    }

    private func isOpen(_ id: String, in rule: Rule) -> Bool {
        blocked.contains(id) && stand(for: id, in: rule).allSatisfy(blocked.contains)
    }

    /// The other credentials that count for `id`.
    private func stand(for id: String, in rule: Rule) -> [String] {
        let declared = rule.equivalences.filter { $0.countsFor == id }.map(\.credential)
        guard let graph, let position = graph.credential(id) else { return declared }
        let near =
            graph.related(from: position, by: .equivalent)
            + graph.related(to: position, by: .equivalent)
        return declared + near.map { graph.credentials[$0].id }
    }

    // MARK: Finding the ring

    /// A shortest ring that begins with a requirement of `rule`.
    func ring(through rule: Rule) -> RuleRing? {
        let start = rule.credential
        var cameFrom: [String: String] = [:]
        var nodes: [String: String] = [:]
        for step in open(rule.requirement, of: rule) where nodes[step.credential] == nil {
            nodes[step.credential] = step.node
        }
        var waiting = nodes.keys.sorted()
        for first in waiting { cameFrom[first] = start }
        var next = 0
        while next < waiting.count, cameFrom[start] == nil {
            for other in steps(from: waiting[next]) where cameFrom[other] == nil {
                cameFrom[other] = waiting[next]
                waiting.append(other)
            }
            next += 1
        }
        guard var current = cameFrom[start] else { return nil }
        var path = [start]
        while current != start {
            path.append(current)
            current = cameFrom[current] ?? start
        }
        let ring = [start] + path.reversed()
        return RuleRing(node: nodes[ring[1]], credentials: ring)
    }

    private func steps(from credential: String) -> [String] {
        let wanted = (rules[credential] ?? []).flatMap { open($0.requirement, of: $0) }
            .map(\.credential)
        return Set(wanted + asked(of: credential)).sorted()
    }
}

extension Rule {
    /// The credentials that its requirements name one by one.
    fileprivate var credentialsAsked: [String] {
        requirement.nodes.flatMap { node -> [String] in
            switch node.kind {
            case .credential(let id, _): [id]
            case .order(let ids): ids
            case .count(let demand):
                if case .oneOf(.id, let ids) = demand.selector { ids } else { [] }
            case .all, .any, .atLeast, .share, .mean, .period, .distinct, .outcome, .skill,
                .absent, .notBefore, .decision:
                []
            }
        }
    }
}
