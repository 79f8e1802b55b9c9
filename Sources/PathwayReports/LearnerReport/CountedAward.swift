// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// An award and one requirement that it counts for, or whose test it answers.
struct CountedAward {
    /// The award.
    let award: Award
    /// The id of the requirement.
    let requirement: String
    /// What counts there, where it fills a slot.
    let assignment: Audit.Assignment?
    /// The last day on which it counts there; nil for ever.
    let lastDay: CalendarDate?

    /// Everything that counts in a report's audit: slots first, then tests that are answered.
    static func all(in report: LearnerReport) -> [CountedAward] {
        guard let audit = report.audit, let rule = report.answer.target.rule else { return [] }
        let days = CountingDays(
            rule, for: report.holder, in: report.graph, terms: audit.terms)
        let awards = Dictionary(report.holder.awards.map { ($0.id, $0) }) { first, _ in first }
        let placed = audit.assignment.compactMap { entry in
            awards[entry.award].map { award in
                CountedAward(
                    award: award, requirement: entry.requirement, assignment: entry,
                    lastDay: days.lastDay(of: award, for: entry.requirement))
            }
        }
        let answers = audit.root.nodes.filter { !$0.hasSlot }.flatMap { node in
            node.evidence.compactMap { id in
                awards[id].map {
                    CountedAward(
                        award: $0, requirement: node.id, assignment: nil, lastDay: $0.expires)
                }
            }
        }
        return placed + answers
    }
}

extension AuditNode {
    /// Whether awards count right here.
    var hasSlot: Bool {
        switch requirement.kind {
        case .count, .credential: true
        default: false
        }
    }
}
