// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import StackingStatistics
import TestSupport
import Testing

@Suite struct CatalogueStatisticTests {
    private static let asOf = CalendarDate(dayNumber: 20_000)

    private static var all: [any CatalogueStatistic.Type] {
        Statistics.all.compactMap { $0 as? any CatalogueStatistic.Type }
    }

    @Test func `every table is as its contract says, also of a catalogue with nothing in it`()
        throws
    {
        for graph in [try Graph(GraphParts()), try Self.graph()] {
            let survey = CatalogueSurvey(graph, asOf: Self.asOf)
            for statistic in Self.all {
                let tables = statistic.tables(of: survey)
                #expect(tables.map(\.name) == statistic.contract.map(\.name))
                #expect(tables.map(\.table.columns) == statistic.contract.map(\.table.columns))
                for table in tables {
                    #expect(!table.notes.isEmpty)
                    for row in table.table.rows { Self.check(row, table.table.columns) }
                }
            }
        }
        #expect(Self.all.count == 5)
    }

    /// Every cell is of its column's kind, and no number is anything but a number.
    private static func check(_ row: [Table.Cell], _ columns: [Table.Column]) {
        for (cell, column) in zip(row, columns) {
            switch (cell, column.kind) {
            case (.text, .text), (.integer, .integer), (.truth, .truth), (.missing, _): break
            case (.number(let number, _), .number): #expect(number.isFinite)
            default: Issue.record("\(cell) in \(column.name)")
            }
        }
    }

    @Test func `a catalogue worked out by hand has the shares that were worked out`() throws {
        let survey = CatalogueSurvey(try Self.graph(), asOf: Self.asOf)
        let embedded = try #require(EmbeddedShare.tables(of: survey).first).table.rows
        #expect(
            embedded == [
                Self.row("micro-credential", 6, 5, 3, share: 0.6),
                Self.row("course", 1, 1, 1, share: 1),
                Self.row("diploma", 1, 1, 0, share: 0), Self.row("all", 8, 7, 4, share: 4.0 / 7),
            ])
        let ends = DeadEnds.tables(of: survey)
        #expect(
            ends[0].table.rows == [
                Self.row("micro-credential", 6, 4, 1, 1, share: 0.2),
                Self.row("course", 1, 1, 0, 0, share: 0), Self.row("diploma", 1, 0, 0, 1, share: 1),
                Self.row("all", 8, 5, 1, 2, share: 2.0 / 7),
            ])
        #expect(ends[1].table.rows.map { $0[0] } == [.text("bare"), .text("diploma")])
        let flexible = try #require(Flexibility.tables(of: survey).first).table.rows
        let data = try #require(flexible.first { $0[0] == .text("data") })
        #expect(data[4...] == [.integer(1), .integer(1), .integer(0), .integer(1), .integer(0)])
    }

    @Test func `what is wanted and not supplied is a gap, and what nobody wants is unneeded`()
        throws
    {
        let survey = CatalogueSurvey(try Self.graph(), asOf: Self.asOf)
        let tables = SupplyAndDemand.tables(of: survey)
        let demand = tables[0].table.rows
        #expect(
            demand.map { [$0[1], $0[3], $0[4], $0[5]] } == [
                [.text("skill/rare"), .integer(1), .integer(0), .truth(true)],
                [.text("skill/broad"), .integer(1), .integer(1), .truth(false)],
            ])
        #expect(tables[1].table.rows.map { $0[0] } == [.text("bare"), .text("diploma")])
    }

    @Test func `prerequisites without a choice are edges, and a choice is only counted`() throws {
        let survey = CatalogueSurvey(try Self.graph(), asOf: Self.asOf)
        let tables = CurriculumComplexity.tables(of: survey)
        // basics → data → models, basics → models (a choice), the others alone.
        #expect(
            tables[0].table.rows.map { Array($0[2...]) } == [
                [5, 2, 2, 14, 3, 11, 3].map { Table.Cell.integer($0) }
            ])
        #expect(
            tables[1].table.rows.map { [$0[1], $0[4], $0[5], $0[6]] } == [
                [.text("basics"), .integer(2), .integer(3), .integer(0)],
                [.text("data"), .integer(1), .integer(3), .integer(3)],
                [.text("models"), .integer(0), .integer(3), .integer(0)],
            ])
    }

    @Test func `a ring of admission rules is told, and nothing is made up`() throws {
        var parts = Self.parts()
        parts.credentialRelations = []
        parts.rules += [("basics", "data"), ("data", "basics")].map { course, needed in
            Rule(
                credential: course, use: .admission,
                requirement: Requirement(id: "x", kind: .credential(needed, overlap: nil)))
        }
        let survey = CatalogueSurvey(try Graph(parts), asOf: Self.asOf)
        let table = CurriculumComplexity.tables(of: survey)[0]
        #expect(table.table.rows[0].suffix(4) == [.missing, .missing, .missing, .missing])
        #expect(table.notes.contains { $0.contains("is a ring") })
    }

    @Test func `five thousand credentials and two hundred rules are surveyed in seconds`() throws {
        #if DEBUG
            let graph = try Self.large(credentials: 1000, rules: 50)
        #else
            let graph = try Self.large(credentials: 5000, rules: 200)
        #endif
        var survey: CatalogueSurvey?
        let time = ContinuousClock().measure {
            survey = CatalogueSurvey(graph, asOf: Self.asOf)
        }
        #expect(try #require(survey).acceptance.targets.count >= 50)
        #expect(time < .seconds(10))
    }

    // MARK: Catalogues

    private static func row(_ kind: String, _ counts: Int..., share: Double) -> [Table.Cell] {
        [.text(kind)] + counts.map { .integer($0) } + [.number(share, decimals: 3)]
    }

    private static func graph() throws -> Graph { try Graph(parts()) }

    /// A diploma that takes at most ten credits of data, any basics, and one named course.
    private static func parts() -> GraphParts {
        var parts = GraphParts()
        let micro: [(String, Int?, String?)] = [
            ("basics", 5, "0610"), ("data", 5, "0611"), ("models", 5, "0611"),
            ("bare", nil, "0611"), ("long", 15, "0611"), ("vague", 5, nil),
        ]
        for (id, credits, field) in micro {
            var credential = Credential(id: id, title: LocalizedText(id))
            credential.credits = credits.map { Credits(ExactDecimal($0)) }
            credential.field = field
            parts.credentials.append(credential)
        }
        var course = Credential(id: "project", title: "Project", kind: .course)
        course.credits = Credits(ExactDecimal(10))
        course.field = "0000"
        var diploma = Credential(id: "diploma", title: "Diploma", kind: .diploma)
        diploma.credits = Credits(ExactDecimal(30))
        diploma.field = "0610"
        var retired = Credential(id: "retired", title: "Retired")
        retired.status = "retired"
        parts.credentials += [course, diploma, retired]
        parts.rules = rules
        parts.credentialRelations = [
            CredentialRelation(from: "data", kind: .requires, to: "basics")
        ]
        skills(&parts)
        return parts
    }

    private static var rules: [Rule] {
        let inField = Selector.comparison(.field, .equal, "0611")
        let completion = Requirement(
            id: "root",
            kind: .all([
                Requirement(
                    id: "data",
                    kind: .count(
                        .init(
                            minimum: ExactDecimal(5), maximum: ExactDecimal(10),
                            selector: inField, isPartial: true))),
                Requirement(id: "basics", kind: .credential("basics", overlap: nil)),
                Requirement(id: "project", kind: .credential("project", overlap: nil)),
                Requirement(id: "rare", kind: .skill("skill/rare", atLeast: nil)),
            ]))
        let choice = Requirement(
            id: "choice",
            kind: .all([
                Requirement(id: "one", kind: .credential("data", overlap: nil)),
                Requirement(
                    id: "any",
                    kind: .any([
                        Requirement(id: "two", kind: .credential("basics", overlap: nil)),
                        Requirement(id: "three", kind: .credential("long", overlap: nil)),
                    ])),
            ]))
        return [
            Rule(credential: "diploma", use: .completion, requirement: completion),
            Rule(credential: "models", use: .admission, requirement: choice),
        ]
    }

    /// The diploma is about a broad skill, of which the data course teaches a narrow one.
    private static func skills(_ parts: inout GraphParts) {
        let framework = Framework("local")
        parts.skills = ["broad", "narrow", "rare"].map {
            Skill(uri: "skill/\($0)", label: LocalizedText($0), framework: framework)
        }
        parts.skillLinks = [.init(from: 1, kind: .broader, to: 0)]
        parts.outcomes = [
            LearningOutcome(id: "o1", credential: "data", text: "Can"),
            LearningOutcome(id: "o2", credential: "diploma", text: "Can"),
        ]
        parts.alignments = [
            .init(outcome: 0, skill: 1, weight: 1), .init(outcome: 1, skill: 0, weight: 1),
        ]
    }

    private static func large(credentials count: Int, rules: Int) throws -> Graph {
        var random = SeededGenerator(seed: 3)
        var parts = GraphParts()
        for number in 0..<count {
            var credential = Credential(
                id: "c\(number)", title: LocalizedText("Course \(number)"),
                kind: number < rules ? .diploma : .microCredential)
            credential.credits = Credits(
                ExactDecimal(thousandths: 2500 * Int.random(in: 1...6, using: &random)))
            credential.field = "06\(Int.random(in: 10...19, using: &random))"
            credential.provider = "p\(Int.random(in: 0..<30, using: &random))"
            credential.level = Level(
                framework: "EQF", value: "\(Int.random(in: 4...7, using: &random))")
            parts.credentials.append(credential)
        }
        for number in 0..<rules {
            let fields = (0..<6).map { part in
                Requirement(
                    id: "part\(part)",
                    kind: .count(
                        .init(
                            minimum: ExactDecimal(10), maximum: ExactDecimal(30),
                            selector: .and(
                                .comparison(.field, .equal, "06\(10 + (number + part) % 10)"),
                                .comparison(.level, .atLeast, "\(4 + part % 4)")))))
            }
            parts.rules.append(
                Rule(
                    credential: "c\(number)", use: .completion,
                    requirement: Requirement(id: "root", kind: .all(fields))))
        }
        return try Graph(parts)
    }
}
