// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Turns requirements into values of a rule file, leaving out ids that the reader would give.
struct RequirementFields {
    /// The scheme of credits that state none: that of the credits around them, or the rule's.
    private var scheme: CreditScheme
    private var names = RequirementNames()

    init(scheme: CreditScheme) { self.scheme = scheme }

    mutating func value(of requirement: Requirement, below parent: String?) -> FileValue {
        let given = names.name(
            kind: requirement.word.rawValue, credential: requirement.credential,
            title: requirement.title, below: parent)
        _ = names.take(requirement.id)
        let hasName = given == requirement.id
        if hasName, requirement.title.isEmpty, !requirement.isShared {
            switch requirement.kind {
            case .credential(let id, nil): return .text(id)
            case .all(let children): return list(children, below: requirement.id)
            default: break
            }
        }
        var fields = FileFields()
        fields.add("id", hasName ? nil : requirement.id)
        fields.add("title", requirement.title)
        fields.add("shared", if: requirement.isShared)
        add(requirement, to: &fields)
        return .mapping(fields)
    }

    private mutating func list(_ children: [Requirement], below parent: String) -> FileValue {
        var values: [FileValue] = []
        for child in children { values.append(value(of: child, below: parent)) }
        return .list(values)
    }

    private mutating func add(_ requirement: Requirement, to fields: inout FileFields) {
        let word = requirement.word.rawValue
        switch requirement.kind {
        case .all(let children), .any(let children):
            fields.add(word, list(children, below: requirement.id))
        case .atLeast(let count, let children):
            fields.add(word, .number(ExactDecimal(count)))
            fields.add("of", list(children, below: requirement.id))
        case .count(let demand): add(demand, word, below: requirement.id, to: &fields)
        case .share(let share): add(share, to: &fields)
        case .mean(let mean):
            fields.add(word, .number(mean.minimum))
            fields.add("scale", mean.scale)
            if mean.basis != .counted { fields.add("of", mean.basis.rawValue) }
        case .period(let period): fields.add(word, period.inWords)
        case .distinct(let count, let field):
            fields.add(word, .number(ExactDecimal(count)))
            fields.add("by", field.rawValue)
        case .credential(let id, let overlap):
            fields.add(word, id)
            fields.add("overlap", overlap?.description)
        case .outcome(let id): fields.add(word, id)
        case .skill(let uri, let level):
            fields.add(word, uri)
            fields.add("level", level?.description)
        case .order(let ids): fields.add(word, .list(ids.map { .text($0) }))
        case .absent(let selector): fields.add(word, selector.fileValue)
        case .notBefore(let date): fields.add(word, date)
        case .decision(let body): fields.add(word, body)
        }
    }

    private mutating func add(
        _ demand: Requirement.Demand, _ word: String, below id: String,
        to fields: inout FileFields
    ) {
        let least = Requirement.Share.Bound.amount(demand.minimum)
        let most = demand.maximum.map { Requirement.Share.Bound.amount($0) }
        fields.add(
            word, AmountRange.text(demand.minimum == .zero && most != nil ? nil : least, most))
        if let own = demand.unit.scheme, own != scheme { fields.add("scheme", own.rawValue) }
        if demand.selector != .everything { fields.add("from", demand.selector.fileValue) }
        fields.add("partial", if: demand.isPartial)
        guard !demand.parts.isEmpty else { return }
        let outer = scheme
        scheme = demand.unit.scheme ?? outer
        fields.add("with", list(demand.parts, below: id))
        scheme = outer
    }

    private func add(_ share: Requirement.Share, to fields: inout FileFields) {
        if let least = share.minimum, share.maximum == nil {
            fields.add("share", "at least \(least)")
        } else {
            fields.add("share", AmountRange.text(share.minimum, share.maximum))
        }
        switch share.unit {
        case .credits(let own):
            fields.add("unit", "credits")
            if own != scheme { fields.add("scheme", own.rawValue) }
        case .awards, .hours: fields.add("unit", share.unit?.name)
        case nil: break
        }
        fields.add("from", share.selector.fileValue)
        if share.basis != .required { fields.add("of", share.basis.rawValue) }
        fields.add("round", share.rounding?.rawValue)
    }
}

extension AmountRange {
    /// How a least and a most are written.
    static func text(
        _ least: Requirement.Share.Bound?, _ most: Requirement.Share.Bound?
    ) -> FileValue {
        switch (least, most) {
        case (nil, let most?): .text("at most \(most)")
        case (let least?, let most?) where least == most: .text("exactly \(least)")
        case (let least?, let most?): .text("\(least) to \(most)")
        case (.amount(let amount)?, nil): .number(amount)
        case (let least?, nil): .text("at least \(least)")
        case (nil, nil): .number(.zero)
        }
    }
}

extension Period {
    /// The period as a person writes it: `2 years`, `1 month`.
    fileprivate var inWords: String {
        let word =
            switch measure {
            case .years: "year"
            case .months: "month"
            case .days: "day"
            }
        return "\(count) \(word)\(count == 1 ? "" : "s")"
    }
}

extension Requirement {
    /// The word of a rule file that says what it asks.
    var word: RuleReader.Word {
        switch kind {
        case .all: .all
        case .any: .any
        case .atLeast: .choose
        case .count(let demand):
            switch demand.unit {
            case .credits: .credits
            case .awards: .awards
            case .hours: .hours
            }
        case .share: .share
        case .mean: .mean
        case .period: .within
        case .distinct: .distinct
        case .credential: .credential
        case .outcome: .outcome
        case .skill: .skill
        case .order: .order
        case .absent: .none
        case .notBefore: .notBefore
        case .decision: .decision
        }
    }

    /// The credential that is asked for, where one is.
    fileprivate var credential: String? {
        if case .credential(let id, _) = kind { id } else { nil }
    }

    /// The scheme of the first credits that are counted.
    var firstScheme: CreditScheme? {
        for node in nodes {
            if case .count(let demand) = node.kind, let scheme = demand.unit.scheme {
                return scheme
            }
        }
        return nil
    }
}
