// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport

@testable import Qualifications

/// One of the transcripts that came with the Princeton rules of 2018, its rule as Varde has it, and
/// what the tool it was written for made of it.
struct PrincetonTranscript {
    /// One requirement of the expected audit.
    struct Expected {
        let path: String
        let isSatisfied: Bool
        let count: Int
        let settled: [String]
        let unsettled: [String]
        let children: [Expected]

        var nodes: [Expected] { [self] + children.flatMap(\.nodes) }
    }

    /// A course as the transcript lists it.
    struct Course {
        let name: String
        let settled: [String]
        let award: Award
    }

    static let folder = "data/qualification-rules/princeton/golden-2018"
    /// Those of the class of 2018 started in 2014; on the day their eighth semester ends.
    static let calendar = PrincetonCalendar(startYear: 2014)
    static let asOf = calendar.end(ofSemester: 8) ?? CalendarDate(dayNumber: 0)

    let number: Int
    let conversion: PrincetonConversion
    let courses: [Course]
    let expected: Expected
    let graph: Graph

    /// The rule.
    var rule: Rule { conversion.result.rules[0] }

    init(_ number: Int) throws {
        self.number = number
        let (code, semesters) = try Self.transcript(number)
        conversion = try Self.conversion(of: code)
        var parts = GraphParts()
        parts.credentials = conversion.result.credentials
        var courses: [Course] = []
        for (index, semester) in semesters.enumerated() {
            for course in semester {
                let (read, credential) = try Self.course(course, semester: index + 1)
                courses.append(read)
                if !parts.credentials.contains(where: { $0.id == credential.id }) {
                    parts.credentials.append(credential)
                }
            }
        }
        self.courses = courses
        parts.rules = conversion.result.rules
        graph = try Graph(parts)
        expected = try Self.expected(number)
    }

    /// Returns how the learner stands, with awards only in the requirements that `pins` name.
    func audit(pins: [String: String] = [:]) throws -> Audit {
        var terms = AuditTerms(asOf: Self.asOf)
        terms.pins = pins
        let learner = try Learner(id: "transcript-\(number)", awards: courses.map(\.award))
        return Qualifications.audit(learner, of: rule, in: graph, terms: terms)
    }

    /// For the awards that the learner had put somewhere, the only slot that this can mean.
    ///
    /// One that fits a slot of a shared requirement is not pinned, since it would leave that.
    var pins: [String: String] {
        var pins: [String: String] = [:]
        let shared = rule.requirement.nodes.filter(\.isShared).flatMap(\.nodes)
        for course in courses where course.settled.count == 1 {
            let ids = conversion.trace.filter { path, _ in
                let path = path.joined(separator: "//")
                return path == course.settled[0] || path.hasPrefix(course.settled[0] + "//")
            }.values.flatMap(\.self)
            let slots = rule.requirement.nodes.filter { ids.contains($0.id) && fits(course, $0) }
            if slots.count == 1, !shared.contains(where: { fits(course, $0) }) {
                pins[course.award.id] = slots[0].id
            }
        }
        return pins
    }

    private func fits(_ course: Course, _ node: Requirement) -> Bool {
        guard case .count(let demand) = node.kind,
            let credential = graph.credential(course.award.credential)
        else { return false }
        let context = Selector.Context(asOf: Self.asOf, scales: rule.scales)
        return demand.selector.matches(credential, course.award, in: graph, context) == .met
    }

    // MARK: - Reading

    private static func conversion(of code: String) throws -> PrincetonConversion {
        let kind = ["AB", "BSE"].contains(code) ? "degrees" : "majors"
        let file = "\(code)_2018.json"
        let bytes = try Data(contentsOf: ReferenceData.url("\(folder)/\(kind)/\(file)"))
        return try PrincetonConversion(
            .init(bytes: Array(bytes), file: file, startYear: calendar.startYear))
    }

    private static func transcript(
        _ number: Int
    ) throws -> (code: String, semesters: [[[String: Any]]]) {
        let url = ReferenceData.url("\(folder)/verifier_tests/\(number).test")
        let text = try String(contentsOf: url, encoding: .utf8)
        let lines = text.split(separator: "\n", maxSplits: 2)
        let json = try JSONSerialization.jsonObject(with: Data(lines[2].utf8))
        return (String(lines[0]), json as? [[[String: Any]]] ?? [])
    }

    /// The transcripts have no grades: every course is read as taken for a letter.
    private static func course(
        _ json: [String: Any], semester: Int
    ) throws -> (Course, Credential) {
        let name = (json["name"] as? String ?? "").prefix { $0 != ":" }.description
        guard let course = PrincetonCourse(name) else { throw GraphError.notAPseudonym(name) }
        let credential = course.credential(area: json["dist_area"] as? String)
        var award = Award(
            credential: credential.id, date: calendar.end(ofSemester: semester))
        award.grade = Grade("B", scale: "princeton")
        return (
            Course(name: name, settled: json["settled"] as? [String] ?? [], award: award),
            credential
        )
    }

    private static func expected(_ number: Int) throws -> Expected {
        let url = ReferenceData.url("\(folder)/verifier_tests/\(number).test.expected")
        let text = try String(contentsOf: url, encoding: .utf8)
        // A list of the courses, then the tree.
        let tree = text.range(of: "\n]\n").map { text[$0.upperBound...] } ?? ""
        let json = try JSONSerialization.jsonObject(with: Data(tree.utf8))
        return node(json as? [String: Any] ?? [:])
    }

    private static func node(_ json: [String: Any]) -> Expected {
        Expected(
            path: json["path_to"] as? String ?? "",
            isSatisfied: json["satisfied"] as? Bool ?? false, count: json["count"] as? Int ?? -1,
            settled: json["settled"] as? [String] ?? [],
            unsettled: json["unsettled"] as? [String] ?? [],
            children: (json["req_list"] as? [[String: Any]] ?? []).map(node))
    }
}
