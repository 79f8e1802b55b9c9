// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// How far the skills that a target wants are covered.
struct SkillCoverage: Hashable, Sendable {
    /// The weights of the wanted skills, added up.
    let wanted: Double
    /// The weights, each times how far its skill is held.
    let covered: Double
    /// The weights of the skills that are held in full.
    let mastered: Double
}

/// The skills that a target wants, with their weights.
struct TargetSkills: Sendable {
    private let weights: [SkillWeight]
    private let places: [Int: Int]

    /// Gathers the skills that the credential's outcomes are about, and those its rule asks for.
    init(of target: Int, in graph: Graph, asOf: CalendarDate) {
        let rule = graph.rule(.completion, of: target, asOf: asOf, started: nil)
        let asked = rule.map(graph.skills(askedBy:)) ?? []
        let all =
            graph.needs(ofCredential: target) + asked.map { SkillWeight(skill: $0, weight: 1) }
        weights = Dictionary(all.map { ($0.skill, $0.weight) }, uniquingKeysWith: max)
            .map { SkillWeight(skill: $0.key, weight: $0.value) }.sorted { $0.skill < $1.skill }
        places = Dictionary(
            uniqueKeysWithValues: weights.enumerated().map { ($0.element.skill, $0.offset) })
    }

    /// Returns how far who holds `credentials` covers the skills.
    ///
    /// What several teach of one skill adds up as independent chances do, as in the gap that a
    /// recommendation closes: of what one leaves open the next covers its share.
    func coverage(by credentials: [Int], in graph: Graph) -> SkillCoverage {
        var open = Array(repeating: 1.0, count: weights.count)
        for credential in credentials where !weights.isEmpty {
            for reached in graph.reach(of: graph.teaches(credential)) {
                if let place = places[reached.skill] { open[place] *= 1 - reached.weight }
            }
        }
        var (wanted, covered, mastered) = (0.0, 0.0, 0.0)
        for (weight, open) in zip(weights, open) {
            wanted += weight.weight
            covered += weight.weight * (1 - open)
            if open <= 1e-12 { mastered += weight.weight }
        }
        return SkillCoverage(wanted: wanted, covered: covered, mastered: mastered)
    }
}
