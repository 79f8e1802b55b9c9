// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let noSource = LintCheck(
        "no-source", .warning, "A rule does not say where it is published."
    ) { subject in
        guard subject.rule.source?.isEmpty ?? true else { return [] }
        return [
            LintIssue(
                nil, "source", "nothing says where the rule is published",
                do: "give the address of the awarding body's own page as \"source\"")
        ]
    }
}
