// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let percentMismatch = LintCheck(
        "percent-mismatch", .warning, "A share is not the amount that is written beside it."
    ) { subject in
        let issues = subject.counts.flatMap { place, demand in
            BoundsOfShares(subject, at: place, demand).mismatches
                + parts(of: place, demand, in: subject)
        }
        let known = Set(issues.map(\.node))
        return issues
            + subject.titles.filter { !known.contains($0.place) }
            .flatMap { place, text in ratios(in: text, at: place) }
    }

    /// `24 of 30 (75%)` or `24 credits, 75% of 30`, wherever it is written.
    private static func ratios(in text: String, at place: Int?) -> [LintIssue] {
        let figures = TitleFigures(text)
        guard figures.percents.count == 1, let percent = figures.percents.first,
            let (part, whole) = figures.onlyRatio, !percent.isShare(part, of: whole)
        else { return [] }
        return [
            LintIssue(
                place, "title",
                "the title calls \(part) of \(whole) \(percent)%, which is "
                    + percent.amountWorded(of: whole),
                do: "find out which number is wrong, and correct title and rule")
        ]
    }

    /// Parts whose title gives their amount and a share: `Core, 24 credits (75%)`.
    private static func parts(
        of place: Int, _ demand: Requirement.Demand, in subject: LintSubject
    ) -> [LintIssue] {
        subject.outline.nodes[place].children.compactMap { child in
            let part = subject.outline.nodes[child].requirement
            guard case .count(let own) = part.kind, own.unit == demand.unit,
                demand.minimum > .zero,
                let percent = part.title.onlyPercent(beside: own.minimum, own.unit),
                !percent.isShare(own.minimum, of: demand.minimum)
            else { return nil }
            return LintIssue(
                child, "minimum",
                "its title calls \(own.minimum) of \(demand.minimum) \(percent)%, which is "
                    + percent.amountWorded(of: demand.minimum),
                do: "find out which number is wrong, and correct title and rule")
        }
    }
}

extension BoundsOfShares {
    fileprivate var mismatches: [LintIssue] {
        shares.flatMap { besideOther($0) + besideTitle($0) }
    }

    /// A fraction in one condition and an amount in another, of the same.
    private func besideOther(_ bounds: Bounds) -> [LintIssue] {
        guard bounds.share.basis == .required, bounds.unit == demand.unit else { return [] }
        return besideParts(bounds) + besideShares(bounds)
    }

    /// A fraction in a condition and an amount in a part, of the same.
    private func besideParts(_ bounds: Bounds) -> [LintIssue] {
        guard case .fraction(let fraction) = bounds.share.minimum else { return [] }
        return subject.outline.nodes[place].children.compactMap { child in
            let part = subject.outline.nodes[child].requirement
            guard let own = part.demand, own.unit == demand.unit, own.minimum > .zero,
                own.selector == bounds.share.selector,
                !fraction.percent.isShare(own.minimum, of: demand.minimum)
            else { return nil }
            return LintIssue(
                bounds.place, "minimum", contradiction(fraction, part.id, own.minimum),
                do: "keep the one that is meant")
        }
    }

    private func contradiction(
        _ fraction: Fraction, _ id: String, _ amount: ExactDecimal
    ) -> String {
        "\(fraction) of \(demand.unit.worded(demand.minimum.thousandths)) is "
            + "\(fraction.percent.amountWorded(of: demand.minimum)), and \"\(id)\" says "
            + "\(amount) of the same"
    }

    private func besideShares(_ bounds: Bounds) -> [LintIssue] {
        shares.compactMap { other in
            guard other.unit == bounds.unit, other.share.selector == bounds.share.selector else {
                return nil
            }
            let pairs = [
                ("minimum", bounds.share.minimum, other.share.minimum),
                ("maximum", bounds.share.maximum, other.share.maximum),
            ]
            for (key, mine, theirs) in pairs {
                guard case .fraction(let fraction) = mine, case .amount(let amount) = theirs,
                    !fraction.percent.isShare(amount, of: demand.minimum)
                else { continue }
                let id = subject.outline.nodes[other.place].requirement.id
                return LintIssue(
                    bounds.place, key, contradiction(fraction, id, amount),
                    do: "keep the one that is meant")
            }
            return nil
        }
    }

    /// A fraction and a title with another, or an amount and a title with a fraction that is
    /// another amount.
    private func besideTitle(_ bounds: Bounds) -> [LintIssue] {
        let title = subject.outline.nodes[bounds.place].requirement.title
        for (key, bound) in [("minimum", bounds.share.minimum), ("maximum", bounds.share.maximum)] {
            guard let bound, let said = said(bound, by: title, bounds) else { continue }
            return [
                LintIssue(
                    bounds.place, key, said,
                    do: "find out which number is wrong, and correct title and rule")
            ]
        }
        return []
    }

    private func said(
        _ bound: Requirement.Share.Bound, by title: LocalizedText, _ bounds: Bounds
    ) -> String? {
        switch bound {
        case .fraction(let fraction):
            if let percent = title.onlyPercent, !isEitherBound(percent, bounds) {
                return "it says \(fraction), and its title \(percent)%"
            }
            guard bounds.share.basis == .required, bounds.unit == demand.unit,
                let amount = title.onlyAmount(of: demand.unit), amount != demand.minimum,
                !fraction.percent.isShare(amount, of: demand.minimum)
            else { return nil }
            return "\(fraction) of \(demand.unit.worded(demand.minimum.thousandths)) is "
                + "\(fraction.percent.amountWorded(of: demand.minimum)), and its title says \(amount)"
        case .amount(let amount):
            guard bounds.unit == demand.unit, demand.minimum > .zero,
                let percent = title.onlyPercent, !percent.isShare(amount, of: demand.minimum)
            else { return nil }
            return "its title calls \(amount) of \(demand.minimum) \(percent)%, which is "
                + percent.amountWorded(of: demand.minimum)
        }
    }

    private func isEitherBound(_ percent: ExactDecimal, _ bounds: Bounds) -> Bool {
        [bounds.share.minimum, bounds.share.maximum].contains { bound in
            if case .fraction(let fraction) = bound { return fraction.percent == percent }
            return false
        }
    }
}

extension Fraction {
    /// The share in hundredths.
    var percent: ExactDecimal { ExactDecimal(thousandths: thousandths * 100) }
}

extension ExactDecimal {
    /// Whether so many hundredths of `whole` are `part`, up to rounding of either: to whole
    /// numbers of what is counted, or to the digits to which the share is given.
    fileprivate func isShare(_ part: ExactDecimal, of whole: ExactDecimal) -> Bool {
        guard whole > .zero else { return true }
        let (product, overflow) = thousandths.multipliedReportingOverflow(by: whole.thousandths)
        let (scaled, tooLarge) = part.thousandths.multipliedReportingOverflow(by: 100_000)
        guard !overflow, !tooLarge else { return false }
        // The amount to whole numbers above and below, in the unit of `product`.
        let unit = 100_000_000
        let (down, up) = (product / unit * unit, (product + unit - 1) / unit * unit)
        if [product, down, up].contains(scaled) { return true }
        let step = thousandths % 1000 == 0 ? 1000 : thousandths % 100 == 0 ? 100 : 10
        return abs(scaled - product) * 2 <= step * whole.thousandths
    }

    /// So many hundredths of `whole`, in words.
    fileprivate func amountWorded(of whole: ExactDecimal) -> String {
        let (product, overflow) = thousandths.multipliedReportingOverflow(by: whole.thousandths)
        return overflow ? "more" : "\(ExactDecimal(thousandths: product / 100_000))"
    }
}

extension LocalizedText {
    /// The only share that every wording which states one states.
    fileprivate var onlyPercent: ExactDecimal? {
        let found = Set(entries.flatMap { TitleFigures($0.text).percents })
        return found.count == 1 ? found.first : nil
    }

    /// The only amount that is stated.
    fileprivate func onlyAmount(of unit: Unit) -> ExactDecimal? {
        let found = Set(entries.flatMap { TitleFigures($0.text).amounts(of: unit) })
        return found.count == 1 ? found.first : nil
    }

    /// The only share that is stated, where the amount is too.
    fileprivate func onlyPercent(beside amount: ExactDecimal, _ unit: Unit) -> ExactDecimal? {
        onlyAmount(of: unit) == amount ? onlyPercent : nil
    }
}
