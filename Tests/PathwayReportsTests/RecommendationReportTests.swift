// SPDX-License-Identifier: Apache-2.0

import PathwayReports
import Pathways
import SkillsGraph
import TestSupport
import Testing
import VectorScoring

@Suite struct RecommendationReportTests {
    private let graph: Graph
    private let recommender: Recommender

    init() throws {
        graph = try SmallGraph.graph()
        let space = SkillSpace(
            contexts: SkillContexts.matrix(of: graph), dimension: 4, fingerprint: "small")
        recommender = Recommender(graph, space: space)
    }

    private func request(_ credentials: String...) throws -> RecommendationRequest {
        let target = Target(credential: try graph.credential(named: "textiles"), in: graph)
        let learner = try Learner(
            id: "ann", awards: credentials.map { Award(credential: $0, date: SmallGraph.day) })
        var request = RecommendationRequest(
            learner: learner, target: target, asOf: SmallGraph.day)
        request.blockedLimit = 5
        return request
    }

    private func report(_ request: RecommendationRequest, isExplained: Bool = false) -> Report {
        Report(
            recommendations: recommender.recommend(request), learner: "ann", in: graph,
            language: "en", isExplained: isExplained, disclosure: Disclosure())
    }

    @Test func `the document has the fields that others read`() throws {
        let document = try JSONDocument(report(try request()).text(as: .json))
        #expect(document["schema"]?.string == "varde/recommendation/1")
        #expect(document["counts"]?["catalogue"]?.double == 4)
        let items = document["recommendations"]?.elements ?? []
        #expect(items.count == 2)
        let dyeing = items.first { $0["credential"]?.string == "dyeing" }
        #expect(dyeing?["counts"] == .truth(true))
        let closed = dyeing?["closes"]?.elements.compactMap { $0["requirement"]?.string } ?? []
        #expect(closed.contains("colour"))
        let path = dyeing?["path"]?.elements.compactMap { $0["kind"]?.string } ?? []
        #expect(path.starts(with: ["credential", "outcome", "skill", "requirement"]))
        #expect(document["disclosure"]?["asOf"]?.string == SmallGraph.day.description)
        #expect(document["disclosure"]?["weightsHash"]?.string == Weights.standard.hash)
    }

    @Test func `what is closed on the way to the target names the qualification it is part of`()
        throws
    {
        var parts = SmallGraph.parts
        parts.credentials.append(Credential(id: "guild-master", title: "Guild master"))
        parts.rules.append(
            Rule(
                credential: "guild-master", use: .completion,
                requirement: Requirement(id: "colour", kind: .credential("textiles", overlap: nil)))
        )
        let graph = try Graph(parts)
        var request = try request()
        request.target = Target(
            credential: try graph.credential(named: "guild-master"), in: graph)
        let space = SkillSpace(
            contexts: SkillContexts.matrix(of: graph), dimension: 4, fingerprint: "small")
        let report = Report(
            recommendations: Recommender(graph, space: space).recommend(request), learner: "ann",
            in: graph, language: "en", disclosure: Disclosure())
        let items = try JSONDocument(report.text(as: .json))["recommendations"]?.elements ?? []
        let dyeing = items.first { $0["credential"]?.string == "dyeing" }
        let closed = try #require(
            dyeing?["closes"]?.elements.first { $0["requirement"]?.string == "colour" })
        #expect(closed["qualification"]?.string == "textiles")
        #expect(closed["title"]?.string?.contains("dye") == true)
        #expect(dyeing?["path"]?.elements.last?["id"]?.string == "textiles")
        #expect(report.text(as: .table).contains("of Textiles"))
    }

    @Test func `what is blocked names the requirement and what would meet it`() throws {
        let document = try JSONDocument(report(try request()).text(as: .json))
        let blocked = document["blocked"]?.elements.first
        #expect(blocked?["credential"]?.string == "weaving")
        let unmet = blocked?["unmet"]?.elements.first
        #expect(unmet?["requirement"]?.string == "requires/spinning")
        #expect(unmet?["unblockedBy"]?.elements.compactMap(\.string) == ["spinning"])
        let text = report(try request()).text(as: .table)
        #expect(text.contains("Cannot be started yet:"))
        #expect(text.contains("would be served by spinning"))
    }

    @Test func `an explanation shows sums that a person can check`() throws {
        let text = report(try request("spinning"), isExplained: true).text(as: .table)
        for criterion in Criterion.all { #expect(text.contains(criterion.name)) }
        let path = "credential “Dyeing” → outcome “Can do dyeing.” → skill “dye” → requirement"
        #expect(text.contains(path))
    }

    @Test func `credits go toward what asks for them, and other requirements are closed`() throws {
        let text = report(try request("spinning")).text(as: .table)
        #expect(text.contains("Weaving (weaving)"))
        #expect(text.contains("closes “Weaving” or an equivalent (5 credits)"))
        #expect(text.contains("; closes An award that teaches “dye”"))
        #expect(
            report(try request("weaving")).text(as: .table).contains("credits toward Ten credits"))
    }

    @Test func `asking for none is not the same as there being none`() throws {
        var none = try request()
        none.limit = 0
        #expect(report(none).text(as: .table).hasPrefix("What ann could take next"))
    }

    @Test func `a target that is met leaves nothing to recommend`() throws {
        let report = report(try request("spinning", "weaving", "dyeing"))
        #expect(
            report.text(as: .table).hasPrefix("Textiles (textiles): nothing is missing for ann."))
        #expect(report.table.rows.isEmpty)
    }

    @Test func `why not says which filter stopped a credential, or how far it is`() throws {
        var request = try request()
        func verdict(_ id: String) throws -> (JSONDocument, String) {
            let report = Report(
                whyNot: recommender.whyNot(try graph.credential(named: id), request),
                learner: "ann", in: graph, language: "en", disclosure: Disclosure())
            return (try JSONDocument(report.text(as: .json)), report.text(as: .table))
        }
        let (blocked, blockedText) = try verdict("weaving")
        #expect(blocked["reason"]?.string == "not-admitted")
        #expect(blockedText.contains("would be served by spinning"))
        #expect(try verdict("textiles").0["reason"]?.string == "is-target")
        #expect(try verdict("dyeing").0["verdict"]?.string == "listed")
        request.limit = 1
        let listed = report(request).table.rows.first
        let other = listed?[1] == .text("dyeing") ? "spinning" : "dyeing"
        let (ranked, text) = try verdict(other)
        #expect(ranked["verdict"]?.string == "ranked")
        #expect(ranked["recommendation"]?["rank"]?.double == 2)
        #expect(ranked["last"]?["rank"]?.double == 1)
        #expect(text.contains("is at rank 2 of 2"))
    }
}
