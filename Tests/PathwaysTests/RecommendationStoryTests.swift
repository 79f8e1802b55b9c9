// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph
import Testing
import VectorScoring

/// Small stories a person can check by hand.
struct RecommendationStoryTests {
    let asOf = CalendarDate(dayNumber: 20_000)

    /// `a` teaches the first skill and opens `b`, which teaches two more; `c` teaches one at once.
    private func parts() -> GraphParts {
        var parts = GraphParts()
        let framework = Framework("local", version: "1")
        parts.skills = (0..<4).map {
            Skill(uri: "urn:s:\($0)", label: LocalizedText("skill \($0)"), framework: framework)
        }
        for (id, skills) in [("a", [0]), ("b", [1, 2]), ("c", [3]), ("twin", [0])] {
            var credential = Credential(id: id, title: LocalizedText(id))
            credential.credits = Credits(ExactDecimal(5))
            parts.credentials.append(credential)
            parts.outcomes.append(
                LearningOutcome(id: "lo-\(id)", credential: id, text: "Can do it"))
            for skill in skills {
                parts.alignments.append(
                    GraphParts.AlignmentLink(
                        outcome: parts.outcomes.count - 1, skill: skill, weight: 1))
            }
        }
        parts.credentialRelations = [
            CredentialRelation(from: "b", kind: .requires, to: "a"),
            CredentialRelation(from: "twin", kind: .equivalent, to: "a"),
        ]
        return parts
    }

    private func answer(
        _ parts: GraphParts, _ awards: [Award] = [],
        change: (inout RecommendationRequest) -> Void = { _ in }
    ) throws -> (graph: Graph, answer: Recommendations) {
        let graph = try Graph(parts)
        var request = RecommendationRequest(
            learner: try Learner(id: "someone", awards: awards),
            target: Target(
                id: "list", title: "All four",
                skills: graph.skills.indices.map { SkillWeight(skill: $0, weight: 1) }),
            asOf: asOf)
        change(&request)
        let space = SkillSpace(
            contexts: SkillContexts.matrix(of: graph), dimension: 4, fingerprint: "test")
        return (graph, Recommender(graph, space: space).recommend(request))
    }

    private func ids(_ found: (graph: Graph, answer: Recommendations)) -> [String] {
        found.answer.items.map { found.graph.credentials[$0.credential].id }
    }

    @Test func `The credential that opens a better one comes before one that closes as much`()
        throws
    {
        #expect(try ids(answer(parts())) == ["a", "twin", "c"])
    }

    @Test func `An equivalent of what is held is not recommended, and opens as much`() throws {
        let held = Award(credential: "twin", date: CalendarDate(dayNumber: 19_000))
        #expect(try ids(answer(parts(), [held])) == ["b", "c"])
    }

    @Test func `What has expired may be taken again`() throws {
        var held = Award(credential: "a", date: CalendarDate(dayNumber: 18_000))
        held.expires = CalendarDate(dayNumber: 19_999)
        #expect(try ids(answer(parts(), [held])).contains("a"))
        held.expires = asOf
        #expect(try !ids(answer(parts(), [held])).contains("a"))
    }

    @Test func `What is blocked is named with what would open it`() throws {
        let found = try answer(parts()) { $0.blockedLimit = 5 }
        let blocked = try #require(found.answer.blocked.first)
        #expect(found.graph.credentials[blocked.recommendation.credential].id == "b")
        let openers = try #require(blocked.unmet.first).unblockedBy
        #expect(Set(openers.map { found.graph.credentials[$0].id }) == ["a", "twin"])
    }

    @Test func `An empty catalogue, an empty wallet and a closed gap give an empty list`() throws {
        #expect(try ids(answer(GraphParts())).isEmpty)
        let all = ["a", "b", "c"].map {
            Award(credential: $0, date: CalendarDate(dayNumber: 19_000))
        }
        let closed = try answer(parts(), all)
        #expect(closed.answer.gap.isClosed)
        #expect(closed.answer.items.isEmpty)
    }

    @Test func `A selector narrows the catalogue, and what it leaves out is counted`() throws {
        let found = try answer(parts()) { $0.filter = .comparison(.id, .equal, "c") }
        #expect(ids(found) == ["c"])
        #expect(found.answer.counts.excluded[.filtered] == 3)
    }

    @Test func `Levels and wishes beyond all measure are scored like others`() throws {
        var parts = parts()
        parts.credentials[0].level = Level(framework: "own", value: String(Int.min))
        parts.credentials[2].level = Level(framework: "own", value: String(Int.max))
        let found = try answer(parts) {
            $0.target = Target(
                id: "list", title: "All four",
                skills: $0.target.needs.map { SkillWeight(skill: $0.skill, weight: 1e15) })
        }
        #expect(ids(found) == ["a", "twin", "c"])
        let graph = found.graph
        let toLevel = try answer(parts) { $0.target = Target(credential: 2, in: graph) }
        #expect(!toLevel.answer.items.isEmpty)
    }

    @Test func `The path leads from the credential over an outcome to a missing skill`() throws {
        let found = try answer(parts())
        let first = try #require(found.answer.items.first)
        let outcome = try #require(first.path.outcome)
        #expect(found.graph.outcomes[outcome].id == "lo-a")
        #expect(first.path.skill == 0)
    }
}
