// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// What shows the status in one reading, as a proof file states it: one of the two.
struct StatedEvidence: Codable, Hashable, Sendable {
    var met: [StatedPlacement]?
    var notMet: StatedReason?

    init(_ evidence: AuditProof.Evidence) {
        switch evidence {
        case .met(let placements): met = placements.map(StatedPlacement.init)
        case .notMet(let reason): notMet = StatedReason(reason)
        }
    }

    func evidence(in list: String) throws -> AuditProof.Evidence {
        switch (met, notMet) {
        case (let placements?, nil): return .met(placements.map(\.placement))
        case (nil, let reason?): return .notMet(try reason.reason(in: list + "/notMet"))
        default:
            throw StatedError(list: list, reason: "there must be either \"met\" or \"notMet\"")
        }
    }
}

/// An award in a slot, by the award's place and the requirement's id.
struct StatedPlacement: Codable, Hashable, Sendable {
    var award: Int
    var requirement: String

    init(_ placement: Unreachable.Placed) {
        award = placement.award
        requirement = placement.requirement
    }

    var placement: Unreachable.Placed {
        Unreachable.Placed(award: award, requirement: requirement)
    }
}

/// What is still needed, as a proof file states it.
struct StatedRemaining: Codable, Hashable, Sendable {
    var credits: String
    var scheme: String
    var units: String
    var count: Int

    init(_ remaining: Audit.Remaining) {
        credits = remaining.credits.description
        scheme = remaining.scheme.rawValue
        units = remaining.units.description
        count = remaining.count
    }

    func remaining(in list: String) throws -> Audit.Remaining {
        Audit.Remaining(
            credits: try Stated.value(credits, in: list) { ExactDecimal($0) },
            scheme: CreditScheme(rawValue: scheme),
            units: try Stated.value(units, in: list) { ExactDecimal($0) }, count: count)
    }
}

/// Why a rule is not met, as a proof file states it.
struct StatedReason: Codable, Hashable, Sendable {
    var requirements: [String]
    var needed: StatedRemaining
    var lacking: StatedRemaining
    /// The cases, each before those inside it, by their places from 0.
    var refutation: [StatedCase]
    var withoutEach: [[StatedPlacement]]

    init(_ reason: Unreachable) {
        requirements = reason.requirements
        needed = StatedRemaining(reason.needed)
        lacking = StatedRemaining(reason.lacking)
        refutation = []
        withoutEach = reason.withoutEach.map { $0.map(StatedPlacement.init) }
        add(reason.refutation)
    }

    func reason(in list: String) throws -> Unreachable {
        var reader = CaseReader(refutation, list: list + "/refutation")
        return Unreachable(
            requirements: requirements, refutation: try reader.whole(),
            withoutEach: withoutEach.map { $0.map(\.placement) },
            needed: try needed.remaining(in: list + "/needed"),
            lacking: try lacking.remaining(in: list + "/lacking"))
    }

    @discardableResult private mutating func add(_ refutation: Refutation) -> Int {
        let place = self.refutation.count
        self.refutation.append(StatedCase(refutation))
        switch refutation {
        case .weights: break
        case .placed(_, _, let no, let yes), .meant(_, let no, let yes):
            self.refutation[place].no = add(no)
            self.refutation[place].yes = add(yes)
        case .period(_, _, let later, let earlier):
            self.refutation[place].later = add(later)
            self.refutation[place].earlier = add(earlier)
        }
        return place
    }
}

/// A case of a refutation as a proof file states it: what is split, and the places of the cases
/// inside; or, at an end, inequalities with their weights.
struct StatedCase: Codable, Hashable, Sendable {
    var placed: StatedPlacement?
    var meant: String?
    var no: Int?
    var yes: Int?
    var period: String?
    var day: String?
    var later: Int?
    var earlier: Int?
    var weights: [StatedWeight]?

    init(_ refutation: Refutation) {
        switch refutation {
        case .weights(let weights): self.weights = weights.map(StatedWeight.init)
        case .placed(let award, let requirement, _, _):
            placed = StatedPlacement(
                Unreachable.Placed(award: award, requirement: requirement))
        case .meant(let requirement, _, _): meant = requirement
        case .period(let condition, let day, _, _):
            period = condition
            self.day = day.description
        }
    }
}

/// An inequality and its weight as a proof file states them.
struct StatedWeight: Codable, Hashable, Sendable {
    /// The names of the inequalities.
    enum Name: String, Codable, Sendable {
        case below, least, most, floor, ceiling, value, passed
    }

    var inequality: Name
    var requirement: String
    /// The value, or what a partial count passes on to.
    var value: String?
    var to: String?
    var weight: Int

    init(_ entry: Refutation.Weight) {
        weight = entry.weight
        switch entry.inequality {
        case .below(let id): (inequality, requirement) = (.below, id)
        case .least(let id): (inequality, requirement) = (.least, id)
        case .most(let id): (inequality, requirement) = (.most, id)
        case .floor(let id): (inequality, requirement) = (.floor, id)
        case .ceiling(let id): (inequality, requirement) = (.ceiling, id)
        case .value(let id, let text): (inequality, requirement, value) = (.value, id, text)
        case .passed(let id, let other): (inequality, requirement, to) = (.passed, id, other)
        }
    }

    var entry: Refutation.Weight {
        let named: Refutation.Inequality =
            switch inequality {
            case .below: .below(requirement)
            case .least: .least(requirement)
            case .most: .most(requirement)
            case .floor: .floor(requirement)
            case .ceiling: .ceiling(requirement)
            case .value: .value(requirement, value ?? "")
            case .passed: .passed(from: requirement, to: to ?? "")
            }
        return Refutation.Weight(named, weight)
    }
}

/// Makes a tree of the cases of a file, which must be numbered as they are met.
private struct CaseReader {
    private let cases: [StatedCase]
    private let list: String
    private var next = 0

    init(_ cases: [StatedCase], list: String) {
        self.cases = cases
        self.list = list
    }

    /// The tree of all cases.
    mutating func whole() throws -> Refutation {
        let tree = try read(0, depth: 0)
        guard next == cases.count else { throw error("no case leads here") }
        return tree
    }

    private func error(_ reason: String) -> StatedError {
        StatedError(list: "\(list)/\(next)", reason: reason)
    }

    private mutating func read(_ place: Int?, depth: Int) throws -> Refutation {
        guard place == next, next < cases.count else {
            throw error("cases must be numbered in the order in which they are met, each once")
        }
        guard depth <= RefutationCheck.deepest else {
            throw error("cases lie deeper than \(RefutationCheck.deepest) inside one another")
        }
        let stated = cases[next]
        next += 1
        if let weights = stated.weights { return .weights(weights.map(\.entry)) }
        if let condition = stated.period {
            return .period(
                condition: condition,
                day: try Stated.value(stated.day ?? "", in: list) { CalendarDate($0) },
                later: try read(stated.later, depth: depth + 1),
                earlier: try read(stated.earlier, depth: depth + 1))
        }
        return try split(stated, depth: depth)
    }

    private mutating func split(_ stated: StatedCase, depth: Int) throws -> Refutation {
        guard stated.placed != nil || stated.meant != nil else {
            throw error("the case before splits nothing and ends nowhere")
        }
        let no = try read(stated.no, depth: depth + 1)
        let yes = try read(stated.yes, depth: depth + 1)
        if let placed = stated.placed {
            return .placed(award: placed.award, requirement: placed.requirement, no: no, yes: yes)
        }
        return .meant(requirement: stated.meant ?? "", no: no, yes: yes)
    }
}
