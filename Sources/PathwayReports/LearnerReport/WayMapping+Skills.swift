// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph

/// What stands for requirements where the target has no rule.
extension WayMapping {
    /// Where the target has no rule, its skills stand for requirements.
    mutating func addSkills() {
        let needs = Dictionary(
            context.report.answer.gap.needs.map { ($0.skill, $0) }
        ) { first, _ in first }
        for award in context.report.holder.awards where context.isValid(award) {
            guard let credential = context.graph.credential(award.credential) else { continue }
            for taught in context.graph.teaches(credential) {
                guard let need = needs[taught.skill] else { continue }
                connect(add(credential, .credential(.held)), add(need), .counts)
            }
        }
        for item in context.report.answer.items {
            for closed in item.skills.prefix(Self.mostSkills) {
                guard let need = needs[closed.skill] else { continue }
                connect(add(item.credential, .credential(.next)), add(need), .wouldCount)
            }
        }
    }

    /// How many skills of a step are drawn.
    private static let mostSkills = 6

    private mutating func add(_ need: Gap.Need) -> Int {
        let uri = context.graph.skills[need.skill].uri
        let place = add(
            "skill:\(uri)", context.label(ofSkill: need.skill),
            "\(FixedPoint.text(100 * need.held, decimals: 0)) %",
            .requirement(need.missing == 0 ? .met : .notMet))
        connect(place, 0, .partOf)
        return place
    }
}
