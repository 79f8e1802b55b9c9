// SPDX-License-Identifier: Apache-2.0

import Pathways
import SkillsGraph
import TestSupport
import VectorScoring

/// A small catalogue drawn from a seed: skills in a tree, credentials that teach a few of them,
/// some with admission by skill or credential, and a qualification with a rule over credits.
struct RandomCatalogue {
    let graph: Graph
    let learner: Learner
    let qualification: Int
    let space: SkillSpace

    static let asOf = CalendarDate(dayNumber: 20_000)

    init(seed: UInt64, credentials: Int = 12, skills: Int = 10, shuffled: Bool = false) throws {
        var random = SeededGenerator(seed: seed)
        var parts = GraphParts()
        let framework = Framework("local", version: "1")
        for skill in 0..<skills {
            parts.skills.append(
                Skill(
                    uri: "urn:s:\(skill)", label: LocalizedText("skill number \(skill)"),
                    framework: framework))
            if skill > 0, Bool.random(using: &random) {
                parts.skillLinks.append(
                    GraphParts.Link(
                        from: skill, kind: .broader, to: Int.random(in: 0..<skill, using: &random)))
            }
        }
        for number in 0..<credentials {
            Self.add(number, skills, to: &parts, &random)
        }
        parts.credentials.append(Self.qualification())
        parts.outcomes.append(
            LearningOutcome(id: "lo-target", credential: "target", text: "All of it"))
        for skill in 0..<skills where Bool.random(using: &random) {
            parts.alignments.append(
                GraphParts.AlignmentLink(
                    outcome: parts.outcomes.count - 1, skill: skill, weight: 1))
        }
        parts.rules.append(Self.completion(&random))
        let held = (0..<credentials).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        if shuffled { parts.credentials.reverse() }
        graph = try Graph(parts)
        learner = try Learner(
            id: "someone",
            awards: held.map {
                Award(credential: "c\($0)", date: CalendarDate(dayNumber: 19_000 + $0))
            })
        qualification = try graph.credential(named: "target")
        space = SkillSpace(
            contexts: SkillContexts.matrix(of: graph), dimension: 8,
            fingerprint: graph.skillFingerprint())
    }

    /// The request of the learner toward the qualification.
    var request: RecommendationRequest {
        RecommendationRequest(
            learner: learner, target: Target(credential: qualification, in: graph),
            asOf: Self.asOf)
    }

    /// The request of the learner toward the qualification's skills alone.
    var skillRequest: RecommendationRequest {
        RecommendationRequest(
            learner: learner,
            target: Target(
                id: "list", title: "A list", skills: graph.needs(ofCredential: qualification)),
            asOf: Self.asOf)
    }

    private static func add(
        _ number: Int, _ skills: Int, to parts: inout GraphParts, _ random: inout SeededGenerator
    ) {
        var credential = Credential(id: "c\(number)", title: LocalizedText("Credential \(number)"))
        credential.credits = Credits(ExactDecimal(Int.random(in: 1...6, using: &random)))
        credential.level = Level(
            framework: "EQF", value: ["5", "6", "7"].randomElement(using: &random) ?? "6")
        credential.field = ["0611", "0613", "0711"].randomElement(using: &random)
        parts.credentials.append(credential)
        parts.outcomes.append(
            LearningOutcome(id: "lo\(number)", credential: credential.id, text: "Can do it"))
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            parts.alignments.append(
                GraphParts.AlignmentLink(
                    outcome: number, skill: Int.random(in: 0..<skills, using: &random),
                    weight: [0.25, 0.5, 1].randomElement(using: &random) ?? 1))
        }
        guard Int.random(in: 0..<3, using: &random) == 0 else { return }
        let kind: Requirement.Kind =
            Bool.random(using: &random)
            ? .skill("urn:s:\(Int.random(in: 0..<skills, using: &random))", atLeast: nil)
            : .credential("c\(Int.random(in: 0...number, using: &random))", overlap: nil)
        parts.rules.append(
            Rule(
                credential: credential.id, use: .admission,
                requirement: Requirement(id: "root", kind: kind)))
    }

    private static func qualification() -> Credential {
        var credential = Credential(id: "target", title: "The target", kind: .certificate)
        credential.level = Level(framework: "EQF", value: "6")
        return credential
    }

    private static func completion(_ random: inout SeededGenerator) -> Rule {
        let fields = ["0611", "0613", "06"]
        let demands = (0..<2).map { place in
            Requirement(
                id: "group-\(place)",
                kind: .count(
                    Requirement.Demand(
                        minimum: ExactDecimal(Int.random(in: 2...9, using: &random)),
                        selector: .comparison(
                            .field, .equal, fields.randomElement(using: &random) ?? "06"))))
        }
        return Rule(
            credential: "target", use: .completion,
            requirement: Requirement(id: "root", kind: .all(demands)))
    }
}
