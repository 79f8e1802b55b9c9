// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

extension PublishedRuleTests {
    // MARK: R3 Hairdressing's bundles

    private static let hairdressingCore = [
        "BSBSUS201", "SHBHBAS001", "SHBHCLS002", "SHBHCLS003", "SHBHCLS004", "SHBHCLS005",
        "SHBHCUT001", "SHBHCUT002", "SHBHCUT003", "SHBHCUT004", "SHBHCUT005", "SHBHDES003",
        "SHBHIND001", "SHBHIND003", "SHBHREF002", "SHBHTRI001", "SHBXCCS001", "SHBXCCS002",
        "SHBXIND001", "SHBXIND002", "SHBXWHS001",
    ]

    @Test func `R3 one bundle is spent and the other's units are electives`() throws {
        let first = ["SHBHCUT006", "SHBHCUT007", "SHBHDES004"]
        let both = first + ["SHBHCUT011", "SHBHCUT012"]
        let others = numbered("other", 5)
        let rule = try PublishedRule(
            "R03-hairdressing",
            courses(Self.hairdressingCore + both) + courses(others, tags: ["group-c"]))
        func expect(
            _ portfolio: Comment, without: String? = nil, _ units: [String],
            _ expected: PublishedRule.Expectation
        ) throws {
            let core = Self.hairdressingCore.filter { $0 != without }
            try rule.expect(portfolio, held(core + units), expected)
        }
        try expect("a", both + others.prefix(2), .met(unused: [:]))
        try expect("a greedy count would do", both + others.prefix(1), .lacks(units: "1", ["c"]))
        try expect("b, three others", first + others.prefix(3), .lacks(units: "1", ["c"]))
        try expect("b, four others", first + others.prefix(4), .met)
        try expect(
            "neither bundle", ["SHBHCUT006", "SHBHCUT007", "SHBHCUT011"] + others.prefix(4),
            .lacks(units: "1", ["bundle"]))
        try expect(
            "the second bundle",
            ["SHBHCUT007", "SHBHCUT011", "SHBHCUT012", "SHBHCUT006"]
                + others.prefix(3), .met)
        try expect(
            "one of the core", without: "SHBXWHS001", first + others.prefix(4),
            .lacks(units: "1", ["SHBXWHS001"]))
        try expect("one too many", first + others, .met)
    }

    // MARK: R4 A catering certificate

    @Test func `R4 the group of its own comes first, whatever a greedy count would do`() throws {
        let rule = try PublishedRule(
            "R04-catering",
            courses(numbered("core", 11), tags: ["core"])
                + courses(numbered("a", 10), tags: ["group-a"])
                + courses(numbered("b", 5), tags: ["group-b"])
                + courses(numbered("d", 5), tags: ["group-d"]))
        let core = numbered("core", 10)
        func expect(
            _ portfolio: Comment, _ units: [String], _ expected: PublishedRule.Expectation
        ) throws { try rule.expect(portfolio, held(units), expected) }
        try expect("six and four", core + numbered("a", 6) + numbered("b", 4), .met(unused: [:]))
        try expect("all of group A", core + numbered("a", 10), .met(unused: [:]))
        try expect(
            "five of group A", core + numbered("a", 5) + numbered("b", 5),
            .lacks(units: "1", ["electives-of-a"]))
        try expect(
            "a core unit too many", numbered("core", 11) + numbered("a", 6) + numbered("d", 3),
            .lacks(units: "1"))
    }

    // MARK: R5 A health diploma, and a qualification of seventeen units

    @Test func `R5 one elective is of a group, four at most from elsewhere, and work counts apart`()
        throws
    {
        let rule = try PublishedRule(
            "R05-health",
            courses(numbered("core", 16), tags: ["core"])
                + courses(numbered("manage", 5), tags: ["business-management"])
                + courses(numbered("listed", 5), tags: ["listed"])
                + courses(["long"], tags: ["work"], hours: 120)
                + courses(["short"], tags: ["work"], hours: 80)
                + courses(["shorter"], tags: ["work"], hours: 79))
        func expect(
            _ portfolio: Comment, _ units: [String], _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(
                portfolio, of: "health-diploma/completion",
                held(numbered("core", 16) + units), expected)
        }
        let work = ["long", "short"]
        try expect("one and four", ["manage-1"] + numbered("listed", 4) + work, .met)
        try expect("five of the group", numbered("manage", 5) + work, .met)
        try expect("none of the group", numbered("listed", 5) + work, .lacks(units: "1"))
        try expect(
            "an hour of work", ["manage-1"] + numbered("listed", 4) + ["long", "shorter"],
            .lacks(units: "1", ["work"]))
        try expect("no work at all", numbered("manage", 5), .lacks(units: "200", ["work"]))
    }

    @Test func `R5b four are listed and three at most are imported`() throws {
        let rule = try PublishedRule(
            "R05-health",
            courses(numbered("core", 10), tags: ["core"])
                + courses(numbered("listed", 7), tags: ["listed"])
                + courses(numbered("imported", 4), tags: ["imported"]))
        func expect(
            _ portfolio: Comment, _ units: [String], _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(
                portfolio, of: "imports-qualification/completion",
                held(numbered("core", 10) + units), expected)
        }
        try expect("four and three", numbered("listed", 4) + numbered("imported", 3), .met)
        try expect("all listed", numbered("listed", 7), .met(unused: [:]))
        try expect(
            "three and four", numbered("listed", 3) + numbered("imported", 4), .lacks(units: "1"))
    }

    // MARK: R6 Business

    @Test func `R6 what is imported is of the same level, and somebody says whether it fits`()
        throws
    {
        let rule = try PublishedRule(
            "R06-business",
            courses(numbered("core", 5), level: "AQF:5", tags: ["core"])
                + courses(numbered("elective", 7), level: "AQF:5", tags: ["elective"])
                + courses(["fitting"], level: "AQF:5", tags: ["imported"])
                + courses(["lower"], level: "AQF:3", tags: ["imported"])
                + courses(["unlevelled"], tags: ["imported"]))
        func expect(
            _ portfolio: Comment, electives: Int, _ units: [String],
            _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(
                portfolio, held(numbered("core", 5) + numbered("elective", electives) + units),
                expected)
        }
        try expect("no imports", electives: 7, [], .met(unused: [:]))
        try expect("no imports, one short", electives: 6, [], .lacks(units: "1", ["electives"]))
        try expect(
            "one import", electives: 6, ["fitting"],
            .cannotTell(count: 1, ["imports-fit-the-role"]))
        try expect(
            "of a lower level", electives: 6, ["lower"], .lacks(units: "1", ["electives"]))
        try expect(
            "of a level that is not known", electives: 6, ["unlevelled"],
            .cannotTell(units: "1", count: 2))
    }
}
