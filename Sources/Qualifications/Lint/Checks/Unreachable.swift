// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let unreachable = LintCheck(
        "unreachable", .error, "A requirement is empty, or nothing may count in it."
    ) { subject in
        subject.nodes.compactMap { place, node in
            switch node.requirement.kind {
            case .all(let parts) where parts.isEmpty:
                LintIssue(
                    place, "parts", "an \"all\" without requirements asks nothing",
                    do: "put in what is asked, or take it out")
            case .any(let parts) where parts.isEmpty:
                LintIssue(
                    place, "parts", "an \"any\" without alternatives can never be met",
                    do: "put in the alternatives, or take it out")
            case .atLeast(_, let parts) where parts.isEmpty:
                LintIssue(
                    place, "parts", "an \"at-least\" without requirements can never be met",
                    do: "put in the requirements, or take it out")
            case .order(let ids) where ids.count < 2:
                LintIssue(
                    place, "of", "an order of \(ids.count == 1 ? "one" : "none") says nothing",
                    do: "name the credentials in their order, or ask for the one by itself")
            case .count(let demand) where demand.maximum == .zero && demand.minimum == .zero:
                LintIssue(
                    place, "maximum", "nothing may count here, and nothing is asked for",
                    do: "take it out; what must not be held is a \"none\", and what must not count "
                        + "is left out of what is counted")
            default: nil
            }
        }
    }

    static let alwaysTrue = LintCheck(
        "always-true", .warning, "A requirement is met whatever is held."
    ) { subject in
        subject.nodes.compactMap { place, node in
            switch node.requirement.kind {
            case .any(let parts), .atLeast(1, let parts):
                parts.first(where: { subject.isAlwaysMet($0) }).map { open in
                    LintIssue(
                        place, "parts",
                        "its alternative \"\(open.id)\" is always met, so it asks nothing",
                        do: "let \"\(open.id)\" ask for something, or take the whole out")
                }
            case .absent(let selector) where subject.logic.isNothing(selector):
                LintIssue(
                    place, "of", "nothing can match, so it is always met",
                    do: "name what must not be held")
            case .count(let demand)
            where node.count == nil && subject.isAlwaysMet(node.requirement):
                LintIssue(
                    place, "minimum",
                    demand.maximum == nil
                        ? "it asks for nothing"
                        : "a maximum by itself limits nothing: what passes it is left unused",
                    do: demand.maximum == nil
                        ? "give it a minimum, or take it out"
                        : "put it inside the requirement whose count it limits, or ask for a "
                            + "\"none\"")
            default: nil
            }
        }
    }
}

extension LintSubject {
    /// Whether it is met with nothing held.
    func isAlwaysMet(_ requirement: Requirement) -> Bool {
        switch requirement.kind {
        case .all(let parts): parts.allSatisfy(isAlwaysMet)
        case .any(let parts): parts.contains(where: isAlwaysMet)
        case .atLeast(let count, let parts): parts.count(where: isAlwaysMet) >= count
        case .count(let demand):
            demand.minimum == .zero
                && demand.parts.allSatisfy { part in
                    if case .share(let share) = part.kind { return !share.asksForSome(in: demand) }
                    return isAlwaysMet(part)
                }
        case .absent(let selector): logic.isNothing(selector)
        case .share, .mean, .period, .distinct, .credential, .outcome, .skill, .order, .notBefore,
            .decision:
            false
        }
    }
}
