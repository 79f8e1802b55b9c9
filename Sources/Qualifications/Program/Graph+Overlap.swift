// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

extension Graph {
    /// The value of a distinguishing field, or nil where it is not known.
    func value(of field: Selector.Field, _ evidence: Evidence) -> String? {
        let (award, credential) = (evidence.award, credentials[evidence.credential])
        switch field {
        case .id: return credential.id
        case .provider: return award.provider ?? credential.provider
        case .level: return (award.level ?? credential.level)?.description
        case .field: return award.field ?? credential.field
        case .kind: return (award.kind ?? credential.kind).rawValue
        case .mode: return credential.mode
        case .date: return award.date?.description
        case .tag, .language, .credits, .hours, .age, .grade, .used, .outcome, .skill: return nil
        }
    }

    /// Returns the weighted share of what `wanted` teaches that `held` teaches too, a narrower
    /// skill counting for a broader; nil where `wanted` teaches no known skill.
    public func overlap(of held: Int, with wanted: Int) -> Double? {
        let asked = teaches(wanted)
        let total = asked.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        let known = Dictionary(
            reach(of: teaches(held), discount: 1).map { ($0.skill, $0.weight) },
            uniquingKeysWith: max)
        let shared = asked.reduce(0) { $0 + min($1.weight, known[$1.skill] ?? 0) }
        return shared / total
    }
}
