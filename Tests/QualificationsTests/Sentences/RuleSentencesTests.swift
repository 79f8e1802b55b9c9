// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

/// A rule with every construct, in every language.
struct RuleSentencesTests {
    @Test func `a whole rule in English`() {
        #expect(
            RuleSentences.text(for: SentenceSample.rule, in: SentenceSample.graph) == """
                Diploma in Textiles
                  What is needed to finish “diploma”. Version 2026-2.
                  In force from 1 September 2026 until 31 August 2030.
                  For those who started on 1 September 2025 or later and before 1 September 2028.
                  Only awards that are not badges, given at most 5 years ago, graded B \
                (letters) or better and not used for another award count.
                  Ages are taken on 31 December 2026.
                  Own awards are those from north and south.
                  Also recognised are awards from east, west (under the Pact) and provisionally \
                far (under the Pact).
                  “knitting” counts for “Weaving”.
                  “felting” counts for “Dyeing”, of which it covers 85.5%.
                  The grades of letters, from the lowest: C = 2, B = 3, A = 4.
                  Awarded by itself when all is met.
                  Study board decides.
                  Taken from https://awarding.example/diploma, which is not the awarding body’s \
                own page.
                  All of the following:
                    Credits: An award that passes the maximum counts in part. 60 to 90 ECTS \
                from awards at EQF level 6 or above, either in field 02 or taught in en or de \
                and not taught online, of which:
                      At least 15 ECTS from awards that teach “Warp a loom” or that teach “dye \
                yarn”. Awards that count here may count elsewhere in the rule too.
                      At most 10 ECTS from awards of at least 20 hours and of less than 5 UK CATS.
                      At least 50% of the ECTS required from awards from north or south. \
                Rounded up to a whole number.
                      10 ECTS to 25% of the ECTS required from awards at EQF level 7.
                      At most 20% of the ECTS counted from awards that are challenges or prior \
                learning.
                      A mean grade of at least 3 on the scale letters, over what counts.
                      All awarded within 2 years.
                      At least 3 different providers among them.
                    At least 1 of the following 3:
                      “Weaving” or an equivalent.
                      “Dyeing”, or one that covers at least 80% of it.
                      One of the following:
                        An award that teaches “Warp a loom”.
                        An award that teaches “dye yarn” at CEFR level B2 or above.
                    At least 200 hours from awards tagged “work”, where:
                      All awarded on one day.
                      At least 2 different dates among them.
                    “Weaving”, then “Dyeing”, awarded in this order.
                    No award from mill and given before 1 January 2020.
                    Not before 1 February 2027.
                    A decision by the admissions office.
                    A mean grade of at least 3 on the scale letters, over all awards held.

                """)
    }

    @Test func `a whole rule in German`() {
        #expect(
            RuleSentences.text(
                for: SentenceSample.rule, in: SentenceSample.graph, language: "de") == """
                    Diplom Textil
                      Was für den Abschluss von „diploma“ nötig ist. Fassung 2026-2.
                      In Kraft vom 1. September 2026 bis zum 31. August 2030.
                      Für alle, die am 1. September 2025 oder später und vor dem 1. September 2028 \
                    begonnen haben.
                      Es zählen nur Leistungen nicht der Art Badge, die höchstens 5 Jahre alt sind, \
                    mit der Note B (letters) oder besser und nicht für einen anderen Abschluss \
                    verwendet.
                      Alter werden am 31. Dezember 2026 bestimmt.
                      Eigene Leistungen sind die von north und south.
                      Anerkannt werden auch Leistungen von east, west (nach the Pact) und vorläufig \
                    far (nach the Pact).
                      „knitting“ zählt als „Weben“.
                      „felting“ zählt als „Dyeing“ und deckt 85,5 % davon ab.
                      Die Noten von letters, von der schlechtesten an: C = 2, B = 3, A = 4.
                      Wird von selbst verliehen, sobald alles erfüllt ist.
                      Es entscheidet: Study board.
                      Entnommen aus https://awarding.example/diploma; das ist nicht die Seite der \
                    verleihenden Stelle.
                      Alle folgenden Anforderungen:
                        Credits: Eine Leistung, die das Höchstmaß überschreitet, zählt teilweise. \
                    60 bis 90 ECTS aus Leistungen auf EQF-Niveau 6 oder höher, entweder im \
                    Fachgebiet 02 oder mit Unterrichtssprache en oder de und nicht in der Form \
                    online, davon:
                          Mindestens 15 ECTS aus Leistungen mit dem Lernergebnis „Warp a loom“ oder \
                    mit der Fertigkeit „dye yarn“. Was hier zählt, darf in dieser Regel auch \
                    anderswo zählen.
                          Höchstens 10 ECTS aus Leistungen mit mindestens 20 Stunden und mit \
                    weniger als 5 UK CATS.
                          Mindestens 50 % der geforderten ECTS aus Leistungen von north oder south. \
                    Aufgerundet auf eine ganze Zahl.
                          10 ECTS bis 25 % der geforderten ECTS aus Leistungen auf EQF-Niveau 7.
                          Höchstens 20 % der angerechneten ECTS aus Leistungen der Art Challenge \
                    oder früher erworbene Kompetenz.
                          Ein Notenmittel von mindestens 3 auf der Skala letters über alles \
                    Angerechnete.
                          Zwischen der ersten und der letzten liegen höchstens 2 Jahre.
                          Darunter mindestens 3 verschiedene Anbieter.
                        Mindestens 1 der folgenden 3 Anforderungen:
                          „Weben“ oder etwas Gleichwertiges.
                          „Dyeing“ oder etwas, das mindestens 80 % davon abdeckt.
                          Eine der folgenden Anforderungen:
                            Eine Leistung mit dem Lernergebnis „Warp a loom“.
                            Eine Leistung mit der Fertigkeit „dye yarn“ auf CEFR-Niveau B2 oder höher.
                        Mindestens 200 Stunden aus Leistungen mit dem Schlagwort „work“, wobei gilt:
                          Alle an einem Tag erworben.
                          Darunter mindestens 2 verschiedene Daten.
                        „Weben“, dann „Dyeing“, in dieser Reihenfolge erworben.
                        Keine Leistung von mill und aus der Zeit vor dem 1. Januar 2020.
                        Nicht vor dem 1. Februar 2027.
                        Eine Entscheidung: the admissions office.
                        Ein Notenmittel von mindestens 3 auf der Skala letters über alle Leistungen.

                    """)
    }

    @Test func `without a catalogue things go by their ids`() {
        let rule = LintSample.rule(Ask.all(Ask.held("weaving"), Ask.node(.outcome("o"))))
        let lines = RuleSentences.lines(for: rule)
        #expect(lines.map(\.text).contains("“weaving” or an equivalent."))
        #expect(lines.first == RuleLine(depth: 0, text: "q/completion", node: nil))
        #expect(lines.last == RuleLine(depth: 2, text: "An award that teaches “o”.", node: "node"))
    }
}
