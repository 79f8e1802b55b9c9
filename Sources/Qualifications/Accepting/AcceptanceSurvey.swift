// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// Which credentials of a catalogue the rules of its qualifications would take.
///
/// It says in short what ``acceptances(of:in:terms:)`` says at length, for every credential and
/// every qualification: by the version of each completion rule that is for one who starts on the
/// day asked about.
public struct AcceptanceSurvey: Sendable {
    /// The qualifications whose rule is in force, by position.
    public let targets: [Int]
    /// Their rules, in the same order.
    public let rules: [Rule]
    private let uptakes: [[Uptake]]

    /// Surveys a catalogue.
    ///
    /// - Complexity: O(rules × (credentials × comparisons + classes × requirements)), where the
    ///   credentials of a class carry the same amounts and no comparison of the rule tells them
    ///   apart.
    public init(_ graph: Graph, terms: AuditTerms) {
        var targets: [Int] = []
        var rules: [Rule] = []
        for credential in graph.credentials.indices where graph.isQualification(credential) {
            let rule = graph.rule(.completion, of: credential, asOf: terms.asOf, started: nil)
            guard let rule, rule.isInForce(on: terms.asOf) else { continue }
            targets.append(credential)
            rules.append(rule)
        }
        self.targets = targets
        self.rules = rules
        var columns = CatalogueColumns(graph)
        var climb = SkillClimb(graph)
        uptakes = zip(targets, rules).map { target, rule in
            var reading = UptakeReading(rule, graph, terms, &columns)
            return graph.credentials.indices.map { credential in
                credential == target ? .refused : reading.uptake(of: credential, &climb)
            }
        }
    }

    /// Returns what the rule of the target at `place` in ``targets`` does with the credential.
    public func uptake(of credential: Int, at place: Int) -> Uptake {
        uptakes[place][credential]
    }

    /// Returns what the rules do with the credential, in the order of ``targets``.
    public func uptakes(of credential: Int) -> [Uptake] { uptakes.map { $0[credential] } }
}

/// One rule, read for every credential of a catalogue.
///
/// Credentials with the same amounts, of which all comparisons of the rule say the same, form a
/// class that is read once; those that the rule asks for by name, or that answer its tests, are
/// read one by one.
private struct UptakeReading {
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

/// Classes of credentials, divided column by column.
private struct CandidateClasses {
    /// For each credential the number of its class.
    private(set) var codes: [UInt64]
    /// No number is as large as this.
    private var bound: UInt64 = 1

    init(count: Int) { codes = Array(repeating: 0, count: count) }

    mutating func divide(by values: ValueNumbers) {
        makeRoom(for: UInt64(values.examples.count))
        for place in codes.indices { codes[place] += bound * UInt64(values.numbers[place]) }
        bound *= UInt64(max(1, values.examples.count))
    }

    mutating func divide(by table: SelectorTable) {
        makeRoom(for: 3)
        switch table {
        case .values(let numbers, let statuses):
            let parts = statuses.map { bound * $0.number }
            for place in codes.indices { codes[place] += parts[Int(numbers[place])] }
        case .constant, .credentials, .not, .and, .or:
            for place in codes.indices { codes[place] += bound * table.status(of: place).number }
        }
        bound *= 3
    }

    /// Numbers the classes anew where the numbers would grow too large.
    private mutating func makeRoom(for factor: UInt64) {
        guard bound.multipliedReportingOverflow(by: max(1, factor)).overflow else { return }
        var numbers: [UInt64: UInt64] = [:]
        for place in codes.indices {
            let number = numbers[codes[place]] ?? UInt64(numbers.count)
            numbers[codes[place]] = number
            codes[place] = number
        }
        bound = UInt64(max(1, numbers.count))
    }
}

extension Status {
    fileprivate var number: UInt64 {
        switch self {
        case .notMet: 0
        case .met: 1
        case .cannotTell: 2
        }
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
