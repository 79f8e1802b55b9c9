// SPDX-License-Identifier: Apache-2.0

import Foundation
import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// Writing and reading are inverses, whatever a rule says.
struct RuleFileLawTests {
    /// Rules that together use every kind and every term.
    private static func rules(_ seed: UInt64) -> [Rule] {
        var source = RandomRule(seed: seed)
        return (0...seed % 3).map { index in
            var rule = source.rule(
                of: "a", seed % 5 == 0 ? .admission : .completion,
                name: index == 0 ? nil : "v\(index)")
            // What is never in force is no rule that can be read.
            if let from = rule.validFrom, let until = rule.validUntil, until < from {
                (rule.validFrom, rule.validUntil) = (until, from)
            }
            if let from = rule.startedFrom, let before = rule.startedBefore, before <= from {
                rule.startedBefore = nil
            }
            return rule
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `reading what was written gives the same rules, and the same bytes`(part: UInt64) throws {
        for seed in stride(from: part, to: UInt64(oracleCases(debug: 400)), by: 8) {
            let rules = Self.rules(seed)
            let yaml = RuleFile.yaml(rules)
            let json = RuleFile.json(rules)
            for (text, file) in [(yaml, "r.yaml"), (json, "r.json")] {
                let read = try RuleFile.read(Array(text.utf8), file: file).rules
                guard read == rules else {
                    Issue.record("seed \(seed): \(file):\n\(text)")
                    return
                }
            }
            #expect(RuleFile.recognizes(yaml.utf8) && RuleFile.recognizes(json.utf8))
        }
    }

    @Test func `every written file is as its schema says`() throws {
        let schema = try JSONSchema(
            contentsOf: ReferenceData.packageRoot.appending(
                path: "Schemas/varde-rule-1.schema.json"))
        for seed in 0..<UInt64(min(oracleCases(debug: 10), 300)) {
            let json = RuleFile.json(Self.rules(seed))
            #expect(schema.problems(in: try JSONDocument(json)) == [], "seed \(seed): \(json)")
        }
    }

    @Test func `each requirement has its place, in the order of the file`() throws {
        for seed in 0..<40 as Range<UInt64> {
            let rules = Self.rules(seed)
            let places = try RuleFile.read(Array(RuleFile.yaml(rules).utf8), file: "r.yaml").places
            for (index, rule) in rules.enumerated() {
                let found = rule.requirement.nodes.map {
                    places.place(ofRule: index, node: $0.id)
                }
                let order = found.map { [$0.line, $0.column] }
                #expect(Set(found).count == found.count && found.allSatisfy { $0.line > 1 })
                #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
            }
        }
    }
}
