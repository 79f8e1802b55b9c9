// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@testable import Qualifications

@Suite struct PrincetonReaderTests {
    private func read(
        _ text: String, startYear: Int? = 2022
    ) throws(ForeignRulesError) -> ForeignRules.Result {
        try ForeignRules.princeton.read(
            .init(bytes: Array(text.utf8), file: "TST.yaml", startYear: startYear))
    }

    /// The file of a minor that asks `body`.
    private func minor(_ body: String, head: String = "") -> String {
        let lines = body.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        return "type: Minor\nname: Tests\ncode: TST\n\(head)req_list:\n\(lines)\n"
    }

    private func rule(_ body: String, head: String = "") throws -> Rule {
        try read(minor(body, head: head)).rules[0]
    }

    private func inexpressible(_ result: ForeignRules.Result) -> [String] {
        result.diagnostics.filter { $0.weight == .inexpressible }.map(\.construct)
    }

    // MARK: Courses

    @Test func `a course goes by its first listing, and its tags say every pattern`() throws {
        let course = try #require(PrincetonCourse("NST482A / ACR 382"))
        let credential = course.credential(area: "QR")
        #expect(credential.id == "NST 482A")
        #expect(credential.identifiers == ["ACR 382"])
        #expect(credential.provider == "princeton" && credential.kind == .course)
        #expect(
            credential.tags == [
                "dept:NST", "NST-4xx", "NST-48x", "NST-482x", "dept:ACR", "ACR-3xx", "ACR-38x",
                "home:dept:NST", "home:NST-4xx", "home:NST-48x", "home:NST-482x",
                "home:NST-482A", "area:QR",
            ])
    }

    @Test func `a course of a language department has the tags of any language`() throws {
        let tags = try #require(PrincetonCourse("GER 1025")).credential().tags
        #expect(tags.contains("dept:LANG") && tags.contains("LANG-1xx"))
        #expect(tags.contains("LANG-1025"))
    }

    @Test(arguments: ["", "COS", "COS 3**", "126", "COS 126/", "A course"])
    func `what is no course is none`(text: String) {
        #expect(PrincetonCourse(text) == nil)
    }

    @Test(arguments: [
        ("NST 312C: Names", #"id = "NST 312C""#),
        ("NST 482/ACR 382", #"id in ("NST 482", "ACR 382")"#),
        ("NST *", "tag = dept:NST"), ("NST ***", "tag = dept:NST"), ("NST 2**", "tag = NST-2xx"),
        ("NST 2*", "tag = NST-2xx"), ("LANG 107", "tag = LANG-107"), ("STL", "tag = area:STL"),
    ])
    func `a code of a list is a selector`(entry: String, selector: String) {
        var list = PrincetonCourseList()
        let isRead = list.add(entry)
        #expect(isRead)
        #expect(list.selector?.description == selector)
    }

    // MARK: Semantics

    @Test func `of parts that pass one unit up, so many are asked`() throws {
        let rule = try rule(
            """
            - name: Some
              min_needed: 2
              max_counted: 1
              req_list:
              - {name: A, min_needed: 1, max_counted: 1, course_list: [NST 1**]}
              - {name: B, min_needed: 2, max_counted: 1, course_list: [NST 2**]}
              - {name: C, min_needed: 0, max_counted: 1, course_list: [NST 3**]}
            """)
        guard case .all(let parts) = rule.requirement.kind,
            case .atLeast(2, let options) = parts[0].kind
        else {
            Issue.record("\(rule.requirement)")
            return
        }
        #expect(parts[0].id == "some")
        #expect(options.map(\.id) == ["some/a", "some/b", "some/c"])
    }

    @Test func `courses that pass up a unit each are counted together`() throws {
        let rule = try rule(
            """
            - name: Electives
              min_needed: 3
              max_counted: 1
              req_list:
              - {name: Own, min_needed: 1, max_counted: ALL, course_list: [NST 3**]}
              - {name: Others, min_needed: 0, max_counted: 2, course_list: [ACR 3**]}
            """)
        let electives = try #require(rule.requirement.children.first)
        guard case .count(let demand) = electives.kind else {
            Issue.record("\(electives)")
            return
        }
        #expect(demand.minimum == ExactDecimal(3) && demand.unit == .awards)
        let others = try #require(demand.parts.last)
        guard case .count(let part) = others.kind else {
            Issue.record("\(others)")
            return
        }
        #expect(part.maximum == ExactDecimal(2) && part.minimum == .zero)
    }

    @Test func `a semester is a day for learners of one year, and a question for others`() throws {
        let text = minor(
            """
            - name: Early
              min_needed: 1
              max_counted: 1
              completed_by_semester: 4
              course_list: [NST 100]
            """)
        let known = try read(text)
        #expect(known.isFullyExpressed)
        #expect(known.rules[0].startedFrom == CalendarDate("2022-07-01"))
        #expect(known.rules[0].startedBefore == CalendarDate("2023-07-01"))
        #expect("\(known.rules[0].requirement)".contains("2024-06-30"))
        let unknown = try read(text, startYear: nil)
        #expect(inexpressible(unknown) == ["completed_by_semester"])
        #expect(unknown.rules[0].startedFrom == nil)
        #expect("\(unknown.rules[0].requirement)".contains("Complete by the end of semester 4"))
    }

    @Test func `limits on courses of the major and on pass-fail are shares of what counts`() throws
    {
        let rule = try rule(
            "- {name: A, min_needed: 2, max_counted: 1, course_list: [NST 1**]}",
            head: "max_common_with_major: 1\npdfs_allowed: 1\n")
        let shares = rule.requirement.nodes.compactMap { node -> Requirement.Share? in
            if case .share(let share) = node.kind { return share }
            return nil
        }
        #expect(shares.map(\.selector.description) == ["grade = princeton:P", "used = Major"])
        #expect(shares.allSatisfy { $0.maximum == .amount(ExactDecimal(1)) })
        #expect(rule.scales.map(\.name) == ["princeton"])
    }

    @Test func `what is not allowed at all is not admissible`() throws {
        let rule = try rule(
            "- {name: A, min_needed: 2, max_counted: 1, course_list: [NST 1**]}",
            head: "max_common_with_major: 0\n")
        #expect(rule.counts.description == "not grade = princeton:P and not used = Major")
    }

    @Test func `other programmes are allowed or excluded by their tags`() throws {
        let rule = try rule(
            "- {name: A, min_needed: 1, max_counted: 1, course_list: [NST 1**]}",
            head: """
                allowed_majors: [COS, FRE/ITA]
                excluded_majors: [NST]
                excluded_minors: [HOS]
                declaration_limit: 6

                """)
        let text = RuleFile.yaml([rule])
        #expect(text.contains("from: tag in (major:COS, major:FRE, major:ITA)"))
        #expect(text.contains("none: tag in (major:NST, minor:HOS)"))
        #expect(text.contains("Declared by the end of semester 6, 2025-06-30"))
    }

    @Test(arguments: [
        (2022, "NST 101"), (2018, "NST 102"), (2017, "NST 103"), (2010, "NST 100"),
    ])
    func `the first case for the learner's class takes the place of what it says`(
        startYear: Int, course: String
    ) throws {
        let result = try read(
            minor(
                """
                - name: A
                  min_needed: 1
                  max_counted: 1
                  course_list: [NST 100]
                  year_switch:
                  - {year_code: ">=2026", course_list: [NST 101]}
                  - {year_code: 2022, course_list: [NST 102]}
                  - {year_code: "2020 - 2022", course_list: [NST 103]}
                """), startYear: startYear)
        #expect(result.isFullyExpressed)
        #expect("\(result.rules[0].requirement)".contains(course))
    }

    @Test func `a file without a year of start leaves its cases to a person`() throws {
        let result = try read(
            minor(
                """
                - name: A
                  year_switch:
                  - {year_code: 2022, min_needed: 1, max_counted: 1, course_list: [NST 102]}
                  - {year_code: default, min_needed: 1, max_counted: 1, no_req: }
                """), startYear: nil)
        #expect(inexpressible(result) == ["year_switch"])
    }

    // MARK: Nothing is dropped silently

    @Test(arguments: [
        ("min_needed: many\n  course_list: [NST 1**]", "min_needed"),
        ("min_needed: 1\n  course_list: [NST 1**, not a course]", "course_list"),
        ("min_needed: 1\n  course_list: [NST 1**]\n  seminars: 2", "unknown key"),
        ("min_needed: 1", "requirement"),
        ("min_needed: 1\n  dist_req: 5", "dist_req"),
        ("min_needed: 1\n  course_list: [NST 1**]\n  max_counted: -1", "max_counted"),
        ("min_needed: 1\n  course_list: [NST 1**]\n  pdfs_allowed: some", "pdfs_allowed"),
        ("course_list: [NST 1**]\n  completed_by_semester: soon", "completed_by_semester"),
        ("course_list: [NST 1**]\n  max_common_with_major: x", "max_common_with_major"),
        ("course_list: [NST 1**]\n  iw_relationship: separate", "iw_relationship"),
        ("course_list: [NST 1**]\n  double_counting_allowed: perhaps", "double_counting_allowed"),
        ("num_courses: all", "num_courses"),
        ("year_switch: 5\n  course_list: [NST 1**]", "year_switch"),
        ("year_switch: [{year_code: soon}]\n  course_list: [NST 1**]", "year_code"),
    ])
    func `what cannot be said is named where it stands`(body: String, construct: String) throws {
        let result = try read(minor("- name: A\n  \(body)"))
        #expect(inexpressible(result).contains(construct))
        let note = try #require(result.diagnostics.first { $0.construct == construct })
        #expect(note.line >= 5 && note.column >= 3)
    }

    @Test func `texts, pages and people are ignored by design, and said so`() throws {
        let result = try read(
            minor(
                "- {name: A, min_needed: 1, explanation: Words, course_list: [NST 1**]}",
                head: """
                    description: About it.
                    urls: ["https://example.edu/a", "https://example.edu/b"]
                    contacts:
                    - {type: Director, name: Pat Person, email: pat@example.edu}

                    """))
        #expect(
            result.diagnostics.filter { $0.weight == .ignored }.map(\.construct).sorted()
                == ["contacts", "explanation", "urls"])
        #expect(result.rules[0].source == "https://example.edu/a")
        #expect(result.credentials[0].description == nil)
        #expect(!"\(result)".contains("Pat") && !"\(result)".contains("@"))
    }

    // MARK: Hostile files

    @Test(arguments: [
        "", "[]", "type: Minor", "type: Minor\nname: A", "type: Club\nname: A\nreq_list: []",
        "type: Minor\nname: A\nreq_list: []", "type: Minor\nname: A\nreq_list: [5]", "{", "\u{0}",
        "type: Minor\nname: A\nreq_list: &a\n- name: B\n  req_list: *a",
    ])
    func `what is no programme is an error with a place`(text: String) {
        #expect(throws: ForeignRulesError.self) { try read(text) }
    }

    @Test func `deep, long and repeating files are refused or bounded`() throws {
        let deep = String(repeating: "{req_list: [", count: 10_000)
        #expect(throws: ForeignRulesError.self) { try read("type: Minor\nname: A\n\(deep)") }
        let codes = (0..<100_000).map { "NST \($0)" }.joined(separator: ", ")
        #expect(throws: ForeignRulesError.self) {
            try read(minor("- {name: A, min_needed: 1, course_list: [\(codes)]}"))
        }
        let many = String(repeating: "- {name: A, min_needed: 1, no_req: }\n", count: 6_000)
        #expect(throws: ForeignRulesError.self) { try read(minor(many)) }
        let huge = try read(
            minor(
                """
                - {name: A, min_needed: 9999999999999999999, course_list: [NST 1**]}
                - {name: B, max_counted: 9223372036854775807, min_needed: 1, no_req: }
                """))
        #expect(inexpressible(huge).sorted() == ["max_counted", "min_needed"])
    }

    @Test func `sums that would be written out without end are left to a person`() throws {
        func nested(_ depth: Int) -> String {
            let leaf =
                "double_counting_allowed: true, min_needed: 0, max_counted: 9, course_list: [NST *]"
            guard depth > 0 else { return "{name: L, \(leaf)}" }
            let below = Array(repeating: nested(depth - 1), count: 3).joined(separator: ", ")
            return "{name: N, min_needed: 2, max_counted: 9, req_list: [\(below)]}"
        }
        let result = try read(minor("- \(nested(5))"))
        #expect(!result.isFullyExpressed)
        #expect(result.rules[0].requirement.nodes.count < 100_000)
    }
}
