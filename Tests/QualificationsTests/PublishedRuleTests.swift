// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

/// Rules of real awarding bodies as facts (codes and numbers), each with the page it restates, and
/// portfolios worked out by hand.
struct PublishedRuleTests {
    @Test func `every rule says where it is published, and is written back as it was read`() throws
    {
        for file in try PublishedRule.files() {
            let rules = try PublishedRule.read(file).rules
            for rule in rules {
                #expect(rule.source?.hasPrefix("http") == true, "\(file)")
                #expect(!rule.title.entries.isEmpty, "\(file)")
            }
            let text = RuleFile.yaml(rules)
            #expect(try RuleFile.read(Array(text.utf8), file: "again.yaml").rules == rules)
        }
    }

    /// What the linter has to say of the published texts themselves.
    private static let published: [String: Set<String>] = [
        "R01-qqi-early-childhood": ["rule-expired"],
        "R01-qqi-early-childhood-earlier": ["rule-expired"],
        "R03-hairdressing": ["listed-twice"],
        "R15-aberystwyth": ["always-true"],
        "R19-south-africa": ["idle-equivalence"],
    ]

    @Test func `the linter finds nothing wrong but what is wrong with the published text`() throws {
        let day = try #require(CalendarDate("2026-01-15"))
        var found: [String: Set<String>] = [:]
        for file in try PublishedRule.files() {
            let rules = try PublishedRule.read(file).rules
            for finding in RuleLint.findings(in: rules, asOf: day) {
                print(file, finding.severity, finding.code, finding)
                found[file, default: []].insert(finding.code)
            }
        }
        #expect(found == Self.published)
    }
}
