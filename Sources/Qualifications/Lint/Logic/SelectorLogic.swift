// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What follows from selectors by themselves, whatever is held.
///
/// Every answer is safe: "nothing", "disjoint" and "implies" are said only where they are certain.
struct SelectorLogic {
    let crosswalk: LevelCrosswalk
    let scales: [GradeScale]
    /// The catalogue, by which several ids may be one credential's.
    let facts: CatalogueFacts?

    /// Whether nothing can match `selector`.
    func isNothing(_ selector: Selector) -> Bool {
        selector.clauses?.allSatisfy(isContradictory) ?? false
    }

    /// Whether nothing can match both.
    func areDisjoint(_ left: Selector, _ right: Selector) -> Bool {
        isNothing(.and(left, right))
    }

    /// Whether what matches `left` matches `right`.
    func implies(_ left: Selector, _ right: Selector) -> Bool {
        left == right || right == .everything || isNothing(.and(left, .not(right)))
    }

    /// Whether no credential and award satisfies all of `terms`.
    func isContradictory(_ terms: [SelectorTerm]) -> Bool {
        guard terms.count > 1 else {
            return terms.contains { $0.comparator == .equal && $0.values.isEmpty }
        }
        return Dictionary(grouping: terms, by: \.field).contains { field, terms in
            isContradictory(terms, about: field)
        }
    }

    private func isContradictory(_ terms: [SelectorTerm], about field: Selector.Field) -> Bool {
        switch field {
        case .id, .provider, .kind, .mode: hasNoValue(terms)
        case .field: hasNoCode(terms)
        case .used: isUsedAndNot(terms)
        case .tag, .language, .outcome, .skill: isRefusedWhole(terms)
        case .level, .credits, .hours, .date, .age, .grade: hasNoPlace(terms, in: field)
        }
    }

    // MARK: Fields with one value

    private func hasNoValue(_ terms: [SelectorTerm]) -> Bool {
        var allowed: Set<String>?
        for term in terms where term.comparator == .equal {
            let values = Set(term.values.lazy.map { name($0, term.field) })
            allowed = allowed?.intersection(values) ?? values
        }
        guard var allowed else { return false }
        for term in terms where term.comparator == .notEqual {
            for value in term.values { allowed.remove(name(value, term.field)) }
        }
        return allowed.isEmpty
    }

    private func name(_ value: String, _ field: Selector.Field) -> String {
        guard field == .id, let position = facts?.positions[value] else { return value }
        return "#\(position)"
    }

    /// A value of the field `field` stands for every code that begins with it.
    private func hasNoCode(_ terms: [SelectorTerm]) -> Bool {
        let wanted = terms.filter { $0.comparator == .equal }
        let refused = terms.filter { $0.comparator == .notEqual }.flatMap(\.values)
        return wanted.contains { term in
            term.values.allSatisfy { value in
                refused.contains(where: value.hasPrefix)
                    || wanted.contains { other in
                        other.values.allSatisfy { !$0.hasPrefix(value) && !value.hasPrefix($0) }
                    }
            }
        }
    }

    private func isUsedAndNot(_ terms: [SelectorTerm]) -> Bool {
        let wanted = terms.filter { $0.comparator == .equal }.flatMap(\.values)
        return isRefusedWhole(terms) || (wanted.contains("no") && wanted.contains { $0 != "no" })
    }

    /// Of a field with several values only the same value, wanted and refused, is a contradiction.
    private func isRefusedWhole(_ terms: [SelectorTerm]) -> Bool {
        let refused = Set(terms.lazy.filter { $0.comparator == .notEqual }.flatMap(\.values))
        return !refused.isEmpty
            && terms.contains { term in
                term.comparator == .equal && term.values.allSatisfy(refused.contains)
            }
    }

    // MARK: Fields with an order

    private func hasNoPlace(_ terms: [SelectorTerm], in field: Selector.Field) -> Bool {
        let wanted = terms.filter { $0.comparator == .equal }
        if !wanted.isEmpty {
            return wanted.contains { term in
                term.values.allSatisfy { value in terms.contains { refuses($0, value, field) } }
            }
        }
        return terms.contains { lower in
            terms.contains { upper in excludes(lower, upper, field) }
        }
    }

    /// Whether a fact that is `value` does not satisfy `term`.
    private func refuses(_ term: SelectorTerm, _ value: String, _ field: Selector.Field) -> Bool {
        let holds = term.values.lazy.map { bound in
            compare(value, bound, field).map { Selector.Comparator.equal.holds($0) }
        }
        switch term.comparator {
        case .equal: return holds.allSatisfy { $0 == false }
        case .notEqual: return holds.contains { $0 == true }
        case .atMost, .atLeast, .less, .more:
            return compare(value, term.values[0], field).map { !term.comparator.holds($0) } ?? false
        }
    }

    private func excludes(
        _ lower: SelectorTerm, _ upper: SelectorTerm, _ field: Selector.Field
    ) -> Bool {
        guard [.atLeast, .more].contains(lower.comparator),
            [.atMost, .less].contains(upper.comparator),
            let order = compare(lower.values[0], upper.values[0], field)
        else { return false }
        return order > 0
            || (order == 0 && (lower.comparator == .more || upper.comparator == .less))
    }

    /// Returns whether `left` is below (−1), at (0) or above (1) `right`; nil where that is not
    /// certain.
    func compare(_ left: String, _ right: String, _ field: Selector.Field) -> Int? {
        switch field {
        case .level:
            Self.both(left, right) { Level($0) }.flatMap { crosswalk.compare($0, with: $1) }
        case .hours: Self.both(left, right) { ExactDecimal($0) }.map { Self.order($0, $1) }
        case .date: Self.both(left, right) { CalendarDate($0) }.map { Self.order($0, $1) }
        case .age: Self.both(left, right) { Period($0) }.flatMap { $0.order(to: $1) }
        case .credits: credits(left, right)
        case .grade: grades(left, right)
        case .id, .provider, .field, .kind, .tag, .language, .mode, .used, .outcome, .skill: nil
        }
    }

    private func credits(_ left: String, _ right: String) -> Int? {
        Self.both(left, right) { Credits(selectorValue: $0) }.flatMap { left, right in
            left.scheme == right.scheme ? Self.order(left.amount, right.amount) : nil
        }
    }

    private func grades(_ left: String, _ right: String) -> Int? {
        let (first, second) = (Selector.gradeParts(left), Selector.gradeParts(right))
        guard first.scale == second.scale else { return nil }
        let names = first.scale.map { [$0] } ?? scales.map(\.name)
        let orders = Set(
            scales.filter { names.contains($0.name) }.map {
                $0.order(of: Grade(first.grade, scale: $0.name), to: second.grade)
            })
        return orders.count == 1 ? orders.first.flatMap { $0 } : nil
    }

    private static func both<Value>(
        _ left: String, _ right: String, _ value: (String) -> Value?
    ) -> (Value, Value)? {
        guard let left = value(left), let right = value(right) else { return nil }
        return (left, right)
    }

    private static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left == right ? 0 : left < right ? -1 : 1
    }
}

extension Period {
    /// Returns whether it is shorter (−1) than `other`, as long (0) or longer (1) whenever both
    /// begin; nil where that depends on the day.
    func order(to other: Period) -> Int? {
        if measure == other.measure { return (count - other.count).signum() }
        if days.upperBound < other.days.lowerBound { return -1 }
        return days.lowerBound > other.days.upperBound ? 1 : nil
    }

    /// How many days it has at least and at most.
    var days: ClosedRange<Int> {
        switch measure {
        case .years: count * 365...count * 366
        case .months: count * 28...count * 31
        case .days: count...count
        }
    }
}
