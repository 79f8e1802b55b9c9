// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Unit {
    /// Returns an amount in thousandths with the unit: `7.5 ECTS`, `1 award`.
    func worded(_ thousandths: Int) -> String {
        let amount = ExactDecimal(thousandths: thousandths)
        switch self {
        case .credits(let scheme): return "\(amount) \(scheme.rawValue)"
        case .awards: return thousandths == 1000 ? "1 award" : "\(amount) awards"
        case .hours: return thousandths == 1000 ? "1 hour" : "\(amount) hours"
        }
    }
}

extension LintIssue {
    /// Returns words for a list, of which only the first few are named.
    static func list(_ words: some Collection<String>, most: Int = 3) -> String {
        let named = words.prefix(most).map { "\"\($0)\"" }.joined(separator: ", ")
        return words.count > most ? named + " and \(words.count - most) more" : named
    }
}
