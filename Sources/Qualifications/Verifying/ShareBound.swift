// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// One side of a share, in whole numbers: `factor × part` is at least, or at most, an amount or
/// `share × whole`.
struct ShareBound {
    let isCeiling: Bool
    let part: Sum
    /// What the part is a share of, where that is what is counted.
    var whole: Sum?
    var factor: Int128 = 1
    var share: Int128 = 0
    var amount: Int128 = 0

    /// Whether nothing more could mend it where it is broken.
    var isLimit: Bool { isCeiling && whole == nil }
}

extension FactReading {
    /// The sides of the share at `condition`.
    func bounds(of condition: Int) -> [ShareBound] {
        guard case .share(let share) = tree.nodes[condition].requirement.kind,
            let demand = tree.demand(around: condition)
        else { return [] }
        return [
            share.minimum.map { bound($0, share, demand, condition, isCeiling: false) },
            share.maximum.map { bound($0, share, demand, condition, isCeiling: true) },
        ].compactMap(\.self)
    }

    private func bound(
        _ stated: Requirement.Share.Bound, _ share: Requirement.Share,
        _ demand: Requirement.Demand, _ condition: Int, isCeiling: Bool
    ) -> ShareBound {
        var bound = ShareBound(
            isCeiling: isCeiling, part: .matching(condition: condition, isCeiling: isCeiling))
        let asked = Self.bounded(demand.minimum)
        switch stated {
        case .amount(let amount): bound.amount = Int128(Self.bounded(amount))
        case .fraction(let fraction) where share.basis == .required:
            bound.amount = Int128(
                isCeiling ? share.ceiling(fraction, of: asked) : share.floor(fraction, of: asked))
        case .fraction(let fraction):
            bound.whole = .whole(condition: condition)
            bound.factor = 1000
            bound.share = Int128(fraction.thousandths)
        }
        return bound
    }
}
