// SPDX-License-Identifier: Apache-2.0

import Foundation
import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// What every class of mistakes must do.
struct RuleLintTests {
    private func findings(_ rules: [Rule], _ graph: Graph? = nil) -> [RuleFinding] {
        RuleLint.findings(in: rules, graph: graph, asOf: LintSample.today)
    }

    @Test func `every class has an example, and a name of its own`() {
        let codes = LintCheck.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(Set(codes) == Set(LintExample.all.map(\.code)))
    }

    @Test func `the page on linting has a row for each`() throws {
        let page = try String(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Sources/Qualifications/Qualifications.docc/LintingRules.md"),
            encoding: .utf8)
        for check in LintCheck.all {
            #expect(
                page.contains("| `\(check.code)` | \(check.severity.rawValue) | \(check.summary) |")
            )
        }
        #expect(page.components(separatedBy: "\n| `").count - 1 == LintCheck.all.count)
    }

    @Test(arguments: LintExample.all)
    func `the mistake is found, and nothing else`(example: LintExample) {
        let found = findings(example.bad, example.graph)
        #expect(Set(found.map(\.code)) == [example.code], "\(found)")
    }

    @Test(arguments: LintExample.all)
    func `nothing is found in the twin without it`(example: LintExample) {
        let found = findings(example.good, example.graph)
        #expect(found.isEmpty, "\(found)")
    }

    @Test(arguments: LintExample.all)
    func `a finding says where, what is wrong and what to do`(example: LintExample) {
        for finding in findings(example.bad, example.graph) {
            #expect(!finding.message.isEmpty && !finding.advice.isEmpty)
            #expect(!finding.message.hasSuffix(".") && !finding.advice.hasSuffix("."))
            #expect(example.bad.indices.contains(finding.ruleIndex))
            #expect(finding.rule == example.bad[finding.ruleIndex].id)
            if let node = finding.node {
                #expect(
                    example.bad[finding.ruleIndex].requirement.nodes.contains { $0.id == node })
            }
        }
    }

    @Test func `what needs a catalogue finds nothing without one`() {
        let without = LintExample.all.flatMap { findings($0.bad) }.map(\.code)
        for check in LintCheck.all where check.needsCatalogue {
            #expect(!without.contains(check.code))
        }
    }

    @Test func `findings come in the order of the rule`() {
        let rule = LintSample.rule(
            Ask.all(
                Ask.credits(30, to: 20, id: "first"),
                Ask.atLeast(3, Ask.held("a"), Ask.held("b"), id: "second"),
                Ask.awards(1, "id in (x, x)", id: "third"))
        ) { $0.validUntil = LintSample.day("2020-01-01") }
        #expect(
            findings([rule]).map(\.code) == [
                "rule-expired", "maximum-below-minimum", "unsatisfiable", "listed-twice",
            ])
    }

    @Test func `an unknown id is answered with the nearest`() {
        let rule = LintSample.rule(Ask.held("c11"))
        let found = findings([rule], LintSample.graph())
        #expect(found.map(\.advice).first?.hasPrefix("did you mean \"c1\"") ?? false)
        #expect(found.first?.key == "credential" && found.first?.node == "c11")
    }

    @Test func `of several rules each finding names its own`() {
        let good = LintSample.rule(Ask.held("a"), of: "p")
        let bad = LintSample.rule(Ask.credits(30, to: 20))
        #expect(findings([good, bad]).map(\.ruleIndex) == [1])
        #expect(findings([bad, good]).map(\.ruleIndex) == [0])
    }

    @Test func `a version of the catalogue that a file replaces is not a second one`() throws {
        let rule = LintSample.rule(Ask.held("c1"))
        let graph = LintSample.graph { $0.rules = [rule] }
        #expect(findings([rule], graph).isEmpty)
        var next = rule
        next.name = "next"
        #expect(findings([next], graph).map(\.code) == ["overlapping-versions"])
    }
}
