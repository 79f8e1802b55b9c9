// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A selector as it is spoken: negations at the comparisons, and chains joined at one level.
indirect enum SelectorPhrase: Hashable {
    /// How parts are joined.
    enum Join: Hashable {
        case and
        case or
    }

    case term(SelectorTerm)
    case joined(Join, [SelectorPhrase])
    case all
    case none

    /// The phrase for a selector; `all` or `none` where it says itself that it matches so.
    init(_ selector: Selector) { self = Self.phrase(selector, negated: false) }

    private static func phrase(_ selector: Selector, negated: Bool) -> SelectorPhrase {
        switch selector {
        case .everything: negated ? .none : .all
        case .oneOf(_, let values) where values.isEmpty: negated ? .all : .none
        case .oneOf(let field, let values):
            .term(
                SelectorTerm(
                    field: field, comparator: negated ? .notEqual : .equal, values: values))
        case .comparison(let field, let comparator, let value):
            .term(
                SelectorTerm(
                    field: field, comparator: negated ? comparator.opposite : comparator,
                    values: [value]))
        case .not(let inner): phrase(inner, negated: !negated)
        case .and(let left, let right):
            joined(
                negated ? .or : .and, phrase(left, negated: negated),
                phrase(right, negated: negated))
        case .or(let left, let right):
            joined(
                negated ? .and : .or, phrase(left, negated: negated),
                phrase(right, negated: negated))
        }
    }

    private static func joined(
        _ join: Join, _ left: SelectorPhrase, _ right: SelectorPhrase
    ) -> SelectorPhrase {
        let (idle, absorbing): (Self, Self) = join == .and ? (.all, .none) : (.none, .all)
        if left == absorbing || right == absorbing { return absorbing }
        if left == idle { return right }
        if right == idle { return left }
        let parts = merged(left.parts(of: join) + right.parts(of: join), join)
        return parts.count == 1 ? parts[0] : .joined(join, parts)
    }

    /// Joins values of one field: tagged a or tagged b is tagged a or b.
    private static func merged(_ parts: [SelectorPhrase], _ join: Join) -> [SelectorPhrase] {
        let comparator: Selector.Comparator = join == .or ? .equal : .notEqual
        var merged: [SelectorPhrase] = []
        var places: [Selector.Field: Int] = [:]
        for part in parts {
            guard case .term(let term) = part, term.comparator == comparator else {
                merged.append(part)
                continue
            }
            guard let place = places[term.field], case .term(let first) = merged[place] else {
                places[term.field] = merged.count
                merged.append(part)
                continue
            }
            merged[place] = .term(
                SelectorTerm(
                    field: term.field, comparator: comparator, values: first.values + term.values))
        }
        return merged
    }

    private func parts(of join: Join) -> [SelectorPhrase] {
        if case .joined(join, let parts) = self { parts } else { [self] }
    }
}
