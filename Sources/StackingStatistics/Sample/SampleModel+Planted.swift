// SPDX-License-Identifier: Apache-2.0

extension SampleModel {
    /// The probability of a later award within `days`, of whoever has an index award; nil where
    /// the model declares none for that horizon.
    ///
    /// - Parameters:
    ///   - days: the horizon.
    ///   - group: the position of a group, or nil for all.
    ///   - field: the position of the index award's field, or nil for all.
    /// - Returns: the probability.
    public func stackingRate(within days: Int, group: Int? = nil, field: Int? = nil) -> Double? {
        guard let horizon = horizons.firstIndex(of: days) else { return nil }
        var sum = 0
        var weights = 0
        for (groupPosition, groupOf) in groups.enumerated()
        where group == nil || group == groupPosition {
            for (fieldPosition, fieldOf) in fields.enumerated()
            where field == nil || field == fieldPosition {
                let weight = groupOf.weight * fieldOf.weight
                sum += weight * stacking(groupOf, fieldOf, horizon).millionths
                weights += weight
            }
        }
        return weights > 0 ? Double(sum) / (Double(weights) * 1_000_000) : nil
    }

    /// The probability that a stacker rose, that they did not, and that nobody can tell.
    public var directions: (vertical: Double, horizontal: Double, unknown: Double) {
        let vertical = isLevelled.probability * isVertical.probability
        let horizontal =
            isLevelled.probability * (1 - isVertical.probability) * (1 - isUnlevelled.probability)
        return (vertical, horizontal, 1 - vertical - horizontal)
    }

    /// The chance to stack within the horizon at a position, of this group and in this field.
    func stacking(_ group: Group, _ field: Field, _ horizon: Int) -> Chance {
        Chance(millionths: group.stacking[horizon].millionths * field.factor / 100)
    }
}
