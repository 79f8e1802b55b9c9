// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

extension PublishedRuleTests {
    // MARK: R12 Computer science, online

    private static func boulder() throws -> PublishedRule {
        let paid = ["for-credit"]
        return try PublishedRule(
            "R12-boulder-computer-science",
            courses(numbered("breadth", 5), "3 US", tags: paid + ["breadth", "pathway-1"])
                + courses(numbered("elective", 5), "3 US", tags: paid + ["elective", "pathway-2"])
                + courses(numbered("free", 5), "3 US", tags: ["breadth", "elective", "pathway-1"]))
    }

    @Test func `R12 breadth is graded, and the mean is over all that counts`() throws {
        let rule = try Self.boulder()
        func expect(
            _ portfolio: Comment, _ breadth: String, _ electives: String, low: String? = nil,
            _ expected: PublishedRule.Expectation
        ) throws {
            var awards = held(numbered("breadth", 4), grade: "CU:\(breadth)")
            awards += held(["breadth-5"], grade: "CU:\(low ?? breadth)")
            awards += held(numbered("elective", 5), grade: "CU:\(electives)")
            try rule.expect(portfolio, of: "boulder-ms-cs/completion", awards, expected)
        }
        try expect("B throughout", "B", "B", .met(unused: [:]))
        try expect("a mean of exactly 3.0", "A", "C", .met(unused: [:]))
        // Three of the electives need 6.3 credits of A, of which six are the other electives.
        try expect("C+ throughout the electives", "B", "C+", .lacks("6.3"))
        try expect("B- in breadth", "B", "A", low: "B-", .lacks("3", ["breadth"]))
        try rule.expect(
            "not for credit", of: "boulder-ms-cs/completion",
            held(numbered("free", 5) + numbered("elective", 5), grade: "CU:A"), .lacks("15"))
    }

    @Test func `R12 who finishes one pathway is admitted`() throws {
        let rule = try Self.boulder()
        func expect(
            _ portfolio: Comment, _ awards: [Award], _ expected: PublishedRule.Expectation
        ) throws { try rule.expect(portfolio, of: "boulder-ms-cs/admission", awards, expected) }
        let first = held(numbered("breadth", 2), grade: "CU:B")
        try expect("three of one", first + held(["breadth-3"], grade: "CU:B+"), .met)
        try expect(
            "two and one", first + held(["elective-1"], grade: "CU:A"), .lacks(units: "1"))
        try expect("one of B-", first + held(["breadth-3"], grade: "CU:B-"), .lacks(units: "1"))
        try expect(
            "one not for credit", first + held(["free-1"], grade: "CU:A"), .lacks(units: "1"))
        try expect("one without a grade", first + held(["breadth-3"]), .cannotTell(units: "1"))
    }

    // MARK: R13 MicroMasters in supply chain management

    @Test func `R13 five certificates and then the exam, which is not admission`() throws {
        let certificates = ["SC0x", "SC1x", "SC2x", "SC3x", "SC4x"]
        let rule = try PublishedRule(
            "R13-mitx-supply-chain", courses(certificates + ["CFx"], kind: .certificate))
        func expect(
            _ portfolio: Comment, _ awards: [Award], _ expected: PublishedRule.Expectation
        ) throws { try rule.expect(portfolio, of: "mitx-scm/completion", awards, expected) }
        let all = held(certificates, on: "2025-05-01")
        try expect("the exam after them", all + held(["CFx"], on: "2025-06-01"), .met(unused: [:]))
        try expect("on the same day", all + held(["CFx"], on: "2025-05-01"), .met)
        try expect(
            "a certificate after the exam",
            all.dropLast() + held(["SC4x"], on: "2025-06-02") + held(["CFx"], on: "2025-06-01"),
            .lacks(count: 1))
        try expect("no date", all + held(["CFx"]), .cannotTell(count: 5))
        try expect("no exam", all, .lacks(count: 6))
        try expect(
            "a certificate repeated after the exam",
            all + held(["SC4x"], on: "2025-06-02") + held(["CFx"], on: "2025-06-01"), .met)
        try rule.expect(
            "admission is decided", of: "mit-scm-master/admission", all,
            .cannotTell(count: 1, ["admission"]))
    }

    // MARK: R22 South Alabama, and least lengths

    @Test func `R22 half of a certificate's courses are taken here`() throws {
        let rule = try PublishedRule(
            "R22-south-alabama",
            courses(numbered("here", 3), by: "south-alabama")
                + courses(numbered("there", 3), by: "elsewhere"))
        let id = "alabama-certificate/completion"
        try rule.expect("half", of: id, held(["here-1", "there-1"]), .met(unused: [:]))
        try rule.expect(
            "less than half: one is left out", of: id, held(["here-1", "there-1", "there-2"]),
            .met(unused: ["there-2": .surplus]))
        try rule.expect("none", of: id, held(["there-1", "there-2"]), .lacks(units: "1"))
    }

    @Test func `R22 a quarter of a bachelor's is in residence`() throws {
        let rule = try PublishedRule(
            "R22-south-alabama",
            courses(numbered("here", 40), "3 US", by: "south-alabama")
                + courses(numbered("there", 40), "3 US", by: "elsewhere"))
        func expect(
            _ portfolio: Comment, here: Int, there: Int, _ expected: PublishedRule.Expectation
        ) throws {
            try rule.expect(
                portfolio, of: "alabama-bachelor/completion",
                held(numbered("here", here) + numbered("there", there)), expected)
        }
        try expect("exactly", here: 10, there: 30, .met)
        try expect("a course less", here: 9, there: 31, .lacks("3", ["in-residence"]))
        try expect("and short as well", here: 9, there: 30, .lacks("3"))
    }

    @Test(arguments: [("associate", 60), ("baccalaureate", 120), ("post-baccalaureate", 30)])
    func `R22 a programme has a least length, and counting twice needs a reason`(
        kind: String, size: Int
    ) throws {
        let rule = try PublishedRule("R22-south-alabama", courses(numbered("course", 40), "3 US"))
        let id = "length-\(kind)/completion"
        let all = held(numbered("course", size / 3))
        try rule.expect("just enough", of: id, all, .met)
        try rule.expect("a course short", of: id, all.dropLast(), .lacks("3", ["hours"]))
        try rule.expect(
            "one counted twice", of: id,
            all.dropLast() + held(["course-\(size / 3)"], usedFor: ["another"]),
            .cannotTell(count: 1))
    }

    // MARK: R24 CompTIA stackables

    @Test func `R24 every member is active, and the one that lapses is named`() throws {
        let rule = try PublishedRule(
            "R24-comptia",
            courses(["a-plus", "network-plus", "security-plus"], kind: .certificate)
                + courses(["a-plus-lifetime"], kind: .certificate, tags: ["lifetime"]),
            relations: [.init(from: "a-plus-lifetime", kind: .equivalent, to: "a-plus")])
        let two =
            held(["a-plus"], on: "2022-01-01", until: "2028-01-01")
            + held(["network-plus"], on: "2020-03-01", until: "2023-03-01")
        let id = "CIOS/completion"
        try rule.expect("its last day", of: id, two, on: "2023-03-01", .met(unused: [:]))
        var lapsed = PublishedRule.Expectation.lacks(["network-plus"])
        lapsed.unused = ["network-plus": .expired]
        try rule.expect("the day after", of: id, two, on: "2023-03-02", lapsed)
        let made = try rule.audited(of: id, two, on: "2023-03-02")
        #expect(made.unused.first?.text == "It expired on 2023-03-01.")
        #expect(made.rule.awarding == .automatic)
        try rule.expect(
            "renewed", of: id,
            two + held(["network-plus"], on: "2023-02-01", until: "2026-02-01"),
            on: "2023-03-02", .met)
        try rule.expect(
            "a lifetime certification", of: id,
            held(["a-plus-lifetime"], on: "2009-01-01") + two.suffix(1), on: "2023-03-01",
            .lacks(["a-plus"]))
        try rule.expect(
            "the third", of: "CSIS/completion", two, on: "2023-03-01", .lacks(["security-plus"]))
        try rule.expect(
            "all three", of: "CSIS/completion", two + held(["security-plus"]), on: "2023-03-01",
            .met)
    }

    // MARK: R25 A master's of stacked certificates

    @Test func `R25 two different approved graduate certificates of nine to eighteen hours`() throws
    {
        let good = ["approved", "graduate"]
        let rule = try PublishedRule(
            "R25-governors-state",
            courses(["nine"], "9 US", kind: .certificate, tags: good)
                + courses(["eighteen"], "18 US", kind: .certificate, tags: good)
                + courses(["eight"], "8 US", kind: .certificate, tags: good)
                + courses(["nineteen"], "19 US", kind: .certificate, tags: good)
                + courses(["first-degree"], "12 US", kind: .certificate, tags: ["approved"])
                + courses(["course"], "9 US", kind: .course, tags: good))
        func expect(
            _ portfolio: Comment, _ awards: [Award], _ expected: PublishedRule.Expectation
        ) throws { try rule.expect(portfolio, awards, expected) }
        try expect("nine and eighteen", held(["nine", "eighteen"]), .met(unused: [:]))
        try expect("eight", held(["nine", "eight"]), .lacks(units: "1"))
        try expect("nineteen", held(["nineteen", "eighteen"]), .lacks(units: "1"))
        try expect("of a first degree", held(["nine", "first-degree"]), .lacks(units: "1"))
        try expect("a course", held(["nine", "course"]), .lacks(units: "1"))
        try expect(
            "the same one twice",
            held(["nine"], on: "2020-01-01") + held(["nine"], on: "2024-01-01"),
            .lacks(units: "1"))
        try expect("none", [], .lacks(units: "2"))
    }
}

extension PublishedRule.Expectation {
    /// One requirement is open, for which nothing is counted.
    static func lacks(_ open: Set<String>) -> Self { lacks("0", open) }
}
