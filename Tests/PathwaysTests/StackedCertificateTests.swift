// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph
import Testing
import VectorScoring

/// A certificate stacks into a diploma: what closes the certificate is worth something there.
struct StackedCertificateTests {
    let asOf = CalendarDate(dayNumber: 20_000)

    private func graph() throws -> Graph {
        var parts = GraphParts()
        for (id, kind, field) in [
            ("inner", .microCredential, "0611"), ("outer", .microCredential, "0711"),
            ("neither", .microCredential, "0921"), ("certificate", .certificate, "0000"),
            ("diploma", .diploma, "0001"),
        ] as [(String, Credential.Kind, String)] {
            var credential = Credential(id: id, title: LocalizedText(id), kind: kind)
            credential.credits = Credits(ExactDecimal(kind == .certificate ? 10 : 5))
            credential.field = field
            parts.credentials.append(credential)
        }
        func credits(_ amount: Int, _ field: String) -> Requirement {
            Requirement(
                id: "credits",
                kind: .count(
                    Requirement.Demand(
                        minimum: ExactDecimal(amount),
                        selector: .comparison(.field, .equal, field))))
        }
        parts.rules = [
            Rule(credential: "certificate", use: .completion, requirement: credits(10, "0611")),
            Rule(
                credential: "diploma", use: .completion,
                requirement: Requirement(
                    id: "root",
                    kind: .all([
                        Requirement(
                            id: "the-certificate", kind: .credential("certificate", overlap: nil)),
                        credits(5, "0711"),
                    ]))),
        ]
        return try Graph(parts)
    }

    private func answer(_ awards: [Award]) throws -> (graph: Graph, answer: Recommendations) {
        let graph = try graph()
        let request = RecommendationRequest(
            learner: try Learner(id: "someone", awards: awards),
            target: Target(credential: try graph.credential(named: "diploma"), in: graph),
            asOf: asOf)
        let space = SkillSpace(
            contexts: SkillContexts.matrix(of: graph), dimension: 4, fingerprint: "test")
        return (graph, Recommender(graph, space: space).recommend(request))
    }

    @Test func `A part of the certificate counts toward the diploma, under the certificate's rule`()
        throws
    {
        let (graph, answer) = try answer([])
        let found = Dictionary(
            uniqueKeysWithValues: answer.items.map { (graph.credentials[$0.credential].id, $0) })
        let inner = try #require(found["inner"])
        #expect(inner.counts && inner.rule?.credential == "certificate")
        #expect(inner.marginal?.creditsClosed == ExactDecimal(5))
        let outer = try #require(found["outer"])
        #expect(outer.counts && outer.rule?.credential == "diploma")
        let neither = try #require(found["neither"])
        #expect(!neither.counts && neither.rank == 3)
        #expect(found["certificate"] == nil)
    }

    @Test func `A certificate whose parts are all there can be claimed, at no more effort`() throws
    {
        var first = Award(credential: "inner", date: CalendarDate(dayNumber: 19_000))
        first.credits = Credits(ExactDecimal(10))
        let (graph, answer) = try answer([first])
        let certificate = try graph.credential(named: "certificate")
        let found = try #require(answer.items.first { $0.credential == certificate })
        #expect(found.counts && found.rule?.credential == "diploma")
        #expect(found.marginal?.requirementsClosed.map(\.requirement) == ["the-certificate"])
        #expect(found.contributions.first { $0.criterion == "effort" }?.value == 1)
    }
}
