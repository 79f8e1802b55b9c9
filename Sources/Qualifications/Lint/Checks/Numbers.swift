// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let number = LintCheck(
        "impossible-number", .error, "A number is one that nothing can have."
    ) { subject in
        subject.nodes.flatMap { place, node -> [LintIssue] in
            switch node.requirement.kind {
            case .count(let demand): demand.impossibleNumbers(at: place)
            case .share(let share): share.impossibleNumbers(at: place)
            case .distinct(let count, _) where count < 1: [.notPositive(count, at: place)]
            case .atLeast(let count, _) where count < 1: [.notPositive(count, at: place)]
            case .all, .any, .atLeast, .mean, .period, .distinct, .credential, .outcome, .skill,
                .order, .absent, .notBefore, .decision:
                []
            }
        }
    }
}

extension LintIssue {
    fileprivate static func notPositive(_ count: Int, at place: Int) -> LintIssue {
        LintIssue(
            place, "minimum", "\(count) is nothing that could be asked for",
            do: "ask for at least 1, or take the requirement out")
    }

    fileprivate static func outOfRange(
        _ amount: ExactDecimal, _ key: String, at place: Int
    ) -> LintIssue {
        LintIssue(
            place, key, "\(amount) is not a number that can be counted",
            do: "use one from 0 to 100000")
    }

    fileprivate static func broken(
        _ amount: ExactDecimal, _ key: String, at place: Int
    ) -> LintIssue {
        LintIssue(
            place, key, "\(amount) awards are not a whole number", do: "awards are counted whole",
            severity: .warning)
    }
}

extension Requirement.Demand {
    fileprivate func impossibleNumbers(at place: Int) -> [LintIssue] {
        [("minimum", minimum), ("maximum", maximum)].compactMap { key, amount in
            guard let amount else { return nil }
            if !Credits(amount).isPossible { return .outOfRange(amount, key, at: place) }
            let isBroken = unit == .awards && amount.thousandths % 1000 != 0
            return isBroken ? .broken(amount, key, at: place) : nil
        }
    }
}

extension Requirement.Share {
    fileprivate func impossibleNumbers(at place: Int) -> [LintIssue] {
        [("minimum", minimum), ("maximum", maximum)].compactMap { key, bound in
            switch bound {
            case .amount(let amount) where !Credits(amount).isPossible:
                .outOfRange(amount, key, at: place)
            case .fraction(let fraction) where !(0...1000 ~= fraction.thousandths):
                LintIssue(
                    place, key, "\(fraction) is not a share", do: "use one from 0% to 100%")
            case .amount, .fraction, nil: nil
            }
        }
    }
}
