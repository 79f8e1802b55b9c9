// SPDX-License-Identifier: Apache-2.0

import Foundation
import Qualifications
import SkillsGraph
import Testing

/// What the constructs of a rule file mean.
struct RuleFileReadingTests {
    private func rule(_ yaml: String, file: String = "f.yaml") throws -> Rule {
        let head = file.hasSuffix("json") ? "" : "schema: varde/rule/1\ncredential: c\n"
        return try RuleFile.read(Array((head + yaml).utf8), file: file).rules[0]
    }

    private func kind(_ requirement: String) throws -> Requirement.Kind {
        try rule("requirement: \(requirement)").requirement.kind
    }

    private func counted(_ text: String) throws -> [String?] {
        guard case .count(let demand) = try kind("{credits: \(text)}") else { return [] }
        return [demand.minimum.description, demand.maximum?.description]
    }

    @Test func `an amount is a least, a most, both, or exact`() throws {
        #expect(try counted("15") == ["15", nil])
        #expect(try counted("7.5") == ["7.5", nil])
        #expect(try counted("at least 15") == ["15", nil])
        #expect(try counted("at most 15") == ["0", "15"])
        #expect(try counted("15 to 45.5") == ["15", "45.5"])
        #expect(try counted("exactly 120") == ["120", "120"])
    }

    @Test func `a share may be an amount, and have a blank before its sign`() throws {
        func share(_ text: String) throws -> Requirement.Share? {
            let yaml = "{credits: 9, with: [{share: \(text), from: any}]}"
            guard case .count(let demand) = try kind(yaml),
                case .share(let share) = demand.parts.first?.kind
            else { return nil }
            return share
        }
        let half = Requirement.Share.Bound.fraction(Fraction(thousandths: 500))
        #expect(try share("50%")?.minimum == half)
        #expect(try share("at most 50 %")?.maximum == half)
        #expect(try share("12.5% to 50%")?.minimum == .fraction(Fraction(thousandths: 125)))
        #expect(try share("at least 15")?.minimum == .amount(ExactDecimal(15)))
        #expect(try share("exactly 50%")?.minimum == half)
        #expect(try share("\"50%\", unit: awards")?.unit == .awards)
        #expect(try share("50%, unit: credits, scheme: NFQ")?.unit == .credits("NFQ"))
    }

    @Test func `text, lists and mappings are requirements`() throws {
        #expect(try kind("a") == .credential("a", overlap: nil))
        #expect(try kind("101") == .credential("101", overlap: nil))
        #expect(
            try kind("{credential: a, overlap: 80%}")
                == .credential("a", overlap: Fraction(thousandths: 800)))
        guard case .all(let both) = try kind("[a, [b, {any: [c]}]]") else {
            Issue.record("no list")
            return
        }
        #expect(both.map(\.kind.name) == ["credential", "all"])
        #expect(both[1].children.map(\.kind.name) == ["credential", "any"])
    }

    @Test func `credits without a scheme have that of the credits around them, or the rule's`()
        throws
    {
        let text = """
            scheme: NFQ
            requirement:
              - {id: a, credits: 5}
              - {id: b, credits: 6, scheme: ECTS, with: [{id: c, credits: 1}]}
              - {id: d, awards: 2, with: [{id: e, credits: 1}]}
            """
        let rule = try rule(text)
        let schemes = rule.requirement.nodes.map { node -> String? in
            if case .count(let demand) = node.kind { demand.unit.name } else { nil }
        }
        #expect(schemes == [nil, "NFQ", "ECTS", "ECTS", "awards", "NFQ"])
        #expect(RuleFile.yaml([rule]).components(separatedBy: "scheme:").count == 3)
    }

    @Test func `ids come from credentials and titles, and stay when others are added`() throws {
        let text = """
            requirement:
              - title: {en: "Core & basics", nb: Kjerne}
                all: [A, B]
              - any: [[A, C], B]
              - {title: Core basics, credits: 5}
              - {id: mine, credits: 5, with: [{share: 50%, from: any}, {share: 9, from: any}]}
            """
        #expect(
            try rule(text).requirement.nodes.map(\.id) == [
                "root", "core-basics", "A", "B", "root.any", "root.any.all", "A-2", "C", "B-2",
                "core-basics-2", "mine", "mine.share", "mine.share-2",
            ])
        #expect(!RuleFile.yaml([try rule(text)]).contains("id: root"))
        #expect(RuleFile.yaml([try rule(text)]).contains("id: mine"))
    }

    @Test func `numbers are exact, however they are written`() throws {
        #expect(try counted("0.1") == ["0.1", nil])
        #expect(try counted("100000") == ["100000", nil])
        #expect(try counted("7.500") == ["7.5", nil])
        let json =
            #"{"schema": "varde/rule/1", "credential": "c", "version": 2016.10, "#
            + #""requirement": {"credits": 33.333}}"#
        let read = try rule(json, file: "f.json")
        #expect(read.version == "2016.10")
        #expect(RuleFile.json([read]).contains(": 33.333\n"))
    }

    @Test func `JSON is told by its name or its beginning, and reads every escape`() throws {
        let json =
            #"{"schema": "varde/rule/1", "credential": "\ud83c\udfd4\u00e9\/\n", "#
            + #""requirement": []}"#
        for file in ["f.json", "stdin", "F.JSON"] {
            let read = try RuleFile.read(Array(json.utf8), file: file)
            #expect(read.rules[0].credential == "🏔é/\n")
        }
        // YAML knows no halves of characters.
        #expect(throws: RuleFileError.self) { try RuleFile.read(Array(json.utf8), file: "f.yaml") }
    }

    @Test func `words that other readers take for something else are written in quotes`() throws {
        var rule = Rule(
            credential: "no", use: .completion,
            requirement: Requirement(id: "12", kind: .credential("12", overlap: nil)))
        rule.version = "2016-01-01"
        rule.decidedBy = "1e3"
        rule.source = "~"
        let text = RuleFile.yaml([rule])
        for line in [
            "credential: \"no\"", "version: \"2016-01-01\"", "decided-by: \"1e3\"", "source: \"~\"",
            "requirement: \"12\"",
        ] { #expect(text.contains(line), "\(text)") }
        #expect(try RuleFile.read(Array(text.utf8), file: "f.yaml").rules == [rule])
    }

    @Test func `a value is found by its keys, or by the property it sets`() throws {
        let text = """
            schema: varde/rule/1
            rules:
              - credential: a
                valid: {until: 2026-01-01}
                requirement:
                  credits: 15 to 45
                  from: [x, y, x]
            """
        let places = try RuleFile.read(Array(text.utf8), file: "f.yaml").places
        func place(_ node: String?, _ value: String) -> String {
            places.place(ofRule: 0, node: node, value: value).description
        }
        #expect(place(nil, "") == "f.yaml:3:5")
        #expect(place(nil, "validUntil") == "f.yaml:4:20")
        #expect(place(nil, "valid/from") == "f.yaml:4:12")
        #expect(place(nil, "scales/x") == "f.yaml:3:5")
        #expect(place("root", "") == "f.yaml:6:7")
        #expect(place("root", "minimum") == "f.yaml:6:16")
        #expect(place("root", "selector") == "f.yaml:7:13")
        #expect(place("root", "from/2") == "f.yaml:7:20")
        #expect(place("root", "title") == "f.yaml:6:7")
        #expect(place("nobody", "") == "f.yaml:3:5")
        #expect(places.place(ofRule: 1).description == "f.yaml")
    }
}
