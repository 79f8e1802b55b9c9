// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let period = LintCheck(
        "odd-period", .warning, "An age or a time is one that nobody means."
    ) { subject in
        subject.selectors.flatMap { place, key, selector in
            selector.ages.compactMap { age in
                guard age.count == 0 || age.days.lowerBound > Period.longest else { return nil }
                return LintIssue(
                    place, key, "an age of \(age) is hardly meant",
                    do: "correct the number or its measure: y for years, m for months, d for days")
            }
        }
            + subject.nodes.compactMap { place, node in
                guard case .period(let period) = node.requirement.kind,
                    period.days.lowerBound > Period.longest
                else { return nil }
                return LintIssue(
                    place, "maximum", "a time of \(period) is hardly meant",
                    do: "correct the number or its measure: y for years, m for months, d for days")
            }
    }
}

extension Period {
    /// A lifetime, in days.
    fileprivate static let longest = 36_500
}

extension Selector {
    /// The periods that ages are compared with.
    fileprivate var ages: [Period] {
        switch self {
        case .everything: []
        case .comparison(.age, _, let value): Period(value).map { [$0] } ?? []
        case .oneOf(.age, let values): values.compactMap { Period($0) }
        case .comparison, .oneOf: []
        case .not(let inner): inner.ages
        case .and(let left, let right), .or(let left, let right): left.ages + right.ages
        }
    }
}
