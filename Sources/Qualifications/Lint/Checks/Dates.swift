// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let expired = LintCheck(
        "rule-expired", .warning, "The rule is no longer in force on the day asked about."
    ) { subject in
        guard let last = subject.rule.validUntil, last < subject.asOf else { return [] }
        return [
            LintIssue(
                nil, "valid/until", "the rule was in force until \(last); it is \(subject.asOf)",
                do: "use the version that replaces it, or prolong it")
        ]
    }

    static let dates = LintCheck(
        "contradictory-dates", .error, "Dates of a rule leave no day or nobody that it is for."
    ) { subject in
        let rule = subject.rule
        var issues: [LintIssue] = []
        if let first = rule.validFrom, let last = rule.validUntil, last < first {
            issues.append(
                LintIssue(
                    nil, "valid/until", "the rule ends on \(last), before it begins on \(first)",
                    do: "correct one of the two"))
        }
        if let from = rule.startedFrom, let before = rule.startedBefore, before <= from {
            issues.append(
                LintIssue(
                    nil, "for-those-who-started/before",
                    "nobody starts on \(from) or later and before \(before)",
                    do: "correct one of the two"))
        }
        if let from = rule.startedFrom, let last = rule.validUntil, last < from {
            issues.append(
                LintIssue(
                    nil, "for-those-who-started/from",
                    "it is for those who start on \(from) or later, and ends on \(last)",
                    do: "correct one of the two"))
        }
        return issues + subject.datesBeyondValidity
    }

    static let overlappingVersions = LintCheck(
        "overlapping-versions", .warning,
        "Two versions of a rule are in force on one day for the same start."
    ) { subject in
        let rule = subject.rule
        return subject.company.versions(beside: subject.index).compactMap { other, isEarlier in
            guard isEarlier, other.id != rule.id, let day = rule.firstDayShared(with: other) else {
                return nil
            }
            return LintIssue(
                nil, "valid/from",
                "\"\(other.id)\" is in force on \(day) too, for the same learners",
                do: "end one of them with a last day, or say for which starts each is")
        }
    }
}

extension LintSubject {
    fileprivate var datesBeyondValidity: [LintIssue] {
        guard let last = rule.validUntil else { return [] }
        return nodes.compactMap { place, node in
            guard case .notBefore(let date) = node.requirement.kind, node.isRequired, last < date
            else { return nil }
            return LintIssue(
                place, "of", "the rule ends on \(last), before this day, \(date)",
                do: "correct one of the two")
        }
    }
}

extension Rule {
    /// The first day on which both are in force, where both are for one start; nil where there is
    /// none.
    fileprivate func firstDayShared(with other: Rule) -> CalendarDate? {
        let (early, late) = (CalendarDate(dayNumber: .min), CalendarDate(dayNumber: .max))
        let from = max(validFrom ?? early, other.validFrom ?? early)
        let until = min(validUntil ?? late, other.validUntil ?? late)
        let startFrom = max(startedFrom ?? early, other.startedFrom ?? early)
        let startsEnd = [startedBefore, other.startedBefore].compactMap { $0 }.min()
        guard from <= until, startsEnd.map({ startFrom < $0 }) ?? true else { return nil }
        return from
    }
}
