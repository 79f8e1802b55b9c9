// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let membersCannotReach = LintCheck(
        "members-cannot-reach", .error, "All that a group lists cannot reach its minimum."
    ) { subject in
        subject.counts.compactMap { place, demand in
            let unit = demand.unit
            guard let own = subject.extents.own(place, in: unit),
                let most = subject.extents.within(place, in: unit).most,
                most < demand.minimum.thousandths, own > 0 || demand.parts.isEmpty,
                !subject.logic.isNothing(demand.selector)
            else { return nil }
            return LintIssue(
                place, "minimum",
                "it asks for \(unit.worded(demand.minimum.thousandths)), and all that it lists "
                    + "comes to no more than \(unit.worded(most))",
                do: "lower the minimum, or list more")
        } + subject.shortShares + subject.unmakeable
    }
}

extension LintSubject {
    /// Groups of which no choice comes to an amount between the minimum and the maximum.
    fileprivate var unmakeable: [LintIssue] {
        counts.compactMap { place, demand in
            guard demand.unit != .awards, let maximum = demand.maximum, !demand.isPartial,
                demand.minimum > .zero, demand.parts.allSatisfy(\.isCondition),
                maximum >= demand.minimum,
                let members = sizes.members(of: demand.selector)
            else { return nil }
            let amounts = members.compactMap { sizes.amount(of: $0, in: demand.unit) }
            let range = demand.minimum.thousandths...maximum.thousandths
            guard amounts.count == members.count, amounts.reduce(0, +) >= range.lowerBound,
                !Self.canMake(range, of: amounts)
            else { return nil }
            return LintIssue(
                place, "minimum",
                "no choice of what it lists comes to "
                    + (maximum == demand.minimum
                        ? demand.unit.worded(range.lowerBound)
                        : "\(demand.minimum) to \(demand.unit.worded(range.upperBound))"),
                do: "widen the range, or list what fills it")
        }
    }

    /// Whether some of `amounts` add up to a number in `range`; true where that takes too long.
    private static func canMake(_ range: ClosedRange<Int>, of amounts: [Int]) -> Bool {
        let step = amounts.reduce(0, greatestCommonDivisor)
        guard step > 0, range.upperBound / step <= 20_000, amounts.count <= 500 else {
            return true
        }
        var isMade = Array(repeating: false, count: range.upperBound / step + 1)
        isMade[0] = true
        for amount in amounts where amount / step < isMade.count {
            for sum in stride(from: isMade.count - 1, through: amount / step, by: -1)
            where isMade[sum - amount / step] {
                isMade[sum] = true
            }
        }
        let least = (range.lowerBound + step - 1) / step
        return least < isMade.count && isMade[least...].contains(true)
    }

    private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }

    /// Shares of listed credentials that come to less than the share asks for.
    fileprivate var shortShares: [LintIssue] {
        counts.flatMap { place, demand in
            BoundsOfShares(self, at: place, demand).shares.compactMap { bounds in
                guard let floor = bounds.floor,
                    let most = sizes.most(of: bounds.share.selector, in: bounds.unit), most < floor,
                    most > 0
                else { return nil }
                return LintIssue(
                    bounds.place, "minimum",
                    "it asks for \(bounds.unit.worded(floor)), and all that it lists comes to no "
                        + "more than \(bounds.unit.worded(most))",
                    do: "lower the minimum, or list more")
            }
        }
    }
}
