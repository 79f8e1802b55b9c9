// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Two courses that make a certificate, and a course behind one of them.
enum SmallGraph {
    static let day = CalendarDate(dayNumber: 20_780)

    static func graph() throws -> Graph { try Graph(parts) }

    static var parts: GraphParts {
        var parts = GraphParts()
        parts.skills = ["weave", "spin", "dye"].map {
            Skill(uri: "urn:\($0)", label: LocalizedText($0), framework: Framework("local"))
        }
        parts.credentials = [
            credential("spinning", credits: 5), credential("weaving", credits: 5),
            credential("dyeing", credits: 3), credential("textiles", credits: 10),
        ]
        parts.credentials[3].kind = .certificate
        parts.outcomes = ["spinning", "weaving", "dyeing"].map {
            LearningOutcome(id: "\($0)-1", credential: $0, text: LocalizedText("Can do \($0)."))
        }
        parts.alignments = [(0, 1), (1, 0), (2, 2)].map {
            GraphParts.AlignmentLink(outcome: $0, skill: $1, weight: 1)
        }
        parts.credentialRelations = [.init(from: "weaving", kind: .requires, to: "spinning")]
        parts.rules = [rule]
        return parts
    }

    /// Ten credits, weaving among them, and the skill of dyeing.
    static let rule: Rule = {
        let credits = Requirement.Demand(
            minimum: ExactDecimal(10),
            parts: [Requirement(id: "core", kind: .credential("weaving", overlap: nil))])
        var rule = Rule(
            credential: "textiles", use: .completion,
            requirement: Requirement(
                id: "root", title: "Textiles",
                kind: .all([
                    Requirement(id: "credits", title: "Ten credits", kind: .count(credits)),
                    Requirement(id: "colour", kind: .skill("urn:dye", atLeast: nil)),
                ])))
        rule.decidedBy = "the guild"
        return rule
    }()

    private static func credential(_ id: String, credits: Int) -> Credential {
        var credential = Credential(
            id: id, title: LocalizedText(id.prefix(1).uppercased() + id.dropFirst()))
        credential.credits = Credits(ExactDecimal(credits))
        credential.provider = "guild"
        return credential
    }

    static func learner(_ credentials: String...) throws -> Learner {
        try Learner(
            id: "ann", awards: credentials.map { Award(credential: $0, date: day) })
    }
}
