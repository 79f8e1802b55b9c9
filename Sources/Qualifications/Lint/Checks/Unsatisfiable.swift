// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let unsatisfiable = LintCheck(
        "unsatisfiable", .error, "Nothing that could be held meets the requirement."
    ) { subject in
        subject.tooFew + subject.contradictorySelectors + subject.sharesOfNothing
            + subject.tooFewDifferent + subject.forbidden + subject.meansAboveScale
    }
}

extension LintSubject {
    fileprivate var tooFew: [LintIssue] {
        nodes.compactMap { place, node in
            guard case .atLeast(let count, let parts) = node.requirement.kind, !parts.isEmpty,
                count > parts.count
            else { return nil }
            return LintIssue(
                place, "minimum", "it asks for \(count) of \(parts.count) requirements",
                do: "lower the number, or add the requirements that are missing")
        }
    }

    fileprivate var contradictorySelectors: [LintIssue] {
        nodes.compactMap { place, node in
            guard let selector = node.requirement.selector, !selector.isPlainlyNothing,
                logic.isNothing(selector)
            else { return nil }
            return LintIssue(
                place, "of", "nothing can match \"\(selector.short)\"",
                do: "take out the comparison that contradicts another")
        }
            + (logic.isNothing(rule.counts)
                ? [
                    LintIssue(
                        nil, "counts",
                        "nothing can match \"\(rule.counts.short)\", so nothing counts",
                        do: "take out the comparison that contradicts another")
                ] : [])
    }

    /// Shares that ask for what nothing around them can count.
    fileprivate var sharesOfNothing: [LintIssue] {
        counts.flatMap { place, demand -> [LintIssue] in
            let bounds = BoundsOfShares(self, at: place, demand)
            guard bounds.shares.contains(where: { $0.share.asksForSome(in: demand) }) else {
                return []
            }
            let slots = slots(below: place)
            return bounds.shares.compactMap { bounds in
                guard bounds.share.asksForSome(in: demand),
                    !logic.isNothing(bounds.share.selector),
                    slots.allSatisfy({ !mayFill($0, bounds.share.selector) })
                else { return nil }
                return LintIssue(
                    bounds.place, "of",
                    "nothing that the requirement above can count matches "
                        + "\"\(bounds.share.selector.short)\"",
                    do: "let the requirement above count it, or correct the selector")
            }
        }
    }

    /// The slots whose awards a count at `place` counts.
    private func slots(below place: Int) -> [Requirement] {
        var found: [Requirement] = []
        var waiting = [place]
        while let next = waiting.popLast() {
            let node = outline.nodes[next]
            if node.requirement.isSlot { found.append(node.requirement) }
            waiting += node.children.filter { !outline.nodes[$0].requirement.isShared }
        }
        return found
    }

    private func mayFill(_ slot: Requirement, _ selector: Selector) -> Bool {
        switch slot.kind {
        case .count(let demand): !logic.areDisjoint(demand.selector, selector)
        case .credential(let id, nil):
            sizes.candidates(for: id).contains { judge(selector, of: $0) != .notMet }
        default: true
        }
    }

    fileprivate var tooFewDifferent: [LintIssue] {
        nodes.compactMap { place, node in
            guard case .distinct(let count, let field) = node.requirement.kind,
                let parent = node.parent,
                case .count(let demand) = outline.nodes[parent].requirement.kind,
                let most = mostDifferent(field, in: demand), most < count
            else { return nil }
            return LintIssue(
                place, "minimum",
                "it asks for \(count) different values of \(field.rawValue), and what is counted "
                    + "above has no more than \(most)",
                do: "lower the number, or let more count above")
        }
    }

    private func mostDifferent(_ field: Selector.Field, in demand: Requirement.Demand) -> Int? {
        let hasSlots = demand.parts.contains { !$0.isCondition }
        let values = hasSlots ? nil : demand.selector.values(of: field)?.count
        // What is cut at its maximum may be made of more awards than are counted.
        let maximum =
            demand.unit == .awards && !demand.isPartial
            ? demand.maximum.map { $0.thousandths / 1000 } : nil
        return [values, maximum].compactMap { $0 }.min()
    }

    /// What is needed and may not be held.
    fileprivate var forbidden: [LintIssue] {
        let bans = nodes.compactMap { _, node -> (id: String, selector: Selector)? in
            guard case .absent(let selector) = node.requirement.kind, node.isRequired else {
                return nil
            }
            return (node.requirement.id, selector)
        }
        guard !bans.isEmpty, bans.count <= 64 else { return [] }
        return nodes.compactMap { place, node in
            guard node.isRequired,
                let ban = bans.first(where: { isForbidden(node.requirement, by: $0.selector) })
            else { return nil }
            return LintIssue(
                place, "of", "what it needs may not be held by \"\(ban.id)\"",
                do: "take one of the two out, or let \"\(ban.id)\" speak of something else")
        }
    }

    private func isForbidden(_ requirement: Requirement, by ban: Selector) -> Bool {
        switch requirement.kind {
        case .credential(let id, nil):
            sizes.candidates(for: id).allSatisfy { judge(ban, of: $0) == .met }
        case .count(let demand):
            demand.minimum > .zero && demand.parts.allSatisfy(\.isCondition)
                && logic.implies(demand.selector, ban)
        default: false
        }
    }

    fileprivate var meansAboveScale: [LintIssue] {
        nodes.compactMap { place, node in
            guard case .mean(let mean) = node.requirement.kind,
                let most = scale(named: mean.scale)?.mostPoints, most < mean.minimum
            else { return nil }
            return LintIssue(
                place, "minimum",
                "a mean of \(mean.minimum) is above the \(most) of the best grade of "
                    + "\"\(mean.scale)\"",
                do: "lower it, or correct the points of the scale")
        }
    }

    /// The scale that the rule declares under this name.
    func scale(named name: String) -> GradeScale? { rule.scales.first { $0.name == name } }
}

extension Requirement.Share {
    /// Whether it asks for more than nothing.
    func asksForSome(in demand: Requirement.Demand) -> Bool {
        switch minimum {
        case .amount(let amount): amount > .zero
        case .fraction(let fraction):
            fraction.thousandths > 0 && demand.minimum > .zero
        case nil: false
        }
    }
}

extension Selector {
    /// Whether it says itself that nothing is meant: `not any`, or an empty list.
    var isPlainlyNothing: Bool {
        self == .not(.everything)
            || {
                if case .oneOf(_, let values) = self { values.isEmpty } else { false }
            }()
    }

    /// The selector as it is written, cut where it is long.
    var short: String {
        let text = description
        return text.count <= 120 ? text : text.prefix(117) + "…"
    }

    /// The values that a field is limited to; nil where it is not.
    func values(of field: Field) -> Set<String>? {
        guard let clauses else { return nil }
        var values: Set<String> = []
        for clause in clauses {
            let lists = clause.filter { $0.field == field && $0.comparator == .equal }
            // A value of a field of education stands for all that begin with it.
            guard let list = lists.first, field != .field else { return nil }
            values.formUnion(list.values)
        }
        return values
    }
}
