// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What a requirement still lacks under one assignment: the measure that an audit makes least.
///
/// The three numbers are each the least that would do, taken apart from one another, so that an
/// award more never raises any of them; that is what lets a search prune. They compare in order.
struct Shortfall: Comparable {
    static let none = Shortfall(credits: 0, other: 0, count: 0)
    /// More than any rule can lack.
    static let beyond = Shortfall(credits: .max, other: .max, count: .max)

    /// Thousandths of credits in the audit's scheme.
    var credits: Int
    /// Thousandths of credits in schemes that no declared factor leads from.
    var other: Int
    /// The fewest requirements that must still be closed.
    var count: Int

    static func + (left: Shortfall, right: Shortfall) -> Shortfall {
        Shortfall(
            credits: left.credits + right.credits, other: left.other + right.other,
            count: left.count + right.count)
    }

    static func < (left: Shortfall, right: Shortfall) -> Bool {
        if left.credits != right.credits { return left.credits < right.credits }
        if left.other != right.other { return left.other < right.other }
        return left.count < right.count
    }

    /// Each number the greater of the two.
    func raised(to other: Shortfall) -> Shortfall {
        Shortfall(
            credits: max(credits, other.credits), other: max(self.other, other.other),
            count: max(count, other.count))
    }
}

/// What credits of one scheme are worth in another: a declared factor, or nothing.
struct Worth {
    /// Thousandths of a credit there that one credit here is worth; nil without a declared factor.
    let factor: Int?

    /// The greatest number of thousandths that a rule or an award may state; more is cut off, so
    /// that no sum of them overflows.
    static let most = 1_000_000_000_000

    init(of scheme: CreditScheme, in other: CreditScheme, _ graph: Graph) {
        factor =
            scheme == other
            ? 1000
            : graph.conversions.first { $0.from == scheme && $0.to == other }?.factor.thousandths
    }

    var isPar: Bool { factor == 1000 }

    /// What `amount` is worth, rounded up; nil without a factor.
    func up(_ amount: Int) -> Int? { factor.map { Self.scaled(amount, $0, 999) } }

    /// What `amount` is worth, rounded down; nothing without a factor.
    func down(_ amount: Int) -> Int { factor.map { Self.scaled(amount, $0, 0) } ?? 0 }

    /// A lack of `amount`, as a shortfall of one requirement.
    func shortfall(_ amount: Int) -> Shortfall {
        guard amount > 0 else { return .none }
        if isPar { return Shortfall(credits: amount, other: 0, count: 1) }
        return up(amount).map { Shortfall(credits: $0, other: 0, count: 1) }
            ?? Shortfall(credits: 0, other: amount, count: 1)
    }

    private static func scaled(_ amount: Int, _ factor: Int, _ rounding: Int) -> Int {
        if factor == 1000 { return amount }
        let (product, overflow) = amount.multipliedReportingOverflow(by: max(0, factor))
        return overflow || product / 1000 >= most ? most : (product + rounding) / 1000
    }
}
