// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The numbers that a title states, and what they are said to be.
struct TitleFigures {
    /// A word, a number, or a sign of the title.
    private enum Token: Equatable {
        case number(ExactDecimal)
        case word(String)
        case sign(Character)
    }

    private let tokens: [Token]

    init(_ title: String) { tokens = Self.tokens(of: title) }

    /// The shares stated in hundredths, in thousandths of one, with the number of digits after the
    /// point that they are given to.
    var percents: [ExactDecimal] {
        tokens.indices.compactMap { index in
            guard case .number(let number) = tokens[index], isPercent(index + 1) else { return nil }
            return number
        }
    }

    /// Two amounts of which one is said to be of the other: `24 of 30`, `24/30`.
    var ratios: [(part: ExactDecimal, whole: ExactDecimal)] {
        tokens.indices.compactMap { index in
            guard case .number(let part) = tokens[index] else { return nil }
            let middle = skippingUnit(index + 1)
            guard isOf(middle), let whole = number(at: isOut(middle) ? middle + 2 : middle + 1),
                !isPercent((isOut(middle) ? middle + 2 : middle + 1) + 1), whole > .zero
            else { return nil }
            return (part, whole)
        }
    }

    /// The only amount that is said to be of another: by itself, or of what a share is of.
    var onlyRatio: (part: ExactDecimal, whole: ExactDecimal)? {
        if ratios.count == 1 { return ratios.first }
        let wholes = tokens.indices.compactMap { index in
            isPercent(index) && isOf(index + 1) ? number(at: index + 2) : nil
        }
        let amounts = tokens.indices.compactMap { index in
            isUnit(index + 1) ? number(at: index) : nil
        }.filter { !wholes.contains($0) }
        guard ratios.isEmpty, wholes.count == 1, amounts.count == 1, wholes[0] > .zero else {
            return nil
        }
        return (amounts[0], wholes[0])
    }

    /// A size and the parts it is said to have: `16 units: 11 core, 4 elective`.
    var sums: [(total: ExactDecimal, parts: [ExactDecimal])] {
        tokens.indices.compactMap { index in
            guard case .number(let total) = tokens[index], isUnit(index + 1),
                let colon = tokens[index...].firstIndex(where: {
                    $0 == .sign(":") || $0 == .sign("=")
                }),
                !tokens[(index + 1)..<colon].contains(where: Self.isNumber)
            else { return nil }
            let parts = listed(from: colon + 1)
            guard parts.count > 1, parts.allSatisfy({ $0 < total }) else { return nil }
            return (total, parts)
        }
    }

    /// The size that the title begins with, with the word for its unit: `30 ECTS in data`.
    var size: (amount: ExactDecimal, unit: String)? {
        let start = tokens.firstIndex {
            guard case .word(let word) = $0 else { return true }
            return !["at", "least", "minimum", "min", "mindestens", "exactly", "genau"]
                .contains(word)
        }
        guard let start, case .number(let amount) = tokens[start], start + 1 < tokens.count,
            case .word(let unit) = tokens[start + 1]
        else { return nil }
        return (amount, unit)
    }

    /// The amounts that are followed by this unit, wherever they stand.
    func amounts(of unit: Unit) -> [ExactDecimal] {
        tokens.indices.compactMap { index in
            guard let amount = number(at: index), index + 1 < tokens.count,
                case .word(let word) = tokens[index + 1], unit.isCalled(word)
            else { return nil }
            return amount
        }
    }

    // MARK: Tokens

    private static func isNumber(_ token: Token) -> Bool {
        if case .number = token { true } else { false }
    }

    private func number(at index: Int) -> ExactDecimal? {
        guard index < tokens.count, case .number(let number) = tokens[index] else { return nil }
        return number
    }

    private func isPercent(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        return [.sign("%"), .word("percent"), .word("prozent")].contains(tokens[index])
            || (tokens[index] == .word("per") && index + 1 < tokens.count
                && tokens[index + 1] == .word("cent"))
    }

    private func isOut(_ index: Int) -> Bool {
        index < tokens.count && tokens[index] == .word("out")
    }

    private func isOf(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        return [.word("of"), .word("von"), .word("out"), .sign("/")].contains(tokens[index])
    }

    private func isUnit(_ index: Int) -> Bool {
        guard index < tokens.count, case .word(let word) = tokens[index] else { return false }
        return Unit.words.contains(word)
    }

    private func skippingUnit(_ index: Int) -> Int { isUnit(index) ? index + 1 : index }

    /// The numbers of a list that runs to the end of the title or to a sign that ends it; none
    /// where one of them is a share or stands in brackets.
    private func listed(from start: Int) -> [ExactDecimal] {
        var parts: [ExactDecimal] = []
        var isItem = true
        for index in start..<max(start, tokens.count) {
            switch tokens[index] {
            case .number(let number):
                guard isItem, !isPercent(index + 1) else { return [] }
                parts.append(number)
                isItem = false
            case .sign(","), .sign("+"), .sign(";"), .word("and"), .word("und"), .word("plus"):
                isItem = true
            case .sign("(") where parts.isEmpty, .sign("."), .sign(":"), .sign("–"): return []
            case .sign("("): return parts
            case .word, .sign: break
            }
        }
        return parts
    }

    private static func tokens(of title: String) -> [Token] {
        var tokens: [Token] = []
        var rest = title.prefix(400)[...]
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
                let number = digits.trimmingSuffix { $0 == "." || $0 == "," }
                let decimal = number.decimal
                rest = rest.dropFirst(number.count)
                tokens.append(decimal.map { .number($0) } ?? .word(String(number)))
            } else if first.isLetter {
                let word = rest.prefix { $0.isLetter || $0.isNumber }
                rest = rest.dropFirst(word.count)
                tokens.append(.word(word.lowercased()))
            } else {
                if !first.isWhitespace, first != "-" { tokens.append(.sign(first)) }
                rest = rest.dropFirst()
            }
        }
        return tokens
    }
}

extension Substring {
    /// The number; nil where a sign may part thousands or fractions.
    fileprivate var decimal: ExactDecimal? {
        let groups = split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard groups.count <= 2, groups.count == 1 || groups[1].count != 3 else { return nil }
        return ExactDecimal(String(self).replacing(",", with: "."))
    }

    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var trimmed = self
        while let last = trimmed.last, isTrimmed(last) { trimmed = trimmed.dropLast() }
        return trimmed
    }
}

extension Unit {
    private static let wordsForCredits: Set<String> = [
        "credit", "credits", "ects", "cp", "lp", "leistungspunkte", "kreditpunkte", "cu", "au",
    ]
    private static let wordsForAwards: Set<String> = [
        "unit", "units", "course", "courses", "module", "modules", "award", "awards",
        "certificate", "certificates", "kurse", "einheiten",
    ]
    private static let wordsForHours: Set<String> = ["hour", "hours", "h", "stunden"]

    /// Every word for what may be counted.
    static let words = wordsForCredits.union(wordsForAwards).union(wordsForHours)

    /// Whether a title may mean this unit by `word`, which is in small letters.
    func isCalled(_ word: String) -> Bool {
        switch self {
        case .credits(let scheme):
            Self.wordsForCredits.contains(word)
                || scheme.rawValue.lowercased().split(separator: " ").contains { $0 == word }
        case .awards: Self.wordsForAwards.contains(word)
        case .hours: Self.wordsForHours.contains(word)
        }
    }
}
