// SPDX-License-Identifier: Apache-2.0

import PathwayReports
import SkillsGraph
import TestSupport
import Testing

@Suite struct DisclosureTests {
    private func example() -> Disclosure {
        var rule = Rule(
            credential: "diploma", use: .completion,
            requirement: Requirement(id: "root", kind: .all([])))
        rule.version = "2026"
        rule.source = "https://example.org/rules"
        var disclosure = Disclosure(asOf: CalendarDate(year: 2026, month: 11, day: 23))
        disclosure.decisionRestsWith = "the examination board"
        disclosure.rules = [rule]
        disclosure.frameworks = [
            Framework("ESCO", version: "1.1.1"), Framework("local"),
            Framework("ESCO", version: "1.1.1"),
        ]
        disclosure.weights = ["coverage": 0.4, "effort": 0.1]
        disclosure.counts = ["catalogue": 120]
        return disclosure
    }

    @Test func `the block says what the answer rests on`() {
        #expect(
            example().json.text(.line)
                == #"{"asOf":"2026-11-23","#
                + #""attribution":["This service uses the ESCO classification of the "#
                + #"European Commission."],"counts":{"catalogue":120},"#
                + #""dataVersions":[{"name":"ESCO","version":"1.1.1"},"#
                + #"{"name":"local","version":"unknown"}],"#
                + #""decisionRestsWith":"the examination board","engineVersion":"0.1.0","#
                + #""entitlement":false,"knownGaps":[],"#
                + #""purpose":"Advice to the learner; not for admission, assessment or "#
                + #"assignment.","ruleVersions":[{"id":"diploma/completion","#
                + #""source":"https://example.org/rules","version":"2026"}],"#
                + #""skillSpace":null,"sponsored":false,"#
                + #""weights":{"coverage":0.4,"effort":0.1},"weightsHash":null}"#)
    }

    @Test func `ESCO is credited only where it was read`() {
        #expect(example().attribution == [Disclosure.escoCredit])
        #expect(Disclosure().attribution == [])
    }

    @Test func `a person reads who decides`() {
        #expect(
            example().sentences == [
                "As of 2026-11-23. This is advice; the examination board decides.",
                Disclosure.escoCredit,
            ])
    }
}
