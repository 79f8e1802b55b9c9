// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let partsDoNotAddUp = LintCheck(
        "parts-do-not-add-up", .error, "The parts of a total come to another number than the total."
    ) { subject in
        subject.counts.compactMap { place, demand in
            SumOfParts(subject, at: place, demand)?.issue
        } + titles(of: subject)
    }

    /// Sums that a title itself states: `16 units: 11 core, 4 elective`.
    private static func titles(of subject: LintSubject) -> [LintIssue] {
        subject.titles.flatMap { place, text -> [LintIssue] in
            TitleFigures(text).sums.compactMap { total, parts in
                let sum = parts.reduce(.zero, +)
                guard sum != total else { return nil }
                return LintIssue(
                    place, "title",
                    "the title says \(total), and the parts it names add up to \(sum)",
                    do: "find out which number is wrong, and correct title and rule",
                    severity: .warning)
            }
        }
    }
}

/// A total and what its parts come to.
private struct SumOfParts {
    let subject: LintSubject
    let place: Int
    let demand: Requirement.Demand
    /// The parts that take awards and count here.
    let parts: [Int]

    init?(_ subject: LintSubject, at place: Int, _ demand: Requirement.Demand) {
        self.subject = subject
        self.place = place
        self.demand = demand
        let unit = demand.unit
        parts = subject.outline.nodes[place].children.filter { child in
            let requirement = subject.outline.nodes[child].requirement
            return !requirement.isShared && !requirement.isCondition
                && subject.extents.added(child, in: unit).most != 0
        }
        guard !parts.isEmpty, demand.minimum > .zero else { return nil }
    }

    var issue: LintIssue? { shortfall ?? rest }

    /// Whether nothing but the parts can fill the total.
    private var isClosed: Bool { subject.logic.isNothing(demand.selector) }

    private var total: Int { demand.minimum.thousandths }

    /// The parts cannot reach the total, whatever is held.
    private var shortfall: LintIssue? {
        guard isClosed, let most = subject.extents.within(place, in: demand.unit).most, most < total
        else { return nil }
        return LintIssue(
            place, "minimum",
            "the total asks for \(demand.unit.worded(total)), and all its parts come to no more "
                + "than \(demand.unit.worded(most)), with nothing else to fill it",
            do: "correct the total or a part, or add the part that is missing")
    }

    /// The numbers stated for the parts leave a rest of which nothing is said.
    private var rest: LintIssue? {
        let sizes = parts.compactMap { subject.extents.stated($0, in: demand.unit) }
        let sum = sizes.reduce(0) { $0.clampedSum($1) }
        guard sizes.count == parts.count, parts.count > 1, sum < total, saysNothingOfTheRest,
            !hasRange,
            isExact || isSmall(total - sum, beside: sizes)
        else { return nil }
        return LintIssue(
            place, "minimum",
            "the parts add up to \(demand.unit.worded(sum)) of \(demand.unit.worded(total)), and "
                + "nothing says what the other \(demand.unit.worded(total - sum)) may be",
            do: "correct a number, or say it: add a part for the rest, give a part a maximum above "
                + "its minimum, or name what else counts",
            severity: .warning)
    }

    private var isExact: Bool { demand.maximum == demand.minimum }

    private var saysNothingOfTheRest: Bool {
        let hasConditions = subject.outline.nodes[place].children.contains {
            subject.outline.nodes[$0].requirement.isCondition
        }
        return isClosed || (demand.selector == .everything && !hasConditions && !hasFreePart)
    }

    /// Whether a part says itself that it may hold more than it must.
    private var hasRange: Bool {
        parts.flatMap { subject.outline.subtree(of: $0) }.contains { place in
            guard let demand = subject.outline.nodes[place].requirement.demand,
                let maximum = demand.maximum
            else { return false }
            return maximum > demand.minimum
        }
    }

    private var hasFreePart: Bool {
        parts.contains { part in
            guard case .count(let demand) = subject.outline.nodes[part].requirement.kind else {
                return false
            }
            return demand.selector == .everything && demand.parts.isEmpty
        }
    }

    /// Whether the rest is less than any part: hardly a group that was left to choice.
    ///
    /// Where awards are counted, a rest as small as the smallest part is just as odd: lists of
    /// units say where each comes from.
    private func isSmall(_ rest: Int, beside sizes: [Int]) -> Bool {
        guard let smallest = sizes.min() else { return false }
        return demand.unit == .awards ? rest <= smallest : rest < smallest
    }
}

extension LintSubject {
    /// Every wording of every title, with the place of its requirement.
    var titles: [(place: Int?, text: String)] {
        rule.title.entries.map { (nil, $0.text) }
            + nodes.flatMap { place, node in
                node.requirement.title.entries.map { (place, $0.text) }
            }
    }
}
