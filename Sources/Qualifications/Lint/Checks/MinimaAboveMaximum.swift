// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let minimaAboveMaximum = LintCheck(
        "minima-above-total", .error, "What the parts ask for is more than the total lets count."
    ) { subject in
        subject.counts.compactMap { place, demand in
            let least = subject.extents.within(place, in: demand.unit).least
            let unit = demand.unit
            if let maximum = demand.maximum, !demand.isPartial, least > maximum.thousandths {
                return LintIssue(
                    place, "maximum",
                    "the parts ask for \(unit.worded(least)) together, and no more than "
                        + "\(unit.worded(maximum.thousandths)) may count",
                    do: "lower a part's minimum or raise the maximum")
            }
            guard demand.minimum > .zero, demand.maximum == nil,
                least > demand.minimum.thousandths
            else { return nil }
            return LintIssue(
                place, "minimum",
                "the parts ask for \(unit.worded(least)) together, more than the "
                    + "\(unit.worded(demand.minimum.thousandths)) of the total, which so asks "
                    + "nothing",
                do: "correct the total or a part's minimum", severity: .warning)
        }
    }
}
