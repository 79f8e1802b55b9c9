// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let duplicate = LintCheck(
        "duplicate", .warning, "Two requirements beside each other ask the same."
    ) { subject in
        subject.nodes.flatMap { _, node -> [LintIssue] in
            var seen: [Requirement: Int] = [:]
            return node.children.compactMap { child in
                let requirement = subject.outline.nodes[child].requirement
                // One credential twice is a class of its own.
                if case .credential = requirement.kind { return nil }
                guard let other = seen.updateValue(child, forKey: requirement.bare) else {
                    return nil
                }
                let id = subject.outline.nodes[other].requirement.id
                return LintIssue(
                    child, nil, "it asks the same as \"\(id)\"",
                    do: "take one out; to ask for twice as much, say so in one requirement")
            }
        }
    }
}

extension Requirement {
    /// The requirement without what only names it; decisions are told apart by their titles.
    var bare: Requirement {
        let isDecision = if case .decision = kind { true } else { false }
        return Requirement(
            id: "", title: isDecision ? title : "", isShared: isShared, kind: kind.bare)
    }
}

extension Requirement.Kind {
    fileprivate var bare: Self {
        switch self {
        case .all(let parts): return .all(parts.map(\.bare))
        case .any(let parts): return .any(parts.map(\.bare))
        case .atLeast(let count, let parts): return .atLeast(count, of: parts.map(\.bare))
        case .count(var demand):
            demand.parts = demand.parts.map(\.bare)
            return .count(demand)
        case .share, .mean, .period, .distinct, .credential, .outcome, .skill, .order, .absent,
            .notBefore, .decision:
            return self
        }
    }
}
