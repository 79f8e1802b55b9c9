// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

struct RequirementSentenceTests {
    private func sentence(
        _ requirement: Requirement, _ language: String = "en"
    ) -> String {
        RequirementSentence.sentence(
            for: requirement, in: SentenceSample.graph, language: language)
    }

    private func sentence(_ kind: Requirement.Kind, _ language: String = "en") -> String {
        sentence(Requirement(id: "r", kind: kind), language)
    }

    @Test func `groups say how many of what follows`() {
        let leaf = Ask.held("weaving")
        #expect(sentence(.all([leaf])) == "All of the following must be met.")
        #expect(sentence(.all([])) == "Nothing is asked.")
        #expect(sentence(.any([leaf])) == "One of the following must be met.")
        #expect(
            sentence(.atLeast(2, of: [leaf, leaf, leaf]))
                == "At least 2 of the following 3 must be met.")
        #expect(
            sentence(.any([leaf]), "de") == "Eine der folgenden Anforderungen muss erfüllt sein.")
    }

    @Test func `leaves are named by title, label or text`() {
        #expect(sentence(.credential("weaving", overlap: nil)) == "“Weaving” or an equivalent.")
        #expect(
            sentence(.credential("weaving", overlap: nil), "de")
                == "„Weben“ oder etwas Gleichwertiges.")
        #expect(
            sentence(.credential("nobody", overlap: Fraction(thousandths: 800)))
                == "“nobody”, or one that covers at least 80% of it.")
        #expect(sentence(.outcome("o")) == "An award that teaches “Warp a loom”.")
        #expect(
            sentence(.skill("s", atLeast: Level("CEFR:B2")))
                == "An award that teaches “dye yarn” at CEFR level B2 or above.")
        #expect(sentence(.skill("s", atLeast: nil)) == "An award that teaches “dye yarn”.")
        #expect(
            sentence(.notBefore(CalendarDate(dayNumber: 20_000))) == "Not before 4 October 2024.")
        #expect(sentence(.decision(by: "the board")) == "A decision by the board.")
        #expect(
            sentence(.order(["weaving", "dyeing"]))
                == "“Weaving”, then “Dyeing”, awarded in this order.")
    }

    @Test func `amounts are a floor, a ceiling, a range, or exact`() {
        #expect(sentence(Ask.credits(60)) == "At least 60 ECTS from any awards.")
        #expect(sentence(Ask.credits(60, to: 60)) == "Exactly 60 ECTS from any awards.")
        #expect(sentence(Ask.credits(30, to: 45)) == "30 to 45 ECTS from any awards.")
        #expect(sentence(Ask.credits(0, to: 10)) == "At most 10 ECTS from any awards.")
        #expect(sentence(Ask.credits(0)) == "Any number of ECTS from any awards.")
        #expect(sentence(Ask.awards(1)) == "At least 1 award of any kind.")
        #expect(sentence(Ask.awards(2, "provider = north")) == "At least 2 awards from north.")
        #expect(
            sentence(Ask.credits(5, scheme: .unknown)) == "At least 5 credits from any awards.")
        #expect(
            sentence(Ask.credits(16, to: 16, "not any", Ask.credits(16, id: "part")))
                == "Exactly 16 ECTS from what follows alone; within them, all of the following "
                + "must be met.")
    }

    @Test func `a selector is told in one flow`() {
        #expect(
            sentence(Ask.credits(30, "field = 061 and (level >= 6 or not kind = badge)"))
                == "At least 30 ECTS from awards in field 061 and either at EQF level 6 or above "
                + "or that are not badges.")
        #expect(
            sentence(Ask.credits(30, "tag = a or tag = b or (tag = c and used = no)"))
                == "At least 30 ECTS from awards tagged “a” or “b” or both tagged “c” and not used "
                + "for another award.")
        #expect(
            sentence(Ask.credits(30, "not (tag = a or level < 6)"))
                == "At least 30 ECTS from awards not tagged “a” and at EQF level 6 or above.")
        #expect(
            sentence(Ask.credits(30, "id in (weaving, dyeing, other)"), "de")
                == "Mindestens 30 ECTS aus Leistungen in „Weben“, „Dyeing“ oder „other“.")
    }

    @Test func `of a long list the first dozen are named`() {
        let ids = (1...20).map { "c\($0)" }
        let text = sentence(
            .count(.init(minimum: ExactDecimal(1), unit: .awards, selector: .oneOf(.id, ids))))
        #expect(text.hasSuffix("“c12” or 8 more."))
    }

    @Test func `shares say of what`() {
        #expect(
            sentence(Ask.share("50%", "provider in (a, b)"))
                == "At least 50% of the amount required from awards from a or b.")
        #expect(
            sentence(Ask.share("12.5%", to: "50%", "level >= 6", counted: true), "de")
                == "12,5 % bis 50 % der angerechneten Menge aus Leistungen auf EQF-Niveau 6 oder "
                + "höher.")
        #expect(
            sentence(Ask.share(to: "15", "level = 4")) == "At most 15 from awards at EQF level 4.")
    }
}
