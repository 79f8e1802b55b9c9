// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let maximumBelowMinimum = LintCheck(
        "maximum-below-minimum", .error, "A maximum is below a minimum of the same thing."
    ) { subject in
        subject.counts.flatMap { place, demand in
            demand.reversedBounds(at: place) + BoundsOfShares(subject, at: place, demand).issues
        }
    }
}

extension Requirement.Demand {
    fileprivate func reversedBounds(at place: Int) -> [LintIssue] {
        guard let maximum, maximum < minimum else { return [] }
        return [
            LintIssue(
                place, "maximum",
                "no more than \(unit.worded(maximum.thousandths)) may count, but "
                    + "\(unit.worded(minimum.thousandths)) are asked for",
                do: "raise the maximum or lower the minimum")
        ]
    }
}

/// The floors and ceilings of the shares right below one count.
struct BoundsOfShares {
    /// A share with its bounds in thousandths of its unit, where they are of what is required.
    struct Bounds {
        let place: Int
        let share: Requirement.Share
        let unit: Unit
        let floor: Int?
        let ceiling: Int?
    }

    let subject: LintSubject
    let place: Int
    let demand: Requirement.Demand
    let shares: [Bounds]

    init(_ subject: LintSubject, at place: Int, _ demand: Requirement.Demand) {
        self.subject = subject
        self.place = place
        self.demand = demand
        shares = subject.outline.nodes[place].children.compactMap { child in
            guard case .share(let share) = subject.outline.nodes[child].requirement.kind else {
                return nil
            }
            return Bounds(
                place: child, share: share, unit: share.unit ?? demand.unit,
                floor: share.floor(in: demand), ceiling: share.ceiling(in: demand))
        }
    }

    var issues: [LintIssue] {
        shares.flatMap { own($0) } + contradictions + overfull
    }

    /// Where nothing need be counted, shares that contradict one another can still be met: of
    /// nothing, any share is any other.
    private var severity: RuleFinding.Severity? { demand.minimum > .zero ? nil : .warning }

    private func own(_ bounds: Bounds) -> [LintIssue] {
        var issues: [LintIssue] = []
        if case .fraction(let least) = bounds.share.minimum,
            case .fraction(let most) = bounds.share.maximum, most < least
        {
            issues.append(
                LintIssue(
                    bounds.place, "maximum", "at most \(most) and at least \(least) cannot both be",
                    do: "raise the maximum or lower the minimum", severity: severity))
        } else if let floor = bounds.floor, let ceiling = bounds.ceiling, ceiling < floor {
            issues.append(
                LintIssue(
                    bounds.place, "maximum",
                    "the ceiling comes to \(bounds.unit.worded(ceiling)), below the floor of "
                        + bounds.unit.worded(floor),
                    do: "raise the maximum or lower the minimum"))
        }
        if let floor = bounds.floor, bounds.unit == demand.unit, let maximum = demand.maximum,
            floor > maximum.thousandths
        {
            issues.append(
                LintIssue(
                    bounds.place, "minimum",
                    "it asks for \(bounds.unit.worded(floor)) of what may be no more than "
                        + demand.unit.worded(maximum.thousandths),
                    do: "lower this minimum, or raise the maximum above"))
        }
        return issues
    }

    /// Floors of what another share limits to less.
    private var contradictions: [LintIssue] {
        guard shares.count <= 64 else { return [] }
        return shares.flatMap { upper in
            shares.compactMap { lower in
                guard lower.place != upper.place, lower.exceeds(upper),
                    subject.logic.implies(lower.share.selector, upper.share.selector)
                else { return nil }
                let other = subject.outline.nodes[upper.place].requirement.id
                return LintIssue(
                    lower.place, "minimum",
                    "it asks for more than \"\(other)\" lets count of the same",
                    do: "lower this minimum, or raise the maximum of \"\(other)\"",
                    severity: lower.floor == nil ? severity : nil)
            }
        }
    }

    /// Floors of things that exclude one another and together pass the most that counts.
    private var overfull: [LintIssue] {
        guard shares.count <= 64 else { return [] }
        return overfull(fractions: true) + overfull(fractions: false)
    }

    private func overfull(fractions: Bool) -> [LintIssue] {
        var chosen: [Bounds] = []
        var sum = 0
        let limit = fractions ? 1000 : demand.maximum?.thousandths
        for bounds in shares {
            let amount = fractions ? bounds.fractionOfCounted : bounds.amount(in: demand.unit)
            guard let limit, let amount, amount > 0,
                chosen.allSatisfy({
                    subject.logic.areDisjoint($0.share.selector, bounds.share.selector)
                })
            else { continue }
            chosen.append(bounds)
            sum = sum.clampedSum(amount)
            if sum > limit, chosen.count > 1 {
                let named = LintIssue.list(
                    chosen.map { subject.outline.nodes[$0.place].requirement.id })
                return [
                    LintIssue(
                        place, fractions ? "parts" : "maximum",
                        "the floors of \(named) exclude one another and add up to more than can "
                            + "be counted",
                        do: "lower one of them", severity: fractions ? severity : nil)
                ]
            }
        }
        return []
    }
}

extension BoundsOfShares.Bounds {
    fileprivate func exceeds(_ other: Self) -> Bool {
        if case .fraction(let least) = share.minimum,
            case .fraction(let most) = other.share.maximum,
            share.basis == other.share.basis, unit == other.unit
        {
            return least > most && (floor ?? .max) > (other.ceiling ?? -1)
        }
        guard let floor, let ceiling = other.ceiling, unit == other.unit else { return false }
        return floor > ceiling
    }

    fileprivate var fractionOfCounted: Int? {
        guard share.basis == .counted, case .fraction(let fraction) = share.minimum else {
            return nil
        }
        return fraction.thousandths
    }

    fileprivate func amount(in unit: Unit) -> Int? { self.unit == unit ? floor : nil }
}

extension Requirement.Share {
    /// The least thousandths it asks for, where that does not depend on what is counted.
    func floor(in demand: Requirement.Demand) -> Int? {
        switch minimum {
        case .amount(let amount): amount.thousandths
        case .fraction(let fraction) where basis == .required && isOfSameUnit(as: demand):
            floor(fraction, of: demand.minimum.thousandths)
        case .fraction, nil: nil
        }
    }

    /// The most thousandths it lets count, where that does not depend on what is counted.
    func ceiling(in demand: Requirement.Demand) -> Int? {
        switch maximum {
        case .amount(let amount): amount.thousandths
        case .fraction(let fraction) where basis == .required && isOfSameUnit(as: demand):
            ceiling(fraction, of: demand.minimum.thousandths)
        case .fraction, nil: nil
        }
    }

    private func isOfSameUnit(as demand: Requirement.Demand) -> Bool {
        unit == nil || unit == demand.unit
    }
}
