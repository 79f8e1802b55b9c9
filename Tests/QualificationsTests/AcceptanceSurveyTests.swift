// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

@Suite struct AcceptanceSurveyTests {
    private static let asOf = CalendarDate(dayNumber: 20_000)

    private static func credential(
        _ id: String, _ kind: Credential.Kind, credits: Int? = nil, level: String? = nil
    ) -> Credential {
        var credential = Credential(id: id, title: LocalizedText(id), kind: kind)
        credential.credits = credits.map { Credits(ExactDecimal($0)) }
        credential.level = level.map { Level(framework: "EQF", value: $0) }
        return credential
    }

    private static func survey(_ requirement: Requirement, counts: Selector = .everything) throws
        -> [String: Uptake]
    {
        var parts = GraphParts()
        parts.credentials = [
            credential("small", .microCredential, credits: 5, level: "6"),
            credential("large", .microCredential, credits: 20, level: "6"),
            credential("bare", .microCredential, level: "6"),
            credential("vague", .microCredential, credits: 5),
            credential("degree", .degree, credits: 60),
        ]
        var rule = Rule(credential: "degree", use: .completion, requirement: requirement)
        rule.counts = counts
        parts.rules = [rule]
        let graph = try Graph(parts)
        let survey = AcceptanceSurvey(graph, terms: AuditTerms(asOf: asOf))
        #expect(survey.targets == [4])
        return Dictionary(
            uniqueKeysWithValues: graph.credentials.indices.map {
                (graph.credentials[$0].id, survey.uptake(of: $0, at: 0))
            })
    }

    @Test func `a credential that is larger than the maximum does not count whole`() throws {
        let uptakes = try Self.survey(
            Requirement(
                id: "r",
                kind: .count(
                    .init(minimum: ExactDecimal(5), maximum: ExactDecimal(15), isPartial: true))))
        #expect(uptakes["small"]?.certainty == .always)
        #expect(uptakes["small"]?.isWhole == true)
        #expect(uptakes["large"]?.isTaken == true)
        #expect(uptakes["large"]?.isWhole == false)
        #expect(uptakes["bare"]?.certainty == .refused)
        #expect(uptakes["degree"]?.certainty == .refused)
    }

    @Test func `what the catalogue does not state is unknown, and a grade is a condition`() throws {
        let uptakes = try Self.survey(
            Requirement(
                id: "r",
                kind: .count(
                    .init(minimum: ExactDecimal(5), selector: try Selector(parsing: "level >= 6")))
            ),
            counts: try Selector(parsing: "grade >= 50 or kind = course"))
        #expect(uptakes["small"]?.certainty == .conditional)
        #expect(uptakes["small"]?.isWhole == true)
        #expect(uptakes["vague"]?.certainty == .unknown)
        #expect(uptakes["vague"]?.isTaken == false)
    }

    @Test func `who holds what a rule forbids is refused`() throws {
        let uptakes = try Self.survey(
            Requirement(
                id: "r",
                kind: .all([
                    Requirement(id: "a", kind: .count(.init(minimum: ExactDecimal(5)))),
                    Requirement(id: "b", kind: .absent(try Selector(parsing: "id = small"))),
                ])))
        #expect(uptakes["small"]?.certainty == .refused)
        #expect(uptakes["large"]?.certainty == .always)
    }

    @Test func `the survey says in short what the list of acceptances says at length`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 60)) {
            var size = RandomWorld.Size()
            size.credentials = 30
            var draw = Draw(seed: seed, size: size)
            var parts = draw.parts()
            parts.rules = ["c0", "c2", "c4"].map { draw.rule(credential: $0, use: .completion) }
            let graph = try Graph(parts)
            let terms = AuditTerms(asOf: Draw.today)
            let survey = AcceptanceSurvey(graph, terms: terms)
            #expect(survey.targets == [0, 2, 4])
            for position in graph.credentials.indices {
                let found = acceptances(of: position, in: graph, terms: terms)
                for (place, rule) in survey.rules.enumerated() {
                    let uptake = survey.uptake(of: position, at: place)
                    let own = found.filter { $0.rule == rule }
                    let place = Comment("seed \(seed): c\(position) in \(rule.credential)")
                    #expect(uptake.certainty == Self.certainty(of: own), place)
                    #expect(uptake.isWhole == Self.isWhole(own), place)
                }
            }
        }
    }

    private static func certainty(of found: [Acceptance]) -> Uptake.Certainty {
        let kinds = found.map { Set($0.conditions.map(\.kind)) }
            .filter { !$0.contains(.excluded) }
        if kinds.contains([]) { return .always }
        let open: Set<Acceptance.Condition.Kind> = [.unknown, .recognition]
        if kinds.contains(where: { $0.isDisjoint(with: open) }) { return .conditional }
        return kinds.isEmpty ? .refused : .unknown
    }

    private static func isWhole(_ found: [Acceptance]) -> Bool {
        found.contains { acceptance in
            certainty(of: [acceptance]) >= .conditional && acceptance.way != .answers
                && acceptance.limits.allSatisfy { !$0.isPassed }
        }
    }
}
