// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let listedTwice = LintCheck(
        "listed-twice", .error, "One credential, or another value, stands twice in a group or list."
    ) { subject in
        subject.twiceInGroups + subject.requiredTwice + subject.twiceInLists + subject.twiceInTerms
    }
}

extension LintSubject {
    /// The id by which a credential is the same whatever it is called.
    func identity(_ id: String) -> String {
        guard let graph, let facts else { return id }
        return facts.name(id, in: graph)
    }

    fileprivate var twiceInGroups: [LintIssue] {
        nodes.flatMap { _, node -> [LintIssue] in
            var seen: Set<String> = []
            return node.children.compactMap { child in
                guard case .credential(let id, _) = outline.nodes[child].requirement.kind,
                    !seen.insert(identity(id)).inserted
                else { return nil }
                return LintIssue(
                    child, "of", "\"\(id)\" stands twice in one group",
                    do: "take one out, or put in the credential that was meant")
            }
        }
    }

    /// Credentials that two requirements in different groups both need, though an award fills one.
    fileprivate var requiredTwice: [LintIssue] {
        var first: [Key: Int] = [:]
        return nodes.compactMap { place, node in
            guard case .credential(let id, nil) = node.requirement.kind, node.isRequired else {
                return nil
            }
            let key = Key(scope: node.scope, credential: attempts(at: id))
            guard let other = first[key] else {
                first[key] = place
                return nil
            }
            guard case .credential(let named, _) = outline.nodes[other].requirement.kind,
                outline.nodes[other].parent != node.parent || identity(named) != identity(id)
            else { return nil }
            return LintIssue(
                place, "of",
                "\"\(id)\" is needed here and in \"\(outline.nodes[other].requirement.id)\""
                    + (named == id ? "" : ", of which it is an equivalent")
                    + ", and an award fills only one requirement",
                do: "take one out, or mark one as shared")
        }
    }

    private struct Key: Hashable {
        let scope: Int
        let credential: String
    }

    /// A name that the attempts at a credential share, equivalents included.
    private func attempts(at id: String) -> String {
        guard let graph, let position = facts?.positions[id] else { return id }
        return graph.credentials[graph.equivalenceClass(of: position)].id
    }

    fileprivate var twiceInLists: [LintIssue] {
        selectors.flatMap { place, key, selector in
            selector.twice(identity).map { twice in
                // Only a list that is all of the selector is written as a list.
                let isList = if case .oneOf(.id, _) = selector { true } else { false }
                return LintIssue(
                    place, key, item: isList ? twice.item : nil,
                    "\"\(twice.name)\" stands twice in one list", do: "take one out")
            }
        }
            + nodes.compactMap { place, node -> LintIssue? in
                guard case .order(let ids) = node.requirement.kind,
                    let twice = Selector.firstTwice(ids.lazy.map { ($0, identity($0)) })
                else { return nil }
                return LintIssue(
                    place, "of", item: twice.item, "\"\(twice.name)\" stands twice in one order",
                    do: "take one out")
            }
    }

    fileprivate var twiceInTerms: [LintIssue] {
        let pairs = rule.equivalences.lazy.map {
            ("\($0.credential)\" for \"\($0.countsFor)", "\($0.credential)\n\($0.countsFor)")
        }
        let bodies = (rule.recognition?.bodies ?? []).lazy.map {
            ($0.provider, "\($0.provider)\n\($0.accord ?? "")")
        }
        let others = Set((rule.recognition?.bodies ?? []).map(\.provider))
        let own = (rule.recognition?.own ?? []).flatMap { provider in
            Array(repeating: (provider, provider), count: others.contains(provider) ? 2 : 1)
        }
        return [
            ("equivalences", Selector.firstTwice(pairs)),
            ("recognition", Selector.firstTwice(bodies) ?? Selector.firstTwice(own)),
        ].compactMap { key, twice in
            twice.map { twice in
                LintIssue(
                    nil, key, item: key == "equivalences" ? twice.item : nil,
                    "\"\(twice.name)\" is stated twice", do: "take one out")
            }
        }
    }
}

extension Selector {
    /// The values and comparisons that stand twice in a list, or are joined with themselves.
    fileprivate func twice(_ identity: (String) -> String) -> [(name: String, item: Int)] {
        switch self {
        case .everything, .comparison: return []
        case .oneOf(let field, let values):
            let named = values.map { ($0, field == .id ? identity($0) : $0) }
            return Self.firstTwice(named).map { [$0] } ?? []
        case .not(let inner): return inner.twice(identity)
        case .and, .or:
            var parts: [Selector] = []
            gather(&parts)
            let repeated = Self.firstTwice(parts.lazy.map { ($0.description, $0.description) })
            return (repeated.map { [$0] } ?? []) + parts.flatMap { $0.twice(identity) }
        }
    }

    /// Takes apart a chain of one conjunction.
    private func gather(_ parts: inout [Selector]) {
        var waiting = [self]
        while let next = waiting.popLast() {
            switch (self, next) {
            case (.and, .and(let left, let right)), (.or, .or(let left, let right)):
                waiting += [right, left]
            default: parts.append(next)
            }
        }
    }

    /// The first name whose identity has been there before, and its place.
    fileprivate static func firstTwice(
        _ named: some Collection<(String, String)>
    ) -> (name: String, item: Int)? {
        var seen: Set<String> = []
        seen.reserveCapacity(named.count)
        for (item, (name, identity)) in named.enumerated() where !seen.insert(identity).inserted {
            return (name, item)
        }
        return nil
    }
}
