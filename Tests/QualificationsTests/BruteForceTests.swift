// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

/// The oracle itself, against what was worked out by hand.
struct BruteForceTests {
    typealias Lack = BruteForce.Lack

    private static let names = ["a", "b", "c", "d", "e"]

    /// Five credentials of five credits, `a` and `b` at level 5 of `p`, the others at 6 of `q`.
    private static var parts: GraphParts {
        var parts = Catalogue.parts(names, credits: 5)
        for (index, name) in names.enumerated() {
            parts.credentials[index].level = Level(index < 2 ? "5" : "6")
            parts.credentials[index].provider = index < 2 ? "p" : "q"
            parts.credentials[index].hours = ExactDecimal(100 + index)
            parts.credentials[index].tags = [name]
        }
        return parts
    }

    private func judged(
        _ kind: Requirement, _ awards: [Award], _ parts: GraphParts = Self.parts,
        _ change: (inout Rule) -> Void = { _ in }
    ) throws -> BruteForce {
        var rule = Rule(credential: "a", use: .completion, requirement: kind)
        change(&rule)
        let graph = try Graph(parts)
        try graph.check(rule)
        return BruteForce(awards, rule, graph, asOf: Catalogue.today)
    }

    private func awards(_ ids: [String], daysAgo: Int = 10) -> [Award] {
        ids.map {
            Award(
                credential: $0,
                date: CalendarDate(dayNumber: Catalogue.today.dayNumber - daysAgo))
        }
    }

    private static func scale() throws -> GradeScale {
        try GradeScale(
            name: "S",
            steps: [
                .init("pass"), .init("C", points: ExactDecimal(2)),
                .init("B", points: ExactDecimal(3)), .init("A", points: ExactDecimal(4)),
            ])
    }

    private func graded(_ grades: [(String, String?)]) -> [Award] {
        grades.map { id, grade in
            var award = Award(credential: id, date: Catalogue.today)
            award.grade = grade.map { Grade($0, scale: "S") }
            return award
        }
    }

    @Test func `one award fills one slot, and groups that overlap compete`() throws {
        let rule = Requirement(
            id: "r",
            kind: .all([
                .credits("first", 10, "id in (a, b)"), .credits("second", 10, "id in (b, c)"),
            ]))
        #expect(try judged(rule, awards(["a", "b", "c"])).certain == Lack(credits: 5000, count: 1))
        #expect(try judged(rule, awards(["a", "b"])).certain == Lack(credits: 10_000, count: 1))
        #expect(try judged(rule, []).certain == Lack(credits: 20_000, count: 2))
    }

    @Test func `a maximum takes whole awards unless it is partial`() throws {
        var parts = Self.parts
        parts.credentials[0].credits = Credits(ExactDecimal(8))
        func rule(_ isPartial: Bool) -> Requirement {
            .credits(
                "total", 20, "id in (c, d, e)",
                parts: [.credits("few", 0, maximum: 10, "id in (a, b)", isPartial: isPartial)])
        }
        let held = awards(["a", "b", "c"])
        #expect(try judged(rule(false), held, parts).certain == Lack(credits: 7000, count: 1))
        #expect(try judged(rule(true), held, parts).certain == Lack(credits: 5000, count: 1))
    }

    @Test func `awards and hours are left as units`() throws {
        #expect(
            try judged(.count("r", 3, .awards, "level = 6"), awards(["a", "c"])).certain
                == Lack(units: 2000, count: 1))
        #expect(
            try judged(.count("r", 250, .hours), awards(["a", "b"])).certain
                == Lack(units: 49_000, count: 1))
    }

    @Test func `a share of what is required is rounded as declared`() throws {
        let third = Requirement.Share.Bound.fraction(Fraction(thousandths: 333))
        func lack(_ rounding: Requirement.Share.Rounding?) throws -> Lack {
            try judged(
                .credits(
                    "r", 10,
                    parts: [.share("s", minimum: third, "level = 6", rounding: rounding)]),
                awards(["a", "b"])
            ).certain
        }
        #expect(try lack(nil) == Lack(credits: 3330, count: 1))
        #expect(try lack(.down) == Lack(credits: 3000, count: 1))
        #expect(try lack(.nearest) == Lack(credits: 3000, count: 1))
        #expect(try lack(.up) == Lack(credits: 4000, count: 1))
        func most(_ rounding: Requirement.Share.Rounding?) throws -> Lack {
            try judged(
                .credits(
                    "r", 15,
                    parts: [.share("s", maximum: third, "level = 5", rounding: rounding)]),
                awards(["a", "b", "c"])
            ).certain
        }
        #expect(try most(nil) == Lack(credits: 10_000, count: 1))
        #expect(try most(.down) == Lack(credits: 10_000, count: 1))
        #expect(try most(.up) == Lack(credits: 5000, count: 1))
        #expect(try most(.nearest) == Lack(credits: 5000, count: 1))
    }

    @Test func `a share of what is counted grows with it`() throws {
        func rule(_ share: Requirement) -> Requirement { .credits("r", 5, parts: [share]) }
        let half = Fraction(thousandths: 500)
        let floor = rule(
            .share("s", minimum: .fraction(half), "level = 6", basis: .counted))
        // Placing `c` alone meets it; `a` and `b` stay out.
        #expect(try judged(floor, awards(["a", "b", "c"])).status == .met)
        // `a` counts, and half of it and what is added must be of level 6.
        #expect(try judged(floor, awards(["a"])).certain == Lack(credits: 5000, count: 1))
        let ceiling = Requirement.credits(
            "r", 10, parts: [.share("s", maximum: .fraction(half), "level = 5", basis: .counted)])
        #expect(try judged(ceiling, awards(["a"])).certain == Lack(credits: 5000, count: 1))
        #expect(try judged(ceiling, awards(["a", "b"])).certain == Lack(credits: 5000, count: 1))
        #expect(try judged(ceiling, awards(["a", "c"])).status == .met)
    }

    @Test func `a mean is over what is counted, and lacks what the best grades would mend`() throws
    {
        let mean = Requirement(
            id: "m", kind: .mean(.init(minimum: ExactDecimal(3), scale: "S")))
        let rule = Requirement.credits("r", 15, parts: [mean])
        let scale = try Self.scale()
        func judge(_ grades: [(String, String?)]) throws -> BruteForce {
            try judged(rule, graded(grades)) { $0.scales = [scale] }
        }
        #expect(try judge([("a", "C"), ("b", "A"), ("c", "B")]).status == .met)
        // All three need ten credits of A; without one of C, five, which the total needs as well.
        #expect(
            try judge([("a", "C"), ("b", "C"), ("c", "B")]).certain
                == Lack(credits: 5000, count: 1))
        #expect(try judge([("a", "C"), ("b", "A"), ("c", nil)]).status == .cannotTell)
        #expect(try judge([("a", "pass"), ("b", "A"), ("c", "C")]).status == .met)
        #expect(
            try judged(rule, graded([("a", "A"), ("b", "A"), ("c", "A")])).status == .cannotTell)
    }

    @Test func `a mean over all that is held cannot be chosen`() throws {
        let mean = Requirement(
            id: "m", kind: .mean(.init(minimum: ExactDecimal(3), scale: "S", basis: .held)))
        let scale = try Self.scale()
        func judge(_ grades: [(String, String?)]) throws -> BruteForce {
            try judged(mean, graded(grades)) { $0.scales = [scale] }
        }
        #expect(try judge([("a", "A"), ("b", "C")]).status == .met)
        #expect(try judge([("a", "B"), ("b", "C")]).status == .notMet)
        #expect(try judge([("a", "B"), ("b", "C")]).certain == Lack(count: 1))
        #expect(try judge([("a", "B"), ("b", nil)]).status == .cannotTell)
    }

    @Test func `a period binds what is counted together`() throws {
        let rule = Requirement.count(
            "r", 2, .awards,
            parts: [Requirement(id: "p", kind: .period(Period(1, .years)))])
        let old = awards(["a"], daysAgo: 800)
        #expect(try judged(rule, old + awards(["b"])).certain == Lack(units: 1000, count: 1))
        #expect(try judged(rule, old + awards(["b"], daysAgo: 435)).status == .met)
        #expect(try judged(rule, old + awards(["b"], daysAgo: 434)).status == .notMet)
        #expect(try judged(rule, old + [Award(credential: "b")]).status == .cannotTell)
    }

    @Test func `different values are counted, and an unknown one may be new`() throws {
        let rule = Requirement.credits(
            "r", 5, parts: [Requirement(id: "d", kind: .distinct(2, of: .provider))])
        #expect(try judged(rule, awards(["a", "c"])).status == .met)
        #expect(try judged(rule, awards(["a", "b"])).certain == Lack(units: 1000, count: 1))
        var parts = Self.parts
        parts.credentials[1].provider = nil
        #expect(try judged(rule, awards(["a", "b"]), parts).status == .cannotTell)
    }

    @Test func `what is shared is filled apart`() throws {
        func rule(_ isShared: Bool) -> Requirement {
            Requirement(
                id: "r",
                kind: .all([
                    .credits("total", 10),
                    Requirement(
                        id: "own", isShared: isShared,
                        kind: Requirement.credits("x", 5, "tag = a").kind),
                ]))
        }
        #expect(try judged(rule(true), awards(["a", "b"])).status == .met)
        #expect(
            try judged(rule(false), awards(["a", "b"])).certain == Lack(credits: 5000, count: 1))
        #expect(
            try judged(rule(true), awards(["b", "c"])).certain == Lack(credits: 5000, count: 1))
    }

    @Test func `what must be added has to fit below the maximum`() throws {
        // Five of ten are to be of level 6: with `a` and `b` there would be no room for them.
        let rule = Requirement.credits(
            "r", 10, maximum: 10,
            parts: [.share("s", minimum: .amount(ExactDecimal(5)), "level = 6")])
        #expect(try judged(rule, awards(["a", "b"])).certain == Lack(credits: 5000, count: 1))
        let never = Requirement.credits("r", 10, maximum: 10, parts: [.credits("x", 15)])
        let oracle = try judged(never, awards(["a"]))
        #expect(oracle.reading(assuming: false).best.isSatisfiable == false)
        #expect(oracle.certain == Lack(credits: 10_000, count: 1))
    }

    @Test func `equivalents, declared or by what they teach, fill the slot of a credential`() throws
    {
        var parts = Self.parts
        let framework = Framework("local")
        parts.skills = ["s", "t"].map { Skill(uri: $0, label: "Skill", framework: framework) }
        parts.outcomes = ["a", "b"].map { LearningOutcome(id: "o\($0)", credential: $0, text: "x") }
        parts.alignments = [
            .init(outcome: 0, skill: 0, weight: 1), .init(outcome: 0, skill: 1, weight: 0.25),
            .init(outcome: 1, skill: 0, weight: 0.5),
        ]
        func holds(_ percent: Int) -> Requirement {
            Requirement(
                id: "r", kind: .credential("a", overlap: Fraction(thousandths: percent * 10)))
        }
        // Half of what weighs 1 of 1.25, and nothing of the rest.
        #expect(try judged(holds(40), awards(["b"]), parts).status == .met)
        #expect(try judged(holds(41), awards(["b"]), parts).status == .notMet)
        func declared(_ overlap: Fraction?) throws -> Status {
            try judged(holds(80), awards(["c"]), parts) {
                $0.equivalences = [.init("c", countsFor: "a", overlap: overlap)]
            }.status
        }
        #expect(try declared(nil) == .met)
        #expect(try declared(Fraction(thousandths: 800)) == .met)
        #expect(try declared(Fraction(thousandths: 799)) == .notMet)
    }

    @Test func `a credential is one award, whatever counts for it`() throws {
        let rule = Requirement.credits("r", 10, "id = nothing", parts: [.credential("a")])
        let oracle = try judged(rule, awards(["b", "c"])) {
            $0.equivalences = [.init("b", countsFor: "a"), .init("c", countsFor: "a")]
        }
        #expect(oracle.certain == Lack(credits: 5000, count: 1))
    }

    @Test func `an order needs dates that follow one another`() throws {
        let rule = Requirement(id: "r", kind: .order(["a", "b"]))
        #expect(
            try judged(rule, awards(["a"], daysAgo: 20) + awards(["b"])).status == .met)
        #expect(
            try judged(rule, awards(["a"]) + awards(["b"], daysAgo: 20)).status == .notMet)
        #expect(try judged(rule, awards(["a"]) + [Award(credential: "b")]).status == .cannotTell)
        #expect(try judged(rule, awards(["a"])).status == .notMet)
    }

    @Test func `whose awards count may be provisional, and what is excluded is told of all`() throws
    {
        let rule = Requirement(
            id: "r",
            kind: .all([
                .credits("some", 5),
                Requirement(id: "n", kind: .absent(.comparison(.tag, .equal, "b"))),
            ]))
        func status(_ ids: [String], _ isProvisional: Bool) throws -> Status {
            try judged(rule, awards(ids)) {
                $0.recognition = Recognition(
                    own: ["p"], bodies: [.init("q", isProvisional: isProvisional)])
            }.status
        }
        #expect(try status(["c"], true) == .cannotTell)
        #expect(try status(["c"], false) == .met)
        #expect(try status(["a"], true) == .met)
        #expect(try status(["a", "b"], true) == .notMet)
    }

    @Test func `a choice takes the least of each, and a decision is a person's`() throws {
        let rule = Requirement(
            id: "r",
            kind: .atLeast(
                2,
                of: [
                    .credits("five", 5, "id = a"), .credits("ten", 10, "id = b"),
                    Requirement(id: "d", kind: .decision(by: "the board")),
                ]))
        #expect(try judged(rule, awards(["a"])).status == .cannotTell)
        #expect(try judged(rule, awards(["a"])).certain == Lack(count: 1))
        #expect(try judged(rule, []).certain == Lack(credits: 5000, count: 2))
    }
}
