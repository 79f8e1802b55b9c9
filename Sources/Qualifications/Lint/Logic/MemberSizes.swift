// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How much the credentials that a rule names can add, as far as that is known.
struct MemberSizes {
    let rule: Rule
    let graph: Graph?
    let facts: CatalogueFacts?
    let logic: SelectorLogic
    /// The credentials that the rule says count for each.
    private let stands: [String: [String]]

    init(rule: Rule, graph: Graph?, facts: CatalogueFacts?, logic: SelectorLogic) {
        self.rule = rule
        self.graph = graph
        self.facts = facts
        self.logic = logic
        stands = Dictionary(grouping: rule.equivalences, by: \.countsFor)
            .mapValues { $0.map(\.credential) }
    }

    /// The least and the most that a slot for `credential` adds, in thousandths of `unit`; no
    /// most where it is not known.
    func slot(_ credential: String, overlap: Fraction?, in unit: Unit) -> Extent {
        if unit == .awards { return Extent(least: 1000, most: 1000) }
        guard overlap == nil else { return Extent(least: 0, most: nil) }
        let amounts = candidates(for: credential).map { amount(of: $0, in: unit) }
        let known = amounts.compactMap { $0 }
        guard known.count == amounts.count else { return Extent(least: 0, most: nil) }
        return Extent(least: known.min() ?? 0, most: known.max())
    }

    /// The credential itself and those that count for it.
    func candidates(for credential: String) -> [String] {
        var ids = [credential] + (stands[credential] ?? [])
        guard let graph, let position = facts?.positions[credential] else { return ids }
        var waiting = [position]
        var seen: Set<Int> = [position]
        while let next = waiting.popLast() {
            let near =
                graph.related(from: next, by: .equivalent)
                + graph.related(to: next, by: .equivalent)
            for other in near where seen.insert(other).inserted {
                waiting.append(other)
                ids.append(graph.credentials[other].id)
            }
        }
        return ids
    }

    /// What one credential adds in `unit`; nil where it is not known.
    func amount(of id: String, in unit: Unit) -> Int? {
        if unit == .awards { return 1000 }
        guard let graph, let position = facts?.positions[id] else { return nil }
        let credential = graph.credentials[position]
        switch unit {
        case .awards: return 1000
        case .hours: return credential.hours?.thousandths
        case .credits(let scheme):
            return credential.credits.flatMap { graph.convert($0, to: scheme) }?.amount.thousandths
        }
    }

    /// The most that awards matching `selector` can add together; nil for no limit that is known.
    func most(of selector: Selector, in unit: Unit) -> Int? {
        guard let members = members(of: selector) else { return nil }
        var sum = 0
        for id in members {
            guard let amount = amount(of: id, in: unit) else { return nil }
            sum += amount
        }
        return sum
    }

    /// The credentials that can match `selector`, one of each class that counts once, where it
    /// lists them; nil where it does not.
    func members(of selector: Selector) -> [String]? {
        guard let clauses = selector.clauses else { return nil }
        var members: [String] = []
        var seen: Set<String> = []
        for clause in clauses where !logic.isContradictory(clause) {
            guard let list = listed(in: clause) else { return nil }
            let rest = rest(of: clause)
            for id in list where mayMatch(id, rest) && seen.insert(identity(id)).inserted {
                members.append(id)
            }
        }
        return members
    }

    /// The ids that the terms of `clause` leave.
    private func listed(in clause: [SelectorTerm]) -> [String]? {
        let lists = clause.filter { $0.field == .id && $0.comparator == .equal }
        guard let first = lists.first else { return nil }
        let others = lists.dropFirst().map { Set($0.values.lazy.map(identity)) }
        let refused = Set(
            clause.lazy.filter { $0.field == .id && $0.comparator == .notEqual }
                .flatMap(\.values).map(identity))
        return first.values.filter { id in
            let identity = identity(id)
            return !refused.contains(identity) && others.allSatisfy { $0.contains(identity) }
        }
    }

    private func rest(of clause: [SelectorTerm]) -> Selector? {
        let terms = clause.filter { $0.field != .id && $0.field != .used }.map(\.selector)
        guard let first = terms.first else { return nil }
        return terms.dropFirst().reduce(first) { .and($0, $1) }
    }

    private func mayMatch(_ id: String, _ rest: Selector?) -> Bool {
        guard let rest, let graph, let position = facts?.positions[id] else { return true }
        return rest.matches(position, nil, in: graph) != .notMet
    }

    /// A name that credentials which count for one another share.
    private func identity(_ id: String) -> String {
        guard let graph, let position = facts?.positions[id] else { return id }
        return "#\(graph.equivalenceClass(of: position))"
    }
}
