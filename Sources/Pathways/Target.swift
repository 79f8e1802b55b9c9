// SPDX-License-Identifier: Apache-2.0

public import SkillsGraph

/// What a learner wants to reach: a credential, an occupation, or a list of skills.
public struct Target: Sendable {
    /// The id by which it was named: a credential's, an occupation's URI, or the name of a list.
    public let id: String
    /// What a person reads.
    public let title: LocalizedText
    /// The credential's position, where the target is one.
    public let credential: Int?
    /// The skills it needs, in position order; the weight says how much each matters.
    public let needs: [SkillWeight]
    /// The rule that says when it is reached, where it has one.
    public let rule: Rule?
    /// Its level, where it has one.
    public let level: Level?

    /// Creates the target of earning a credential: its rule, if it is a qualification, and the
    /// skills that it and its rule are about.
    public init(credential position: Int, in graph: Graph) {
        let credential = graph.credentials[position]
        let rule = graph.rule(.completion, of: position)
        id = credential.id
        title = credential.title
        self.credential = position
        self.rule = rule
        level = credential.level
        let named = rule.map { Self.skills(namedBy: $0, in: graph) } ?? []
        needs = Self.strongest(graph.needs(ofCredential: position) + named)
    }

    /// Creates the target of meeting `rule`, which need not be one of the graph's: a draft, or what
    /// another body asks.
    public init(rule: Rule, in graph: Graph) {
        let position = graph.credential(rule.credential)
        id = rule.credential
        title = position.map { graph.credentials[$0].title } ?? LocalizedText(rule.credential)
        credential = position
        self.rule = rule
        level = position.flatMap { graph.credentials[$0].level }
        let own = position.map { graph.needs(ofCredential: $0) } ?? []
        needs = Self.strongest(own + Self.skills(namedBy: rule, in: graph))
    }

    /// Creates the target of being ready for an occupation.
    public init(occupation position: Int, in graph: Graph) {
        id = graph.occupations[position].uri
        title = graph.occupations[position].label
        credential = nil
        rule = nil
        level = nil
        needs = graph.needs(ofOccupation: position)
    }

    /// Creates the target of having a list of skills; of a skill listed twice the greater weight
    /// counts.
    public init(id: String, title: LocalizedText, skills: [SkillWeight]) {
        self.id = id
        self.title = title
        credential = nil
        rule = nil
        level = nil
        needs = Self.strongest(skills)
    }

    private static func skills(namedBy rule: Rule, in graph: Graph) -> [SkillWeight] {
        rule.requirement.nodes.flatMap { node -> [SkillWeight] in
            switch node.kind {
            case .skill(let uri, _):
                graph.skill(uri).map { [SkillWeight(skill: $0, weight: 1)] } ?? []
            case .outcome(let id):
                graph.outcome(id).map { graph.skillsOfOutcome[$0] }
                    .map { $0.map { SkillWeight(skill: Int($0), weight: 1) } } ?? []
            default: []
            }
        }
    }

    private static func strongest(_ weights: [SkillWeight]) -> [SkillWeight] {
        Dictionary(weights.map { ($0.skill, $0.weight) }, uniquingKeysWith: max)
            .map { SkillWeight(skill: $0.key, weight: $0.value) }
            .sorted { $0.skill < $1.skill }
    }
}
