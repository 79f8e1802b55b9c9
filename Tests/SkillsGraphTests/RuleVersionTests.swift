// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct RuleVersionTests {
    private static func version(
        _ name: String?, started: (String?, String?) = (nil, nil),
        valid: (String?, String?) = (nil, nil),
        use: Rule.Use = .completion
    ) -> Rule {
        var rule = Rule(
            credential: "c0", use: use, requirement: Requirement(id: "r", kind: .all([])))
        rule.name = name
        rule.startedFrom = started.0.flatMap { CalendarDate($0) }
        rule.startedBefore = started.1.flatMap { CalendarDate($0) }
        rule.validFrom = valid.0.flatMap { CalendarDate($0) }
        rule.validUntil = valid.1.flatMap { CalendarDate($0) }
        return rule
    }

    private func graph(_ rules: [Rule]) throws -> Graph {
        var parts = GraphParts.numbered(credentials: 2)
        parts.rules = rules
        return try Graph(parts)
    }

    private func chosen(
        _ graph: Graph, asOf day: String, started: String?
    ) throws -> String? {
        graph.rule(
            .completion, of: 0, asOf: try #require(CalendarDate(day)),
            started: started.flatMap { CalendarDate($0) })?.id
    }

    private static let cohorts = [
        version("new", started: ("2024-08-01", nil)),
        version("old", started: (nil, "2020-08-01")),
        version("middle", started: ("2020-08-01", "2024-08-01")),
        version("entry", use: .admission),
    ]

    @Test func `versions stand from the oldest to the newest, and the last is the rule`() throws {
        let graph = try graph(Self.cohorts)
        #expect(graph.versions(.completion, of: 0).map(\.id) == ["old", "middle", "new"])
        #expect(graph.rule(.completion, of: 0)?.id == "new")
        #expect(graph.rule(.admission, of: 0)?.id == "entry")
        #expect(graph.versions(.completion, of: 1).isEmpty)
        #expect(graph.isQualification(0) && !graph.isQualification(1))
    }

    @Test(arguments: [
        ("2019-01-01", "old"), ("2020-07-31", "old"), ("2020-08-01", "middle"),
        ("2024-07-31", "middle"), ("2024-08-01", "new"), (nil, "new"),
    ])
    func `the day of the start decides which version is meant`(
        started: String?, expected: String
    ) throws {
        let graph = try graph(Self.cohorts.shuffled())
        #expect(try chosen(graph, asOf: "2026-11-23", started: started) == expected)
    }

    @Test func `without a start the day asked about stands for it`() throws {
        let graph = try graph(Self.cohorts)
        #expect(try chosen(graph, asOf: "2022-01-01", started: nil) == "middle")
    }

    @Test func `among versions for one start the newest in force is meant`() throws {
        let graph = try graph([
            Self.version("a", valid: ("2020-01-01", "2023-12-31")),
            Self.version("b", valid: ("2024-01-01", "2025-12-31")),
            Self.version("c", valid: ("2026-01-01", nil)),
        ])
        #expect(try chosen(graph, asOf: "2023-12-31", started: nil) == "a")
        #expect(try chosen(graph, asOf: "2025-06-01", started: nil) == "b")
        #expect(try chosen(graph, asOf: "2026-01-01", started: "2020-05-05") == "c")
        // None was in force; an expired or a future rule is still audited.
        #expect(try chosen(graph, asOf: "2019-01-01", started: nil) == "c")
    }

    @Test func `where no version is for the start the newest is meant`() throws {
        let graph = try graph([
            Self.version("a", started: ("2020-01-01", "2021-01-01")),
            Self.version("b", started: ("2022-01-01", nil)),
        ])
        #expect(try chosen(graph, asOf: "2026-01-01", started: "2010-01-01") == "b")
    }

    @Test func `two versions need names of their own`() throws {
        #expect(throws: Never.self) { try graph([Self.version(nil), Self.version("b")]) }
        #expect(throws: GraphError.duplicate(kind: "rule", id: "b")) {
            try graph([Self.version("b"), Self.version("b", started: ("2020-01-01", nil))])
        }
        #expect(throws: GraphError.duplicate(kind: "rule", id: "c0/completion")) {
            try graph([Self.version(nil), Self.version("c0/completion")])
        }
        #expect(throws: Never.self) {
            try graph([Self.version("b"), Self.version("b", use: .admission)])
        }
    }

    @Test func `the first and the last day of a version are part of it`() throws {
        let rule = Self.version("x", valid: ("2024-01-01", "2024-12-31"))
        let days = try ["2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01"].map {
            try #require(CalendarDate($0))
        }
        #expect(days.map(rule.isInForce) == [false, true, true, false])
    }
}
