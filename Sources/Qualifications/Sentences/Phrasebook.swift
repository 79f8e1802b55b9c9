// SPDX-License-Identifier: Apache-2.0

package import SkillsGraph

/// The words of one language, from which sentences are made.
///
/// To add a language, write a file in `Sentences/Languages` with a static member and put it into
/// ``all``. The tests ask for every phrase, with the same places to fill in as in English.
///
/// A place to fill in is a name in braces: `{date}`. Where the number at a place decides the form
/// of words, the forms stand in the braces, `#` for the number:
/// `{count|one=# award|other=# awards}`. The names of the forms are those of ``plurals``, and
/// `other`.
package struct Phrasebook: Sendable {
    /// The primary BCP 47 tag.
    package let language: String
    /// What the language calls itself.
    package let name: String
    /// Which form of words a number takes: the first that fits, else `other`.
    let plurals: [PluralRule]
    /// The sign before the decimals.
    package let decimalSign: String
    /// The names of the months, as they stand in a date.
    let months: [String]
    /// The phrases.
    let phrases: [Phrase: String]
    /// How an award that satisfies a comparison is told from others: `at {value} or above`.
    let comparisons: [Selector.Field: [Selector.Comparator: String]]
    /// The kinds of credential, several of them: `certificates`.
    let kinds: [Credential.Kind: String]
    /// So many different values of a field: `{count|one=# provider|other=# different providers}`.
    let differences: [Selector.Field: String]

    /// Every language, the first being the one that is used where there is none.
    package static let all: [Phrasebook] = [.english, .german]

    /// The words for a BCP 47 tag, by its primary language.
    package static func of(_ tag: String) -> Phrasebook {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return all.first { $0.language == primary } ?? .english
    }
}

/// When a number takes a form of words of its own, such as the singular.
struct PluralRule: Sendable {
    /// The form's name in phrases: `one`, `few`.
    let form: String
    /// The whole numbers that take it.
    let numbers: Numbers

    /// Sets of whole numbers.
    enum Numbers: Sendable {
        /// These numbers alone.
        case exactly(Set<Int>)
        /// Those whose last digit is one of these, except where the last two are.
        case ending(in: ClosedRange<Int>, except: ClosedRange<Int>)
    }

    /// Returns whether `number` takes the form; one with decimals never does.
    func fits(_ number: ExactDecimal) -> Bool {
        guard number.thousandths % 1000 == 0 else { return false }
        let whole = abs(number.thousandths / 1000)
        switch numbers {
        case .exactly(let numbers): return numbers.contains(whole)
        case .ending(let last, let except):
            return last.contains(whole % 10) && !except.contains(whole % 100)
        }
    }
}

/// What is filled into a phrase.
package enum PhraseValue: Sendable {
    /// Words.
    case text(String)
    /// A number, which also decides the form of words beside it.
    case number(ExactDecimal)
}

extension Phrasebook {
    /// Returns a phrase with its places filled in.
    func text(_ phrase: Phrase, _ values: [String: PhraseValue] = [:]) -> String {
        fill(phrases[phrase] ?? phrase.rawValue, values)
    }

    /// Returns `template` with its places filled in; a place that has no value stays as it is.
    package func fill(_ template: String, _ values: [String: PhraseValue]) -> String {
        PhraseTemplate(template).parts.map { part in
            switch part {
            case .words(let words): words
            case .place(let name, let forms):
                values[name].map { filled(forms, with: $0) } ?? "{\(name)}"
            }
        }.joined()
    }

    private func filled(_ forms: [String: String], with value: PhraseValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): self.number(number, in: forms)
        }
    }

    /// Returns the form of words that a number takes, with the number in it.
    package func number(_ number: ExactDecimal, in forms: [String: String]) -> String {
        guard !forms.isEmpty else { return self.number(number) }
        let form = plurals.first { $0.fits(number) && forms[$0.form] != nil }?.form ?? "other"
        return (forms[form] ?? "#").replacing("#", with: self.number(number))
    }

    /// Returns so many of a unit: `30 ECTS`, `1 award`.
    package func amount(_ number: ExactDecimal, _ unit: Unit) -> String {
        switch unit {
        case .credits(.unknown): text(.credits, ["count": .number(number)])
        case .credits(let scheme):
            text(.creditsOfScheme, ["count": .number(number), "scheme": .text(scheme.rawValue)])
        case .awards: text(.awards, ["count": .number(number)])
        case .hours: text(.hours, ["count": .number(number)])
        }
    }

    /// Returns a number as the language writes it.
    package func number(_ number: ExactDecimal) -> String {
        number.description.replacing(".", with: decimalSign)
    }

    /// Returns a date as the language writes it.
    package func date(_ date: CalendarDate) -> String {
        let (year, month, day) = date.components
        guard months.indices.contains(month - 1) else { return date.description }
        return text(
            .date,
            [
                "day": .text(String(day)), "month": .text(months[month - 1]),
                "year": .text(String(year)),
            ])
    }

    /// What stands between the last two of a list of which all are meant.
    package var and: String { text(.listAnd) }

    /// The marks before and after a title that is quoted.
    package var quotes: (open: String, close: String) {
        let marks = text(.quoted, ["text": .text("\u{1}")]).split(separator: "\u{1}")
        return (String(marks.first ?? ""), String(marks.last ?? ""))
    }

    /// What stands between the last two of a list of which one is meant.
    package var or: String { text(.listOr) }

    /// Returns how long `months` are, in years and months.
    package func age(months: Int) -> String {
        let (years, rest) = (months / 12, months % 12)
        let parts = [
            years == 0 ? nil : text(.years, ["count": .number(ExactDecimal(years))]),
            rest == 0 && years > 0
                ? nil : text(.months, ["count": .number(ExactDecimal(rest))]),
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    /// Returns `items` as a list whose last two are joined by `last`.
    func list(_ items: [String], _ last: Phrase) -> String {
        guard let end = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: text(.listSeparator)) + text(last) + end
    }
}

/// A phrase taken apart.
package struct PhraseTemplate {
    /// Words, or a place to fill in with the forms that a number chooses from.
    package enum Part: Hashable {
        case words(String)
        case place(String, forms: [String: String])
    }

    /// Its parts, in order.
    package let parts: [Part]

    /// Takes a phrase apart.
    package init(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"),
            let close = rest[open...].firstIndex(of: "}")
        {
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            parts.append(Self.place(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        self.parts = parts
    }

    /// The names of the places.
    package var places: Set<String> {
        Set(parts.compactMap { if case .place(let name, _) = $0 { name } else { nil } })
    }

    private static func place(_ text: Substring) -> Part {
        let pieces = text.split(separator: "|", omittingEmptySubsequences: false)
        let forms = pieces.dropFirst().map { piece in
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(sides[0]), sides.count > 1 ? String(sides[1]) : "")
        }
        return .place(
            String(pieces.first ?? ""), forms: Dictionary(forms) { first, _ in first })
    }
}
