// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension LintCheck {
    static let partial = LintCheck(
        "misplaced-partial", .error,
        "Awards are cut at a maximum where what is around it cannot count a part of one."
    ) { subject in
        subject.counts.compactMap { place, demand in
            guard demand.isPartial else { return nil }
            let around = subject.countsAround(place)
            return subject.ofAnotherUnit(place, demand, around)
                ?? subject.insideWholeMaximum(place, around)
                ?? subject.besideCondition(place, demand, around)
        }
    }
}

extension LintSubject {
    /// A count around another, with its place.
    fileprivate typealias Around = (place: Int, demand: Requirement.Demand)

    /// The counts around a requirement in its scope, the nearest first.
    fileprivate func countsAround(_ place: Int) -> [Around] {
        var around: [Around] = []
        var next = outline.nodes[place].count
        while let count = next, let demand = outline.nodes[count].requirement.demand {
            around.append((count, demand))
            next = outline.nodes[count].count
        }
        return around
    }

    private func id(_ around: Around) -> String { outline.nodes[around.place].requirement.id }

    fileprivate func ofAnotherUnit(
        _ place: Int, _ demand: Requirement.Demand, _ around: [Around]
    ) -> LintIssue? {
        around.first { $0.demand.unit != demand.unit }.map { other in
            LintIssue(
                place, "partial",
                "\"\(id(other))\" around it counts \(other.demand.unit.name), where a part of an "
                    + "award is not known",
                do: "count both in one unit, or take out \"partial\"")
        }
    }

    fileprivate func insideWholeMaximum(_ place: Int, _ around: [Around]) -> LintIssue? {
        around.first { $0.demand.maximum != nil && !$0.demand.isPartial }.map { other in
            LintIssue(
                place, "partial",
                "the maximum of \"\(id(other))\" around it counts awards whole or not at all",
                do: "make that one \"partial\" too, or take out \"partial\" here")
        }
    }

    fileprivate func besideCondition(
        _ place: Int, _ demand: Requirement.Demand, _ around: [Around]
    ) -> LintIssue? {
        ([(place, demand)] + around).first { $0.demand.looksAtParts }.map { other in
            LintIssue(
                place, "partial",
                "a condition of \"\(id(other))\" asks which part of an award is counted",
                do: "take out \"partial\", or the share at most, share of what is counted, or mean")
        }
    }
}

extension Requirement.Demand {
    /// Whether a condition asks which part of an award is counted.
    fileprivate var looksAtParts: Bool {
        parts.contains { part in
            switch part.kind {
            case .share(let share): share.maximum != nil || share.basis == .counted
            case .mean(let mean): mean.basis == .counted
            default: false
            }
        }
    }
}
