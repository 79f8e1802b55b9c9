// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Writes what requirements ask.
struct RequirementWriter {
    private let words: SentenceWords
    private var book: Phrasebook { words.book }

    init(_ words: SentenceWords) { self.words = words }

    /// One requirement by itself, as a sentence with its full stop.
    ///
    /// `unit` is what the requirement right above counts, where that is known.
    func sentence(_ requirement: Requirement, counting unit: Unit?) -> String {
        Self.capitalised(
            [body(requirement, counting: unit, isHead: false)] + remarks(on: requirement))
    }

    /// A requirement and all below it, as lines; its title is left out where it is `heading`.
    func add(
        _ requirement: Requirement, below unit: Unit?, depth: Int, heading: String = "",
        to lines: inout [RuleLine]
    ) {
        let isHead = !requirement.children.isEmpty
        let text = Self.capitalised(
            [body(requirement, counting: unit, isHead: isHead)] + remarks(on: requirement))
        lines.append(
            RuleLine(depth: depth, text: titled(text, requirement, heading), node: requirement.id))
        for child in requirement.children {
            add(child, below: requirement.countedUnit, depth: depth + 1, to: &lines)
        }
    }

    private func titled(
        _ text: String, _ requirement: Requirement, _ heading: String
    ) -> String {
        let title = requirement.title.text(in: words.language)
        guard !title.isEmpty, title != heading else { return text }
        if case .credential(let id, _) = requirement.kind, words.isTitle(requirement.title, of: id)
        {
            return text
        }
        return book.text(.titled, ["title": .text(title), "sentence": .text(text)])
    }

    /// Sentences joined, each with a capital; those that end with a colon come last.
    private static func capitalised(_ sentences: [String]) -> String {
        let ordered =
            sentences.filter { !$0.hasSuffix(":") } + sentences.filter { $0.hasSuffix(":") }
        return ordered.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    private func remarks(on requirement: Requirement) -> [String] {
        var remarks: [String] = []
        switch requirement.kind {
        case .count(let demand) where demand.isPartial: remarks.append(book.text(.partial))
        case .share(let share):
            switch share.rounding {
            case .up: remarks.append(book.text(.roundedUp))
            case .down: remarks.append(book.text(.roundedDown))
            case .nearest: remarks.append(book.text(.roundedNearest))
            case nil: break
            }
        default: break
        }
        if requirement.isShared { remarks.append(book.text(.shared)) }
        return remarks
    }

    private func body(
        _ requirement: Requirement, counting unit: Unit?, isHead: Bool
    ) -> String {
        switch requirement.kind {
        case .all(let parts):
            book.text(parts.isEmpty ? .allOfNone : isHead ? .allHead : .all)
        case .any(let parts):
            book.text(parts.isEmpty ? .anyOfNone : isHead ? .anyHead : .any)
        case .atLeast(let count, let parts):
            book.text(
                isHead ? .someHead : .some,
                [
                    "count": .number(ExactDecimal(count)),
                    "total": .number(ExactDecimal(parts.count)),
                ])
        case .count(let demand): count(demand, isHead: isHead)
        case .share(let share): self.share(share, counting: unit)
        case .mean(let mean):
            book.text(
                mean.basis == .held ? .meanHeld : .meanCounted,
                ["points": .number(mean.minimum), "scale": .text(mean.scale)])
        case .period(let period):
            period.count == 0
                ? book.text(.sameDay) : book.text(.within, ["time": .text(words.period(period))])
        case .distinct(let count, let field):
            book.text(
                .different,
                [
                    "values": .text(
                        book.fill(
                            book.differences[field] ?? "{count}",
                            ["count": .number(ExactDecimal(count))]))
                ])
        case .credential, .outcome, .skill, .order, .absent, .notBefore, .decision:
            leaf(requirement.kind)
        }
    }

    // MARK: Counts and shares

    private func count(_ demand: Requirement.Demand, isHead: Bool) -> String {
        let range = range(
            demand.minimum == .zero ? nil : words.amount(demand.minimum, demand.unit),
            plain: book.number(demand.minimum),
            most: demand.maximum.map { words.amount($0, demand.unit) },
            isExact: demand.maximum == demand.minimum,
            noun: words.noun(demand.unit))
        let asked = from(range, demand.selector, isOfAwards: demand.unit == .awards)
        guard !demand.parts.isEmpty else { return asked + "." }
        guard isHead else { return book.text(.countWithParts, ["count": .text(asked)]) }
        let isOfConditions = demand.parts.allSatisfy { part in
            if case .share = part.kind { false } else { part.isCondition }
        }
        return book.text(
            isOfConditions ? .countHeadConditions : .countHead, ["count": .text(asked)])
    }

    private func from(_ range: String, _ selector: Selector, isOfAwards: Bool) -> String {
        let range = PhraseValue.text(range)
        if let which = words.which(selector) {
            return book.text(
                isOfAwards ? .awardsWhich : .fromAwards, ["range": range, "which": .text(which)])
        }
        if SelectorPhrase(selector) == .none { return book.text(.fromPartsAlone, ["range": range]) }
        return book.text(isOfAwards ? .awardsOfAnyKind : .fromAnyAwards, ["range": range])
    }

    /// Bounds in words: of two of one kind the first is written without its unit.
    private func range(
        _ least: String?, plain: String, most: String?, isExact: Bool, noun: String
    ) -> String {
        switch (least, most) {
        case (let least?, .some) where isExact: book.text(.exactly, ["amount": .text(least)])
        case (.some, let most?):
            book.text(.between, ["least": .text(plain), "most": .text(most)])
        case (let least?, nil): book.text(.atLeast, ["amount": .text(least)])
        case (nil, let most?): book.text(.atMost, ["amount": .text(most)])
        case (nil, nil): book.text(.anyAmount, ["unit": .text(noun)])
        }
    }

    private func share(_ share: Requirement.Share, counting unit: Unit?) -> String {
        let unit = share.unit ?? unit
        let range = range(
            share.minimum.map { bound($0, share.basis, unit) },
            plain: share.minimum.map { plain($0, beside: share.maximum, unit) } ?? "",
            most: share.maximum.map { bound($0, share.basis, unit) },
            isExact: share.minimum == share.maximum, noun: words.noun(unit))
        return from(range, share.selector, isOfAwards: unit == .awards && share.isOfAmounts) + "."
    }

    private func bound(
        _ bound: Requirement.Share.Bound, _ basis: Requirement.Share.Basis, _ unit: Unit?
    ) -> String {
        switch bound {
        case .amount(let amount):
            unit.map { words.amount(amount, $0) } ?? book.number(amount)
        case .fraction(let fraction):
            book.text(
                basis == .required ? .ofRequired : .ofCounted,
                ["share": .text(words.percent(fraction)), "unit": .text(words.noun(unit))])
        }
    }

    private func plain(
        _ least: Requirement.Share.Bound, beside most: Requirement.Share.Bound?, _ unit: Unit?
    ) -> String {
        switch (least, most) {
        case (.amount(let amount), .amount): book.number(amount)
        case (.amount(let amount), _): unit.map { words.amount(amount, $0) } ?? book.number(amount)
        case (.fraction(let fraction), _): words.percent(fraction)
        }
    }

    // MARK: Leaves

    private func leaf(_ kind: Requirement.Kind) -> String {
        switch kind {
        case .credential(let id, let overlap):
            overlap.map {
                book.text(
                    .credentialOverlap,
                    ["credential": .text(words.credential(id)), "share": .text(words.percent($0))])
            } ?? book.text(.credential, ["credential": .text(words.credential(id))])
        case .outcome(let id): book.text(.outcome, ["outcome": .text(words.outcome(id))])
        case .skill(let uri, let level):
            level.map {
                book.text(
                    .skillLevel,
                    ["skill": .text(words.skill(uri)), "level": .text(words.level($0))])
            } ?? book.text(.skill, ["skill": .text(words.skill(uri))])
        case .order(let ids):
            book.text(
                .order,
                ["list": .text(ids.map(words.credential).joined(separator: book.text(.listThen)))])
        case .absent(let selector):
            words.which(selector).map { book.text(.absent, ["which": .text($0)]) }
                ?? book.text(.absentAny)
        case .notBefore(let date): book.text(.notBefore, ["date": .text(book.date(date))])
        case .decision(let body): book.text(.decision, ["body": .text(body)])
        case .all, .any, .atLeast, .count, .share, .mean, .period, .distinct: ""
        }
    }
}

extension Requirement {
    /// What it counts, where it does.
    fileprivate var countedUnit: Unit? {
        if case .count(let demand) = kind { demand.unit } else { nil }
    }
}

extension Requirement.Share {
    /// Whether its bounds are amounts, not fractions of something.
    fileprivate var isOfAmounts: Bool {
        [minimum, maximum].allSatisfy { if case .fraction = $0 { false } else { true } }
    }
}
