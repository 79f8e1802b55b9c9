// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let misplaced = LintCheck(
        "misplaced-condition", .error, "A condition on what is counted stands below no count."
    ) { subject in
        subject.nodes.compactMap { place, node in
            guard node.requirement.isCondition else { return nil }
            if let parent = node.parent,
                case .count = subject.outline.nodes[parent].requirement.kind
            {
                return nil
            }
            return LintIssue(
                place, "kind",
                "a \"\(node.requirement.kind.name)\" speaks of what the requirement right above it "
                    + "counts, and that one counts nothing",
                do: "put it right below the \"credits\", \"awards\" or \"hours\" that it is about")
        }
    }

    static let duplicateID = LintCheck(
        "repeated-id", .error, "Two requirements of a rule, or two rules, share an id."
    ) { subject in
        var seen: Set<String> = []
        var issues = subject.nodes.compactMap { place, node -> LintIssue? in
            guard !seen.insert(node.requirement.id).inserted else { return nil }
            return LintIssue(
                place, "id", "the id \"\(node.requirement.id)\" is used twice in this rule",
                do: "give each requirement an id of its own")
        }
        let rule = subject.rule
        if subject.company.versions(beside: subject.index).contains(where: {
            $0.isEarlier && $0.rule.id == rule.id
        }) {
            issues.append(
                LintIssue(
                    nil, "id", "another rule is called \"\(rule.id)\" too",
                    do: "remove one, or give each version an id of its own"))
        }
        return issues
    }
}
