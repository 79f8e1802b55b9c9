// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

extension LintExample {
    static let idle: [LintExample] = [
        LintExample(
            "unreachable", "nothing below",
            bad: rule(Ask.all(Ask.held("a"), Ask.node(.any([])))),
            good: rule(Ask.all(Ask.held("a"), Ask.any(Ask.held("b"), Ask.held("c"))))),
        LintExample(
            "unreachable", "a minimum and a maximum of none",
            bad: rule(Ask.credits(30, Ask.credits(0, to: 0, "kind = badge", id: "badges"))),
            good: rule(Ask.credits(30, Ask.credits(0, to: 5, "kind = badge", id: "badges")))),
        LintExample(
            "always-true", "an alternative that asks nothing",
            bad: rule(Ask.any(Ask.held("a"), Ask.credits(0, "tag = a", id: "open"))),
            good: rule(Ask.any(Ask.held("a"), Ask.credits(1, "tag = a", id: "open")))),
        LintExample(
            "always-true", "a maximum that stands alone",
            bad: rule(Ask.all(Ask.credits(30), Ask.credits(0, to: 10, "kind = badge", id: "cap"))),
            good: rule(Ask.credits(30, Ask.credits(0, to: 10, "kind = badge", id: "cap")))),
        LintExample(
            "no-effect", "shared with nobody",
            bad: rule(Ask.credits(30, shared: true)),
            good: rule(
                Ask.all(Ask.credits(30), Ask.credits(10, "tag = a", id: "shared", shared: true)))),
        LintExample(
            "no-effect", "shared without awards",
            bad: rule(Ask.all(Ask.held("a"), Ask.node(.outcome("o"), shared: true))),
            good: rule(Ask.all(Ask.held("a"), Ask.node(.outcome("o"))))),
        LintExample(
            "no-effect", "partial without a maximum",
            bad: rule(Ask.credits(30, partial: true)),
            good: rule(Ask.credits(30, to: 40, partial: true))),
        LintExample(
            "no-effect", "all of what is counted",
            bad: rule(Ask.credits(30, Ask.share("100%", "level >= 6", counted: true))),
            good: rule(Ask.credits(30, Ask.share("90%", "level >= 6", counted: true)))),
        LintExample(
            "no-effect", "a part that changes nothing",
            bad: rule(Ask.credits(30, "tag = a", Ask.credits(0, "tag = a and level = 7", id: "p"))),
            good: rule(Ask.credits(30, "tag = a", Ask.credits(0, "tag = b", id: "p")))),
        LintExample(
            "no-effect", "a day for ages that nobody asks for",
            bad: rule(Ask.credits(30)) { $0.agesOn = LintSample.today },
            good: rule(Ask.credits(30, "age <= 5y")) { $0.agesOn = LintSample.today }),
        LintExample(
            "odd-period", "an age of nothing",
            bad: rule(Ask.credits(30, "age <= 0y")), good: rule(Ask.credits(30, "age <= 5y"))),
        LintExample(
            "odd-period", "a time of a thousand years",
            bad: rule(Ask.credits(30, Ask.node(.period(Period(1000, .years))))),
            good: rule(Ask.credits(30, Ask.node(.period(Period(1000, .days)))))),
    ]

    static let dates: [LintExample] = [
        LintExample(
            "rule-expired", "since yesterday",
            bad: rule(Ask.held("a")) { $0.validUntil = LintSample.day("2026-05-31") },
            good: rule(Ask.held("a")) { $0.validUntil = LintSample.day("2026-06-01") }),
        LintExample(
            "contradictory-dates", "an end before the beginning",
            bad: rule(Ask.held("a")) {
                $0.validFrom = LintSample.day("2027-01-01")
                $0.validUntil = LintSample.day("2026-12-31")
            },
            good: rule(Ask.held("a")) {
                $0.validFrom = LintSample.day("2026-01-01")
                $0.validUntil = LintSample.day("2026-12-31")
            }),
        LintExample(
            "contradictory-dates", "a start that nobody has",
            bad: rule(Ask.held("a")) {
                $0.startedFrom = LintSample.day("2026-01-01")
                $0.startedBefore = LintSample.day("2026-01-01")
            },
            good: rule(Ask.held("a")) {
                $0.startedFrom = LintSample.day("2026-01-01")
                $0.startedBefore = LintSample.day("2026-01-02")
            }),
        LintExample(
            "contradictory-dates", "a day after the end",
            bad: rule(Ask.all(Ask.held("a"), Ask.node(.notBefore(LintSample.day("2028-01-01"))))) {
                $0.validUntil = LintSample.day("2027-12-31")
            },
            good: rule(Ask.all(Ask.held("a"), Ask.node(.notBefore(LintSample.day("2027-01-01"))))) {
                $0.validUntil = LintSample.day("2027-12-31")
            }),
        LintExample(
            "overlapping-versions", "for one start on one day",
            bad: [
                rule(Ask.held("a")) {
                    $0.name = "v1"
                    $0.validUntil = LintSample.day("2027-12-31")
                },
                rule(Ask.held("b")) {
                    $0.name = "v2"
                    $0.validFrom = LintSample.day("2027-12-31")
                },
            ],
            good: [
                rule(Ask.held("a")) {
                    $0.name = "v1"
                    $0.validUntil = LintSample.day("2027-12-31")
                },
                rule(Ask.held("b")) {
                    $0.name = "v2"
                    $0.validFrom = LintSample.day("2028-01-01")
                },
            ]),
    ]

    static let facts: [LintExample] = [
        LintExample(
            "unknown-id", "a credential",
            bad: rule(Ask.all(Ask.held("c1"), Ask.held("c7"))),
            good: rule(Ask.all(Ask.held("c1"), Ask.held("c2"))), graph: LintSample.graph()),
        LintExample(
            "unknown-id", "in a list",
            bad: rule(Ask.awards(1, "id in (c1, c77, c78)")),
            good: rule(Ask.awards(1, "id in (c1, c2)")), graph: LintSample.graph()),
        LintExample(
            "unknown-id", "an outcome and a skill",
            bad: rule(
                Ask.all(
                    Ask.node(.outcome("o2"), id: "o"),
                    Ask.node(.skill("urn:other", atLeast: nil), id: "s"))),
            good: rule(
                Ask.all(
                    Ask.node(.outcome("o1"), id: "o"),
                    Ask.node(.skill("urn:skill", atLeast: Level("CEFR:B1")), id: "s"))),
            graph: LintSample.graph()),
        LintExample(
            "unknown-id", "another name where the id is needed",
            bad: rule(Ask.held("course-one")), good: rule(Ask.held("c1")),
            graph: LintSample.graph()),
        LintExample(
            "unseen-value", "a tag spelt wrongly",
            bad: rule(Ask.credits(5, "tag = dta")), good: rule(Ask.credits(5, "tag = data")),
            graph: LintSample.graph()),
        LintExample(
            "unseen-value", "a provider that nobody is",
            bad: rule(Ask.credits(5, "provider = nrth")),
            good: rule(Ask.credits(5, "provider = north and language = en and field = 06")),
            graph: LintSample.graph()),
        LintExample(
            "unseen-value", "a skill that nothing teaches",
            bad: rule(Ask.node(.skill("urn:untaught", atLeast: nil))),
            good: rule(Ask.node(.skill("urn:skill", atLeast: nil))),
            graph: LintSample.graph {
                $0.skills.append(
                    Skill(uri: "urn:untaught", label: "spin", framework: Framework("local")))
            }),
        LintExample(
            "foreign-level", "a local framework",
            bad: rule(Ask.credits(5, "level >= UCD:3")),
            good: rule(Ask.credits(5, "level >= NFQ:7")), graph: LintSample.graph()),
        LintExample(
            "foreign-level", "a level that there is not",
            bad: rule(Ask.credits(5, "level >= EQF:9")),
            good: rule(Ask.credits(5, "level >= EQF:8"))
        ),
        LintExample(
            "foreign-level", "of a skill",
            bad: rule(Ask.node(.skill("urn:skill", atLeast: Level("EQF:6")))),
            good: rule(Ask.node(.skill("urn:skill", atLeast: Level("CEFR:A2")))),
            graph: LintSample.graph()),
        LintExample(
            "foreign-level", "two frameworks in one rule, without a catalogue",
            bad: rule(
                Ask.all(
                    Ask.credits(5, "level >= UCD:3", id: "a"),
                    Ask.credits(5, "level >= EQF:6", id: "b"))),
            good: rule(
                Ask.all(
                    Ask.credits(5, "level >= NFQ:7", id: "a"),
                    Ask.credits(5, "level >= EQF:6", id: "b")))),
        LintExample(
            "no-credit-factor", "a part in another scheme",
            bad: rule(
                Ask.credits(30, Ask.credits(20, "tag = data", id: "part", scheme: "UK CATS"))),
            good: rule(Ask.credits(30, Ask.credits(20, "tag = data", id: "part")))),
        LintExample(
            "no-credit-factor", "a scheme that the catalogue does not have",
            bad: rule(Ask.credits(60, scheme: "UK CATS")),
            good: rule(Ask.credits(60, scheme: "NZQF")),
            graph: LintSample.graph {
                $0.conversions = [
                    .init(from: .ects, to: "NZQF", factor: ExactDecimal(2), source: "accord")
                ]
            }),
        LintExample(
            "no-credit-factor", "a credential whose credits do not count",
            bad: rule(Ask.credits(30, "tag = data", Ask.held("c1"))),
            good: rule(Ask.credits(30, "tag = data", Ask.held("c2"))),
            graph: LintSample.graph {
                $0.credentials[0].credits = Credits(ExactDecimal(10), "UK CATS")
            }),
        LintExample(
            "misplaced-partial", "credits cut inside a count of awards",
            bad: rule(
                Ask.awards(
                    10, "level >= 6", Ask.credits(5, to: 10, "tag = a", id: "part", partial: true))),
            good: rule(
                Ask.credits(
                    10, "level >= 6", Ask.credits(5, to: 10, "tag = a", id: "part", partial: true)))
        ),
        LintExample(
            "misplaced-partial", "inside a maximum that counts whole",
            bad: rule(
                Ask.credits(
                    10, to: 20, "level >= 6",
                    Ask.credits(5, to: 10, "tag = a", id: "part", partial: true))),
            good: rule(
                Ask.credits(
                    10, to: 20, "level >= 6", partial: true,
                    Ask.credits(5, to: 10, "tag = a", id: "part", partial: true)))),
        LintExample(
            "misplaced-partial", "beside a mean",
            bad: rule(Ask.credits(5, to: 10, "tag = a", partial: true, Ask.mean(3))) {
                $0.scales = [LintSample.letters]
            },
            good: rule(
                Ask.credits(5, to: 10, "tag = a", partial: true, Ask.share("50%", "level >= 6")))),
    ]

    static let grades: [LintExample] = [
        LintExample(
            "undeclared-grade", "a scale that is not there",
            bad: rule(Ask.credits(5, "grade >= letters:B")),
            good: rule(Ask.credits(5, "grade >= letters:B")) { $0.scales = [LintSample.letters] }),
        LintExample(
            "undeclared-grade", "a grade that is not on it",
            bad: rule(Ask.credits(5, "grade >= letters:B+")) { $0.scales = [LintSample.letters] },
            good: rule(Ask.credits(5, "grade >= C")) { $0.scales = [LintSample.letters] }),
        LintExample(
            "undeclared-grade", "a mean on a scale that is not there",
            bad: rule(Ask.credits(5, Ask.mean(3, "leters"))) { $0.scales = [LintSample.letters] },
            good: rule(Ask.credits(5, Ask.mean(3))) { $0.scales = [LintSample.letters] }),
        LintExample(
            "unusable-scale", "a mean without points",
            bad: rule(Ask.credits(5, Ask.mean(3))) {
                $0.scales = [LintSample.scale([("fail", nil), ("pass", nil)])]
            },
            good: rule(Ask.credits(5, Ask.mean(3))) {
                $0.scales = [LintSample.scale([("fail", 0), ("pass", 4)])]
            }),
        LintExample(
            "unusable-scale", "points that fall",
            bad: rule(Ask.credits(5, Ask.mean(2))) {
                $0.scales = [LintSample.scale([("4", 4), ("2", 2), ("1", 1)])]
            },
            good: rule(Ask.credits(5, Ask.mean(2))) {
                $0.scales = [LintSample.scale([("4", 1), ("2", 2), ("1", 4)])]
            }),
    ]

    static let terms: [LintExample] = [
        LintExample(
            "idle-equivalence", "for what nobody asks",
            bad: rule(Ask.held("a")) { $0.equivalences = [.init("x", countsFor: "b")] },
            good: rule(Ask.held("a")) { $0.equivalences = [.init("x", countsFor: "a")] }),
        LintExample(
            "idle-equivalence", "that covers too little",
            bad: rule(Ask.held("a", overlap: 800)) {
                $0.equivalences = [.init("x", countsFor: "a", overlap: Fraction(thousandths: 600))]
            },
            good: rule(Ask.held("a", overlap: 800)) {
                $0.equivalences = [.init("x", countsFor: "a", overlap: Fraction(thousandths: 800))]
            }),
        LintExample(
            "no-source", "nowhere",
            bad: rule(Ask.held("a")) { $0.source = nil }, good: rule(Ask.held("a"))),
    ]
}
