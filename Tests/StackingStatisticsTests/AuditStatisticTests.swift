// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import StackingStatistics
import TestSupport
import Testing

@Suite struct AuditStatisticTests {
    private static var all: [any AuditStatistic.Type] {
        Statistics.all.compactMap { $0 as? any AuditStatistic.Type }
    }

    private static func day(_ text: String) throws -> CalendarDate {
        try #require(CalendarDate(text))
    }

    // MARK: A catalogue and three learners, worked out by hand

    /// A diploma of fifteen credits from courses, and a bachelor of five.
    private static func graph() throws -> Graph {
        var parts = GraphParts()
        for (id, credits) in [("a", 5), ("b", 5), ("c", 10), ("other", 5)] {
            var course = Credential(id: id, title: LocalizedText(id), kind: .course)
            course.credits = Credits(ExactDecimal(credits))
            course.field = id == "other" ? "02" : "06"
            parts.credentials.append(course)
        }
        parts.credentials.append(Credential(id: "bachelor", title: "Bachelor", kind: .degree))
        parts.credentials.append(Credential(id: "diploma", title: "Diploma", kind: .diploma))
        parts.rules = [("bachelor", 5, "02"), ("diploma", 15, "06")].map { id, credits, field in
            Rule(
                credential: id, use: .completion,
                requirement: Requirement(
                    id: "total",
                    kind: .count(
                        .init(
                            minimum: ExactDecimal(credits),
                            selector: .comparison(.field, .equal, field)))))
        }
        let framework = Framework("local")
        parts.skills = ["x", "y"].map {
            Skill(uri: $0, label: LocalizedText($0), framework: framework)
        }
        parts.outcomes = ["a", "b", "diploma"].map {
            LearningOutcome(id: "o-\($0)", credential: $0, text: "Can")
        }
        parts.alignments = [
            .init(outcome: 0, skill: 0, weight: 1), .init(outcome: 1, skill: 1, weight: 0.5),
            .init(outcome: 2, skill: 0, weight: 1), .init(outcome: 2, skill: 1, weight: 1),
        ]
        return try Graph(parts)
    }

    private static func learner(_ id: String, _ awards: [(String, String)]) throws -> Learner {
        try Learner(
            id: id, awards: try awards.map { Award(credential: $0, date: try day($1)) })
    }

    private static func learners() throws -> [Learner] {
        [
            try learner(
                "l1",
                [
                    ("a", "2024-01-01"), ("b", "2024-03-01"), ("other", "2024-03-02"),
                    ("c", "2024-07-01"),
                ]),
            try learner("l2", [("a", "2024-02-01"), ("other", "2024-02-02")]),
            try learner("l3", []),
        ]
    }

    private static func sample(
        _ learners: [Learner], toward target: String? = "diploma"
    ) throws -> AuditedSample {
        let graph = try graph()
        return AuditedSample(
            learners, of: LearnerSample(of: learners.count),
            toward: try target.map { try graph.credential(named: $0) }, in: graph,
            terms: AuditTerms(asOf: try day("2025-01-01")))
    }

    private static func summary(_ table: StatisticTable, _ row: Int) -> [Table.Cell] {
        Array(table.table.rows[row][1...2])
    }

    @Test func `ratios and times are those worked out by hand`() throws {
        let sample = try Self.sample(try Self.learners())
        let recognition = RecognitionRatio.tables(of: sample)[0]
        // l1: 20 of 25, l2: 5 of 10.
        #expect(Self.summary(recognition, 0) == [.integer(2), .number(0.65, decimals: 4)])
        #expect(
            recognition.basis.excluded == [
                .init("hold nothing that carries credits", "learners", 1)
            ])
        // l1 holds 25 when 15 are there: a, b and other, then c.
        let excess = ExcessCredits.tables(of: sample)[0]
        #expect(Self.summary(excess, 0) == [.integer(1), .number(10.0 / 15, decimals: 4)])
        let time = AuditedTime.tables(of: sample)[0]
        #expect(Self.summary(time, 0) == [.integer(1), .number(182, decimals: 1)])
        let coverage = OutcomeCoverage.tables(of: sample)
        // l1: 1.5 of 2, l2: 1 of 2, l3: none.
        #expect(Self.summary(coverage[0], 0) == [.integer(3), .number(1.25 / 3, decimals: 4)])
        #expect(Self.summary(coverage[1], 0) == [.integer(3), .number(1.0 / 3, decimals: 4)])
    }

    @Test func `without a target each is audited toward what they take, else hold`() throws {
        let taking = Award(credential: "diploma")
        var started = taking
        started.progress = .inProgress
        let learners = [
            try Learner(
                id: "l1",
                awards: [
                    Award(credential: "other", date: try Self.day("2024-01-01")),
                    Award(credential: "bachelor", date: try Self.day("2024-05-01")),
                ]),
            try Learner(
                id: "l2",
                awards: [
                    Award(credential: "a", date: try Self.day("2024-01-01")), started,
                    Award(credential: "bachelor", date: try Self.day("2024-05-01")),
                ]),
            try Learner(id: "l3", awards: [Award(credential: "a")]),
        ]
        let table = RecognitionRatio.tables(of: try Self.sample(learners, toward: nil))[0]
        #expect(
            table.table.rows.map { Array($0[0...2]) } == [
                [.text("bachelor"), .integer(1), .number(1, decimals: 4)],
                [.text("diploma"), .integer(1), .number(1, decimals: 4)],
                [.text("all"), .integer(2), .number(1, decimals: 4)],
            ])
        #expect(table.basis.n == 2)
        #expect(
            table.basis.excluded.map { "\($0.count) \($0.unit) \($0.reason)" } == [
                "1 learners neither hold nor take a qualification with a rule"
            ])
    }

    @Test func `every table is as its contract says, holds no id, and its sums are sums`() throws {
        for learners in [[], Array(try Self.learners().prefix(1)), try Self.learners()] {
            let sample = try Self.sample(learners)
            for statistic in Self.all {
                let tables = statistic.tables(of: sample)
                #expect(tables.map(\.name) == statistic.contract.map(\.name))
                #expect(tables.map(\.table.columns) == statistic.contract.map(\.table.columns))
                for table in tables { Self.check(table) }
            }
        }
        #expect(Self.all.count == 4)
    }

    private static func check(_ table: StatisticTable) {
        for row in table.table.rows {
            for cell in row {
                switch cell {
                case .number(let number, _): #expect(number.isFinite)
                case .text(let text): #expect(!["l1", "l2", "l3"].contains(text))
                default: break
                }
            }
        }
        for sum in table.cells.sums {
            let parts = sum.parts.map { count(table, $0) }
            #expect(count(table, sum.whole) == parts.reduce(0, +))
        }
    }

    private static func count(_ table: StatisticTable, _ place: CellStructure.Place) -> Int {
        guard case .integer(let count) = table.table.rows[place.row][place.column] else {
            return -1
        }
        return count
    }

    @Test func `a sample's mean has an interval, and the same seed gives the same bytes`() throws {
        var random = SeededGenerator(seed: 4)
        let learners = try (0..<40).map { number in
            try Self.learner(
                "n\(number)",
                ["a", "b", "c", "other"].filter { _ in Bool.random(using: &random) }
                    .map { ($0, "2024-01-01") })
        }
        let drawn = LearnerSample(of: 40, drawing: 20, seed: 9)
        let graph = try Self.graph()
        func tables() throws -> [StatisticTable] {
            RecognitionRatio.tables(
                of: AuditedSample(
                    drawn.positions.map { learners[$0] }, of: drawn,
                    toward: try graph.credential(named: "diploma"), in: graph,
                    terms: AuditTerms(asOf: try Self.day("2025-01-01"))))
        }
        let table = try tables()[0]
        #expect(try tables() == [table])
        let row = try #require(table.table.rows.last)
        guard case .number(let mean, _) = row[2], case .number(let low, _) = row[3],
            case .number(let high, _) = row[4]
        else {
            Issue.record("\(row)")
            return
        }
        #expect(low < mean && mean < high)
        #expect(
            table.notes[0].contains("20 learners drawn of 40, without replacement, with seed 9"))
    }
}
