// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let unknownID = LintCheck(
        "unknown-id", .error, "A credential, outcome or skill is not in the catalogue.",
        needsCatalogue: true
    ) { subject in
        guard let graph = subject.graph, let facts = subject.facts else { return [] }
        var finder = NameFinder(subject, graph, facts)
        var issues = subject.nodes.flatMap { finder.issues(in: $1.requirement, at: $0) }
        for (place, key, selector) in subject.selectors {
            // Only a list that is all of the selector is written as a list.
            if case .oneOf(.id, let ids) = selector {
                issues += finder.issue(for: ids, .credential, place, key, isList: true)
            } else {
                issues += finder.issues(in: selector, place, key)
            }
        }
        let named = subject.rule.equivalences.flatMap { [$0.credential, $0.countsFor] }
        return NameFinder.cut(issues) + finder.issue(for: named, .credential, nil, "equivalences")
    }

    static let unseenValue = LintCheck(
        "unseen-value", .warning, "No credential of the catalogue has the value asked for.",
        needsCatalogue: true
    ) { subject in
        guard let graph = subject.graph, let facts = subject.facts else { return [] }
        var finder = NameFinder(subject, graph, facts)
        var issues = subject.selectors.flatMap { place, key, selector in
            finder.unseen(in: selector, place, key)
        }
        issues += subject.nodes.compactMap { finder.untaught($1.requirement, at: $0) }
        if let recognition = subject.rule.recognition {
            let named = recognition.own + recognition.bodies.map(\.provider)
            issues += finder.unseen(named, of: .provider, nil, "recognition")
        }
        return issues
    }
}

/// Looks names up in a catalogue, with the nearest for the first few that are not there.
private struct NameFinder {
    enum Noun: String {
        case credential
        case outcome
        case skill
    }

    /// So many requirements with unknown names are reported one by one.
    private static let most = 100

    /// A rule for another catalogue would be one long list of the same.
    static func cut(_ issues: [LintIssue]) -> [LintIssue] {
        guard issues.count > most else { return issues }
        return issues.prefix(most) + [
            LintIssue(
                nil, nil,
                "\(issues.count - most) more requirements name what is not in the catalogue",
                do: "see whether the rule belongs to this catalogue")
        ]
    }

    private let subject: LintSubject
    private let graph: Graph
    private let facts: CatalogueFacts
    /// How many more names are compared with all there are, which takes long in a large catalogue.
    private var searches: Int

    init(_ subject: LintSubject, _ graph: Graph, _ facts: CatalogueFacts) {
        self.subject = subject
        self.graph = graph
        self.facts = facts
        searches = subject.index < 10 ? 3 : 0
    }

    mutating func issues(in requirement: Requirement, at place: Int) -> [LintIssue] {
        switch requirement.kind {
        case .credential(let id, _): credential(id, place)
        case .order(let ids): issue(for: ids, .credential, place, "of", isList: true)

        case .outcome(let id): issue(for: [id], .outcome, place, "of")
        case .skill(let uri, _): issue(for: [uri], .skill, place, "of")
        case .all, .any, .atLeast, .count, .share, .mean, .period, .distinct, .absent, .notBefore,
            .decision:
            []
        }
    }

    /// A requirement needs the id itself; another id that the credential goes by is not enough.
    private mutating func credential(_ id: String, _ place: Int) -> [LintIssue] {
        guard graph.credential(id) == nil, let position = facts.positions[id] else {
            return issue(for: [id], .credential, place, "of")
        }
        return [
            LintIssue(
                place, "of", "\"\(id)\" is another name of a credential, not its id",
                do: "write \"\(graph.credentials[position].id)\"")
        ]
    }

    mutating func issues(in selector: Selector, _ place: Int?, _ key: String) -> [LintIssue] {
        switch selector {
        case .everything: []
        case .comparison(let field, _, let value): issues([value], of: field, place, key)
        case .oneOf(let field, let values): issues(values, of: field, place, key)
        case .not(let inner): issues(in: inner, place, key)
        case .and(let left, let right), .or(let left, let right):
            issues(in: left, place, key) + issues(in: right, place, key)
        }
    }

    private mutating func issues(
        _ values: [String], of field: Selector.Field, _ place: Int?, _ key: String
    ) -> [LintIssue] {
        switch field {
        case .id: issue(for: values, .credential, place, key)
        case .outcome: issue(for: values, .outcome, place, key)
        case .skill: issue(for: values, .skill, place, key)
        default: []
        }
    }

    mutating func issue(
        for ids: [String], _ noun: Noun, _ place: Int?, _ key: String, isList: Bool = false
    ) -> [LintIssue] {
        let unknown = ids.filter { !isKnown($0, noun) }
        guard let first = unknown.first else { return [] }
        let isOne = unknown.count == 1
        return [
            LintIssue(
                place, key, item: isList ? ids.firstIndex(of: first) : nil,
                "the \(noun.rawValue)\(isOne ? "" : "s") \(LintIssue.list(unknown)) "
                    + "\(isOne ? "is" : "are") not in the catalogue",
                do: advice(nearest(to: first, noun)))
        ]
    }

    private func isKnown(_ id: String, _ noun: Noun) -> Bool {
        switch noun {
        case .credential: facts.positions[id] != nil || subject.company.owned[id] != nil
        case .outcome: graph.outcome(id) != nil
        case .skill: graph.skill(id) != nil
        }
    }

    private mutating func nearest(to id: String, _ noun: Noun) -> [String] {
        guard searches > 0 else { return [] }
        searches -= 1
        switch noun {
        case .credential:
            return Spelling.nearest(to: id, among: graph.credentials.lazy.map(\.id))
        case .outcome: return Spelling.nearest(to: id, among: graph.outcomes.lazy.map(\.id))
        case .skill: return Spelling.nearest(to: id, among: graph.skills.lazy.map(\.uri))
        }
    }

    private func advice(_ nearest: [String]) -> String {
        nearest.isEmpty
            ? "correct it, or import what it names first"
            : "did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: ", "))?"
    }

    // MARK: Values

    mutating func unseen(in selector: Selector, _ place: Int?, _ key: String) -> [LintIssue] {
        switch selector {
        case .everything: []
        case .comparison(let field, _, let value): unseen([value], of: field, place, key)
        case .oneOf(let field, let values): unseen(values, of: field, place, key)
        case .not(let inner): unseen(in: inner, place, key)
        case .and(let left, let right), .or(let left, let right):
            unseen(in: left, place, key) + unseen(in: right, place, key)
        }
    }

    mutating func unseen(
        _ values: [String], of field: Selector.Field, _ place: Int?, _ key: String
    ) -> [LintIssue] {
        let unknown = values.filter { !hasSeen($0, field) }
        guard let first = unknown.first, let seen = seen(field) else { return [] }
        let nearest = Spelling.nearest(to: first, among: seen.sorted())
        return [
            LintIssue(
                place, key,
                "no credential of the catalogue has the \(field.rawValue) "
                    + LintIssue.list(unknown),
                do: nearest.isEmpty ? "correct it, or import what has it first" : advice(nearest))
        ]
    }

    /// A skill that no credential of the catalogue teaches, nor one that is narrower.
    func untaught(_ requirement: Requirement, at place: Int) -> LintIssue? {
        guard case .skill(let uri, _) = requirement.kind, let skill = graph.skill(uri) else {
            return nil
        }
        var waiting = [Int32(skill)]
        var seen = Set(waiting)
        while let next = waiting.popLast() {
            if facts.taught.contains(Int(next)) { return nil }
            waiting += graph.narrower[Int(next)].filter { seen.insert($0).inserted }
        }
        return LintIssue(
            place, "of", "no credential of the catalogue teaches this skill",
            do: "correct it, or import what teaches it first")
    }

    private func hasSeen(_ value: String, _ field: Selector.Field) -> Bool {
        switch field {
        case .field: facts.fields.contains { $0.hasPrefix(value) }
        case .language:
            facts.languages.contains {
                $0 == value.lowercased() || $0.hasPrefix(value.lowercased() + "-")
            }
        default: seen(field)?.contains(value) ?? true
        }
    }

    private func seen(_ field: Selector.Field) -> Set<String>? {
        switch field {
        case .provider: facts.providers
        case .tag: facts.tags
        case .mode: facts.modes
        case .language: facts.languages
        case .field: facts.fields
        case .id, .level, .kind, .credits, .hours, .date, .age, .grade, .used, .outcome, .skill:
            nil
        }
    }
}
