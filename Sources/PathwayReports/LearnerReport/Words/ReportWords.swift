// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// The words of reports in one language.
///
/// To add a language, give it a `Phrasebook` in Qualifications, write a file in `Words/Languages`
/// with a static member, and put that into ``all``. The tests ask for every phrase, with the same
/// places to fill in as in English.
struct ReportWords: Sendable {
    /// Names, numbers, dates and amounts.
    let book: Phrasebook
    /// The phrases.
    let phrases: [ReportPhrase: String]

    /// Every language, the first being the one that is used where there is none.
    static let all: [ReportWords] = [.english, .german]

    /// The words for a BCP 47 tag, by its primary language.
    static func of(_ tag: String) -> ReportWords {
        let language = Phrasebook.of(tag).language
        return all.first { $0.book.language == language } ?? .english
    }

    /// The tag of the language.
    var language: String { book.language }

    /// Returns a phrase with its places filled in.
    func callAsFunction(_ phrase: ReportPhrase, _ values: [String: ReportValue] = [:]) -> Prose {
        PhraseTemplate(phrases[phrase] ?? phrase.rawValue).parts.map { part in
            switch part {
            case .words(let words): Prose(words)
            case .place(let name, let forms):
                values[name].map { filled(forms, with: $0) } ?? Prose("{\(name)}")
            }
        }.joined(separator: "")
    }

    /// Returns a phrase as plain text.
    func text(_ phrase: ReportPhrase, _ values: [String: ReportValue] = [:]) -> String {
        self(phrase, values).text
    }

    private func filled(_ forms: [String: String], with value: ReportValue) -> Prose {
        switch value {
        case .prose(let prose): prose
        case .number(let number): Prose(book.number(number, in: forms))
        }
    }

    /// Returns items as a list, the last two joined by *and*, or by *or* where they are a choice.
    ///
    /// Where a comma or such a word in one of them could be taken for one between them, all are
    /// quoted.
    func list(_ items: [Prose], isChoice: Bool = false) -> Prose {
        joined(clear(items), isChoice)
    }

    private func clear(_ items: [Prose]) -> [Prose] {
        let marks = [",", book.and, book.or]
        let isUnclear =
            items.count > 1
            && items.contains { item in
                !item.text.hasPrefix(book.quotes.open)
                    && marks.contains(where: item.text.contains)
            }
        return isUnclear ? items.map(quoted) : items
    }

    /// Returns a title in quotation marks.
    func quoted(_ title: Prose) -> Prose {
        title.isEmpty ? title : "\(book.quotes.open)\(title)\(book.quotes.close)"
    }

    private func joined(_ items: [Prose], _ isChoice: Bool) -> Prose {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let join = isChoice ? book.or : book.and
        return Array(items.dropLast()).joined(separator: ", ") + Prose(join) + last
    }

    /// Returns the first few of a list, and how many more there are.
    func short(_ items: [Prose], most: Int, isChoice: Bool = false) -> Prose {
        let more = items.count - most
        guard more > 0 else { return list(items, isChoice: isChoice) }
        let shown = clear(Array(items.prefix(most)))
        return joined(shown + [self(.more, ["count": .count(more)])], isChoice)
    }

    /// Returns a date as the language writes it.
    func date(_ date: CalendarDate) -> String { book.date(date) }
}

/// What is filled into a phrase.
enum ReportValue: ExpressibleByStringLiteral {
    /// Text, a part of which may be in another language.
    case prose(Prose)
    /// A number, which also decides the form of words beside it.
    case number(ExactDecimal)

    init(stringLiteral value: String) { self = .prose(Prose(value)) }

    /// Creates text.
    static func text(_ text: String) -> Self { .prose(Prose(text)) }

    /// Creates a whole number.
    static func count(_ count: Int) -> Self { .number(ExactDecimal(count)) }
}
