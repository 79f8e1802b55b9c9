// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let noEffect = LintCheck(
        "no-effect", .warning, "Something is stated that changes nothing."
    ) { subject in
        subject.nodes.flatMap { place, node in
            subject.idleSharing(of: node, at: place)
                + subject.idleStatements(of: node, at: place)
        } + subject.idleAges
    }
}

extension LintSubject {
    /// A shared requirement with nothing that it could share awards with.
    fileprivate func idleSharing(of node: RuleOutline.Node, at place: Int) -> [LintIssue] {
        guard node.requirement.isShared else { return [] }
        let own = outline.subtree(of: place)
        let slots = own.count { outline.nodes[$0].requirement.isSlot }
        if slots == 0 {
            return [
                LintIssue(
                    place, "shared", "it takes no awards, so there is nothing to share",
                    do: "take out \"shared\"")
            ]
        }
        guard slots == slotCount else { return [] }
        return [
            LintIssue(
                place, "shared",
                "nothing else in the rule takes awards, so there is nothing to share them with",
                do: "take out \"shared\"")
        ]
    }

    fileprivate func idleStatements(of node: RuleOutline.Node, at place: Int) -> [LintIssue] {
        switch node.requirement.kind {
        case .count(let demand): idle(demand, at: place)
        case .share(let share):
            node.parent.flatMap { outline.nodes[$0].requirement.demand }
                .map { idle(share, in: $0, at: place) } ?? []
        case .distinct(1, _):
            [
                LintIssue(
                    place, "minimum", "whatever is counted has one value at least",
                    do: "ask for 2 or more, or take it out")
            ]
        case .all, .any, .atLeast, .mean, .period, .distinct, .credential, .outcome, .skill, .order,
            .absent, .notBefore, .decision:
            []
        }
    }

    private func idle(_ demand: Requirement.Demand, at place: Int) -> [LintIssue] {
        var issues: [LintIssue] = []
        if demand.isPartial, demand.maximum == nil {
            issues.append(
                LintIssue(
                    place, "partial", "without a maximum nothing is ever cut",
                    do: "give it a maximum, or take out \"partial\""))
        }
        if demand.minimum == .zero, demand.maximum == nil, demand.parts.isEmpty,
            let count = outline.nodes[place].count,
            let around = outline.nodes[count].requirement.demand, around.unit == demand.unit,
            logic.implies(demand.selector, around.selector)
        {
            issues.append(
                LintIssue(
                    place, "minimum",
                    "it asks for nothing, limits nothing, and lets nothing count that did not",
                    do: "give it a minimum or a maximum, or take it out"))
        }
        return issues
    }

    private func idle(
        _ share: Requirement.Share, in demand: Requirement.Demand, at place: Int
    ) -> [LintIssue] {
        if !share.asksForSome(in: demand), !share.limits {
            return [
                LintIssue(
                    place, "minimum", "it asks for nothing and limits nothing",
                    do: "give it a minimum above 0 or a maximum below 100%, or take it out")
            ]
        }
        var issues: [LintIssue] = []
        if share.rounding != nil, share.basis == .counted || !share.hasFraction {
            issues.append(
                LintIssue(
                    place, "round", "there is no fraction of a fixed amount to round",
                    do: "take the rounding out"))
        }
        if share.isWhole, demand.parts.allSatisfy(\.isCondition) {
            issues.append(
                LintIssue(
                    place, "minimum", "all that is counted must match",
                    do: "let the requirement above count only that"))
        }
        return issues
    }

    /// A day for ages in a rule that asks for none.
    fileprivate var idleAges: [LintIssue] {
        guard rule.agesOn != nil,
            !selectors.contains(where: { $0.selector.fields.contains(.age) })
        else { return [] }
        return [
            LintIssue(
                nil, "ages-on", "no selector of the rule asks for an age",
                do: "take the day out, or ask for an age")
        ]
    }
}

extension Requirement {
    /// What it counts, where it does.
    var demand: Demand? { if case .count(let demand) = kind { demand } else { nil } }
}

extension Requirement.Share {
    /// Whether it has a maximum that something could pass.
    fileprivate var limits: Bool {
        switch maximum {
        case .fraction(let fraction): fraction.thousandths < 1000 || basis == .required
        case .amount: true
        case nil: false
        }
    }

    fileprivate var hasFraction: Bool {
        [minimum, maximum].contains { if case .fraction = $0 { true } else { false } }
    }

    fileprivate var isWhole: Bool {
        basis == .counted && minimum == .fraction(Fraction(thousandths: 1000))
    }
}
