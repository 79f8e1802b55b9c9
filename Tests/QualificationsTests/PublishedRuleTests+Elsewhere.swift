// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

extension PublishedRuleTests {
    // MARK: R15 Limits of transfer

    private static func aberystwyth() throws -> PublishedRule {
        try PublishedRule(
            "R15-aberystwyth",
            courses(numbered("own", 12), "10 UK CATS", level: "Aber:3", by: "aber")
                + courses(numbered("from", 30), "10 UK CATS", level: "RQF:7", by: "elsewhere")
                + courses(["basic"], "10 UK CATS", level: "Aber:2", by: "aber"))
    }

    @Test(arguments: [("master", 180, 120), ("pgdip", 120, 60), ("pgcert", 60, 30)])
    func `R15 so much is transferred and no more`(kind: String, size: Int, most: Int) throws {
        let rule = try Self.aberystwyth()
        let id = "aber-\(kind)/completion"
        let own = (size - most) / 10
        try rule.expect(
            "as much as may be", of: id,
            held(numbered("own", own) + numbered("from", most / 10)), .met(unused: [:]))
        try rule.expect(
            "ten more instead of its own", of: id,
            held(numbered("own", own - 1) + numbered("from", most / 10 + 1)), .lacks("10"))
        try rule.expect(
            "basic credit that a degree has used", of: id,
            held(numbered("own", own - 1) + numbered("from", most / 10))
                + held(["basic"], usedFor: ["degree"]), .lacks("10"))
        try rule.expect(
            "higher credit that a degree has used", of: id,
            held(numbered("own", own - 1) + numbered("from", most / 10))
                + held(["own-12"], usedFor: ["degree"]), .met)
    }

    @Test(arguments: [
        ("graddip", 60), ("gradcert", 30), ("honours", 240), ("foundation", 120), ("diphe", 160),
        ("certhe", 80),
    ])
    func `R15 what passes the limit is left out`(kind: String, most: Int) throws {
        let rule = try Self.aberystwyth()
        let id = "aber-\(kind)/completion"
        let exact = held(numbered("from", most / 10))
        try rule.expect("exactly", of: id, exact, .met(unused: [:]))
        let more = try rule.audited(
            of: id, held(numbered("from", most / 10 + 1)), on: "2026-01-15")
        #expect(more.unused.map(\.reason) == [.surplus])
        #expect(more.assignment.count == most / 10)
    }

    @Test func `R15 study of sixteen years is young enough, to the day`() throws {
        let rule = try Self.aberystwyth()
        let id = "open-university-transfer/completion"
        try rule.expect("to the day", of: id, held(["from-1"], on: "2010-01-15"), .met)
        try rule.expect(
            "a day older", of: id, held(["from-1"], on: "2010-01-14"), .lacks(units: "1"))
    }

    // MARK: R18 Credit for prior learning

    @Test(arguments: [
        ("phd", 80, 24, 4), ("master", 40, 12, 4), ("bachelor", 120, 36, 3), ("diploma", 90, 27, 3),
        ("certificate", 60, 18, 3),
    ])
    func `R18 thirty per cent for prior learning, beside what is transferred`(
        kind: String, size: Int, most: Int, unit: Int
    ) throws {
        let rule = try PublishedRule(
            "R18-malaysia-apel",
            courses(numbered("course", 30), "\(unit) MY", by: "own")
                + courses(numbered("from", 4), "\(unit) MY", by: "elsewhere")
                + courses(numbered("apel", 13), "\(unit) MY", kind: .priorLearning)
                + courses(
                    ["project"], "\(unit) MY", kind: .priorLearning, tags: ["final-project"]))
        let (taught, prior) = ((size - most) / unit, most / unit)
        func expect(
            _ portfolio: Comment, _ ids: [String], _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(portfolio, of: "apel-\(kind)/completion", held(ids), expected)
        }
        let lacks = PublishedRule.Expectation.lacks("\(unit)")
        try expect("exactly", numbered("course", taught) + numbered("apel", prior), .met)
        try expect(
            "beside transfer",
            numbered("course", taught - 4) + numbered("from", 4) + numbered("apel", prior), .met)
        try expect(
            "one more of it", numbered("course", taught - 1) + numbered("apel", prior + 1), lacks)
        try expect(
            "the final project",
            numbered("course", taught) + numbered("apel", prior - 1)
                + ["project"], lacks)
    }

    // MARK: R19 Credit accumulation and transfer in South Africa

    @Test func `R19 what overlaps enough counts, unless it is a short course`() throws {
        let rule = try PublishedRule(
            "R19-south-africa",
            courses(["wanted-module", "close-module", "far-module", "unknown-module"])
                + courses(["short-module"], tags: ["short-course"]))
        func expect(_ module: String, _ expected: PublishedRule.Expectation) throws {
            try rule.expect("\(module)", of: "sa-module/completion", held([module]), expected)
        }
        try expect("wanted-module", .met(unused: [:]))
        try expect("close-module", .met(unused: [:]))
        try expect("far-module", .lacks(["wanted"]))
        try expect("unknown-module", .lacks(["wanted"]))
        try expect("short-module", .lacks(["wanted"]))
    }

    @Test func `R19 half of what counts may come from elsewhere`() throws {
        let rule = try PublishedRule(
            "R19-south-africa",
            courses(["wanted-module", "close-module", "far-module", "short-module"])
                + courses(numbered("own", 3), "10 SAQA", by: "mancosa")
                + courses(numbered("from", 4), "10 SAQA", by: "elsewhere"))
        let id = "mancosa-qualification/completion"
        try rule.expect(
            "half", of: id, held(numbered("own", 3) + numbered("from", 3)), .met(unused: [:]))
        try rule.expect(
            "more than half", of: id, held(numbered("own", 3) + numbered("from", 4)),
            .met(unused: ["from-4": .surplus]))
        try rule.expect("nothing of its own", of: id, held(numbered("from", 4)), .lacks("1"))
    }

    // MARK: R20 The Academic Bank of Credits

    @Test func `R20 credits live seven years and are spent once`() throws {
        let rule = try PublishedRule(
            "R20-india-credit-bank", courses(numbered("course", 4), "5 UGC"))
        let three = held(numbered("course", 3), on: "2024-06-01")
        func expect(
            _ portfolio: Comment, _ day: String, usedFor: [String] = [],
            on asOf: String = "2026-01-15", _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(
                portfolio, three + held(["course-4"], on: day, usedFor: usedFor), on: asOf, expected
            )
        }
        try expect("met", "2024-06-01", .met(unused: [:]))
        try expect("seven years to the day", "2019-01-15", .met)
        try expect("seven years and a day", "2019-01-14", .lacks("5"))
        try expect("spent", "2024-06-01", usedFor: ["degree"], .lacks("5"))
        try rule.expect(
            "from 29 February", held(numbered("course", 4), on: "2016-02-29"), on: "2023-02-28",
            .met)
        try rule.expect(
            "and the day after", held(numbered("course", 4), on: "2016-02-29"), on: "2023-03-01",
            .lacks("20"))
    }
}
