// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What ids, values and amounts are called in a sentence.
struct SentenceWords {
    let book: Phrasebook
    let graph: Graph?
    let language: String
    /// How many values of a list are named; nil for all.
    var mostListed: Int?

    // MARK: Names

    func credential(_ id: String) -> String {
        named(
            id, graph.flatMap { graph in graph.credential(id).map { graph.credentials[$0].title } })
    }

    func outcome(_ id: String) -> String {
        named(id, graph.flatMap { graph in graph.outcome(id).map { graph.outcomes[$0].text } })
    }

    func skill(_ uri: String) -> String {
        named(uri, graph.flatMap { graph in graph.skill(uri).map { graph.skills[$0].label } })
    }

    private func named(_ id: String, _ title: LocalizedText?) -> String {
        let text = title?.text(in: language) ?? ""
        guard !text.isEmpty else { return quoted(id) }
        return quoted(text.hasSuffix(".") ? String(text.dropLast()) : text)
    }

    /// Whether `title` only repeats what the credential is called, in whatever language.
    func isTitle(_ title: LocalizedText, of id: String) -> Bool {
        guard let graph, let position = graph.credential(id) else { return false }
        let known = graph.credentials[position].title.entries.map(\.text)
        return title.entries.allSatisfy { known.contains($0.text) }
    }

    func quoted(_ text: String) -> String { book.text(.quoted, ["text": .text(text)]) }

    // MARK: Amounts

    func amount(_ number: ExactDecimal, _ unit: Unit) -> String { book.amount(number, unit) }

    /// What a unit is called without a number; of one that is not known, the amount.
    func noun(_ unit: Unit?) -> String {
        switch unit {
        case .credits(.unknown): book.text(.creditsNoun)
        case .credits(let scheme): scheme.rawValue
        case .awards: book.text(.awardsNoun)
        case .hours: book.text(.hoursNoun)
        case nil: book.text(.amountNoun)
        }
    }

    func percent(_ fraction: Fraction) -> String {
        book.text(
            .percent, ["count": .number(ExactDecimal(thousandths: fraction.thousandths * 100))])
    }

    func period(_ period: Period) -> String {
        let phrase: Phrase =
            switch period.measure {
            case .years: .years
            case .months: .months
            case .days: .days
            }
        return book.text(phrase, ["count": .number(ExactDecimal(period.count))])
    }

    func level(_ level: Level) -> String {
        book.text(.level, ["framework": .text(level.framework), "value": .text(level.value)])
    }

    // MARK: Which awards

    /// Words that follow "awards" and tell which are meant; nil where all are, or none.
    func which(_ selector: Selector) -> String? {
        let phrase = SelectorPhrase(selector)
        return phrase == .all || phrase == .none ? nil : words(of: phrase, inside: nil)
    }

    private func words(of phrase: SelectorPhrase, inside outer: SelectorPhrase.Join?) -> String {
        switch phrase {
        case .term(let term): return words(of: term)
        case .joined(let join, let parts):
            let list = book.list(
                parts.map { words(of: $0, inside: join) }, join == .and ? .listAnd : .listOr)
            guard outer != nil else { return list }
            return book.text(join == .and ? .both : .either, ["list": .text(list)])
        case .all: return book.text(.everyAward)
        case .none: return book.text(.noAward)
        }
    }

    private func words(of term: SelectorTerm) -> String {
        if let words = used(term) { return words }
        let template = book.comparisons[term.field]?[term.comparator] ?? "{value}"
        return book.fill(template, ["value": .text(values(term))])
    }

    /// "Yes" and "no" are no values of which one could speak.
    private func used(_ term: SelectorTerm) -> String? {
        guard term.field == .used, term.values.count == 1 else { return nil }
        switch (term.values[0], term.comparator) {
        case ("yes", .equal), ("no", .notEqual): return book.text(.usedYes)
        case ("no", .equal), ("yes", .notEqual): return book.text(.usedNo)
        default: return nil
        }
    }

    private func values(_ term: SelectorTerm) -> String {
        let most = mostListed ?? .max
        var named = term.values.prefix(most).map { value($0, of: term.field) }
        if term.values.count > most {
            named.append(
                book.text(
                    .listMore, ["count": .number(ExactDecimal(term.values.count - most))]))
        }
        return book.list(named, .listOr)
    }

    private func value(_ value: String, of field: Selector.Field) -> String {
        switch field {
        case .outcome: outcome(value)
        case .skill: skill(value)
        case .id: credential(value)
        case .used: value == "yes" || value == "no" ? value : credential(value)
        case .level: Level(value).map(level) ?? value
        case .credits:
            Credits(selectorValue: value).map { amount($0.amount, .credits($0.scheme)) } ?? value
        case .hours: ExactDecimal(value).map { amount($0, .hours) } ?? value
        case .date: CalendarDate(value).map(book.date) ?? value
        case .age: Period(value).map(period) ?? value
        case .grade: grade(value)
        case .kind: Credential.Kind(rawValue: value).flatMap { book.kinds[$0] } ?? value
        case .tag: quoted(value)
        case .provider, .field, .language, .mode: value
        }
    }

    private func grade(_ value: String) -> String {
        let (scale, grade) = Selector.gradeParts(value)
        guard let scale else { return grade }
        return book.text(.gradeOnScale, ["grade": .text(grade), "scale": .text(scale)])
    }
}
