// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A comparison of a selector with the values it accepts, or with those it refuses.
struct SelectorTerm: Hashable {
    let field: Selector.Field
    /// `equal` for one of the values, `notEqual` for none of them; the others have one value.
    let comparator: Selector.Comparator
    let values: [String]

    /// The term as a selector.
    var selector: Selector {
        switch comparator {
        case .equal where values.count != 1: .oneOf(field, values)
        case .notEqual where values.count != 1: .not(.oneOf(field, values))
        default: .comparison(field, comparator, values[0])
        }
    }
}

extension Selector.Comparator {
    /// The comparator that accepts what this one refuses.
    var opposite: Self {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .atMost: .more
        case .atLeast: .less
        case .less: .atLeast
        case .more: .atMost
        }
    }
}

extension Selector {
    /// The most alternatives that a selector is taken apart into.
    static let mostClauses = 64

    /// The selector as alternatives, each a list of terms that must all hold; nil where there are
    /// more than ``mostClauses``.
    ///
    /// No alternative matches nothing; an alternative without terms matches everything.
    var clauses: [[SelectorTerm]]? { clauses(negated: false) }

    private func clauses(negated: Bool) -> [[SelectorTerm]]? {
        switch self {
        case .everything: negated ? [] : [[]]
        case .comparison(let field, let comparator, let value):
            [
                [
                    SelectorTerm(
                        field: field, comparator: negated ? comparator.opposite : comparator,
                        values: [value])
                ]
            ]
        case .oneOf(let field, let values):
            if values.isEmpty {
                negated ? [[]] : []
            } else {
                [
                    [
                        SelectorTerm(
                            field: field, comparator: negated ? .notEqual : .equal, values: values)
                    ]
                ]
            }
        case .not(let inner): inner.clauses(negated: !negated)
        case .and(let left, let right):
            negated ? Self.either(left, right, true) : Self.both(left, right, false)
        case .or(let left, let right):
            negated ? Self.both(left, right, true) : Self.either(left, right, false)
        }
    }

    private static func either(_ left: Selector, _ right: Selector, _ negated: Bool)
        -> [[SelectorTerm]]?
    {
        guard let first = left.clauses(negated: negated),
            let second = right.clauses(negated: negated),
            first.count + second.count <= mostClauses
        else { return nil }
        return first + second
    }

    private static func both(_ left: Selector, _ right: Selector, _ negated: Bool)
        -> [[SelectorTerm]]?
    {
        guard let first = left.clauses(negated: negated),
            let second = right.clauses(negated: negated),
            first.count * second.count <= mostClauses
        else { return nil }
        return first.flatMap { clause in second.map { clause + $0 } }
    }
}
