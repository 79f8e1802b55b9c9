// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let noCreditFactor = LintCheck(
        "no-credit-factor", .error,
        "Credits of one scheme are to count in another, and no factor is declared."
    ) { subject in
        subject.partsOfAnotherScheme + subject.schemesUnseen + subject.leavesOfAnotherScheme
    }
}

extension LintSubject {
    private func isConvertible(_ from: CreditScheme, to scheme: CreditScheme) -> Bool {
        from == scheme
            || (graph?.conversions.contains { $0.from == from && $0.to == scheme } ?? false)
    }

    /// Counts and shares inside a count of another scheme.
    fileprivate var partsOfAnotherScheme: [LintIssue] {
        nodes.compactMap { place, node in
            guard let inner = node.requirement.countedScheme, let around = node.count,
                let outer = outline.nodes[around].requirement.demand?.unit.scheme,
                !isConvertible(inner, to: outer)
            else { return nil }
            let id = outline.nodes[around].requirement.id
            return LintIssue(
                place, "unit",
                "it counts \(inner.rawValue) inside \"\(id)\", which counts \(outer.rawValue), and "
                    + "no factor from one to the other is declared"
                    + (graph == nil ? " in a catalogue" : ""),
                do: "count both in one scheme, or declare the factor with its source",
                severity: graph == nil ? .warning : nil)
        }
    }

    /// Schemes that no credential of the catalogue has, nor one that converts.
    fileprivate var schemesUnseen: [LintIssue] {
        guard let facts, !facts.schemes.isEmpty else { return [] }
        let counted = nodes.compactMap { place, node in
            node.requirement.countedScheme.map {
                (place: Int?.some(place), key: "unit", scheme: $0)
            }
        }
        let compared = selectors.flatMap { place, key, selector in
            selector.schemes.map { (place: place, key: key, scheme: $0) }
        }
        return (counted + compared).compactMap { place, key, scheme in
            guard !facts.schemes.contains(where: { isConvertible($0, to: scheme) }) else {
                return nil
            }
            let known = facts.schemes.map(\.rawValue).sorted().prefix(3)
            return LintIssue(
                place, key,
                "the catalogue's credits are \(known.joined(separator: ", ")), and no factor to "
                    + "\(scheme.rawValue) is declared",
                do: "count in one of these, or declare the factor with its source")
        }
    }

    /// Credentials that are asked for where their credits do not count.
    fileprivate var leavesOfAnotherScheme: [LintIssue] {
        guard let graph, let facts else { return [] }
        return nodes.compactMap { place, node in
            guard case .credential(let id, _) = node.requirement.kind, let around = node.count,
                let scheme = outline.nodes[around].requirement.demand?.unit.scheme,
                let credits = facts.positions[id].flatMap({ graph.credentials[$0].credits }),
                credits.scheme != scheme, graph.convert(credits, to: scheme) == nil
            else { return nil }
            return LintIssue(
                place, "of",
                "\"\(id)\" carries \(credits), which do not convert to the \(scheme.rawValue) "
                    + "counted around it",
                do: "declare the factor with its source, or ask for it outside the count")
        }
    }
}

extension Requirement {
    /// The scheme it counts credits in, where it states one of its own.
    fileprivate var countedScheme: CreditScheme? {
        switch kind {
        case .count(let demand): demand.unit.scheme
        case .share(let share): share.unit?.scheme
        default: nil
        }
    }
}

extension Selector {
    /// The schemes of the credits that it compares with.
    fileprivate var schemes: [CreditScheme] {
        switch self {
        case .everything: []
        case .comparison(.credits, _, let value):
            Credits(selectorValue: value).map { [$0.scheme] } ?? []
        case .oneOf(.credits, let values):
            values.compactMap { Credits(selectorValue: $0)?.scheme }
        case .comparison, .oneOf: []
        case .not(let inner): inner.schemes
        case .and(let left, let right), .or(let left, let right): left.schemes + right.schemes
        }
    }
}
