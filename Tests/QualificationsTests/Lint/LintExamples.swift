// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

extension LintExample {
    /// At least one example of each class, in the order of the classes.
    static let all: [LintExample] = [
        structure, sums, percents, lists, contradictions, idle, dates, facts, grades, terms,
    ].flatMap { $0 }

    static let structure: [LintExample] = [
        LintExample(
            "misplaced-condition", "a share below nothing that counts",
            bad: rule(Ask.all(Ask.credits(30), Ask.share("50%", "level >= 6"))),
            good: rule(Ask.credits(30, Ask.share("50%", "level >= 6")))),
        LintExample(
            "repeated-id", "two nodes of one id",
            bad: rule(Ask.all(Ask.held("a", id: "x"), Ask.held("b", id: "x"))),
            good: rule(Ask.all(Ask.held("a"), Ask.held("b")))),
        LintExample(
            "repeated-id", "two rules of one id",
            bad: [rule(Ask.held("a")), rule(Ask.held("b"))],
            good: [
                rule(Ask.held("a")) {
                    $0.name = "old"
                    $0.startedBefore = LintSample.day("2024-09-01")
                },
                rule(Ask.held("b")) { $0.startedFrom = LintSample.day("2024-09-01") },
            ]),
        LintExample(
            "impossible-number", "more credits than there are",
            bad: rule(Ask.credits(200_000)), good: rule(Ask.credits(180))),
        LintExample(
            "impossible-number", "at least none",
            bad: rule(Ask.atLeast(0, Ask.held("a"), Ask.held("b"))),
            good: rule(Ask.atLeast(1, Ask.held("a"), Ask.held("b")))),
    ]

    static let sums: [LintExample] = [
        LintExample(
            "maximum-below-minimum", "of one count",
            bad: rule(Ask.credits(30, to: 20)), good: rule(Ask.credits(20, to: 30))),
        LintExample(
            "maximum-below-minimum", "of one share",
            bad: rule(Ask.credits(30, Ask.share("60%", to: "50%", "level >= 6"))),
            good: rule(Ask.credits(30, Ask.share("50%", to: "60%", "level >= 6")))),
        LintExample(
            "maximum-below-minimum", "an amount and a fraction of it",
            bad: rule(Ask.credits(30, Ask.share("20", to: "50%", "level >= 6"))),
            good: rule(Ask.credits(30, Ask.share("15", to: "50%", "level >= 6")))),
        LintExample(
            "maximum-below-minimum", "a floor within a lower ceiling",
            bad: rule(
                Ask.credits(
                    60, Ask.share("40", "level >= 7", id: "floor"),
                    Ask.share(to: "30", "level >= 6", id: "ceiling"))),
            good: rule(
                Ask.credits(
                    60, Ask.share("20", "level >= 7", id: "floor"),
                    Ask.share(to: "30", "level >= 6", id: "ceiling")))),
        LintExample(
            "maximum-below-minimum", "floors that exclude one another",
            bad: rule(
                Ask.credits(
                    60, Ask.share("60%", "provider = a", id: "a", counted: true),
                    Ask.share("60%", "provider = b", id: "b", counted: true))),
            good: rule(
                Ask.credits(
                    60, Ask.share("60%", "provider = a", id: "a", counted: true),
                    Ask.share("40%", "provider = b", id: "b", counted: true)))),
        LintExample(
            "minima-above-total", "parts above the maximum",
            bad: rule(
                Ask.credits(
                    30, to: 30, Ask.credits(20, "tag = a", id: "a"),
                    Ask.credits(15, "tag = b", id: "b"))),
            good: rule(
                Ask.credits(
                    35, to: 35, Ask.credits(20, "tag = a", id: "a"),
                    Ask.credits(15, "tag = b", id: "b")))),
        LintExample(
            "minima-above-total", "parts above a total that asks less",
            bad: rule(
                Ask.awards(
                    3, Ask.awards(2, "tag = a", id: "a"), Ask.awards(2, "tag = b", id: "b"))),
            good: rule(
                Ask.awards(
                    4, Ask.awards(2, "tag = a", id: "a"), Ask.awards(2, "tag = b", id: "b")))),
        LintExample(
            "minima-above-total", "listed credentials above the maximum",
            bad: rule(Ask.credits(10, to: 14, Ask.held("c1"), Ask.held("c2"), Ask.held("c3"))),
            good: rule(Ask.credits(15, to: 15, Ask.held("c1"), Ask.held("c2"), Ask.held("c3"))),
            graph: LintSample.graph()),
        LintExample(
            "parts-do-not-add-up", "16 units must be completed: 11 core, 4 elective",
            bad: rule(
                Ask.awards(
                    16, to: 16, Ask.awards(11, "tag = core", id: "core"),
                    Ask.awards(4, "tag = elective", id: "elective"))),
            good: rule(
                Ask.awards(
                    15, to: 15, Ask.awards(11, "tag = core", id: "core"),
                    Ask.awards(4, "tag = elective", id: "elective")))),
        LintExample(
            "parts-do-not-add-up", "the same where nothing else may fill it",
            bad: rule(
                Ask.awards(
                    16, to: 16, "not any", Ask.awards(11, to: 11, "tag = core", id: "core"),
                    Ask.awards(4, to: 4, "tag = elective", id: "elective"))),
            good: rule(
                Ask.awards(
                    15, to: 15, "not any", Ask.awards(11, to: 11, "tag = core", id: "core"),
                    Ask.awards(4, to: 4, "tag = elective", id: "elective")))),
        LintExample(
            "parts-do-not-add-up", "21 units: 13 core, 4 elective, as a minimum",
            bad: rule(
                Ask.awards(
                    21, Ask.awards(13, "tag = core", id: "core"),
                    Ask.awards(4, "tag = elective", id: "elective"))),
            good: rule(
                Ask.awards(
                    21, Ask.awards(13, "tag = core", id: "core"),
                    Ask.awards(4, "tag = elective", id: "elective"), Ask.awards(4, id: "free")))),
        LintExample(
            "parts-do-not-add-up", "where no part may hold more than it must",
            bad: rule(
                Ask.awards(
                    6, "not any", Ask.awards(2, to: 2, "tag = a", id: "low"),
                    Ask.awards(3, "tag = b", id: "high"))),
            good: rule(
                Ask.awards(
                    6, "not any", Ask.awards(0, to: 2, "tag = a", id: "low"),
                    Ask.awards(3, "tag = b", id: "high")))),
        LintExample(
            "parts-do-not-add-up", "in the words of the title",
            bad: rule(Ask.awards(21, title: "21 units: 13 core, 4 elective")),
            good: rule(Ask.awards(21, title: "21 units: 17 core, 4 elective"))),
        LintExample(
            "members-cannot-reach", "four of three",
            bad: rule(Ask.awards(4, "id in (a, b, c)")),
            good: rule(Ask.awards(3, "id in (a, b, c)"))),
        LintExample(
            "members-cannot-reach", "30 credits of 25",
            bad: rule(Ask.credits(30, "id in (c1, c2, c3, c4, c5)")),
            good: rule(Ask.credits(25, "id in (c1, c2, c3, c4, c5)")),
            graph: LintSample.graph()),
        LintExample(
            "members-cannot-reach", "no choice comes to 12",
            bad: rule(Ask.credits(12, to: 12, "id in (c1, c2, c3)")),
            good: rule(Ask.credits(12, to: 15, "id in (c1, c2, c3)")), graph: LintSample.graph()),
        LintExample(
            "members-cannot-reach", "of those listed too few match the rest",
            bad: rule(Ask.credits(10, "id in (c1, c2) and not id = c2")),
            good: rule(Ask.credits(5, "id in (c1, c2) and not id = c2")),
            graph: LintSample.graph()),
    ]
}
