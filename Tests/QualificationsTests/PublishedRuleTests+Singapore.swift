// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

extension PublishedRuleTests {
    // MARK: R8 From FlexiMasters to a master's

    @Test func `R8 what is transferred is graded, young and not used, and capped by its kind`()
        throws
    {
        let rule = try PublishedRule(
            "R08-nie-fleximasters",
            courses(numbered("flexi", 5), "4 AU", tags: ["fleximasters"])
                + courses(numbered("cert", 4), "4 AU", tags: ["graduate-certificate"])
                + courses(numbered("course", 7), "2 AU", tags: ["master-course"])
                + courses(["general-elective"], "2 AU"))
        let rest = held(numbered("course", 7) + ["general-elective"])
        func expect(
            _ portfolio: Comment, _ awards: [Award], on day: String = "2026-01-15",
            _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(
                portfolio, of: "nie-master/completion", rest + awards, on: day, expected)
        }
        let three = held(numbered("flexi", 3), on: "2024-06-01", grade: "NTU:B")
        func fourth(_ day: String? = "2024-06-01", _ grade: String? = "NTU:B") -> [Award] {
            three + held(["flexi-4"], on: day, grade: grade)
        }
        try expect("met", fourth(), .met(unused: [:]))
        try expect("exactly five years old", fourth("2021-01-15"), .met)
        try expect("five years and a day", fourth("2021-01-14"), .lacks("4", ["transferred"]))
        try expect("a date that is not known", fourth(nil), .cannotTell("4"))
        try expect("29 February, on 28 February", fourth("2020-02-29"), on: "2025-02-28", .met)
        try expect("and the day after", fourth("2020-02-29"), on: "2025-03-01", .lacks("4"))
        try expect("C+", fourth("2024-06-01", "NTU:C+"), .met)
        try expect("C", fourth("2024-06-01", "NTU:C"), .lacks("4"))
        try expect("no grade", fourth("2024-06-01", nil), .cannotTell("4"))
        try expect("a grade of elsewhere", fourth("2024-06-01", "MIT:A"), .cannotTell("4"))
        try expect(
            "used for another",
            three + held(["flexi-4"], on: "2024-06-01", grade: "NTU:A", usedFor: ["another"]),
            .lacks("4"))
        let certificate = held(numbered("cert", 4), on: "2024-06-01", grade: "NTU:A")
        try expect("sixteen from the certificate", certificate, .lacks("4", ["transferred"]))
        try expect("twelve", Array(certificate.prefix(3)) + three.prefix(1), .met(unused: [:]))
        try expect("and the fourth is left over", certificate + three.prefix(1), .met)
        try rule.expect(
            "no general elective", of: "nie-master/completion",
            held(numbered("course", 7)) + fourth(), .lacks("2", ["general-elective"]))
        try rule.expect(
            "entry is decided", of: "nie-master/admission", fourth(),
            .cannotTell(count: 1, ["entry"]))
    }

    // MARK: R9 Credit transfer into coursework

    private static func transfer() throws -> PublishedRule {
        try PublishedRule(
            "R09-nus-transfer",
            courses(numbered("own", 7), "5 NUS", level: "NUS:5000", by: "nus")
                + courses(numbered("low", 2), "5 NUS", level: "NUS:4000", by: "nus")
                + courses(numbered("from", 4), "5 NUS", level: "NUS:6000", by: "elsewhere"))
    }

    private static func transferred(
        own: Int, from: Int, _ grade: String = "NUS:B", on day: String = "2024-06-01"
    ) -> [Award] {
        held(numbered("own", own)) + held(numbered("from", from), on: day, grade: grade)
    }

    @Test func `R9 half at most is transferred, and each is graded, young and not used`() throws {
        let rule = try Self.transfer()
        try rule.expect("half", Self.transferred(own: 3, from: 3), .met(unused: [:]))
        try rule.expect("more than half", Self.transferred(own: 2, from: 4), .lacks("5"))
        try rule.expect(
            "four of level 5000 and two below", held(numbered("own", 5) + numbered("low", 2)),
            .lacks("5", ["graduate-level"]))
        try rule.expect("without S", Self.transferred(own: 4, from: 2, "NUS:S"), .lacks("10"))
        try rule.expect(
            "five years old", Self.transferred(own: 4, from: 2, on: "2021-01-15"), .lacks("10"))
        try rule.expect(
            "a day younger", Self.transferred(own: 4, from: 2, on: "2021-01-16"), .met)
        let used = held(["from-1"], on: "2024-06-01", grade: "NUS:A", usedFor: ["degree"])
        try rule.expect("used", held(numbered("own", 5)) + used, .lacks("5"))
        try rule.expect(
            "one low grade made good by a high one",
            held(numbered("own", 4)) + held(["from-1"], on: "2024-06-01", grade: "NUS:B-")
                + held(["from-2"], on: "2024-06-01", grade: "NUS:A"), .met)
    }

    @Test
    func `R9 two of B minus meet the mean on one scale, not on another, and cannot tell on none`()
        throws
    {
        var rule = try Self.transfer()
        let awards = Self.transferred(own: 3, from: 3, "NUS:B-")
        try rule.expect("B- is 3.0", awards, .met)
        let points = [("F", 0), ("C", 2000), ("B-", 2700), ("B", 3000), ("A", 4000)]
        rule.rules[0].scales = [
            try GradeScale(
                name: "NUS",
                steps: points.map { .init($0, points: ExactDecimal(thousandths: $1)) })
        ]
        // Fifteen credits of 2.7 need four and a half of 4.0.
        try rule.expect("B- is 2.7", awards, .lacks("4.5"))
        rule.rules[0].scales = []
        try rule.expect("no scale", awards, .cannotTell("15"))
    }

    // MARK: R10 ModularMaster

    @Test func `R10 credits are of two years, and their number goes by the start`() throws {
        let rule = try PublishedRule(
            "R10-sutd-modular-master", courses(numbered("subject", 6), "12 SUTD"))
        let (early, late) = ("sutd-modular-master-60", "sutd-modular-master-72")
        func expect(
            _ portfolio: Comment, _ id: String, first: String, last: String, _ count: Int,
            _ expected: PublishedRule.Expectation
        ) throws {
            var expected = expected
            expected.warnings = ["start-unknown"]
            try rule.expect(
                portfolio, of: id,
                held(numbered("subject", count - 1), on: first)
                    + held(["subject-\(count)"], on: last), expected)
        }
        try expect("to the day", late, first: "2023-01-10", last: "2025-01-10", 6, .met)
        try expect(
            "a day late", late, first: "2023-01-10", last: "2025-01-11", 6, .lacks("12"))
        try expect("60", late, first: "2023-01-10", last: "2025-01-10", 5, .lacks("12"))
        try expect("60, earlier", early, first: "2019-01-10", last: "2021-01-10", 5, .met)
        try expect(
            "from 29 February", early, first: "2020-02-29", last: "2022-02-28", 5, .met)
        try expect(
            "to 1 March", early, first: "2020-02-29", last: "2022-03-01", 5, .lacks("12"))
        let credential = try #require(rule.graph.credential("sutd-modular-master"))
        func version(_ started: String?) throws -> String? {
            rule.graph.rule(
                .completion, of: credential, asOf: try #require(CalendarDate("2026-01-15")),
                started: started.flatMap { CalendarDate($0) })?.id
        }
        #expect(try version("2020-07-31") == early)
        #expect(try version("2020-08-01") == late)
        #expect(try version(nil) == late)
    }

    // MARK: R11 Executive Certificate

    @Test func `R11 two or three courses, each passed on its own scale`() throws {
        let rule = try PublishedRule(
            "R11-nus-executive-certificate",
            courses(numbered("large", 4), "2.5 CU", tags: ["micro-credit"])
                + courses(numbered("small", 3), "1.5 CU", tags: ["micro-credit"])
                + courses(["other"], "2.5 CU"))
        func expect(
            _ portfolio: Comment, _ awards: [Award], _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(
                portfolio, of: "nus-executive-certificate/completion", awards, expected)
        }
        let first = held(["large-1"], grade: "letters:C")
        try expect("C and Pass", first + held(["large-2"], grade: "pass-fail:Pass"), .met)
        try expect(
            "C and Satisfactory", first + held(["large-2"], grade: "satisfactory:Satisfactory"),
            .met(unused: [:]))
        try expect(
            "another course", first + held(["other"], grade: "letters:A"), .lacks(units: "2.5"))
        try expect("no grade", first + held(["large-2"]), .cannotTell(units: "2.5"))
        try expect(
            "three that are small", held(numbered("small", 3), grade: "letters:A"),
            .lacks(units: "0.5"))
        try expect(
            "a fourth is left out", held(numbered("large", 4), grade: "letters:B"),
            .met(unused: ["large-4": .surplus]))
        try rule.expect(
            "the master's decides", of: "nus-mba/admission", held(["nus-executive-certificate"]),
            .cannotTell(count: 1, ["admission"]))
        try rule.expect("without it", of: "nus-mba/admission", [], .lacks(count: 2))
    }
}
