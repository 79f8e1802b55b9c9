// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let titleMismatch = LintCheck(
        "title-mismatch", .warning, "A title begins with another amount than is asked for."
    ) { subject in
        subject.counts.compactMap { place, demand in
            let title = subject.outline.nodes[place].requirement.title
            for entry in title.entries {
                guard let (amount, unit) = TitleFigures(entry.text).size,
                    demand.unit.isCalled(unit), amount != demand.minimum, amount != demand.maximum
                else { continue }
                return LintIssue(
                    place, "minimum",
                    "it asks for \(demand.unit.worded(demand.minimum.thousandths)), and its title "
                        + "begins with \(amount)",
                    do: "correct the one that is wrong")
            }
            return nil
        }
    }
}
