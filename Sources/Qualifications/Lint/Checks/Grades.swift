// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let grade = LintCheck(
        "undeclared-grade", .error,
        "A grade or a mean is on a scale that the rule does not declare."
    ) { subject in
        subject.selectors.flatMap { place, key, selector in
            selector.grades.compactMap { subject.undeclared($0, place, key) }
        }
            + subject.nodes.compactMap { place, node in
                guard case .mean(let mean) = node.requirement.kind,
                    subject.scale(named: mean.scale) == nil
                else { return nil }
                return LintIssue(
                    place, "scale", "the rule declares no scale \"\(mean.scale)\"",
                    do: subject.declareAdvice(nearest: mean.scale))
            }
    }

    static let scale = LintCheck(
        "unusable-scale", .error, "A scale cannot carry what the rule does with it."
    ) { subject in
        subject.nodes.compactMap { place, node in
            guard case .mean(let mean) = node.requirement.kind,
                let scale = subject.scale(named: mean.scale)
            else { return nil }
            guard let most = scale.mostPoints else {
                return LintIssue(
                    place, "scale", "no grade of \"\(scale.name)\" has points to take a mean of",
                    do: "give the grades their points, or take the mean out")
            }
            if scale.isFalling {
                return LintIssue(
                    place, "scale",
                    "on \"\(scale.name)\" better grades have fewer points, so the least mean would "
                        + "refuse the best",
                    do: "declare points that rise with the grade", severity: .warning)
            }
            let least = scale.steps.compactMap(\.points).min() ?? most
            guard mean.minimum <= least else { return nil }
            return LintIssue(
                place, "minimum",
                "every grade of \"\(scale.name)\" that has points has \(least) or more",
                do: "raise the minimum, or take the mean out", severity: .warning)
        } + subject.scalesTwice
    }
}

extension LintSubject {
    fileprivate func undeclared(_ value: String, _ place: Int?, _ key: String) -> LintIssue? {
        let (name, grade) = Selector.gradeParts(value)
        let meant = rule.scales.filter { name == nil || $0.name == name }
        guard !meant.isEmpty else {
            return LintIssue(
                place, key,
                name.map { "the rule declares no scale \"\($0)\"" }
                    ?? "the rule declares no scale for the grade \"\(grade)\"",
                do: declareAdvice(nearest: name))
        }
        guard !meant.contains(where: { $0.has(Grade(grade, scale: $0.name)) }) else { return nil }
        let grades = meant[0].steps.map(\.grade).joined(separator: ", ")
        return LintIssue(
            place, key, "\"\(grade)\" is no grade of \"\(meant[0].name)\"",
            do: "use one of its grades: \(grades)")
    }

    fileprivate func declareAdvice(nearest name: String?) -> String {
        let near = name.map { Spelling.nearest(to: $0, among: rule.scales.map(\.name)) } ?? []
        return near.first.map { "did you mean \"\($0)\"?" }
            ?? "declare the scale under \"scales\": its grades from the lowest to the highest"
    }

    fileprivate var scalesTwice: [LintIssue] {
        var seen: Set<String> = []
        return rule.scales.compactMap { scale in
            seen.insert(scale.name).inserted
                ? nil
                : LintIssue(
                    nil, "scales", "the scale \"\(scale.name)\" is declared twice",
                    do: "take one out, or rename it")
        }
    }
}

extension GradeScale {
    /// Whether points fall where grades rise.
    fileprivate var isFalling: Bool {
        let points = steps.compactMap(\.points)
        return zip(points, points.dropFirst()).contains { $0 > $1 }
    }
}

extension Selector {
    /// The grades that it compares with.
    fileprivate var grades: [String] {
        switch self {
        case .everything: []
        case .comparison(.grade, _, let value): [value]
        case .oneOf(.grade, let values): values
        case .comparison, .oneOf: []
        case .not(let inner): inner.grades
        case .and(let left, let right), .or(let left, let right): left.grades + right.grades
        }
    }
}
