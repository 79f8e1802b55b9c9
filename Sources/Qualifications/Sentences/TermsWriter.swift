// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Writes the terms of a rule: when and for whom it is, and what counts under it.
struct TermsWriter {
    private let words: SentenceWords
    private let rule: Rule
    private var book: Phrasebook { words.book }

    init(_ words: SentenceWords, _ rule: Rule) {
        self.words = words
        self.rule = rule
    }

    /// What the rule is called.
    var heading: String {
        let title = rule.title.isEmpty ? rule.requirement.title : rule.title
        let own = title.text(in: words.language)
        return own.isEmpty ? rule.id : own
    }

    /// One sentence for each term that the rule states.
    var sentences: [String] {
        [purpose] + [validity, started, counts, ages].compactMap { $0 } + recognition
            + rule.equivalences.map(equivalence) + rule.scales.map(scale)
            + [awarding] + [decision, source].compactMap { $0 }
    }

    private var purpose: String {
        let what = book.text(
            rule.use == .completion ? .toFinish : .toStart,
            ["credential": .text(words.credential(rule.credential))])
        guard let version = rule.version else { return what }
        return what + " " + book.text(.version, ["version": .text(version)])
    }

    private var validity: String? {
        span(rule.validFrom, rule.validUntil, .validFrom, .validUntil, .validBetween)
    }

    private var started: String? {
        span(
            rule.startedFrom, rule.startedBefore, .startedFrom, .startedBefore, .startedBetween)
    }

    private func span(
        _ from: CalendarDate?, _ to: CalendarDate?, _ onlyFrom: Phrase, _ onlyTo: Phrase,
        _ both: Phrase
    ) -> String? {
        let values = ["from": from, "to": to].compactMapValues { $0 }
            .mapValues { PhraseValue.text(book.date($0)) }
        switch (from, to) {
        case (nil, nil): return nil
        case (.some, nil): return book.text(onlyFrom, values)
        case (nil, .some): return book.text(onlyTo, values)
        case (.some, .some): return book.text(both, values)
        }
    }

    private var counts: String? {
        guard rule.counts != .everything else { return nil }
        return book.text(
            .countsOnly,
            ["which": .text(words.which(rule.counts) ?? book.text(.noAward))])
    }

    private var ages: String? {
        rule.agesOn.map { book.text(.agesOn, ["date": .text(book.date($0))]) }
    }

    private var recognition: [String] {
        guard let recognition = rule.recognition else { return [] }
        let own =
            recognition.own.isEmpty
            ? []
            : [book.text(.ownProviders, ["list": .text(book.list(recognition.own, .listAnd))])]
        guard !recognition.bodies.isEmpty else { return own }
        let bodies = recognition.bodies.map(body)
        return own + [book.text(.recognised, ["list": .text(book.list(bodies, .listAnd))])]
    }

    private func body(_ body: Recognition.Body) -> String {
        let named =
            body.accord.map {
                book.text(.bodyUnderAccord, ["body": .text(body.provider), "accord": .text($0)])
            } ?? body.provider
        return body.isProvisional ? book.text(.bodyProvisional, ["body": .text(named)]) : named
    }

    private func equivalence(_ equivalence: Rule.Equivalence) -> String {
        var values = [
            "held": PhraseValue.text(words.credential(equivalence.credential)),
            "wanted": .text(words.credential(equivalence.countsFor)),
        ]
        guard let overlap = equivalence.overlap else { return book.text(.equivalence, values) }
        values["share"] = .text(words.percent(overlap))
        return book.text(.equivalenceOverlap, values)
    }

    private func scale(_ scale: GradeScale) -> String {
        let steps = scale.steps.map { step in
            step.points.map {
                book.text(
                    .gradeWithPoints, ["grade": .text(step.grade), "points": .number($0)])
            } ?? step.grade
        }
        let sentence = book.text(
            .scale,
            [
                "scale": .text(scale.name),
                "list": .text(steps.joined(separator: book.text(.listSeparator))),
            ])
        guard let pass = scale.passMark else { return sentence }
        return sentence + " " + book.text(.scalePass, ["grade": .text(pass)])
    }

    private var awarding: String {
        book.text(
            rule.awarding == .automatic ? .awardedAutomatically : .awardedOnApplication)
    }

    private var decision: String? {
        rule.decidedBy.map { book.text(.decidedBy, ["body": .text($0)]) }
    }

    private var source: String? {
        rule.source.map {
            book.text(rule.isSecondary ? .sourceSecondary : .source, ["source": .text($0)])
        }
    }
}
