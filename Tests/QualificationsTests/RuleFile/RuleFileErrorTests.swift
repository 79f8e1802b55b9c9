// SPDX-License-Identifier: Apache-2.0

import Foundation
import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// What is wrong in a rule file is an error that says where, what, and what to do.
struct RuleFileErrorTests {
    private static let head = "schema: varde/rule/1\ncredential: c\n"

    /// A part of a file, and how the error it gives begins and what it says.
    private static let faults: [(yaml: String, begins: String, says: String)] = [
        // The file.
        ("[a, b]", "f.yaml:1:1: wrong-type", "begins with \"schema: varde/rule/1\""),
        ("credential: c\n", "f.yaml:1:1: missing-key", "schema: varde/rule/1"),
        ("schema: varde/rule/2\n", "f.yaml:1:9: unknown-schema", "this version reads"),
        ("", "f.yaml: empty", "holds no rule"),
        ("schema: varde/rule/1\nrules: []\n", "f.yaml:2:8: wrong-type", "empty list"),
        (
            "schema: varde/rule/1\nrules: [{credential: a}]", "f.yaml:2:9: missing-key",
            "requirement"
        ),
        ("schema: varde/rule/1\nrule: []\n", "f.yaml:2:1: unknown-key", "did you mean"),
        (head + "requirement: a\n---\nb: c\n", "f.yaml:4:1: not-yaml", "several rules under"),
        // YAML itself.
        (head + "title: a: b\n", "f.yaml:3:9: not-yaml", "into quotes"),
        (head + "title: \"open\n", "f.yaml:3:8: not-yaml", "not closed"),
        (head + "requirement: [a\n", "f.yaml:4:1: not-yaml", "part items with commas"),
        (head + "requirement:\n\tall: [a]\n", "f.yaml:4:1: not-yaml", "indent with spaces"),
        (head + "title: @home\n", "f.yaml:3:8: not-yaml", "put it into quotes"),
        (head + "title: \"a\\qb\"\n", "f.yaml:3:10: not-yaml", "backslash twice"),
        (head + "title: &x a\n", "f.yaml:3:8: anchor", "remove it"),
        (head + "title: *x\n", "f.yaml:3:8: alias", "write the part out"),
        (head + "version: !!int 3\n", "f.yaml:3:10: tag", "remove it"),
        (head + "? title\n: a\n", "f.yaml:3:1: complex-key", "one word"),
        (head + "{a: b}: c\n", "f.yaml:3:7: complex-key", "one word"),
        ("%YAML 1.1\n---\n" + head, "f.yaml:1:1: directive", "remove it"),
        (head + "title: a\nuse: completion\ntitle: b\n", "f.yaml:3:1: repeated-key", "\"title\""),
        // Keys.
        (head + "titel: a\n", "f.yaml:3:1: unknown-key", "did you mean \"title\"?"),
        (
            head + "requirement: {credit: 15}", "f.yaml:3:15: unknown-key",
            "did you mean \"credits\""
        ),
        (head + "requirement: {credits: 15, form: any}", "f.yaml:3:28: unknown-key", "\"from\""),
        (head + "requirement: {title: x}", "f.yaml:3:14: missing-key", "has one of: all, any"),
        (head + "requirement: {all: [a], any: [b]}", "f.yaml:3:14: two-kinds", "under \"with\""),
        (head + "requirement: {mean: 3, of: held}", "f.yaml:3:14: missing-key", "\"scale\""),
        (head + "requirement: {choose: 2}", "f.yaml:3:14: missing-key", "\"of\""),
        (head + "requirement:\n", "f.yaml:3:1: no-value", "fill it in"),
        (head, "f.yaml:1:1: missing-key", "\"requirement\""),
        // Types and values.
        (head + "secondary: yes\n", "f.yaml:3:12: wrong-type", "true or false"),
        (head + "use: finish\n", "f.yaml:3:6: wrong-type", "\"admission\" or \"completion\""),
        (head + "valid: 2026\n", "f.yaml:3:8: wrong-type", "a mapping with keys such as \"from\""),
        (head + "valid: {from: 2026-02-30}\n", "f.yaml:3:15: wrong-type", "a date such as"),
        (head + "title: [a]\n", "f.yaml:3:8: wrong-type", "{en: …, nb: …}"),
        (head + "requirement: {credits: 7,5}", "f.yaml:3:26: unknown-key", "after a point"),
        (head + "requirement: {credits: \"7,5\"}", "f.yaml:3:24: wrong-type", "after a point"),
        (head + "requirement: {credits: lots}", "f.yaml:3:24: wrong-type", "\"15 to 45\""),
        (head + "requirement: {credits: 50%}", "f.yaml:3:24: wrong-type", "an amount"),
        (head + "requirement: {credits: 100001}", "f.yaml:3:24: wrong-type", "to 100000"),
        (head + "requirement: {credits: 1.0005}", "f.yaml:3:24: wrong-type", "an amount"),
        (head + "requirement: {choose: 0, of: [a]}", "f.yaml:3:23: wrong-type", "whole number"),
        (head + "requirement: {all: a}", "f.yaml:3:20: wrong-type", "a list of requirements"),
        (head + "requirement: {order: a}", "f.yaml:3:22: wrong-type", "a list of credentials"),
        (head + "requirement: {skill: s, level: 'EQF:'}", "f.yaml:3:32: wrong-type", "CEFR:B2"),
        (head + "requirement: {credential: a, overlap: 0%}", "f.yaml:3:39: wrong-type", "above 0%"),
        (head + "requirement: {not-before: soon}", "f.yaml:3:27: wrong-type", "a date"),
        (head + "scales: {A: {grades: [x, x]}}", "f.yaml:3:22: bad-scale", "twice"),
        (head + "scales: {A: {grades: [x], pass: y}}", "f.yaml:3:33: bad-scale", "none of its"),
        (head + "recognition: {own: x}\n", "f.yaml:3:20: wrong-type", "a list of providers"),
        (head + "counts: level > many(\n", "f.yaml:3:21: bad-selector", "is not expected here"),
        (head + "counts: 'level > '\n", "f.yaml:3:18: bad-selector", "a value is missing"),
        (head + "counts: level > 5\n  and levl = 2\n", "f.yaml:3:9: bad-selector", "column 15"),
        (head + "requirement: {credits: 5, from: abc}", "f.yaml:3:33: bad-selector", "[abc]"),
        (
            head + "valid: {from: 2026-01-02, until: 2026-01-01}", "f.yaml:3:27: contradictory",
            "never"
        ),
        (
            head + "for-those-who-started: {from: 2026-01-01, before: 2026-01-01}",
            "f.yaml:3:43: contradictory-dates", "never"
        ),
        // Places in the tree.
        (head + "requirement: {share: 50%, from: any}", "f.yaml:3:14: misplaced", "under \"with\""),
        (
            head + "requirement: {credits: 9, with: [{all: [{within: 2 years}]}]}",
            "f.yaml:3:41: misplaced-condition", "right above"
        ),
        (
            head + "requirement: [{id: x, all: []}, {id: x, all: []}]", "f.yaml:3:38: repeated-id",
            "choose another"
        ),
    ]

    @Test(arguments: faults)
    func `a fault has a place, a code and a remedy`(
        fault: (yaml: String, begins: String, says: String)
    ) {
        // What is not the fault is there, so that nothing else is wrong.
        let isWhole = !fault.yaml.hasPrefix(Self.head) || fault.yaml.contains("requirement:")
        let lineEnd = fault.yaml.hasSuffix("\n") ? "" : "\n"
        let yaml =
            isWhole || fault.yaml == Self.head
            ? fault.yaml : fault.yaml + lineEnd + "requirement: a\n"
        do {
            _ = try RuleFile.read(Array(yaml.utf8), file: "f.yaml")
            Issue.record("nothing was found wrong with:\n\(yaml)")
        } catch {
            #expect(error.description.hasPrefix(fault.begins), "\(error)\n\(yaml)")
            #expect(error.message.contains(fault.says), "\(error)")
        }
    }

    @Test func `two versions of a rule need ids of their own`() throws {
        let rule = "{credential: c, requirement: a}"
        let text = "schema: varde/rule/1\nrules:\n- \(rule)\n- \(rule)\n"
        let error = #expect(throws: RuleFileError.self) {
            try RuleFile.read(Array(text.utf8), file: "f.yaml")
        }
        #expect(error?.code == "repeated-id" && error?.place.line == 4)
        let named = text.replacing("- {", with: "- {id: v1, ", maxReplacements: 1)
        #expect(try RuleFile.read(Array(named.utf8), file: "f.yaml").rules.count == 2)
    }

    @Test(arguments: [
        ("{", "f.json:1:2: not-json", "a key in double quotes"),
        ("{\"schema\" 1}", "f.json:1:11: not-json", "\":\""),
        ("{\"schema\": \"varde/rule/1\",\n \"a\": 01}", "f.json:2:7: not-json", "a value"),
        ("{\"é\": \"x\", \"y\": tru}", "f.json:1:17: not-json", "a value"),
        ("{\"a\": 1, \"a\": 2}", "f.json:1:10: repeated-key", "remove one"),
        ("{\"a\": \"\\ud83d\"}", "f.json:1:14: not-json", "half a character"),
        ("{\"a\": \"\\x\"}", "f.json:1:8: not-json", "not one of JSON's"),
        ("{\"a\": \"\u{1}\"}", "f.json:1:8: not-json", "control character"),
        ("{\"a\": null} x", "f.json:1:13: not-json", "the end of the file"),
        (
            "{\"schema\": \"varde/rule/1\", \"credential\": null}", "f.json:1:28: no-value",
            "fill it in"
        ),
        (
            "{\"schema\": \"varde/rule/1\", \"credential\": true, \"requirement\": []}",
            "f.json:1:42: wrong-type", "not true"
        ),
    ])
    func `JSON is read strictly`(json: String, begins: String, says: String) {
        let error = #expect(throws: RuleFileError.self) {
            try RuleFile.read(Array(json.utf8), file: "f.json")
        }
        #expect(error?.description.hasPrefix(begins) ?? false, "\(String(describing: error))")
        #expect(error?.message.contains(says) ?? false)
    }

    @Test func `what the reader refuses the schema refuses too`() throws {
        let schema = try JSONSchema(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Schemas/varde-rule-1.schema.json"))
        let head = #"{"schema": "varde/rule/1", "credential": "c", "#
        for (body, isRight) in [
            (#""requirement": "a"}"#, true), (#""requirement": ["a", {"any": ["b"]}]}"#, true),
            (#""requirement": {"credits": "15 to 45", "from": ["a"]}}"#, true),
            (
                #""requirement": {"credits": 15, "with": [{"share": "at least 50%", "from": "any"}]}}"#,
                true
            ),
            (#""requirement": 5.5, "secondary": true}"#, true),
            (#""titel": "x", "requirement": "a"}"#, false), (#""title": "x"}"#, false),
            (#""requirement": {"credits": "lots"}}"#, false),
            (#""requirement": {"credits": "50%"}}"#, false),
            (#""requirement": {"credits": 15, "form": "any"}}"#, false),
            (#""requirement": {"all": ["a"], "any": ["b"]}}"#, false),
            (#""requirement": {"title": "x"}}"#, false),
            (#""requirement": {"choose": 0, "of": ["a"]}}"#, false),
            (#""requirement": {"share": "50%"}}"#, false),
            (#""requirement": {"not-before": "soon"}}"#, false),
            (#""requirement": "a", "secondary": "yes"}"#, false),
            (#""requirement": "a", "scales": {"A": {"pass": "x"}}}"#, false),
            (#""requirement": "a", "recognition": {"own": "x"}}"#, false),
        ] {
            let json = head + body
            #expect(
                schema.problems(in: try JSONDocument(json)).isEmpty == isRight, "schema: \(json)")
            let isRead = (try? RuleFile.read(Array(json.utf8), file: "f.json")) != nil
            #expect(isRead == isRight, "reader: \(json)")
        }
    }
}
