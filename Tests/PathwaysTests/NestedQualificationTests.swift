// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph
import Testing
import VectorScoring

/// A course stacks into a certificate, that into a diploma, and that into a degree.
struct NestedQualificationTests {
    private let asOf = CalendarDate(dayNumber: 20_000)

    private func graph() throws -> Graph {
        var parts = GraphParts()
        parts.credentials = ["degree", "diploma", "certificate", "course", "thesis", "hobby"].map {
            var credential = Credential(id: $0, title: LocalizedText($0))
            credential.credits = Credits(ExactDecimal(5))
            return credential
        }
        for (whole, asked) in [
            ("degree", ["diploma", "thesis"]), ("diploma", ["certificate"]),
            ("certificate", ["course"]),
        ] {
            let leaves = asked.enumerated().map {
                Requirement(id: "needs-\($0)", kind: .credential($1, overlap: nil))
            }
            parts.rules.append(
                Rule(
                    credential: whole, use: .completion,
                    requirement: Requirement(id: "root", kind: .all(leaves))))
        }
        return try Graph(parts)
    }

    private func answer(_ graph: Graph) throws -> Recommendations {
        let request = RecommendationRequest(
            learner: try Learner(id: "someone", awards: []),
            target: Target(credential: try graph.credential(named: "degree"), in: graph),
            asOf: asOf)
        let space = SkillSpace(
            contexts: SkillContexts.matrix(of: graph), dimension: 4, fingerprint: "test")
        return Recommender(graph, space: space).recommend(request)
    }

    @Test func `What counts only three qualifications down counts`() throws {
        let graph = try graph()
        let found = try answer(graph)
        let named = Dictionary(
            found.items.map { (graph.credentials[$0.credential].id, $0) },
            uniquingKeysWith: { first, _ in first })
        #expect(Set(named.keys) == ["course", "thesis", "hobby"])
        #expect(named["thesis"]?.counts == true)
        #expect(named["course"]?.counts == true)
        #expect(named["hobby"]?.counts == false)
    }

    @Test func `What it closes is said of the qualification it closes it in`() throws {
        let graph = try graph()
        let items = try answer(graph).items
        let course = try #require(items.first { graph.credentials[$0.credential].id == "course" })
        #expect(course.rule?.credential == "certificate")
        #expect(course.marginal?.requirementsClosed.map(\.requirement) == ["needs-0"])
        #expect(course.path.requirements == ["root", "needs-0"])
        let thesis = try #require(items.first { graph.credentials[$0.credential].id == "thesis" })
        #expect(thesis.rule?.credential == "degree")
    }

    @Test func `It closes as much as the qualifications it finishes would`() throws {
        let graph = try graph()
        let items = try answer(graph).items
        let progress = items.map { item in
            item.contributions.first { $0.criterion == "progress" }?.value ?? -1
        }
        let ids = items.map { graph.credentials[$0.credential].id }
        let values = Dictionary(zip(ids, progress), uniquingKeysWith: { first, _ in first })
        #expect(values["course"] == values["thesis"])
        #expect(values["hobby"] == 0)
    }
}
