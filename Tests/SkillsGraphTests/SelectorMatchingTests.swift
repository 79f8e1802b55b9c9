// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct SelectorMatchingTests {
    /// Credential 0 states everything, credential 1 nothing.
    static func graph() throws -> Graph {
        var parts = GraphParts.numbered(skills: 4, credentials: 2)
        parts.credentials[0].identifiers = ["urn:c0"]
        parts.credentials[0].provider = "Universitat del Far"
        parts.credentials[0].level = "EQF:6"
        parts.credentials[0].field = "0613"
        parts.credentials[0].kind = .course
        parts.credentials[0].tags = ["data", "ai"]
        parts.credentials[0].languages = ["en-IE", "nb"]
        parts.credentials[0].mode = "online"
        parts.credentials[0].credits = Credits(ExactDecimal(thousandths: 7500))
        parts.credentials[0].hours = ExactDecimal(thousandths: 187_500)
        parts.teach(0, [(0, 0.5)])
        parts.broaden(0, to: 1)
        parts.broaden(1, to: 2)
        parts.conversions = [
            CreditConversion(
                from: .ects, to: "UK CATS", factor: ExactDecimal(2), source: "QAA 2021")
        ]
        return try Graph(parts)
    }

    @Test(arguments: [
        ("any", Status.met), ("id = c0", .met), ("id = urn:c0", .met), ("id = c1", .notMet),
        ("id != c1", .met), ("id in (c1, c0)", .met), ("id in (c1, c2)", .notMet),
        ("provider = \"Universitat del Far\"", .met), ("provider != x", .met),
        ("level = 6", .met), ("level >= 6 and level <= 7", .met), ("level < 6", .notMet),
        ("level > 5", .met), ("level != 6", .notMet), ("level >= NFQ:9", .notMet),
        ("level >= NFQ:8", .cannotTell), ("level = CEFR:B2", .cannotTell),
        ("level = x", .cannotTell),
        ("field = 06", .met), ("field = 0613", .met), ("field = 0612", .notMet),
        ("field = 06131", .notMet), ("kind = course", .met), ("kind != course", .notMet),
        ("kind in (badge, course)", .met), ("tag = data", .met), ("tag = law", .notMet),
        ("tag != data", .notMet), ("language = en", .met), ("language = EN", .met),
        ("language = en-IE", .met), ("language = en-GB", .notMet), ("language = e", .notMet),
        ("language != nb", .notMet), ("mode = online", .met), ("mode = blended", .notMet),
        ("credits = 7.5", .met), ("credits < 7.501", .met), ("credits >= 8", .notMet),
        ("credits = \"15 UK CATS\"", .met), ("credits > \"15 UK CATS\"", .notMet),
        ("hours = 187.5", .met), ("hours < 187.5", .notMet), ("hours >= 100", .met),
        ("age <= 5y", .cannotTell), ("grade >= B", .cannotTell), ("used = no", .met),
        ("used = yes", .notMet), ("used = c0", .notMet), ("used != c0", .met),
        ("credits = \"15 NFQ\"", .cannotTell), ("date >= 2020-01-01", .cannotTell),
        ("outcome = o0", .met), ("outcome = o1", .notMet), ("skill = s0", .met),
        ("skill = s2", .met), ("skill = s3", .notMet), ("skill = s9", .notMet),
    ])
    func `a credential matches by what it states`(text: String, status: Status) throws {
        #expect(try Selector(parsing: text).matches(0, in: Self.graph()) == status)
    }

    @Test(arguments: [
        "provider = x", "provider != x", "level = 6", "field = 06", "field != 06", "language = en",
        "mode = online", "credits >= 0", "hours >= 0", "date <= 2026-01-01", "not level = 6",
        "level >= 6 and any", "level >= 6 or not any", "provider in (x, y)",
    ])
    func `a fact that is not known cannot be told`(text: String) throws {
        #expect(try Selector(parsing: text).matches(1, in: Self.graph()) == .cannotTell)
    }

    @Test(arguments: [
        ("level >= 6 and id = c0", Status.notMet), ("level >= 6 or id = c1", .met),
        ("tag = data", .notMet), ("kind = micro-credential", .met), ("skill = s0", .notMet),
    ])
    func `what does not depend on it can`(text: String, status: Status) throws {
        #expect(try Selector(parsing: text).matches(1, in: Self.graph()) == status)
    }

    @Test func `what is on the award stands before the credential's own`() throws {
        let graph = try Self.graph()
        var award = Award(credential: "c0", date: CalendarDate("2026-03-01"))
        award.credits = Credits(ExactDecimal(5))
        award.level = "7"
        award.field = "0421"
        award.provider = "elsewhere"
        award.kind = .badge
        for text in [
            "credits = 5", "level = 7", "field = 04", "provider = elsewhere", "kind = badge",
            "date = 2026-03-01", "date > 2026-02-28", "date < 2026-03-02", "tag = data",
        ] {
            #expect(try Selector(parsing: text).matches(0, award, in: graph) == .met, "\(text)")
        }
        let undated = Selector.comparison(.date, .atLeast, "2026-01-01")
        #expect(undated.matches(0, Award(credential: "c0"), in: graph) == .cannotTell)
    }

    @Test(arguments: [
        ("age <= 5y", "2026-03-01", Status.met), ("age < 5y", "2026-03-01", .notMet),
        ("age = 5y", "2026-03-01", .met), ("age <= 5y", "2026-03-02", .notMet),
        ("age > 5y", "2026-03-02", .met), ("age >= 18m", "2022-09-01", .met),
        ("age >= 18m", "2022-08-31", .notMet), ("age <= 90d", "2021-05-30", .met),
        ("age <= 90d", "2021-05-31", .notMet),
    ])
    func `an age is counted in the calendar, to the end of the day`(
        text: String, day: String, status: Status
    ) throws {
        let award = Award(credential: "c0", date: CalendarDate("2021-03-01"))
        let context = Selector.Context(asOf: CalendarDate(day))
        let selector = try Selector(parsing: text)
        #expect(selector.matches(0, award, in: try Self.graph(), context) == status)
    }

    @Test func `an award of 29 February is a year old on 28 February`() throws {
        let award = Award(credential: "c0", date: CalendarDate("2024-02-29"))
        let selector = try Selector(parsing: "age <= 1y")
        for (day, status) in [("2025-02-28", Status.met), ("2025-03-01", .notMet)] {
            let context = Selector.Context(asOf: CalendarDate(day))
            #expect(selector.matches(0, award, in: try Self.graph(), context) == status)
        }
    }

    @Test func `an age without a date, or without a day to count to, cannot be told`() throws {
        let graph = try Self.graph()
        let selector = try Selector(parsing: "age <= 5y")
        let day = Selector.Context(asOf: CalendarDate("2026-03-01"))
        #expect(selector.matches(0, Award(credential: "c0"), in: graph, day) == .cannotTell)
        let dated = Award(credential: "c0", date: CalendarDate("2021-03-01"))
        #expect(selector.matches(0, dated, in: graph) == .cannotTell)
    }

    @Test(arguments: [
        ("grade >= D", Status.met), ("grade >= no-letters:D", .met), ("grade >= C", .notMet),
        ("grade = D", .met), ("grade < E", .notMet), ("grade >= other:D", .cannotTell),
        ("grade >= Z", .cannotTell), ("grade in (D, C)", .met), ("grade in (E, F)", .notMet),
    ])
    func `a grade compares on the scale it is given on`(text: String, status: Status) throws {
        let context = Selector.Context(scales: [try GradeScaleTests.letters()])
        var award = Award(credential: "c0")
        award.grade = Grade("D", scale: "no-letters")
        let selector = try Selector(parsing: text)
        #expect(selector.matches(0, award, in: try Self.graph(), context) == status)
    }

    @Test func `a grade of no declared scale, or none at all, cannot be told`() throws {
        let graph = try Self.graph()
        var context = Selector.Context(scales: [try GradeScaleTests.letters()])
        let selector = try Selector(parsing: "grade >= D")
        var award = Award(credential: "c0")
        #expect(selector.matches(0, award, in: graph, context) == .cannotTell)
        context.assumesGrades = true
        #expect(selector.matches(0, award, in: graph, context) == .met)
        award.grade = Grade("D")
        #expect(selector.matches(0, award, in: graph, context) == .cannotTell)
    }

    @Test func `an award says what it has been used for`() throws {
        let graph = try Self.graph()
        var award = Award(credential: "c0")
        award.usedFor = ["diploma-1", "degree"]
        for (text, status) in [
            ("used = yes", Status.met), ("used = no", .notMet), ("used = degree", .met),
            ("used = other", .notMet), ("used != other", .met), ("not used = yes", .notMet),
            ("used in (other, diploma-1)", .met),
        ] {
            #expect(try Selector(parsing: text).matches(0, award, in: graph) == status, "\(text)")
        }
    }

    @Test func `an order of what has none, or a value that is none, cannot be told`() throws {
        let graph = try Self.graph()
        #expect(Selector.comparison(.id, .less, "c9").matches(0, in: graph) == .cannotTell)
        #expect(Selector.comparison(.credits, .more, "x").matches(0, in: graph) == .cannotTell)
        #expect(Selector.comparison(.date, .more, "x").matches(0, in: graph) == .cannotTell)
        #expect(Selector.oneOf(.id, []).matches(0, in: graph) == .notMet)
    }

    @Test func `a selector says which fields it reads`() throws {
        let selector = try Selector(
            parsing: "not (level >= 6 and tag in (a, b)) or date > 2020-01-01")
        #expect(selector.fields == [.level, .tag, .date])
        #expect(Selector.everything.fields.isEmpty)
    }

    @Test(arguments: Selector.Comparator.allCases)
    func `a comparison holds for the orders it names`(comparator: Selector.Comparator) {
        let orders = [-1, 0, 1].filter(comparator.holds)
        let expected: [Int] =
            switch comparator {
            case .equal: [0]
            case .notEqual: [-1, 1]
            case .atMost: [-1, 0]
            case .atLeast: [0, 1]
            case .less: [-1]
            case .more: [1]
            }
        #expect(orders == expected)
    }
}
