// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Draws a rule that is sound as it stands: conditions right below what counts, and maxima that cut
/// only where a graph lets them.
extension Draw {
    mutating func rule(credential: String, use: Rule.Use) -> Rule {
        nodesLeft = size.nodes
        var rule = Rule(
            credential: credential, use: use, requirement: requirement(depth: 0, in: Surroundings())
        )
        rule.scales = size.hasOddScales && isUnknown(8) ? [] : Self.scales
        guard size.hasTerms else { return rule }
        if chance(20) { rule.counts = pick(terms) }
        if chance(15) { rule.agesOn = Self.today.adding(years: pick([-1, 1])) }
        if chance(15) { rule.recognition = recognition() }
        for _ in 0..<pick([0, 0, 1, 2]) { rule.equivalences.append(equivalence()) }
        return rule
    }

    private static let scales: [GradeScale] = {
        let points = [("F", 0), ("C", 2), ("B", 3), ("A", 4)]
        let steps = points.map { GradeScale.Step($0, points: ExactDecimal($1)) }
        return [
            try? GradeScale(name: "S", steps: [.init("pass")] + steps),
            try? GradeScale(name: "pointless", steps: [.init("no"), .init("yes")]),
        ].compactMap(\.self)
    }()

    private var terms: [Selector] {
        [
            .comparison(.used, .equal, "no"), .not(.comparison(.kind, .equal, "badge")),
            .comparison(.age, .atMost, "5y"), .comparison(.age, .less, "5y"),
            .comparison(.grade, .atLeast, "S:C"), .comparison(.grade, .atLeast, "B"),
        ]
    }

    private mutating func recognition() -> Recognition {
        Recognition(
            own: [pick(["p", "q"])],
            bodies: chance(60)
                ? [.init("q", accord: pick([nil, "accord"]), isProvisional: isUnknown(50))] : [])
    }

    private mutating func equivalence() -> Rule.Equivalence {
        Rule.Equivalence(
            name(), countsFor: name(), overlap: pick([nil, Fraction(thousandths: 800)]))
    }

    private mutating func name() -> String {
        "c\(Int.random(in: 0..<size.credentials, using: &random))"
    }

    private mutating func id() -> String {
        nextID += 1
        nodesLeft -= 1
        return "r\(nextID)"
    }

    // MARK: The tree

    /// What the counts around a requirement in its scope leave free.
    private struct Surroundings {
        /// The units they count, with those of shares.
        var units: Set<Unit> = []
        /// Whether what stands inside may be cut at a maximum.
        var mayBeCut = true
    }

    private mutating func requirement(depth: Int, in around: Surroundings) -> Requirement {
        let id = id()
        let isInner = depth < 3 && nodesLeft > 1 && (depth == 0 || chance(40))
        let isShared = depth > 0 && chance(10)
        let around = isShared ? Surroundings() : around
        return Requirement(
            id: id, isShared: isShared, kind: isInner ? inner(depth, around) : leaf(around))
    }

    private mutating func children(_ depth: Int, _ around: Surroundings) -> [Requirement] {
        var below: [Requirement] = []
        for _ in 0..<pick([1, 2, 2, 3]) where nodesLeft > 0 {
            below.append(requirement(depth: depth + 1, in: around))
        }
        return below
    }

    private mutating func inner(_ depth: Int, _ around: Surroundings) -> Requirement.Kind {
        switch Int.random(in: 0..<(size.counts ? 9 : 4), using: &random) {
        case 0, 1: return .all(children(depth, around))
        case 2: return .any(children(depth, around))
        case 3:
            let below = children(depth, around)
            return .atLeast(max(1, below.count - pick([-1, 0, 1, 1])), of: below)
        default: return .count(demand(around, partsAt: depth))
        }
    }

    private mutating func leaf(_ around: Surroundings) -> Requirement.Kind {
        let overlap = chance(25) ? Fraction(thousandths: pick([400, 500, 800, 1000])) : nil
        switch Int.random(in: 0..<24, using: &random) {
        case 0...12 where size.counts: return .count(demand(around, partsAt: nil))
        case 13: return .skill("s\(pick([0, 1, 2, 3, 4]))", atLeast: pick([nil, Level("CEFR:B1")]))
        case 14 where !outcomes.isEmpty: return .outcome(pick(outcomes))
        case 15 where chance(30): return .notBefore(CalendarDate(dayNumber: pick([9000, 20_001])))
        case 15 where chance(20): return .any([])
        case 15, 16: return .order((0..<pick([2, 2, 3])).map { _ in name() })
        case 17 where size.speaksOfAllHeld:
            return .absent(
                pick([.comparison(.kind, .equal, "badge"), .oneOf(.id, [name()]), selector()]))
        case 18 where size.speaksOfAllHeld:
            return .mean(.init(minimum: leastMean(), scale: scale(), basis: .held))
        case 19 where isUnknown(40): return .decision(by: "the board")
        default: return .credential(name(), overlap: overlap)
        }
    }

    private mutating func leastMean() -> ExactDecimal {
        pick([ExactDecimal(2), ExactDecimal(thousandths: 2500), ExactDecimal(3), ExactDecimal(4)])
    }

    private mutating func scale() -> String {
        size.hasOddScales && isUnknown(12) ? pick(["pointless", "undeclared"]) : "S"
    }

    // MARK: What counts

    private mutating func demand(_ around: Surroundings, partsAt depth: Int?) -> Requirement.Demand
    {
        let unit = unit()
        let minimum = amount(unit, orNone: true)
        let conditions = nodesLeft > 0 && chance(45) ? conditions(unit) : []
        let maximum = chance(40) ? minimum + pick([.zero, .zero, amount(unit)]) : nil
        var inside = around
        inside.units.formUnion([unit] + conditions.compactMap(\.shareUnit))
        inside.mayBeCut = around.mayBeCut && !conditions.contains(where: \.looksAtParts)
        let isPartial =
            maximum != nil && inside.mayBeCut && inside.units.count == 1 && chance(60)
        if maximum != nil, !isPartial { inside.mayBeCut = false }
        let parts = depth.map { children($0, inside) } ?? []
        return Requirement.Demand(
            minimum: minimum, maximum: maximum, unit: unit, selector: selector(),
            parts: parts + conditions, isPartial: isPartial)
    }

    private mutating func unit() -> Unit {
        if chance(20) { return .awards }
        if chance(12) { return .hours }
        return .credits(size.hasOtherSchemes && chance(12) ? pick(["HALF", "ODD"]) : .ects)
    }

    private mutating func amount(_ unit: Unit, orNone: Bool = false) -> ExactDecimal {
        if orNone, chance(20) { return .zero }
        switch unit {
        case .credits:
            return ExactDecimal(thousandths: pick([2500, 5000, 5000, 7500, 10_000, 15_000]))
        case .awards: return ExactDecimal(pick([1, 1, 1, 2, 3]))
        case .hours: return ExactDecimal(pick([20, 40, 60, 150]))
        }
    }

    private mutating func conditions(_ unit: Unit) -> [Requirement] {
        (0..<pick([1, 1, 2])).map { _ in Requirement(id: id(), kind: condition(unit)) }
    }

    private mutating func condition(_ unit: Unit) -> Requirement.Kind {
        switch Int.random(in: 0..<10, using: &random) {
        case 0,
            1 where size.hasRounding:
            return .mean(.init(minimum: leastMean(), scale: scale()))
        case 2: return .period(pick([Period(1, .years), Period(4, .years), Period(1, .days)]))
        case 3, 4: return .distinct(pick([1, 2, 2, 3]), of: pick(Self.fields))
        default: return .share(share(unit))
        }
    }

    private static let fields = Selector.Field.allCases.filter(\.isDistinguishing)

    private mutating func share(_ around: Unit) -> Requirement.Share {
        let basis: Requirement.Share.Basis = size.hasRounding && chance(35) ? .counted : .required
        let other: Unit? = chance(15) ? unit() : nil
        let unit = other ?? around
        var share = Requirement.Share(of: selector(), basis: basis)
        let isFloor = chance(60)
        if isFloor { share.minimum = bound(unit, isAmount: other != nil && basis == .required) }
        if !isFloor || chance(10) {
            share.maximum = bound(unit, isAmount: other != nil && basis == .required)
        }
        share.unit = other
        if basis == .required, size.hasRounding, chance(30) {
            share.rounding = pick(Requirement.Share.Rounding.allCases)
        }
        return share
    }

    private mutating func bound(_ unit: Unit, isAmount: Bool) -> Requirement.Share.Bound {
        if isAmount || chance(35) { return .amount(amount(unit, orNone: true)) }
        return .fraction(
            Fraction(
                thousandths: pick(
                    size.hasRounding ? [0, 200, 333, 500, 500, 667, 1000] : [200, 400, 500, 1000])))
    }

    mutating func selector() -> Selector {
        switch Int.random(in: 0..<14, using: &random) {
        case 0...2: .everything
        case 3: .comparison(.level, pick([.atLeast, .atMost, .equal]), pick(["5", "6", "7"]))
        case 4: .comparison(.provider, .equal, pick(["p", "q"]))
        case 5: .comparison(.field, .equal, pick(["06", "061"]))
        case 6, 7:
            .oneOf(.id, (0..<size.credentials).map { "c\($0)" }.filter { _ in chance(50) } + ["x"])
        case 8: .not(.comparison(.level, .equal, pick(["5", "6"])))
        case 9: .comparison(.skill, .equal, pick(["s1", "s2", "s4"]))
        case 10: .comparison(.age, pick([.atMost, .less]), pick(["1y", "5y"]))
        case 11:
            .comparison(
                .grade, .atLeast, pick(["S:C", "B", size.hasOddScales ? "pointless:yes" : "A"]))
        case 12: .comparison(.tag, .equal, "core")
        default:
            .or(
                .comparison(.credits, .atLeast, "5"),
                .and(.comparison(.mode, .notEqual, "online"), .comparison(.hours, .more, "40")))
        }
    }
}

extension Requirement {
    /// Whether it asks which part of an award is counted.
    fileprivate var looksAtParts: Bool {
        switch kind {
        case .share(let share): share.maximum != nil || share.basis == .counted
        case .mean: true
        default: false
        }
    }

    /// The unit of a share that names its own.
    fileprivate var shareUnit: Unit? {
        if case .share(let share) = kind { return share.unit }
        return nil
    }
}
