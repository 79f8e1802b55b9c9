// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Pathways
import Qualifications
import SkillsGraph

/// What the learner wants to reach.
struct TargetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            What to reach: a credential's id or title, occupation:URI, skills:FILE, or a rule file \
            (FILE#CREDENTIAL where it holds the rules of several).
            """,
            valueName: "target"))
    var toward: String

    /// Returns the target that is meant, with the version of its rule that is for `learner`.
    ///
    /// - Throws: `Failure` for a name that nothing or more than one thing has.
    func target(
        in graph: Graph, for learner: Learner, _ terms: AuditTerms, isQuiet: Bool
    ) throws -> Target {
        try NamedTarget(toward, in: graph, terms, isQuiet: isQuiet)
            .target(for: learner, in: graph, terms)
    }
}

/// A target as a person names it.
struct NamedTarget {
    /// The target, by the newest version of its rule.
    let base: Target
    /// Whether it is one of the catalogue, whose rule may have versions for other learners.
    let hasVersions: Bool

    /// Finds the target that a person means by `name`.
    ///
    /// - Throws: `Failure` for a name that nothing or more than one thing has.
    init(_ name: String, in graph: Graph, _ terms: AuditTerms, isQuiet: Bool) throws {
        if name.hasPrefix("skills:") {
            base = try SkillList.target(name.dropPrefix("skills:"), in: graph)
        } else if name.hasPrefix("occupation:") {
            let occupation = try TargetNames(graph).occupation(name.dropPrefix("occupation:"))
            base = Target(occupation: occupation, in: graph)
        } else if graph.credential(name) == nil, TargetFile.isOne(name) {
            base = try TargetFile.target(
                name, in: graph, asOf: terms.asOf, started: terms.started, isQuiet: isQuiet)
        } else {
            base = try TargetNames(graph).target(name)
            hasVersions = true
            return
        }
        hasVersions = false
    }

    /// Returns the target with the version of its rule that is for `learner`.
    func target(for learner: Learner, in graph: Graph, _ terms: AuditTerms) -> Target {
        guard hasVersions else { return base }
        let rule = base.credential.flatMap {
            graph.rule(.completion, of: $0, for: learner, terms: terms)
        }
        return rule.map { Target(rule: $0, in: graph) } ?? base
    }
}

/// Finds what a person means by an id or a title.
struct TargetNames {
    private let graph: Graph

    init(_ graph: Graph) { self.graph = graph }

    /// A credential by its id, another id or its title, else an occupation by its URI or label.
    func target(_ name: String) throws -> Target {
        if let position = credential(id: name) { return Target(credential: position, in: graph) }
        if let position = graph.occupation(name) { return Target(occupation: position, in: graph) }
        let credentials = graph.credentials.indices.filter {
            Self.names(name, graph.credentials[$0].title)
        }
        let occupations = named(occupation: name)
        guard credentials.count + occupations.count < 2 else {
            throw ambiguous(
                name,
                credentials.map { graph.credentials[$0].id }
                    + occupations.map { "occupation:\(graph.occupations[$0].uri)" })
        }
        if let position = credentials.first { return Target(credential: position, in: graph) }
        if let position = occupations.first { return Target(occupation: position, in: graph) }
        let ids = graph.credentials.lazy.map(\.id)
        let titles = graph.credentials.lazy.map { $0.title.text() }
        let near = Spelling.nearest(to: name, among: ids)
        throw Failure.unknown(
            "credential or occupation", name,
            nearest: near.isEmpty ? Spelling.nearest(to: name, among: titles) : near)
    }

    /// An occupation by its URI or label.
    func occupation(_ name: String) throws -> Int {
        if let position = graph.occupation(name) { return position }
        let found = named(occupation: name)
        guard found.count < 2 else {
            throw ambiguous(name, found.map { "occupation:\(graph.occupations[$0].uri)" })
        }
        if let position = found.first { return position }
        throw Failure.unknown(
            "occupation", name,
            nearest: Spelling.nearest(
                to: name, among: graph.occupations.lazy.map { $0.label.text() }))
    }

    /// A credential by its id, or by another id it is known by.
    func credential(id: String) -> Int? {
        graph.credential(id)
            ?? graph.credentials.firstIndex { $0.identifiers.contains(id) }
    }

    /// A credential by its id, or by another id it is known by.
    ///
    /// - Throws: `Failure` with the nearest ids.
    func credential(named id: String) throws -> Int {
        if let position = credential(id: id) { return position }
        throw Failure.unknown(
            "credential", id,
            nearest: Spelling.nearest(to: id, among: graph.credentials.lazy.map(\.id)))
    }

    private func named(occupation name: String) -> [Int] {
        graph.occupations.indices.filter { Self.names(name, graph.occupations[$0].label) }
    }

    private static func names(_ name: String, _ text: LocalizedText) -> Bool {
        let name = folded(name)
        return text.entries.contains { folded($0.text) == name }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func ambiguous(_ name: String, _ ids: [String]) -> Failure {
        Failure("\"\(name)\" may be \(ids.prefix(10).joined(separator: " or ")); give one of these")
    }
}

extension String {
    fileprivate func dropPrefix(_ prefix: String) -> String {
        String(dropFirst(prefix.count))
    }
}
