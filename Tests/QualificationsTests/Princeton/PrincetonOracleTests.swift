// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

@testable import Qualifications

/// A course of a random transcript.
private struct TakenCourse {
    let award: Award
    let credential: Int
    let semester: Int
}

/// Counts units as the format says, over every way of telling courses off to lists.
private struct PrincetonOracle {
    let graph: Graph
    let rule: Rule
    let courses: [TakenCourse]
    /// Whether what a person decides is taken as done.
    let isAssuming: Bool

    /// A list of courses, and the node it is.
    struct Leaf {
        let node: PrincetonNode
        /// Whether courses of it may be told off elsewhere too.
        let isFree: Bool
        /// The innermost requirement that shares its courses inside only.
        let pool: Int?
        /// What makes its courses exclude those of others in its pool.
        let group: Int?
    }

    private(set) var leaves: [Leaf] = []
    private var matches: [[Bool]] = []
    private let hasLimits: Bool
    private var pools = 0
    private var groups = 0

    init(
        graph: Graph, rule: Rule, courses: [TakenCourse], isAssuming: Bool, root: PrincetonNode,
        calendar: PrincetonCalendar
    ) {
        self.graph = graph
        self.rule = rule
        self.courses = courses
        self.isAssuming = isAssuming
        hasLimits = root.nodes.contains { $0.commonLimit != nil || $0.passFailLimit != nil }
        collect(root, pool: nil, group: nil)
        let expression = PrincetonExpression(
            calendar: calendar, decider: "", excludesPassFail: false)
        matches = leaves.map { leaf in
            let selector = expression.selector(of: leaf.node, .init())
            return courses.map { course in
                selector.matches(
                    course.credential, course.award, in: graph, .init(scales: rule.scales)) == .met
            }
        }
    }

    private mutating func collect(_ node: PrincetonNode, pool: Int?, group: Int?) {
        var (pool, group) = (pool, group)
        if node.children.isEmpty {
            // It has no parts that could share anything.
        } else if node.isLocallyShared == true {
            pools += 1
            (pool, group) = (pools, nil)
        } else if node.isLocallyShared == false, pool != nil {
            groups += 1
            group = groups
        }
        switch node.content {
        case .courses:
            leaves.append(Leaf(node: node, isFree: node.isShared, pool: pool, group: group))
        case .list(let children): children.forEach { collect($0, pool: pool, group: group) }
        case .everyCourse, .unverifiable: break
        }
    }

    /// Whether some way meets the root.
    func isMet(_ root: PrincetonNode) -> Bool {
        var used = [[Bool]](
            repeating: [Bool](repeating: false, count: courses.count), count: leaves.count)
        return place(0, &used, root)
    }

    private func place(_ course: Int, _ used: inout [[Bool]], _ root: PrincetonNode) -> Bool {
        guard course < courses.count else {
            var next = 0
            return evaluate(root, used, &next, by: nil) >= max(root.minimum, 0)
                && isWithinCaps(root, used)
        }
        for choice in choices(of: course) {
            for leaf in choice { used[leaf][course] = true }
            let isMet = place(course + 1, &used, root)
            for leaf in choice { used[leaf][course] = false }
            if isMet { return true }
        }
        return false
    }

    /// The sets of lists that a course can be told off to.
    private func choices(of course: Int) -> [[Int]] {
        let fitting = leaves.indices.filter { matches[$0][course] }
        let free = fitting.filter { leaves[$0].isFree }
        var exclusive: [[Int]] = [[]]
        exclusive += fitting.filter { !leaves[$0].isFree && leaves[$0].pool == nil }.map { [$0] }
        for pool in Set(fitting.compactMap { leaves[$0].pool }) {
            let inside = fitting.filter { !leaves[$0].isFree && leaves[$0].pool == pool }
            var sets = subsets(of: inside.filter { leaves[$0].group == nil })
            for group in Set(inside.compactMap { leaves[$0].group }) {
                let options = inside.filter { leaves[$0].group == group }.map { [$0] } + [[]]
                sets = sets.flatMap { set in options.map { set + $0 } }
            }
            exclusive += sets.filter { !$0.isEmpty }
        }
        return exclusive.flatMap { set in subsets(of: free).map { set + $0 } }
    }

    /// What of `lists` a course is told off to where nothing keeps it from any: each set, where a
    /// limit may stand on some of them, else all.
    private func subsets(of lists: [Int]) -> [[Int]] {
        guard hasLimits else { return [lists] }
        return lists.reduce([[]]) { sets, list in sets + sets.map { $0 + [list] } }
    }

    /// The units that `node` counts; with `by`, of courses up to that semester alone.
    private func evaluate(
        _ node: PrincetonNode, _ used: [[Bool]], _ next: inout Int, by limit: Int?
    ) -> Int {
        let start = next
        var limit = limit
        if node.minimum == 0, let own = node.semester { limit = min(limit ?? own, own) }
        let count: Int
        switch node.content {
        case .courses:
            count =
                courses.indices.filter { course in
                    used[next][course] && courses[course].semester <= limit ?? .max
                }.count
            next += 1
        case .everyCourse: count = courses.count { $0.semester <= limit ?? .max }
        case .unverifiable: count = isAssuming ? 100 : 0
        case .list(let children):
            // One that passes nothing up is asked for beside the units.
            let isLacking =
                !isAssuming && children.contains { $0.isUnverifiable && $0.maximum == nil }
            count = children.reduce(isLacking ? -1000 : 0) { sum, child in
                let count = evaluate(child, used, &next, by: limit)
                if child.isUnverifiable, child.maximum == nil { return sum }
                let least = child.isUnverifiable ? max(child.minimum, 1) : child.minimum
                return count >= least ? sum + min(count, child.maximum ?? count) : sum
            }
        }
        guard let own = node.semester, own < limit ?? .max, node.minimum > 0 else { return count }
        var again = start
        var undated = node
        undated.semester = nil
        return evaluate(undated, used, &again, by: own) >= node.minimum ? count : -1
    }

    private func isWithinCaps(_ root: PrincetonNode, _ used: [[Bool]]) -> Bool {
        var next = 0
        return isWithinCaps(root, used, &next)
    }

    private func isWithinCaps(
        _ node: PrincetonNode, _ used: [[Bool]], _ next: inout Int
    ) -> Bool {
        let start = next
        var isWithin = true
        if case .courses = node.content {
            next += 1
        } else {
            for child in node.children {
                isWithin = isWithinCaps(child, used, &next) && isWithin
            }
        }
        let below = start..<next
        let counted = courses.indices.filter { course in below.contains { used[$0][course] } }
        if let limit = node.commonLimit {
            isWithin =
                isWithin && counted.count { !courses[$0].award.usedFor.isEmpty } <= limit
        }
        if let limit = node.passFailLimit {
            isWithin = isWithin && counted.count { courses[$0].award.grade?.text == "P" } <= limit
        }
        return isWithin
    }
}

/// Random files of the format and transcripts for them.
private struct PrincetonWorld {
    var random: SeededGenerator
    private var leaves = 0

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        .random(in: range, using: &random)
    }

    static let codes = ["AAA 101", "AAA 201", "BBB 201/AAA 210", "BBB 305", "CHI 107"]
    static let patterns = [
        "AAA 101", "AAA 201", "BBB 201", "AAA 210/XXX 1", "BBB 305", "AAA 2**", "BBB *", "LANG 1*",
        "AAA 999",
    ]

    mutating func file() -> String {
        var text = "type: Minor\nname: Random\ncode: RND\n"
        if chance(20) { text += "max_common_with_major: \(number(0...2))\n" }
        if chance(30) { text += "pdfs_allowed: \(number(0...1))\n" }
        if chance(15) { text += "double_counting_allowed_local: true\n" }
        if chance(50) { text += "min_needed: \(number(1...3))\n" }
        return text + children(depth: 0, indent: "")
    }

    private mutating func children(depth: Int, indent: String) -> String {
        var text = "\(indent)req_list:\n"
        for _ in 0..<number(1...3) { text += node(depth: depth + 1, indent: indent) }
        return text
    }

    private mutating func node(depth: Int, indent: String) -> String {
        var text = "\(indent)- name: N\n"
        let inner = indent + "  "
        let least = ["0", "1", "1", "2", "2", "3", "ALL"].randomElement(using: &random) ?? "1"
        let most = ["1", "1", "1", "2", "3", "ALL"].randomElement(using: &random) ?? "1"
        text += "\(inner)min_needed: \(least)\n\(inner)max_counted: \(most)\n"
        if chance(15) { text += "\(inner)double_counting_allowed: true\n" }
        if chance(10) { text += "\(inner)completed_by_semester: \(number(1...3))\n" }
        if chance(8) { text += "\(inner)max_common_with_major: \(number(0...1))\n" }
        if chance(8) { text += "\(inner)pdfs_allowed: \(number(0...1))\n" }
        if chance(8) { text += "\(inner)double_counting_allowed_local: \(chance(60))\n" }
        if depth < 3, leaves < 4, chance(45) { return text + children(depth: depth, indent: inner) }
        if chance(8) { return text + "\(inner)no_req:\n" }
        leaves += 1
        let list = Self.patterns.filter { _ in chance(35) }
        if list.isEmpty || chance(15) {
            return text + "\(inner)dist_req: [\(chance(50) ? "QR" : "EM, QR")]\n"
        }
        text += "\(inner)course_list: [\(list.joined(separator: ", "))]\n"
        if chance(10) { text += "\(inner)excluded_course_list: [AAA 201]\n" }
        return text
    }

    fileprivate mutating func courses() -> [(
        course: PrincetonCourse, area: String?, award: Award, Int
    )] {
        Self.codes.filter { _ in chance(80) }.compactMap { code in
            guard let course = PrincetonCourse(code) else { return nil }
            let semester = number(1...3)
            var award = Award(
                credential: course.listings[0].id,
                date: PrincetonCalendar(startYear: 2020).end(ofSemester: semester))
            award.grade = Grade(chance(30) ? "P" : "B", scale: "princeton")
            if chance(30) { award.usedFor = ["Major"] }
            return (
                course, [nil, "QR", "EM"].randomElement(using: &random) ?? nil, award, semester
            )
        }
    }
}

@Suite struct PrincetonOracleTests {
    private static let calendar = PrincetonCalendar(startYear: 2020)

    @Test func `a rule is met exactly if some way of counting units meets the file`() throws {
        var compared: [Status: Int] = [:]
        for seed in 1...UInt64(oracleCases(debug: 250)) {
            var world = PrincetonWorld(seed: seed)
            let file = world.file()
            let conversion = try PrincetonConversion(
                .init(bytes: Array(file.utf8), file: "random.yaml", startYear: 2020))
            guard conversion.result.isFullyExpressed else { continue }
            let courses = world.courses()
            var parts = GraphParts()
            parts.credentials =
                conversion.result.credentials + courses.map { $0.course.credential(area: $0.area) }
            parts.rules = conversion.result.rules
            let graph = try Graph(parts)
            let learner = try Learner(id: "random", awards: courses.map(\.award))
            let audit = audit(
                learner, of: parts.rules[0], in: graph,
                asOf: Self.calendar.end(ofSemester: 8) ?? CalendarDate(dayNumber: 0))
            let expected = try expected(conversion, graph, courses)
            compared[expected, default: 0] += 1
            #expect(
                audit.status == expected,
                """
                seed \(seed)
                \(file)
                \(courses.map { "\($0.award) \($0.area ?? "")" }.joined(separator: "\n"))
                \(RuleFile.yaml(parts.rules))
                """)
        }
        #expect(compared.count == 3)
    }

    private func expected(
        _ conversion: PrincetonConversion, _ graph: Graph,
        _ courses: [(course: PrincetonCourse, area: String?, award: Award, semester: Int)]
    ) throws -> Status {
        let taken = try courses.map {
            TakenCourse(
                award: $0.award, credential: try graph.credential(named: $0.award.credential),
                semester: $0.semester)
        }
        let root = conversion.program.root
        let answers = [false, true].map { isAssuming in
            PrincetonOracle(
                graph: graph, rule: conversion.result.rules[0], courses: taken,
                isAssuming: isAssuming, root: root, calendar: Self.calendar
            ).isMet(root)
        }
        return answers[0] ? .met : answers[1] ? .cannotTell : .notMet
    }
}
