// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport

extension Level: ExpressibleByStringLiteral {
    /// A level written out in a test.
    init(stringLiteral text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        self.init(
            framework: parts.count == 2 ? String(parts[0]) : "EQF", value: String(parts.last ?? ""))
    }
}

extension GraphParts {
    /// Skills, credentials and outcomes without relations, named by their numbers.
    static func numbered(skills: Int = 0, credentials: Int = 0) -> GraphParts {
        var parts = GraphParts()
        parts.skills = (0..<skills).map {
            Skill(uri: "s\($0)", label: LocalizedText("skill \($0)"), framework: Framework("local"))
        }
        parts.credentials = (0..<credentials).map {
            Credential(id: "c\($0)", title: LocalizedText("credential \($0)"))
        }
        return parts
    }

    /// Adds an outcome of a credential that teaches skills with weights.
    mutating func teach(_ credential: Int, _ weights: [(skill: Int, weight: Double)]) {
        let outcome = outcomes.count
        outcomes.append(
            LearningOutcome(
                id: "o\(outcome)", credential: credentials[credential].id, text: "Can do it."))
        for (skill, weight) in weights {
            alignments.append(AlignmentLink(outcome: outcome, skill: skill, weight: weight))
        }
    }

    /// Adds a relation between credentials.
    mutating func relate(_ from: Int, _ kind: CredentialRelation.Kind, _ to: Int) {
        credentialRelations.append(
            CredentialRelation(from: credentials[from].id, kind: kind, to: credentials[to].id))
    }

    /// Adds a relation from a skill to a broader one.
    mutating func broaden(_ skill: Int, to broader: Int) {
        skillLinks.append(Link(from: skill, kind: .broader, to: broader))
    }
}

extension Array where Element == (from: Int, to: Int) {
    /// Draws edges between `rows` rows; with `forward`, only from a lower row to a higher one.
    static func random(
        rows: Int, edges: Int, forward: Bool = false, using random: inout SeededGenerator
    ) -> [(from: Int, to: Int)] {
        (0..<edges).compactMap { _ in
            let left = Int.random(in: 0..<rows, using: &random)
            let right = Int.random(in: 0..<rows, using: &random)
            guard forward else { return (left, right) }
            return left == right ? nil : (Swift.min(left, right), Swift.max(left, right))
        }
    }
}
