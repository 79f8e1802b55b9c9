// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

extension PublishedRuleTests {
    // MARK: R1 QQI 5M2009

    private static let core = ["5N1764", "5N1765", "5N1770", "5N1773"]

    private static func earlyChildhood(
        _ file: String = "R01-qqi-early-childhood"
    ) throws -> PublishedRule {
        let levelFive =
            core + [
                "5N1356", "5N1433", "5N0690", "5N0972", "5N1367", "5N1390", "5N1279", "5N1370",
                "5N1394", "5N1763", "5N1766", "5X0001", "5X0002",
            ]
        return try PublishedRule(
            file,
            courses(levelFive, "15 NFQ", level: "NFQ:5")
                + courses(["6X0001"], "15 NFQ", level: "NFQ:6")
                + courses(["4X0001"], "15 NFQ", level: "NFQ:4")
                + courses(["5N1207"], "5 NFQ", level: "NFQ:5"))
    }

    @Test func `R1 one unit fills one group, and the last may be of another level`() throws {
        let rule = try Self.earlyChildhood()
        func expect(
            _ portfolio: Comment, _ more: [String], on day: String = "2023-06-01",
            _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(portfolio, held(Self.core + more), on: day, expected)
        }
        let usual = ["5N1356", "5N0690", "5N1279"]
        try expect("a", usual + ["5X0001"], .met(unused: [:]))
        try expect("b, level 6", usual + ["6X0001"], .met)
        try expect("b, level 4", usual + ["4X0001"], .met)
        try expect("c, a second of group 2", usual + ["5N1433"], .met(unused: [:]))
        try expect("a second of group 4", usual + ["5N1370"], .met)
        try expect("d", ["5N1356", "5N1279", "5X0001"], .lacks("15", ["group-3"]))
        try expect(
            "d, with two that are free", ["5N1356", "5N1279", "5X0001", "6X0001"],
            .lacks("15", ["group-3"]))
        try expect("nothing but the core", [], .lacks("60", count: 4))
        try expect(
            "e, last day", usual + ["5X0001"], on: "2023-12-31", .met)
        try expect(
            "e", usual + ["5X0001"], on: "2024-06-01", .met(warning: "rule-expired"))
    }

    @Test func `R1 five credits do not make fifteen`() throws {
        let rule = try Self.earlyChildhood("R01-qqi-early-childhood-earlier")
        let units = Self.core + ["5N1356", "5N0690", "5N1207", "5X0001"]
        try rule.expect(
            "the small one alone", held(units), on: "2023-06-01",
            .lacks("10", ["group-4"]))
        try rule.expect(
            "beside a large one, which fits only whole", held(units + ["5N1279"]), on: "2023-06-01",
            .met(unused: ["5N1207": .surplus]))
    }

    // MARK: R2 QQI 6M2007

    @Test func `R2 two units of one group fill no other group silently`() throws {
        let units = [
            "6N1942", "6N1944", "6N1945", "6N1946", "6N1947", "6N1948", "6N1949", "6N1950",
            "6N1932", "6N1933", "6N1935", "6X0001",
        ]
        let rule = try PublishedRule(
            "R02-qqi-6M2007", courses(units, "15 NFQ", level: "NFQ:6"))
        let core = Array(units[0..<3]) + ["6N1946"]
        try rule.expect(
            "met", held(core + ["6N1948", "6N1932", "6N1933", "6X0001"]), .met(unused: [:]))
        try rule.expect(
            "the second of group 3 is the rest",
            held(core + ["6N1948", "6N1949", "6N1932", "6N1933"]), .met(unused: [:]))
        try rule.expect(
            "and nothing else", held(core + ["6N1948", "6N1949", "6N1932"]),
            .lacks("15", ["group-4"]))
        try rule.expect(
            "nor is a third", held(core + ["6N1948", "6N1949", "6N1950", "6N1932"]),
            .lacks("15", ["group-4"]))
        try rule.expect(
            "the rest waits", held(core + ["6N1948", "6N1932", "6N1935"]), .lacks("15"))
    }

    // MARK: R16 UCD award structures

    private static func levels() throws -> PublishedRule {
        try PublishedRule(
            "R16-ucd-structures",
            (0..<4).flatMap { level in
                courses(numbered("l\(level)", 40), "5 ECTS", level: "UCD:\(level)")
            } + courses(["whole"], "2.5 ECTS", level: "UCD:3") + courses(["unknown"], "5 ECTS"))
    }

    private static func mixed(_ counts: [Int]) -> [Award] {
        held(counts.enumerated().flatMap { numbered("l\($0)", $1) })
    }

    @Test func `R16 floors nest and a ceiling holds`() throws {
        let rule = try Self.levels()
        func expect(
            _ portfolio: Comment, _ id: String, _ counts: [Int], more: [String] = [],
            _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(
                portfolio, of: "ucd-\(id)/completion", Self.mixed(counts) + held(more), expected)
        }
        try expect("just enough", "honours", [2, 14, 12, 8], .met(unused: [:]))
        try expect("a third of level 0 does not count", "honours", [3, 13, 12, 8], .lacks("5"))
        try expect("level 3 lacks five", "honours", [2, 14, 13, 7], .lacks("5"))
        try expect("level 2 and above lacks five", "honours", [2, 15, 11, 8], .lacks("5"))
        try expect("no more than 360", "honours", [0, 32, 32, 10], .met)
        try expect("just enough", "higher-diploma", [2, 4, 0, 6], .met)
        try expect("capped", "higher-diploma", [3, 3, 0, 6], .lacks("5"))
        try expect("both at once", "higher-diploma", [3, 4, 0, 5], .lacks("5"))
        try expect("just enough", "university-diploma", [3, 9, 0, 0], .met)
        try expect("too little above level 0", "university-diploma", [4, 8, 0, 0], .lacks("5"))
        try expect("just enough", "level-8-certificate", [0, 0, 0, 4], .met)
        try expect("level 2 alone", "level-8-certificate", [0, 0, 4, 0], .lacks("20"))
        try expect(
            "a level that is not known", "level-8-certificate", [0, 0, 0, 3], more: ["unknown"],
            .cannotTell("5"))
        try expect("just enough", "professional-diploma", [0, 4, 0, 0], .met)
        try expect("too little", "professional-diploma", [0, 3, 0, 0], .lacks("5"))
        try expect("just enough", "professional-certificate", [1, 0, 0, 0], .met)
        try expect(
            "too little", "professional-certificate", [0, 0, 0, 0], more: ["whole"], .lacks("2.5"))
    }

    @Test func `R16 a fourth professional certificate is left out`() throws {
        try Self.levels().expect(
            "fifteen are the most", of: "ucd-professional-certificate/completion",
            Self.mixed([0, 4, 0, 0]), .met(unused: ["l1-4": .surplus]))
    }

    // MARK: R26 QQI progression

    @Test func `R26 components alone do not suffice, and must be of one sitting`() throws {
        let rule = try PublishedRule(
            "R26-qqi-progression",
            courses(numbered("unit", 9), "15 NFQ", tags: ["component"])
                + courses(["award"], "120 NFQ", kind: .certificate, tags: ["major"])
                + courses(["small"], "60 NFQ", kind: .certificate, tags: ["major"])
                + courses(numbered("other", 3), "10 NFQ", tags: ["component"]))
        let eight = held(numbered("unit", 8), on: "2025-06-20")
        func expect(
            _ portfolio: Comment, _ awards: [Award], _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(portfolio, of: "hels-eligibility/completion", awards, expected)
        }
        let award = held(["award"], on: "2025-06-20")
        try expect("met", award + eight, .met)
        try expect("components alone", eight, .lacks(units: "1", ["major-award"]))
        try expect(
            "a smaller award", held(["small"]) + eight, .lacks(units: "1", ["major-award"]))
        let seven = held(numbered("unit", 7), on: "2025-06-20")
        let eighth = held(["unit-8"], on: "2025-06-21")
        try expect("a day later", award + seven + eighth, .lacks("15", ["scored-in-one-sitting"]))
        try expect(
            "repeated a year later: the second attempts are enough",
            award + held(numbered("unit", 4), on: "2024-06-20") + eight, .met)
        try expect(
            "a date that is not known", award + seven + held(["unit-8"]), .cannotTell("15"))
    }

    @Test(arguments: [(1, 20), (2, 30), (3, 60), (4, 90), (5, 120), (6, 120)])
    func `R26 major awards are as large as their level says`(level: Int, size: Int) throws {
        let rule = try PublishedRule(
            "R26-qqi-progression", courses(numbered("unit", 13), "10 NFQ"))
        let id = "qqi-major-\(level)/completion"
        try rule.expect("all of it", of: id, held(numbered("unit", size / 10)), .met)
        try rule.expect("ten less", of: id, held(numbered("unit", size / 10 - 1)), .lacks("10"))
    }

    @Test func `R26 a special purpose award is two components of fifteen`() throws {
        let rule = try PublishedRule(
            "R26-qqi-progression",
            courses(numbered("unit", 3), "15 NFQ") + courses(numbered("ten", 3), "10 NFQ"))
        let id = "6S3372/completion"
        try rule.expect("two", of: id, held(numbered("unit", 2)), .met)
        try rule.expect("a third is left out", of: id, held(numbered("unit", 3)), .met)
        try rule.expect("one", of: id, held(["unit-1"]), .lacks("15"))
        try rule.expect("three of ten", of: id, held(numbered("ten", 3)), .lacks("30"))
    }
}
