// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Durations as ISO 8601 writes them, where they can be a workload.
enum ISODuration {
    /// Returns the hours of a duration in weeks, days, hours and minutes; a day has 24 hours.
    ///
    /// The result is nil for what is no duration, for zero, for years and months (which have no
    /// fixed length, and `P60M` mostly means 60 hours), and where hours do not come out exactly.
    static func hours(_ text: String) -> ExactDecimal? {
        guard text.hasPrefix("P"), text.utf8.count <= 40 else { return nil }
        var thousandths = 0
        var isTime = false
        var digits = ""
        for character in text.dropFirst() {
            switch character {
            case "T" where !isTime && digits.isEmpty: isTime = true
            case "0"..."9", ".": digits.append(character)
            case ",": digits.append(".")
            default:
                guard let unit = unit(character, isTime),
                    let amount = ExactDecimal(digits), amount <= ExactDecimal(100_000)
                else { return nil }
                let product = amount.thousandths * unit.multiplier
                guard product % unit.divisor == 0 else { return nil }
                thousandths += product / unit.divisor
                digits = ""
            }
        }
        return digits.isEmpty && thousandths > 0 ? ExactDecimal(thousandths: thousandths) : nil
    }

    private static func unit(
        _ letter: Character, _ isTime: Bool
    ) -> (multiplier: Int, divisor: Int)? {
        switch (letter, isTime) {
        case ("W", false): (168, 1)
        case ("D", false): (24, 1)
        case ("H", true): (1, 1)
        case ("M", true): (1, 60)
        default: nil
        }
    }
}
