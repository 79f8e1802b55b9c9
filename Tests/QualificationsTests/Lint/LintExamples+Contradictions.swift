// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

extension LintExample {
    static let percents: [LintExample] = [
        LintExample(
            "percent-mismatch", "24 of 30 said to be 75%",
            bad: rule(
                Ask.credits(
                    30, Ask.share("24", "level >= 6", title: "At level 6: 24 credits (75%)"))),
            good: rule(
                Ask.credits(
                    30, Ask.share("24", "level >= 6", title: "At level 6: 24 credits (80%)")))
        ),
        LintExample(
            "percent-mismatch", "a fraction and an amount of the same",
            bad: rule(
                Ask.credits(
                    30, Ask.share("75%", "level >= 6", id: "share"),
                    Ask.share("24", "level >= 6", id: "amount"))),
            good: rule(Ask.credits(30, Ask.share("75%", "level >= 6", id: "share")))),
        LintExample(
            "percent-mismatch", "another share in the title",
            bad: rule(Ask.credits(30, Ask.share("80%", "level >= 6", title: "At least 75 %"))),
            good: rule(Ask.credits(30, Ask.share("75%", "level >= 6", title: "At least 75 %")))),
        LintExample(
            "percent-mismatch", "in a title alone",
            bad: rule(Ask.credits(30, title: "30 credits, 24 of 30 (75%) from here")),
            good: rule(Ask.credits(30, title: "30 credits, 20 of 30 (66.7%) from here"))),
        LintExample(
            "percent-mismatch", "of a number in a title",
            bad: rule(Ask.credits(24, title: "24 credits (75% of 30) from here")),
            good: rule(Ask.credits(24, title: "24 credits (80% of 30) from here"))),
        LintExample(
            "percent-mismatch", "a fraction beside a part of the same",
            bad: rule(
                Ask.credits(
                    30, Ask.share("75%", "level >= 6"), Ask.credits(24, "level >= 6", id: "part"))),
            good: rule(
                Ask.credits(
                    30, Ask.share("80%", "level >= 6"), Ask.credits(24, "level >= 6", id: "part")))
        ),
        LintExample(
            "percent-mismatch", "of a part",
            bad: rule(
                Ask.credits(
                    30, "level >= 5",
                    Ask.credits(24, "tag = a", id: "core", title: "Core, 24 ECTS (75%)"))),
            good: rule(
                Ask.credits(
                    30, "level >= 5",
                    Ask.credits(24, "tag = a", id: "core", title: "Core, 24 ECTS (80%)")))),
        LintExample(
            "title-mismatch", "a title of 25 over a minimum of 20",
            bad: rule(Ask.credits(20, title: "25 ECTS in data")),
            good: rule(Ask.credits(25, title: "25 ECTS in data"))),
    ]

    static let lists: [LintExample] = [
        LintExample(
            "listed-twice", "in a list",
            bad: rule(Ask.awards(2, "id in (a, b, a, c)")),
            good: rule(Ask.awards(2, "id in (a, b, c)"))),
        LintExample(
            "listed-twice", "in a group",
            bad: rule(Ask.any(Ask.held("a"), Ask.held("b"), Ask.held("a", id: "again"))),
            good: rule(Ask.any(Ask.held("a"), Ask.held("b")))),
        LintExample(
            "listed-twice", "by another name",
            bad: rule(Ask.awards(1, "id in (c1, course-one)")),
            good: rule(Ask.awards(1, "id in (c2, course-one)")), graph: LintSample.graph()),
        LintExample(
            "listed-twice", "needed in two groups",
            bad: rule(
                Ask.all(
                    Ask.all(Ask.held("a"), Ask.held("b"), id: "one"),
                    Ask.all(Ask.held("a", id: "again"), Ask.held("c"), id: "two"))),
            good: rule(
                Ask.all(
                    Ask.all(Ask.held("a"), Ask.held("b"), id: "one"),
                    Ask.any(Ask.held("a", id: "again"), Ask.held("c"), id: "two")))),
        LintExample(
            "listed-twice", "a provider that is its own and recognised",
            bad: rule(Ask.credits(10)) {
                $0.recognition = Recognition(own: ["north"], bodies: [.init("north")])
            },
            good: rule(Ask.credits(10)) {
                $0.recognition = Recognition(own: ["north"], bodies: [.init("south")])
            }),
        LintExample(
            "listed-twice", "joined with itself",
            bad: rule(Ask.credits(5, "tag = a or tag = b or tag = a")),
            good: rule(Ask.credits(5, "tag = a or tag = b"))),
        LintExample(
            "duplicate", "one requirement twice",
            bad: rule(
                Ask.all(
                    Ask.credits(5, "tag = a", id: "first"), Ask.credits(5, "tag = a", id: "second"))
            ),
            good: rule(
                Ask.all(
                    Ask.credits(5, "tag = a", id: "first"), Ask.credits(5, "tag = b", id: "second"))
            )),
    ]

    static let contradictions: [LintExample] = [
        LintExample(
            "unsatisfiable", "three of two",
            bad: rule(Ask.atLeast(3, Ask.held("a"), Ask.held("b"))),
            good: rule(Ask.atLeast(2, Ask.held("a"), Ask.held("b"), Ask.held("c")))),
        LintExample(
            "unsatisfiable", "a level above 7 and below 5",
            bad: rule(Ask.credits(5, "level >= 7 and level < 5")),
            good: rule(Ask.credits(5, "level >= 5 and level < 7"))),
        LintExample(
            "unsatisfiable", "two kinds at once",
            bad: rule(Ask.credits(5, "kind = module and kind in (badge, course)")),
            good: rule(Ask.credits(5, "kind = module or kind in (badge, course)"))),
        LintExample(
            "unsatisfiable", "a share of what nothing counts",
            bad: rule(
                Ask.credits(
                    30, "level >= 7", Ask.credits(10, "level = 6", id: "part"),
                    Ask.share("50%", "level <= 5"))),
            good: rule(
                Ask.credits(
                    30, "level >= 7", Ask.credits(10, "level = 6", id: "part"),
                    Ask.share("30%", "level <= 6")))),
        LintExample(
            "unsatisfiable", "three providers of two",
            bad: rule(
                Ask.credits(30, "provider in (a, b)", Ask.node(.distinct(3, of: .provider)))),
            good: rule(
                Ask.credits(30, "provider in (a, b)", Ask.node(.distinct(2, of: .provider))))),
        LintExample(
            "unsatisfiable", "needed and forbidden",
            bad: rule(Ask.all(Ask.held("c1"), Ask.none("kind = module"))),
            good: rule(Ask.all(Ask.held("c1"), Ask.none("kind = badge"))),
            graph: LintSample.graph()),
        LintExample(
            "unsatisfiable", "counted and forbidden",
            bad: rule(Ask.all(Ask.credits(10, "tag = a and level >= 6"), Ask.none("tag = a"))),
            good: rule(Ask.all(Ask.credits(10, "tag = a"), Ask.none("tag = a and level >= 6")))),
        LintExample(
            "unsatisfiable", "a mean above the best grade",
            bad: rule(Ask.credits(10, Ask.mean(5))) { $0.scales = [LintSample.letters] },
            good: rule(Ask.credits(10, Ask.mean(3))) { $0.scales = [LintSample.letters] }),
        LintExample(
            "not-admissible", "a credential of a kind that does not count",
            bad: rule(Ask.held("c1")) { $0.counts = LintSample.select("kind != module") },
            good: rule(Ask.held("c1")) { $0.counts = LintSample.select("kind != badge") },
            graph: LintSample.graph()),
        LintExample(
            "not-admissible", "a count of a level that does not count",
            bad: rule(Ask.credits(10, "level <= 4")) {
                $0.counts = LintSample.select("level >= 5")
            },
            good: rule(Ask.credits(10, "level <= 6")) {
                $0.counts = LintSample.select("level >= 5")
            }),
        LintExample(
            "not-admissible", "a credential of a body that is not recognised",
            bad: rule(Ask.held("c1")) { $0.recognition = Recognition(own: ["south"]) },
            good: rule(Ask.held("c1")) {
                $0.recognition = Recognition(own: ["south"], bodies: [.init("north")])
            },
            graph: LintSample.graph {
                $0.credentials[1].provider = "south"
            }),
        LintExample(
            "not-admissible", "nobody is recognised",
            bad: rule(Ask.credits(10)) { $0.recognition = Recognition(own: []) },
            good: rule(Ask.credits(10)) { $0.recognition = Recognition(own: ["north"]) }),
        LintExample(
            "shadowed", "an alternative that asks more than another",
            bad: rule(
                Ask.any(
                    Ask.credits(30, "tag = a and level >= 6", id: "more"),
                    Ask.credits(20, "tag = a", id: "less"))),
            good: rule(
                Ask.any(
                    Ask.credits(30, "tag = a", id: "more"),
                    Ask.credits(20, "tag = a and level >= 6", id: "less")))),
        LintExample(
            "shadowed", "all of what one is enough of",
            bad: rule(
                Ask.any(Ask.all(Ask.held("a"), Ask.held("b")), Ask.held("a", id: "alone"))),
            good: rule(
                Ask.any(Ask.all(Ask.held("a"), Ask.held("b")), Ask.held("c", id: "alone")))),
        LintExample(
            "shadowed", "a share below another",
            bad: rule(
                Ask.credits(
                    60, Ask.share("50%", "level >= 7", id: "high"),
                    Ask.share("40%", "level >= 6", id: "low"))),
            good: rule(
                Ask.credits(
                    60, Ask.share("40%", "level >= 7", id: "high"),
                    Ask.share("50%", "level >= 6", id: "low")))),
        LintExample(
            "contradictory-order", "in two orders",
            bad: rule(
                Ask.all(Ask.order("a", "b", "c", id: "one"), Ask.order("c", "a", id: "two"))),
            good: rule(
                Ask.all(Ask.order("a", "b", "c", id: "one"), Ask.order("a", "d", id: "two")))),
        LintExample(
            "contradictory-order", "with what the catalogue says",
            bad: rule(Ask.order("c1", "c2")), good: rule(Ask.order("c2", "c1")),
            graph: LintSample.graph {
                $0.credentialRelations = [.init(from: "c1", kind: .requires, to: "c2")]
            }),
        LintExample(
            "cycle", "two qualifications that need one another",
            bad: [
                LintSample.rule(Ask.all(Ask.held("b"), Ask.held("x")), of: "a"),
                LintSample.rule(Ask.held("a"), of: "b"),
            ],
            good: [
                LintSample.rule(Ask.any(Ask.held("b"), Ask.held("x")), of: "a"),
                LintSample.rule(Ask.held("a"), of: "b"),
            ]),
        LintExample(
            "cycle", "a qualification that needs itself",
            bad: LintSample.rule(Ask.credits(10, "tag = a", Ask.held("q"))),
            good: LintSample.rule(Ask.credits(10, "tag = a", Ask.held("p")))),
        LintExample(
            "cycle", "through the rule that is needed to start",
            bad: [
                LintSample.rule(Ask.held("a"), of: "b"),
                LintSample.rule(Ask.order("b", "x"), of: "a") { $0.use = .admission },
            ],
            good: [
                LintSample.rule(Ask.held("a"), of: "b"),
                LintSample.rule(Ask.order("y", "x"), of: "a") { $0.use = .admission },
            ]),
    ]
}
