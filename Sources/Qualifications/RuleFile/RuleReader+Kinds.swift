// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension RuleReader {
    /// Reads what a requirement with `word` asks.
    mutating func kind(
        _ word: Word, _ members: FileMembers, _ id: String
    ) throws(FileProblem) -> Requirement.Kind {
        let value = try members.needed(word.rawValue, "a value")
        switch word {
        case .all: return .all(try list(value, word.rawValue, below: id))
        case .any: return .any(try list(value, word.rawValue, below: id))
        case .choose: return try choice(value, members, id)
        case .credits:
            let scheme = try members.text("scheme").map { CreditScheme(rawValue: $0) }
            return .count(try demand(value, .credits(scheme ?? self.scheme), word, members, id))
        case .awards: return .count(try demand(value, .awards, word, members, id))
        case .hours: return .count(try demand(value, .hours, word, members, id))
        case .share: return .share(try share(value, members, id))
        case .mean: return .mean(try mean(value, members))
        case .within: return .period(try period(value))
        case .distinct: return try distinct(value, members)
        case .credential, .outcome, .decision: return try text(word, value, members)
        case .skill: return try skill(value, members)
        case .order:
            return .order(
                try texts(value, "order", "a list of credentials", node: id, path: "order"))
        case .none: return .absent(try selector(value, "none", node: id))
        case .notBefore:
            guard let date = try members.date(word.rawValue) else { return .all([]) }
            return .notBefore(date)
        }
    }

    // MARK: Groups

    private mutating func list(
        _ node: FileNode, _ key: String, below id: String, isCounted: Bool = false
    ) throws(FileProblem) -> [Requirement] {
        guard case .list(let elements) = node.content else {
            throw node.wrongType(key, "a list of requirements")
        }
        return try requirements(elements, below: id, isCounted: isCounted)
    }

    private mutating func choice(
        _ value: FileNode, _ members: FileMembers, _ id: String
    ) throws(FileProblem) -> Requirement.Kind {
        let count = try wholeNumber(value, "choose")
        let list = try members.needed("of", "of: [A, B, C]")
        return .atLeast(count, of: try self.list(list, "of", below: id))
    }

    private func wholeNumber(_ value: FileNode, _ key: String) throws(FileProblem) -> Int {
        guard let number = value.text.flatMap({ ExactDecimal($0) }),
            number.thousandths % 1000 == 0, 1...1_000_000 ~= number.thousandths / 1000
        else { throw value.wrongType(key, "a whole number from 1 to 1000000") }
        return number.thousandths / 1000
    }

    // MARK: Counts and conditions

    private mutating func demand(
        _ value: FileNode, _ unit: Unit, _ word: Word, _ members: FileMembers, _ id: String
    ) throws(FileProblem) -> Requirement.Demand {
        let range = try AmountRange(value, word.rawValue, allowsShares: false)
        var demand = Requirement.Demand(
            minimum: range.least?.number ?? .zero, maximum: range.most?.number, unit: unit,
            isPartial: try members.truth("partial"))
        if let from = try members.value("from") {
            demand.selector = try selector(from, "from", node: id)
        }
        guard let parts = try members.value("with") else { return demand }
        let outer = scheme
        scheme = unit.scheme ?? outer
        demand.parts = try list(parts, "with", below: id, isCounted: true)
        scheme = outer
        return demand
    }

    private mutating func share(
        _ value: FileNode, _ members: FileMembers, _ id: String
    ) throws(FileProblem) -> Requirement.Share {
        let range = try AmountRange(value, "share", allowsShares: true)
        let from = try members.needed("from", "from: level >= 6")
        return Requirement.Share(
            minimum: range.least, maximum: range.most, unit: try unit(members),
            of: try selector(from, "from", node: id),
            basis: try members.word("of", of: Requirement.Share.Basis.self) ?? .required,
            rounding: try members.word("round", of: Requirement.Share.Rounding.self))
    }

    private func unit(_ members: FileMembers) throws(FileProblem) -> Unit? {
        let scheme = try members.text("scheme").map { CreditScheme(rawValue: $0) }
        guard let value = try members.value("unit") else {
            return scheme.map { .credits($0) }
        }
        switch value.text {
        case "credits": return .credits(scheme ?? self.scheme)
        case "awards" where scheme == nil: return .awards
        case "hours" where scheme == nil: return .hours
        default:
            throw value.wrongType("unit", "\"credits\", \"awards\" or \"hours\"")
        }
    }

    private func mean(
        _ value: FileNode, _ members: FileMembers
    ) throws(FileProblem) -> Requirement.MeanGrade {
        guard let points = value.text.flatMap({ ExactDecimal($0) }) else {
            throw value.wrongType("mean", "a number of points such as 3.0")
        }
        let scale = try members.needed("scale", "the name of one of the rule's scales")
        return Requirement.MeanGrade(
            minimum: points, scale: try scale.nonEmptyText("scale", "the name of a scale"),
            basis: try members.word("of", of: Requirement.MeanGrade.Basis.self) ?? .counted)
    }

    private func period(_ value: FileNode) throws(FileProblem) -> Period {
        guard let period = value.text.flatMap({ Period($0) }) else {
            throw value.wrongType("within", "a time such as 2 years, 18 months or 90 days")
        }
        return period
    }

    private func distinct(
        _ value: FileNode, _ members: FileMembers
    ) throws(FileProblem) -> Requirement.Kind {
        let fields = Selector.Field.allCases.filter(\.isDistinguishing).map(\.rawValue)
        let by = try members.needed("by", "by: provider")
        guard let field = by.text.flatMap(Selector.Field.init(rawValue:)), field.isDistinguishing
        else { throw by.wrongType("by", "one of \(fields.joined(separator: ", "))") }
        return .distinct(try wholeNumber(value, "distinct"), of: field)
    }

    // MARK: Leaves

    private func text(
        _ word: Word, _ value: FileNode, _ members: FileMembers
    ) throws(FileProblem) -> Requirement.Kind {
        switch word {
        case .credential:
            let overlap = try overlap(members)
            if overlap?.thousandths == 0, let node = try members.value("overlap") {
                throw node.wrongType("overlap", "a share above 0%, such as 80%")
            }
            return .credential(
                try value.nonEmptyText("credential", "a credential's id"), overlap: overlap)
        case .outcome:
            return .outcome(try value.nonEmptyText("outcome", "an outcome's id"))
        default:
            return .decision(by: try value.nonEmptyText("decision", "who decides"))
        }
    }

    private func skill(
        _ value: FileNode, _ members: FileMembers
    ) throws(FileProblem) -> Requirement.Kind {
        let uri = try value.nonEmptyText("skill", "a skill's URI")
        guard let level = try members.value("level") else { return .skill(uri, atLeast: nil) }
        guard let found = level.text.flatMap({ Level($0) }) else {
            throw level.wrongType("level", "a level such as CEFR:B2 or EQF:6")
        }
        return .skill(uri, atLeast: found)
    }
}

/// The least and the most of something: `15`, `at least 15`, `at most 15`, `15 to 45`,
/// `exactly 15`.
struct AmountRange {
    let least: Requirement.Share.Bound?
    let most: Requirement.Share.Bound?

    init(_ node: FileNode, _ key: String, allowsShares: Bool) throws(FileProblem) {
        let words = (node.text ?? "").replacing(" %", with: "%").split(separator: " ")
            .map(String.init)
        let found: (least: String?, most: String?)
        switch (words.count, words.first, words.dropFirst().first) {
        case (1, let amount?, _): found = (amount, nil)
        case (2, "exactly", let amount?): found = (amount, amount)
        case (3, "at", "least"): found = (words[2], nil)
        case (3, "at", "most"): found = (nil, words[2])
        case (3, let amount?, "to"): found = (amount, words[2])
        default: throw Self.problem(node, key, allowsShares)
        }
        least = found.least.flatMap { Self.bound($0, allowsShares) }
        most = found.most.flatMap { Self.bound($0, allowsShares) }
        guard (found.least == nil) == (least == nil), (found.most == nil) == (most == nil) else {
            throw Self.problem(node, key, allowsShares)
        }
    }

    private static func problem(
        _ node: FileNode, _ key: String, _ allowsShares: Bool
    ) -> FileProblem {
        node.wrongType(
            key,
            allowsShares
                ? "\"at least 50%\", \"at most 50%\", \"30% to 50%\", or an amount from 0 to 100000"
                    + " in place of a share"
                : "an amount from 0 to 100000: 15, \"at most 15\", \"15 to 45\" or \"exactly 15\"")
    }

    private static func bound(_ text: String, _ allowsShares: Bool) -> Requirement.Share.Bound? {
        if text.hasSuffix("%") { return allowsShares ? Fraction(text).map { .fraction($0) } : nil }
        return ExactDecimal(text).flatMap { Credits($0).isPossible ? .amount($0) : nil }
    }
}

extension Requirement.Share.Bound {
    /// The number, where it is an amount.
    var number: ExactDecimal? { if case .amount(let amount) = self { amount } else { nil } }
}
