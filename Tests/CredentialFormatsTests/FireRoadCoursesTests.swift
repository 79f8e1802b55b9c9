// SPDX-License-Identifier: Apache-2.0

import CredentialFormats
import Foundation
import SkillsGraph
import TestSupport
import Testing

@Suite struct FireRoadCoursesTests {
    private static let folder = "data/qualification-rules/mit-fireroad"

    private static func admission(_ prerequisites: String) throws -> Requirement {
        let text =
            "Subject Id,Subject Title,Subject Level,Prerequisites\n1.1,A,U,\"\(prerequisites)\""
        let rows = try Reading(text, as: "fireroad-courses").requirements
        return try #require(try RequirementRow.rule(from: rows)?.requirement)
    }

    @Test func `a subject has units, tags, its joint number and what it is equivalent to`() throws {
        let read = try Reading(Samples.coursesCSV, as: "fireroad-courses")
        let tides = try #require(read.credentials.first)
        #expect(tides.id == "30.01")
        #expect(tides.title.text() == "Tides, an introduction")
        #expect(tides.kind == .course)
        #expect(tides.provider == "MIT")
        #expect(tides.credits == Credits(ExactDecimal(12), "MIT units"))
        #expect(tides.tags == ["GIR:REST", "department:30", "undergraduate"])
        #expect(tides.identifiers == ["31.05"])
        #expect(tides.url == "https://far.example/30.01")
        #expect(
            read.relations == [
                CredentialRelation(from: "30.01", kind: .equivalent, to: "31.05"),
                CredentialRelation(from: "30.UR", kind: .equivalent, to: "30.URG"),
            ])
    }

    @Test func `a subject without units has none, and one of HASS-S is of HASS too`() throws {
        let read = try Reading(Samples.coursesCSV, as: "fireroad-courses")
        let research = try #require(read.credentials.last)
        #expect(research.credits == nil)
        #expect(research.tags.starts(with: ["HASS", "HASS-S"]))
    }

    @Test func `instructors are not read, corequisites and words are noted`() throws {
        let read = try Reading(Samples.coursesCSV, as: "fireroad-courses")
        #expect(!read.everything.contains("Okafor"))
        #expect(read.codes.sorted() == ["corequisite", "prerequisite-in-words"])
        #expect(read.notes.map(\.place.line) == [3, 3])
    }

    @Test func `prerequisites are all of groups parted by semicolons, one of each group`() throws {
        let rule = try Self.admission("Physics I GIR,8.01;18.03,18.032J;Permission of Instructor.")
        guard case .all(let groups) = rule.kind else {
            Issue.record("not all")
            return
        }
        #expect(groups.allSatisfy { $0.isShared || $0.kind == .decision(by: "the instructor") })
        guard case .count(let first) = groups[0].kind, case .count(let second) = groups[1].kind
        else {
            Issue.record("no counts")
            return
        }
        #expect(first.selector.description == "id = 8.01 or tag = GIR:PHY1")
        #expect(second.selector.description == "id in (18.03, 18.032)")
        #expect(groups[2].kind == .decision(by: "the instructor"))
    }

    @Test func `a permission beside subjects is one way of several`() throws {
        let rule = try Self.admission("6.01,permission of the department")
        guard case .any(let ways) = rule.kind else {
            Issue.record("not any")
            return
        }
        #expect(ways.map(\.kind.name) == ["awards", "decision"])
        #expect(ways[1].kind == .decision(by: "the department"))
    }

    @Test(arguments: [
        "One subject in Literature", "18.06;any other two subjects in Brain,9.01", ";",
        "Open to all with permission of instructor", "8.044  recommended",
    ])
    func `words leave the whole to the department`(text: String) throws {
        let rule = try Self.admission(text)
        #expect(rule.kind == .decision(by: "the department"))
        #expect(rule.title.text() == text)
    }

    @Test func `a bad row or cell does not stop the others`() throws {
        let read = try Reading(
            """
            Subject Id,Subject Title,Subject Level,Total Units,Prerequisites,URL
            ,No id,U,12,,
            1.1,,U,many,,http://far.example
            1.2,Two,X,-3,,https://far.example/a b
            """, as: "fireroad-courses")
        #expect(read.credentials.map { $0.title.text() } == ["1.1", "Two"])
        #expect(read.credentials.allSatisfy { $0.credits == nil && $0.url == nil })
        #expect(read.codes.sorted() == ["bad-units", "bad-url", "missing-id", "missing-title"])
    }

    @Test func `another header is refused by name`() throws {
        #expect(throws: FormatError.self) {
            try Reading("Subject Id,Term Code\n1,2\n", as: "fireroad-courses")
        }
    }

    @Test(.enabled(if: ReferenceData.has(folder)))
    func `the real list is read whole, and its prerequisites make rules`() throws {
        let read = try Reading(reference: Self.folder + "/courses.txt")
        #expect(read.credentials.count == 5044)
        #expect(read.rejected.isEmpty)
        #expect(Set(read.credentials.map(\.id)).count == 5044)
        #expect(read.credentials.count { $0.credits == nil } == 1072)
        #expect(read.credentials.count { $0.tags.contains("CI-H") } == 167)
        #expect(read.credentials.count { $0.tags.contains("HASS") } == 850)
        var rules = 0
        for (_, rows) in Dictionary(grouping: read.requirements, by: \.credential)
        where try RequirementRow.rule(from: rows) != nil {
            rules += 1
        }
        #expect(rules > 3000)
        #expect(
            read.codes.sorted() == [
                "bad-url", "corequisite", "missing-title", "prerequisite-in-words",
                "repeated-subject",
            ])
    }
}
