// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What a requirement still lacks under one assignment: the measure that an audit makes least.
///
/// The three numbers are each the least that would do, taken apart from one another; they compare
/// in order.
struct Shortfall: Comparable, Hashable, Sendable {
    static let none = Shortfall(credits: 0, units: 0, count: 0)
    /// More than any rule can lack: no room is left for what is needed.
    static let impossible = Shortfall(credits: infinite, units: infinite, count: infinite)
    static let infinite = Int.max / 1_000_000

    /// Thousandths of credits in the audit's scheme.
    var credits: Int
    /// Thousandths of what is not credits of that scheme: awards, hours, other credits.
    var units: Int
    /// The fewest requirements that must still be closed.
    var count: Int

    var isPossible: Bool { credits < Self.infinite && units < Self.infinite }

    /// Adds the lack of another requirement, which must be made good as well.
    mutating func add(_ other: Shortfall) {
        credits = min(credits + other.credits, Self.infinite)
        units = min(units + other.units, Self.infinite)
        count += other.count
    }

    static func < (left: Shortfall, right: Shortfall) -> Bool {
        if left.credits != right.credits { return left.credits < right.credits }
        if left.units != right.units { return left.units < right.units }
        return left.count < right.count
    }
}

/// What credits of one scheme are worth in another: a declared factor, or nothing.
struct Worth: Sendable {
    /// Thousandths of a credit there that one credit here is worth; nil without a declared factor.
    let factor: Int?

    /// The greatest number of thousandths that a rule or an award may state; more is cut off, so
    /// that no sum of them overflows.
    static let most = 1_000_000_000

    init(of scheme: CreditScheme, in other: CreditScheme, _ graph: Graph) {
        factor =
            scheme == other
            ? 1000
            : graph.conversions.first { $0.from == scheme && $0.to == other }?.factor.thousandths
    }

    var isPar: Bool { factor == 1000 }

    /// What `amount` is worth, rounded up; nil without a factor.
    func up(_ amount: Int) -> Int? {
        guard let factor else { return nil }
        if factor == 1000 { return amount }
        let (product, overflow) = amount.multipliedReportingOverflow(by: max(0, factor))
        return overflow || product / 1000 >= Shortfall.infinite
            ? Shortfall.infinite : (product + 999) / 1000
    }
}
