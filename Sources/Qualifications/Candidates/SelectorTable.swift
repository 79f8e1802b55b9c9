// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Numbers for the different values that the credentials of a catalogue have in a field, so that a
/// comparison is made once for each value and not for each credential.
struct ValueNumbers {
    /// For each credential the number of its value.
    private(set) var numbers: [Int32] = []
    /// For each number a credential that has the value.
    private(set) var examples: [Int] = []

    /// Numbers the values that `value` gives.
    init<Value: Hashable>(_ graph: Graph, by value: (Credential) -> Value) {
        var known: [Value: Int32] = [:]
        numbers.reserveCapacity(graph.credentials.count)
        for (position, credential) in graph.credentials.enumerated() {
            let value = value(credential)
            if let number = known[value] {
                numbers.append(number)
            } else {
                known[value] = Int32(examples.count)
                numbers.append(Int32(examples.count))
                examples.append(position)
            }
        }
    }
}

/// The numbered values of a catalogue, each field when it is first asked for.
struct CatalogueColumns {
    let graph: Graph
    private var fields: [Selector.Field: ValueNumbers] = [:]
    /// From each id, and each other id that a credential is known by, to its credentials.
    private lazy var names: [String: [Int]] = {
        var names: [String: [Int]] = [:]
        for (position, credential) in graph.credentials.enumerated() {
            names[credential.id, default: []].append(position)
            for other in credential.identifiers { names[other, default: []].append(position) }
        }
        return names
    }()

    init(_ graph: Graph) { self.graph = graph }

    /// For each credential whether it goes by one of `ids`.
    mutating func statuses(of ids: [String]) -> [Status] {
        var statuses = [Status](repeating: .notMet, count: graph.credentials.count)
        for id in ids { for position in names[id] ?? [] { statuses[position] = .met } }
        return statuses
    }

    /// The values of a field; nil where it is a credential's own, or has none without an award.
    mutating func values(of field: Selector.Field) -> ValueNumbers? {
        if let known = fields[field] { return known }
        let made: ValueNumbers? =
            switch field {
            case .provider: ValueNumbers(graph) { $0.provider }
            case .level: ValueNumbers(graph) { $0.level }
            case .field: ValueNumbers(graph) { $0.field }
            case .kind: ValueNumbers(graph) { $0.kind }
            case .tag: ValueNumbers(graph) { $0.tags }
            case .language: ValueNumbers(graph) { $0.languages }
            case .mode: ValueNumbers(graph) { $0.mode }
            case .credits: ValueNumbers(graph) { $0.credits }
            case .hours: ValueNumbers(graph) { $0.hours }
            case .date, .age, .grade, .used: ValueNumbers(graph) { _ in 0 }
            case .id, .outcome, .skill: nil
            }
        fields[field] = made
        return made
    }
}

/// A selector whose comparisons are looked up.
indirect enum SelectorTable {
    case constant(Status)
    /// The status for each number of a value.
    case values([Int32], [Status])
    /// The status for each credential.
    case credentials([Status])
    case not(SelectorTable)
    case and(SelectorTable, SelectorTable)
    case or(SelectorTable, SelectorTable)

    /// Prepares `selector` for awards that are only thought of, all given on one day.
    init(
        _ selector: Selector, _ columns: inout CatalogueColumns, _ reading: RuleReading,
        asOf: CalendarDate
    ) {
        switch selector {
        case .everything: self = .constant(.met)
        case .not(let inner): self = .not(SelectorTable(inner, &columns, reading, asOf: asOf))
        case .and(let left, let right):
            self = .and(
                SelectorTable(left, &columns, reading, asOf: asOf),
                SelectorTable(right, &columns, reading, asOf: asOf))
        case .or(let left, let right):
            self = .or(
                SelectorTable(left, &columns, reading, asOf: asOf),
                SelectorTable(right, &columns, reading, asOf: asOf))
        case .comparison(let field, _, _), .oneOf(let field, _):
            func status(_ credential: Int) -> Status {
                selector.matches(
                    credential, reading.thoughtOf(credential, asOf: asOf), in: reading.graph,
                    reading.contextOfCandidates)
            }
            if let values = columns.values(of: field) {
                self = .values(values.numbers, values.examples.map(status))
            } else if case .oneOf(.id, let ids) = selector {
                self = .credentials(columns.statuses(of: ids))
            } else if case .comparison(.id, .equal, let id) = selector {
                self = .credentials(columns.statuses(of: [id]))
            } else {
                self = .credentials(reading.graph.credentials.indices.map(status))
            }
        }
    }

    /// Whether the credential matches.
    func status(of credential: Int) -> Status {
        switch self {
        case .constant(let status): status
        case .values(let numbers, let statuses): statuses[Int(numbers[credential])]
        case .credentials(let statuses): statuses[credential]
        case .not(let inner): inner.status(of: credential).negated
        case .and(let left, let right):
            left.status(of: credential).and(right.status(of: credential))
        case .or(let left, let right):
            left.status(of: credential).or(right.status(of: credential))
        }
    }
}

extension RuleReading {
    /// An award of the credential as it would be if it were given on `day`.
    func thoughtOf(_ credential: Int, asOf day: CalendarDate) -> Award {
        Award(credential: graph.credentials[credential].id, date: day)
    }
}
