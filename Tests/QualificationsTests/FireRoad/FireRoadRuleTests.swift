// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@testable import Qualifications

/// What each construct of FireRoad's language becomes.
struct FireRoadRuleTests {
    private static func read(
        _ definitions: String, header: String = "1#,#One#,#Tides#,#Minor in Tides"
    ) throws -> ForeignRules.Result {
        let text = FireRoadParsingTests.file(definitions, header: header)
        return try ForeignRules.fireroad.read(.init(bytes: Array(text.utf8), file: "minor1.reql"))
    }

    /// The requirement of the only section.
    private static func section(_ definitions: String) throws -> String {
        let rule = try #require(try read(definitions).rules.first)
        return try #require(rule.requirement.children.first).outline
    }

    @Test func `a list becomes a rule and the credential it is of`() throws {
        let result = try Self.read(
            "all := 1.1", header: "1#,#One#,#Tides#,#Minor in Tides#,#url=https://far.example")
        let rule = try #require(result.rules.first)
        #expect(result.rules.count == 1)
        #expect(rule.credential == "fireroad/minor1")
        #expect(rule.use == .completion)
        #expect(rule.title.text() == "Minor in Tides")
        #expect(rule.source == "https://far.example")
        #expect(rule.isSecondary)
        #expect(rule.decidedBy == "the department (1)")
        #expect(result.credentials.map(\.id) == ["fireroad/minor1"])
        #expect(result.credentials.first?.kind == .certificate)
        #expect(result.diagnostics.isEmpty)
        #expect(result.isFullyExpressed)
    }

    @Test(arguments: [
        ("1.1", "awards>=1[id = 1.1]*"), ("1.1[J]", "awards>=1[id = 1.1]*"),
        ("HASS{>=8}", "awards>=8[tag = HASS]*"), ("GIR:LAB", "awards>=1[tag = GIR:LAB]*"),
        ("1.1, 1.2", "all(awards>=1[id = 1.1]* awards>=1[id = 1.2]*)"),
        ("1.1/1.2", "awards>=1[id in (1.1, 1.2)]*"),
        ("1.1/HASS", "awards>=1[id = 1.1 or tag = HASS]*"),
        (
            "1.1/(1.2, 1.3)",
            "any(awards>=1[id = 1.1]* all(awards>=1[id = 1.2]* awards>=1[id = 1.3]*))"
        ),
        ("1.1/1.2{>=2}", "awards>=2[id in (1.1, 1.2)]*"),
        ("1.1/1.2{>1}", "awards>=2[id in (1.1, 1.2)]*"),
        ("1.1/1.2{<=1}", "awards>=0<=1[id in (1.1, 1.2)]*"),
        ("1.1/1.2{<2}", "awards>=0<=1[id in (1.1, 1.2)]*"),
        ("1.1/1.2{>=54u}", "MIT units>=54[id in (1.1, 1.2)]*"),
        ("1.1/1.2{>=0}", "awards>=0[id in (1.1, 1.2)]*"),
        (
            "1.1, 1.2{>=12u}",
            "all(awards>=1[id = 1.1]* awards>=1[id = 1.2]* MIT units>=12[id in (1.1, 1.2)]*)"
        ),
        ("1.1, 1.2{>=0}", "all(awards>=1[id = 1.1]* awards>=1[id = 1.2]*)"),
        ("\"\"72 units\"\"", "decision(72 units)"),
        ("\"\"math\"\"{>=3}", "decision(math (at least 3 subjects))"),
        ("1.1/\"\"math\"\"", "any(awards>=1[id = 1.1]* decision(math))"),
        ("1.1/\"\"math\"\"{>=2}", "any(awards>=2[id = 1.1]* decision(math))"),
    ])
    func `a statement becomes shared counts`(statement: String, outline: String) throws {
        #expect(try Self.section("all := \(statement)") == outline)
    }

    @Test func `lists are counted where a modifier counts them`() throws {
        let lists = "x := 1.1/1.2{>=0}\ny := 2.1/2.2{>=0}\nz := 3.1{>=0}\n"
        #expect(
            try Self.section(lists + "all := x/y/z{>=4|>=2}") == """
                all(awards>=4[id in (1.1, 1.2, 2.1, 2.2, 3.1)]* at-least 2(\
                awards>=1[id in (1.1, 1.2)]* awards>=1[id in (2.1, 2.2)]* awards>=1[id = 3.1]*))
                """)
        #expect(
            try Self.section(lists + "all := x/y/z{|>=2}") == """
                at-least 2(awards>=1[id in (1.1, 1.2)]* awards>=1[id in (2.1, 2.2)]* \
                awards>=1[id = 3.1]*)
                """)
    }

    @Test func `at most so many lists are one of the ways to choose them`() throws {
        let lists = "x := 1.1/1.2{>=0}\ny := 2.1\nz := 3.1\n"
        #expect(
            try Self.section(lists + "all := x/y/z{>=24u|<=1}") == """
                any(MIT units>=24[id in (1.1, 1.2)]* MIT units>=24[id = 2.1]* \
                MIT units>=24[id = 3.1]*)
                """)
        #expect(
            try Self.section(lists + "all := x/y/z{>=2|<3}") == """
                any(awards>=2[id in (1.1, 1.2, 2.1)]* awards>=2[id in (1.1, 1.2, 3.1)]* \
                awards>=2[id in (2.1, 3.1)]*)
                """)
    }

    @Test func `a list that states a smaller amount of its own asks for both`() throws {
        let outline = try Self.section("y := 2.1/2.2{>=1}\nall := 1.1/y{>=2}")
        #expect(
            outline == "all(awards>=2[id in (1.1, 2.1, 2.2)]* awards>=1[id in (2.1, 2.2)]*)")
        let same = try Self.section("y := 2.1/2.2{>=2}\nall := 1.1/y{>=2}")
        #expect(same == "awards>=2[id in (1.1, 2.1, 2.2)]*")
    }

    @Test func `no more of a list counts above than its own most`() throws {
        let outline = try Self.section("y := 2.1/2.2/2.3{<=1}\nall := 1.1/1.2/y{>=3}")
        #expect(outline == "awards>=3[id in (1.1, 1.2)]*(awards>=0<=1[id in (2.1, 2.2, 2.3)])")
    }

    @Test func `the amount of the whole stands beside the sections`() throws {
        let result = try Self.read("all := 1.1/1.2", header: "1#,#threshold=2")
        #expect(
            result.rules.first?.requirement.outline
                == "all(awards>=1[id in (1.1, 1.2)]* awards>=2[id in (1.1, 1.2)]*)")
    }

    @Test func `titles and words become titles`() throws {
        let result = try Self.read(
            "all, \"All of it\" := x, y\nx, \"X\" := \"\"words\"\"\ny := HASS-A")
        let section = try #require(result.rules.first?.requirement.children.first)
        #expect(section.title.text() == "All of it")
        #expect(section.children.map { $0.title.text() } == ["X: words", "Arts"])
        #expect(section.id == "all-2")
        #expect(section.children.map(\.id) == ["x", "y"])
    }

    @Test func `every node has an id of its own, also where a name is used twice`() throws {
        let result = try Self.read("x := 1.1, (1.2/(1.3, 1.4))\nall := (x, 2.1)/(x, 2.2)/(x, 2.1)")
        let ids = try #require(result.rules.first).requirement.nodes.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.contains("x") && ids.contains("x-2") && ids.contains("x-3"))
    }

    // MARK: Diagnostics

    @Test(arguments: [
        ("all := 1.1/1.2{<=1}", "7:1 interpreted at-most"),
        ("all := x/1.1\nx := 1.2{>=0}", "8:6 interpreted optional-list"),
        ("all := 1.1/(1.2, 1.3){>=2}", "7:13 interpreted group-in-counted-list"),
        ("all := x/1.1{>=2}\nx := 1.2/1.3{>=1}", "8:1 interpreted nested-minimum"),
        ("all := (1.1/1.2{>=2})", "7:16 interpreted nested-modifier"),
        ("all := \"\"words\"\"", "7:8 interpreted plain-string"),
        ("all := typo", "7:8 interpreted undefined-name"),
        ("all := GIR:XYZ", "7:8 interpreted unknown-attribute"),
        ("all := 1.1\nx := 1.2", "8:1 ignored unused-definition"),
    ])
    func `what is not simply read is named`(definitions: String, diagnostic: String) throws {
        let result = try Self.read(definitions)
        #expect(
            result.diagnostics.map { "\($0.line):\($0.column) \($0.weight) \($0.construct)" } == [
                diagnostic
            ])
        #expect(result.isFullyExpressed)
    }

    @Test func `sentences are kept in the credential`() throws {
        let text = "1\nOne.\\nTwo.\n\nall\nAsk first.\n\nall, \"Core\" := 1.1\n"
        let result = try ForeignRules.fireroad.read(
            .init(bytes: Array(text.utf8), file: "major1.reql"))
        let credential = try #require(result.credentials.first)
        #expect(credential.kind == .degree)
        #expect(credential.description?.text() == "One.\nTwo.\n\nCore: Ask first.")
        #expect(result.diagnostics.map(\.construct) == ["prose", "prose"])
        #expect(result.diagnostics.map(\.line) == [2, 5])
    }

    @Test func `too many ways to choose lists are left to the department, and named`() throws {
        let names = (1...12).map { "l\($0)" }
        let lists = names.map { "\($0) := 1.\($0)/2.\($0)" }.joined(separator: "\n")
        let text = "\(lists)\nall := \(names.joined(separator: "/")){>=8|<=6}"
        let result = try Self.read(text)
        #expect(!result.isFullyExpressed)
        #expect(result.diagnostics.map(\.construct) == ["distinct-at-most"])
        #expect(try Self.section(text) == "decision(At most 6 of the lists)")
    }

    @Test(.enabled(if: FireRoadFiles.areThere))
    func `every real list is fully expressed`() throws {
        let results = try FireRoadFiles.results()
        let expressed = results.count { $0.result.isFullyExpressed }
        print("FireRoad: \(expressed) of \(results.count) fully expressed")
        #expect(results.count == 23)
        #expect(expressed == 23)
    }

    @Test(.enabled(if: FireRoadFiles.areThere))
    func `every rule fits a graph with its credential, and is the same read back`() throws {
        for (file, result) in try FireRoadFiles.results() {
            var parts = GraphParts()
            parts.credentials = result.credentials
            parts.rules = result.rules
            #expect(throws: Never.self, "\(file)") { try Graph(parts) }
            let text = RuleFile.yaml(result.rules)
            #expect(
                try RuleFile.read(Array(text.utf8), file: file).rules == result.rules, "\(file)")
        }
    }

    @Test func `the rule of a random list is the same read back`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            var random = FireRoadRandom(seed: seed)
            let bytes = Array(random.document().written.utf8)
            let result = try ForeignRules.fireroad.read(.init(bytes: bytes, file: "random.reql"))
            let text = RuleFile.yaml(result.rules)
            let back = try RuleFile.read(Array(text.utf8), file: "random.yaml")
            #expect(back.rules == result.rules, "seed \(seed)")
        }
    }
}

extension FireRoadFiles {
    /// What each real list becomes.
    fileprivate static func results() throws -> [(file: String, result: ForeignRules.Result)] {
        try all().map {
            ($0.file, try ForeignRules.fireroad.read(.init(bytes: $0.bytes, file: $0.file)))
        }
    }
}

extension Requirement {
    /// The requirement on one line, ids and titles left out.
    var outline: String {
        let below = children.map(\.outline).joined(separator: " ")
        let parts = below.isEmpty ? "" : "(\(below))"
        switch kind {
        case .count(let demand):
            let most = demand.maximum.map { "<=\($0)" } ?? ""
            let bounds = ">=\(demand.minimum)\(most)[\(demand.selector)]"
            return demand.unit.name + bounds + (isShared ? "*" : "") + parts
        case .atLeast(let count, _): return "at-least \(count)\(parts)"
        case .decision: return "decision(\(title.text()))"
        default: return kind.name + parts
        }
    }
}
