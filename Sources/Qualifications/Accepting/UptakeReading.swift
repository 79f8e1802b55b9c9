// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// One rule, read for every credential of a catalogue.
///
/// Credentials with the same amounts, of which all comparisons of the rule say the same, form a
/// class that is read once; those that the rule asks for by name, or that answer its tests, are
/// read one by one.
struct UptakeReading {
    private let rule: Rule
    private let graph: Graph
    private let terms: AuditTerms
    private let reading: RuleReading
    private let named: NamedCredentials
    /// For each credential the class it is in.
    private let classes: [UInt64]
    private var known: [UInt64: Uptake] = [:]

    init(
        _ rule: Rule, _ graph: Graph, _ terms: AuditTerms, _ columns: inout CatalogueColumns
    ) {
        self.rule = rule
        self.graph = graph
        self.terms = terms
        reading = AcceptanceReading.openReading(of: rule, graph, terms)
        named = NamedCredentials(reading.program, graph)
        var classes = CandidateClasses(count: graph.credentials.count)
        let fields: [Selector.Field] =
            [.credits, .hours] + (rule.recognition == nil ? [] : [.provider])
        for field in fields {
            if let values = columns.values(of: field) { classes.divide(by: values) }
        }
        for comparison in Self.comparisons(of: rule) {
            classes.divide(by: SelectorTable(comparison, &columns, reading, asOf: terms.asOf))
        }
        self.classes = classes.codes
    }

    /// Every comparison by which the rule tells credentials apart, each once.
    private static func comparisons(of rule: Rule) -> [Selector] {
        let selectors = rule.requirement.nodes.compactMap { node -> Selector? in
            switch node.kind {
            case .count(let demand): demand.selector
            case .share(let share): share.selector
            case .absent(let selector): selector
            case .all, .any, .atLeast, .mean, .period, .distinct, .credential, .outcome, .skill,
                .order, .notBefore, .decision:
                nil
            }
        }
        var seen: Set<Selector> = []
        return ([rule.counts] + selectors).flatMap(\.comparisons)
            .filter { seen.insert($0).inserted }
    }

    mutating func uptake(of credential: Int, _ climb: inout SkillClimb) -> Uptake {
        guard !named.contains(credential, graph) else { return read(credential, &climb) }
        if let uptake = known[classes[credential]] { return uptake }
        let uptake = read(credential, &climb)
        known[classes[credential]] = uptake
        return uptake
    }

    private func read(_ credential: Int, _ climb: inout SkillClimb) -> Uptake {
        guard
            let acceptance = AcceptanceReading(credential, rule, graph, terms, reading: reading)
        else { return .refused }
        return Uptake(acceptance.acceptances(&climb))
    }
}

/// The credentials that a rule may treat unlike any other: those it asks for, and those that teach
/// what it tests.
private struct NamedCredentials {
    private let groups: Set<Int>
    private let changes: TestChanges?
    private let hasOverlaps: Bool

    init(_ program: RuleProgram, _ graph: Graph) {
        let ordered = program.tests.flatMap { test -> [Int] in
            guard case .order(let ids) = test else { return [] }
            return ids.compactMap(graph.credential).map(graph.equivalenceClass)
        }
        groups = Set(program.leavesOfClass.keys).union(ordered)
        changes = program.tests.isEmpty ? nil : TestChanges(program, graph)
        hasOverlaps = !program.overlapLeaves.isEmpty
    }

    func contains(_ credential: Int, _ graph: Graph) -> Bool {
        if !groups.isEmpty, groups.contains(graph.equivalenceClass(of: credential)) { return true }
        if let changes, changes.mayAnswer(by: credential, graph) { return true }
        return hasOverlaps && !graph.outcomesOfCredential[credential].isEmpty
    }
}

extension Selector {
    /// The comparisons in it that ask about credentials, not about awards.
    fileprivate var comparisons: [Selector] {
        switch self {
        case .everything: []
        case .not(let inner): inner.comparisons
        case .and(let left, let right), .or(let left, let right):
            left.comparisons + right.comparisons
        case .comparison(let field, _, _), .oneOf(let field, _): field.isOfAwards ? [] : [self]
        }
    }
}
