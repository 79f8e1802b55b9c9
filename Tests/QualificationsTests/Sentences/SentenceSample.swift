// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A rule with every construct there is, and a catalogue that knows some of its names.
enum SentenceSample {
    static let graph = LintSample.graph {
        $0.credentials += [
            Credential(
                id: "weaving",
                title: LocalizedText([
                    .init(language: "en", text: "Weaving"), .init(language: "de", text: "Weben"),
                ])),
            Credential(id: "dyeing", title: "Dyeing"),
        ]
        $0.skills = [Skill(uri: "s", label: "dye yarn", framework: Framework("local"))]
        $0.outcomes = [LearningOutcome(id: "o", credential: "weaving", text: "Warp a loom.")]
    }

    static let rule: Rule = {
        var rule = Rule(credential: "diploma", use: .completion, requirement: requirement)
        rule.name = "diploma-2026"
        rule.title = LocalizedText([
            .init(language: "en", text: "Diploma in Textiles"),
            .init(language: "de", text: "Diplom Textil"),
        ])
        rule.version = "2026-2"
        rule.validFrom = LintSample.day("2026-09-01")
        rule.validUntil = LintSample.day("2030-08-31")
        rule.startedFrom = LintSample.day("2025-09-01")
        rule.startedBefore = LintSample.day("2028-09-01")
        rule.source = "https://awarding.example/diploma"
        rule.isSecondary = true
        rule.decidedBy = "Study board"
        rule.awarding = .automatic
        rule.counts = LintSample.select(
            "kind != badge and age <= 5y and grade >= letters:B and used = no")
        rule.agesOn = LintSample.day("2026-12-31")
        rule.scales = [LintSample.letters]
        rule.recognition = Recognition(
            own: ["north", "south"],
            bodies: [
                .init("east"), .init("west", accord: "the Pact"),
                .init("far", accord: "the Pact", isProvisional: true),
            ])
        rule.equivalences = [
            .init("knitting", countsFor: "weaving"),
            .init("felting", countsFor: "dyeing", overlap: Fraction(thousandths: 855)),
        ]
        return rule
    }()

    private static let requirement = Ask.all(
        total, choice, practice, Ask.order("weaving", "dyeing"),
        Ask.none("provider = mill and date < 2020-01-01"),
        Ask.node(.notBefore(LintSample.day("2027-02-01")), id: "date"),
        Ask.node(.decision(by: "the admissions office"), id: "gate"),
        Ask.node(.mean(.init(minimum: ExactDecimal(3), scale: "letters", basis: .held)), id: "gpa"),
        id: "diploma")

    private static let total = Ask.credits(
        60, to: 90, "level >= 6 and (field = 02 or language in (en, de)) and mode != online",
        title: "Credits", partial: true,
        Ask.credits(15, "outcome = o or skill = s", id: "core", shared: true),
        Ask.credits(0, to: 10, "hours >= 20 and credits < \"5 UK CATS\"", id: "imports"),
        Ask.share("50%", "provider in (north, south)", id: "residency", rounding: .up),
        Ask.share("10", to: "25%", "level = 7", id: "advanced"),
        Ask.share(to: "20%", "kind in (challenge, prior-learning)", id: "prior", counted: true),
        Ask.mean(3), Ask.node(.period(Period(2, .years)), id: "window"),
        Ask.node(.distinct(3, of: .provider), id: "spread"))

    private static let choice = Ask.atLeast(
        1, Ask.held("weaving"), Ask.held("dyeing", overlap: 800),
        Ask.any(
            Ask.node(.outcome("o"), id: "outcome"),
            Ask.node(.skill("s", atLeast: Level("CEFR:B2")), id: "skill")))

    private static let practice = Requirement(
        id: "practice",
        kind: .count(
            .init(
                minimum: ExactDecimal(200), unit: .hours, selector: LintSample.select("tag = work"),
                parts: [
                    Ask.node(.period(Period(0, .days)), id: "sitting"),
                    Ask.node(.distinct(2, of: .date), id: "days"),
                ])))
}
