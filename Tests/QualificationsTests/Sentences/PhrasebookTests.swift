// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@testable import Qualifications

/// The laws that every language must keep.
struct PhrasebookTests {
    private static let books = Phrasebook.all.map(\.language)

    private func book(_ language: String) -> Phrasebook { .of(language) }

    @Test func `each language is there once, and others are answered in English`() {
        #expect(Set(Self.books).count == Self.books.count)
        #expect(Self.books.contains("en") && Self.books.contains("de"))
        #expect(Phrasebook.of("de-AT").language == "de")
        #expect(Phrasebook.of("DE").language == "de")
        #expect(Phrasebook.of("tlh").language == "en")
        #expect(RuleSentences.languages == Self.books)
    }

    @Test(arguments: books)
    func `every phrase is there, with the places that English has`(language: String) {
        let book = book(language)
        for phrase in Phrase.allCases {
            let mine = PhraseTemplate(book.phrases[phrase] ?? "")
            let english = PhraseTemplate(Phrasebook.english.phrases[phrase] ?? "")
            #expect(!mine.parts.isEmpty, "\(language) has no \(phrase)")
            #expect(mine.places == english.places, "\(language): \(phrase)")
        }
    }

    @Test(arguments: books)
    func `every comparison that can be written has its words`(language: String) {
        for field in Selector.Field.allCases {
            let known = Set((book(language).comparisons[field] ?? [:]).keys)
            let needed: Set<Selector.Comparator> =
                field.isOrdered ? Set(Selector.Comparator.allCases) : [.equal, .notEqual]
            #expect(known == needed, "\(language): \(field)")
        }
        let words = book(language).comparisons.values.flatMap(\.values)
        #expect(words.allSatisfy { PhraseTemplate($0).places == ["value"] })
    }

    @Test(arguments: books)
    func `kinds, fields and months are complete`(language: String) {
        let book = book(language)
        #expect(Set(book.kinds.keys) == Set(Credential.Kind.allCases))
        #expect(
            Set(book.differences.keys) == Set(Selector.Field.allCases.filter(\.isDistinguishing)))
        #expect(book.differences.values.allSatisfy { PhraseTemplate($0).places == ["count"] })
        #expect(Set(book.months).count == 12)
    }

    @Test(arguments: books)
    func `forms of words are those of the language, with one for all other numbers`(
        language: String
    ) {
        let book = book(language)
        let known = Set(book.plurals.map(\.form) + ["other"])
        let templates = Array(book.phrases.values) + Array(book.differences.values)
        for template in templates {
            for case .place(let name, let forms) in PhraseTemplate(template).parts
            where !forms.isEmpty {
                #expect(Set(forms.keys) == known, "\(language): \(name) in \(template)")
            }
        }
    }

    @Test func `a number picks its form by the rules of the language`() {
        let polish = Phrasebook(
            language: "pl", name: "Polski",
            plurals: [
                PluralRule(form: "one", numbers: .exactly([1])),
                PluralRule(form: "few", numbers: .ending(in: 2...4, except: 12...14)),
            ], decimalSign: ",", months: [], phrases: [:], comparisons: [:], kinds: [:],
            differences: [:])
        let template = "{count|one=# rok|few=# lata|other=# lat}"
        func years(_ text: String) -> String {
            polish.fill(template, ["count": .number(ExactDecimal(text) ?? .zero)])
        }
        #expect(
            ["1", "2", "5", "12", "22", "1.5"].map(years)
                == ["1 rok", "2 lata", "5 lat", "12 lat", "22 lata", "1,5 lat"])
    }

    @Test func `a place without a value, and braces left open, stay as they are`() {
        #expect(Phrasebook.english.fill("a {b} {c", ["d": .text("x")]) == "a {b} {c")
        #expect(Phrasebook.english.fill("{a}{b}", ["a": .text("{b}"), "b": .text("x")]) == "{b}x")
    }

    @Test func `numbers and dates are written as the language does`() throws {
        let date = try #require(CalendarDate("2026-03-01"))
        let number = try #require(ExactDecimal("7.5"))
        #expect(Phrasebook.english.date(date) == "1 March 2026")
        #expect(Phrasebook.german.date(date) == "1. März 2026")
        #expect(Phrasebook.english.number(number) == "7.5")
        #expect(Phrasebook.german.number(number) == "7,5")
    }
}
