// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

struct RequirementSentenceTests {
    private func sentence(_ kind: Requirement.Kind) throws -> String {
        var parts = Catalogue.parts(["weaving"], credits: 5)
        parts.credentials[0].title = LocalizedText([
            .init(language: "en", text: "Weaving"), .init(language: "de", text: "Weben"),
        ])
        parts.skills = [Skill(uri: "s", label: "dye yarn", framework: Framework("local"))]
        parts.outcomes = [LearningOutcome(id: "o", credential: "weaving", text: "Warp a loom")]
        return RequirementSentence.sentence(
            for: Requirement(id: "r", kind: kind), in: try Graph(parts))
    }

    @Test func `groups say how many of what follows`() throws {
        let leaf = Requirement.credential("weaving")
        #expect(try sentence(.all([leaf])) == "All of the following must be met.")
        #expect(try sentence(.any([leaf])) == "One of the following must be met.")
        #expect(
            try sentence(.atLeast(2, of: [leaf, leaf, leaf]))
                == "At least 2 of the following 3 must be met.")
    }

    @Test func `leaves are named by title, label or text`() throws {
        #expect(
            try sentence(.credential("weaving")) == "\"Weaving\" or an equivalent must be held.")
        #expect(
            try sentence(.outcome("o")) == "Something held must teach the outcome \"Warp a loom\".")
        #expect(
            try sentence(.skill("s", atLeast: Level("CEFR:B2")))
                == "Something held must teach the skill \"dye yarn\" at CEFR:B2 or above.")
        #expect(
            try sentence(.notBefore(CalendarDate(dayNumber: 20_000))) == "Not before 2024-10-04.")
    }

    @Test func `credits and shares say from what`() throws {
        #expect(
            try sentence(Requirement.credits("r", 60).kind)
                == "At least 60 ECTS must come from awards of any kind.")
        let selector = "field = 061 and (level >= 6 or not kind = badge)"
        #expect(
            try sentence(Requirement.credits("r", 30, maximum: 45, selector).kind)
                == "At least 30 ECTS, of which no more than 45 count, must come from awards "
                + "where the field begins with 061 and (the level is at least EQF 6 or it is not "
                + "so that the kind is badge).")
        #expect(
            try sentence(Requirement.credits("r", 0, maximum: 10, "level = NFQ:5").kind)
                == "At most 10 ECTS may come from awards where the level is NFQ 5.")
        #expect(
            try sentence(
                .share(.init(thousandths: 500), of: Selector(parsing: "provider in (a, b)")))
                == "At least 50 % of the credits asked for above must come from awards where the "
                + "provider is one of a, b.")
    }
}
