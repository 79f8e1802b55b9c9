// SPDX-License-Identifier: Apache-2.0

import Foundation
import SkillsGraph
import TestSupport
import Testing

@Suite struct RuleCodingTests {
    private func text(_ rule: Rule) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(rule), as: UTF8.self)
    }

    private func rule(_ text: String) throws -> Rule {
        try JSONDecoder().decode(Rule.self, from: Data(text.utf8))
    }

    @Test func `every rule is read back as it was stored`() throws {
        var kinds: Set<String> = []
        for seed in 0..<UInt64(oracleCases(debug: 2000)) {
            var source = RandomRule(seed: seed)
            let stored = source.rule(of: "c", .completion, name: seed % 2 == 0 ? nil : "v \(seed)")
            let written = try text(stored)
            let read = try rule(written)
            #expect(read == stored, "seed \(seed)")
            #expect(try text(read) == written, "seed \(seed)")
            kinds.formUnion(stored.requirement.nodes.map(\.kind.name))
        }
        #expect(kinds == Set(Requirement.Kind.Name.allCases.map(\.rawValue)))
    }

    @Test func `a plain rule is short`() throws {
        let plain = Rule(
            credential: "c", use: .completion,
            requirement: Requirement(
                id: "r", kind: .count(.init(minimum: ExactDecimal(thousandths: 7500)))))
        #expect(
            try text(plain) == #"""
                {"credential":"c","format":1,"requirement":{"id":"r","kind":"credits",\#
                "minimum":"7.5","scheme":"ECTS"},"use":"completion"}
                """#)
    }

    /// What is stored must be readable for good; a change here needs a new format.
    @Test func `the stored form of format 1 is read for good`() throws {
        let stored = #"""
            {"format":1,"credential":"d","use":"completion","name":"d-2024","title":{"en":"Degree"},
            "version":"2","validFrom":"2024-08-01","validUntil":"2030-07-31",
            "startedFrom":"2024-08-01","startedBefore":"2027-08-01","source":"https://x.example",
            "secondary":true,"decidedBy":"The board","awarding":"automatic","counts":"age <= 5y",
            "agesOn":"2026-06-30","scales":[{"name":"s","steps":[["F"],["E","1"]],"passMark":"E"}],
            "recognition":{"own":["o"],"bodies":[{"provider":"p","accord":"a","provisional":true}]},
            "equivalences":[{"credential":"x","countsFor":"y","overlap":"80%"}],
            "requirement":{"id":"root","title":{"en":"All"},"shared":true,"kind":"all","parts":[
            {"id":"1","kind":"any"},{"id":"2","kind":"at-least","count":2},
            {"id":"3","kind":"credits","minimum":"60","maximum":"90.5","scheme":"UK CATS",
            "select":"level >= 6","partial":true,"parts":[
            {"id":"4","kind":"share","minimum":"50%","select":"tag = a","basis":"counted",
            "rounding":"up"},{"id":"5","kind":"share","maximum":"15","scheme":"ECTS"},
            {"id":"6","kind":"share","maximum":"2","unit":"awards"},
            {"id":"7","kind":"mean","minimum":"2.5","scale":"s","basis":"counted"},
            {"id":"8","kind":"period","period":"18m"},
            {"id":"9","kind":"distinct","count":3,"field":"provider"}]},
            {"id":"10","kind":"awards","minimum":"2"},{"id":"11","kind":"hours","minimum":"300"},
            {"id":"12","kind":"credential","credential":"x","overlap":"75.5%"},
            {"id":"13","kind":"outcome","outcome":"lo"},
            {"id":"14","kind":"skill","skill":"urn:s","level":"CEFR:B2"},
            {"id":"15","kind":"order","order":["x","y"]},
            {"id":"16","kind":"none","select":"used = yes"},
            {"id":"17","kind":"not-before","date":"2026-01-01"},
            {"id":"18","kind":"decision","by":"The board"}]}}
            """#
        let rule = try rule(stored)
        #expect(rule.id == "d-2024" && rule.isSecondary && rule.awarding == .automatic)
        #expect(rule.counts == .comparison(.age, .atMost, "5y"))
        #expect(rule.scales.first?.steps.last == .init("E", points: ExactDecimal(1)))
        #expect(rule.recognition?.bodies == [.init("p", accord: "a", isProvisional: true)])
        #expect(rule.requirement.nodes.map(\.id) == ["root"] + (1...18).map(String.init))
        let kinds = Set(rule.requirement.nodes.map(\.kind.name))
        #expect(kinds == Set(Requirement.Kind.Name.allCases.map(\.rawValue)))
        #expect(try self.rule(try text(rule)) == rule)
    }

    @Test func `the deepest rule is read on a stack of a megabyte`() async throws {
        var requirement = Requirement(id: "n0", kind: .decision(by: "the board"))
        for level in 1..<RequirementRow.deepest {
            requirement = Requirement(
                id: "n\(level)", kind: .count(.init(minimum: .zero, parts: [requirement])))
        }
        let deepest = Rule(credential: "c", use: .completion, requirement: requirement)
        let text = try text(deepest)
        let isRead = await withCheckedContinuation { finished in
            let thread = Thread {
                let read = try? JSONDecoder().decode(Rule.self, from: Data(text.utf8))
                finished.resume(returning: read == deepest)
            }
            thread.stackSize = 1024 * 1024
            thread.start()
        }
        #expect(isRead)
    }

    @Test(arguments: [
        ("\"format\":1", "\"format\":2", "format 2"), ("\"use\":\"exit\"", "", "exit"),
        ("\"kind\":\"all\"", "\"kind\":\"some\"", "some"),
        ("\"kind\":\"all\"", "\"kind\":\"credits\",\"scheme\":\"x\"", "missing"),
        ("\"kind\":\"all\"", "\"kind\":\"period\",\"period\":\"long\"", "long"),
        (
            "\"kind\":\"all\"", "\"kind\":\"none\",\"select\":\"colour = red\"",
            "a field is expected"
        ),
    ])
    func `what this version does not know is refused`(
        old: String, new: String, problem: String
    ) throws {
        let plain =
            #"{"format":1,"credential":"c","use":"completion","requirement":{"id":"r","#
            + #""kind":"all"}}"#
        let changed =
            plain.contains(old)
            ? plain.replacing(old, with: new)
            : plain.replacing("\"use\":\"completion\"", with: old)
        let error = #expect(throws: (any Error).self) { try rule(changed) }
        #expect(error.map { "\($0)".contains(problem) } == true, "\(error.map { "\($0)" } ?? "")")
    }

    @Test func `a scale that cannot be is refused`() {
        let twice = #"{"name":"s","steps":[["A"],["A"]]}"#
        #expect(throws: GraphError.self) {
            try JSONDecoder().decode(GradeScale.self, from: Data(twice.utf8))
        }
        let odd = #"{"name":"s","steps":[["A","many"]]}"#
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(GradeScale.self, from: Data(odd.utf8))
        }
    }
}
