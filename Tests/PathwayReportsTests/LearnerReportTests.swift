// SPDX-License-Identifier: Apache-2.0

import Pathways
import Qualifications
import SkillsGraph
import Testing
import VectorScoring

@testable import PathwayReports

@Suite struct LearnerReportTests {
    private static let held: [[String]] = [
        [], ["spinning"], ["dyeing"], ["spinning", "weaving", "dyeing"], ["nowhere"],
    ]
    private static let targets = ["textiles", "weaving"]

    private static func report(
        _ held: [String], toward id: String, _ language: String = "en",
        _ change: (inout Award) -> Void = { _ in }
    ) throws -> LearnerReport {
        let graph = try SmallGraph.graph()
        let space = SkillSpace(
            contexts: SkillContexts.matrix(of: graph), dimension: 4, fingerprint: "small")
        let awards = held.map { id in
            var award = Award(credential: id, date: SmallGraph.day)
            change(&award)
            return award
        }
        let learner = try Learner(id: "ann", awards: awards)
        let target = Target(credential: try graph.credential(named: id), in: graph)
        var request = RecommendationRequest(
            learner: learner, target: target, asOf: SmallGraph.day)
        request.blockedLimit = 5
        request.terms.alternatives = 3
        var background = AuditBackground()
        background.automatic = AutomaticAwards(of: learner, in: graph, terms: request.terms)
        background.need = target.rule.map {
            Audit.Remaining(neededBy: $0, in: graph, terms: request.terms)
        }
        var style = LearnerReport.Style()
        style.language = language
        return LearnerReport(
            of: learner, Recommender(graph, space: space).recommend(request),
            background: background, in: graph, disclosure: Disclosure(), style: style)
    }

    @Test func `sections have names of their own, which links can lead to`() {
        let names = LearnerReport.sectionNames
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase && $0.isASCII } })
    }

    @Test(arguments: held, targets)
    func `every section says something, whatever is held`(held: [String], target: String) throws {
        for language in LearnerReport.languages {
            let report = try Self.report(held, toward: target, language)
            let context = ReportContext(report)
            for section in ReportSections.all {
                let isSaid = !section.blocks(context).isEmpty
                #expect(isSaid || report.audit == nil, "\(section.name)")
            }
            #expect(XMLCheck.isWellFormed(report.text(as: .html)))
            #expect(XMLCheck.isWellFormed(report.svg(.varde)))
            #expect(XMLCheck.isWellFormed(report.svg(.map)))
            #expect(SummarySection.sentences(context).count == 3)
            #expect(!report.text(as: .md).contains("{"), "a place was left unfilled")
        }
    }

    @Test func `a goal that is reached needs no step`() throws {
        let report = try Self.report(["spinning", "weaving", "dyeing"], toward: "textiles")
        let text = report.text(as: .md)
        #expect(text.contains("You meet every requirement of “Textiles”."))
        #expect(text.contains("No further step is needed."))
    }

    @Test func `what opens up with a step is told apart from what stays closed`() throws {
        let context = ReportContext(try Self.report([], toward: "textiles"))
        let stones = PictureSection.stones(context)
        #expect(stones.first { $0.credential == "weaving" }?.state == .unlocked)
        #expect(stones.first { $0.credential == "spinning" }?.state == .next)
    }

    @Test func `an award is held, in progress or no stone at all by how far it has come`() throws {
        for (progress, state) in [
            (Award.Progress.completed, Pile.State.held), (.inProgress, .inProgress),
            (.planned, .inProgress), (.failed, nil), (.withdrawn, nil),
        ] as [(Award.Progress, Pile.State?)] {
            let report = try Self.report(["dyeing"], toward: "textiles") { $0.progress = progress }
            let stones = PictureSection.stones(ReportContext(report))
            #expect(
                stones.first { $0.credential == "dyeing" && $0.state != .next }?.state == state)
        }
    }

    @Test func `an entry of a list says whether the learner is stuck`() throws {
        let open = ReportEntry(
            try Self.report([], toward: "textiles"), file: "a.html", bytes: 1, basis: "b")
        #expect(!open.isBlocked && open.status == "notMet" && open.credits == "10")
        let done = ReportEntry(
            try Self.report(["spinning", "weaving", "dyeing"], toward: "textiles"),
            file: "a.html", bytes: 1, basis: "b")
        #expect(done.status == "met" && done.distance == 0 && done.next.isEmpty)
        let ending = ReportEntry(
            try Self.report(["dyeing"], toward: "textiles") {
                $0.expires = CalendarDate(dayNumber: SmallGraph.day.dayNumber + 30)
            }, file: "a.html", bytes: 1, basis: "b")
        #expect(ending.expiresSoon && !ending.expires.isEmpty)
    }
}
