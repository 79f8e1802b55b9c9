// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport

/// A small random catalogue with a rule and a learner, using every kind of requirement and every
/// way in which a fact can be missing.
struct RandomWorld {
    var graph: Graph
    var rule: Rule
    var learner: Learner
    let asOf = CalendarDate(dayNumber: 20_000)

    /// How large a world is drawn, and what it may hold.
    struct Size {
        var credentials = 7
        var awards = 6
        var nodes = 9
        var hasUnknowns = true
        var hasOtherSchemes = true
        var hasRoundedShares = true
        var countsCredits = true
    }

    init(seed: UInt64, size: Size = Size()) throws {
        var draw = Draw(seed: seed, size: size)
        let parts = draw.parts()
        graph = try Graph(parts)
        rule = draw.rule(credential: "c0", use: .completion)
        learner = try Learner(id: "pseudonym", awards: draw.awards(graph))
    }
}

/// Draws the parts of a world.
struct Draw {
    var random: SeededGenerator
    let size: RandomWorld.Size
    private var nodesLeft = 0
    private var nextID = 0

    init(seed: UInt64, size: RandomWorld.Size) {
        random = SeededGenerator(seed: seed)
        self.size = size
    }

    mutating func pick<T>(_ values: [T]) -> T {
        values[Int.random(in: 0..<values.count, using: &random)]
    }
    mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    mutating func parts() -> GraphParts {
        var parts = GraphParts()
        let framework = Framework("local")
        parts.skills = (0..<5).map { Skill(uri: "s\($0)", label: "Skill", framework: framework) }
        parts.skillLinks = [
            .init(from: 0, kind: .broader, to: 1), .init(from: 1, kind: .broader, to: 2),
            .init(from: 3, kind: .broader, to: 2),
        ]
        parts.credentials = (0..<size.credentials).map { credential("c\($0)") }
        for index in parts.credentials.indices where chance(60) {
            parts.outcomes.append(
                LearningOutcome(id: "o\(index)", credential: "c\(index)", text: "Can"))
            parts.alignments.append(
                .init(
                    outcome: parts.outcomes.count - 1, skill: pick([0, 1, 2, 3, 4]), weight: 1,
                    proficiency: pick([nil, Level("CEFR:A2"), Level("CEFR:B2")])))
        }
        if chance(40) { parts.credentialRelations.append(relation(.equivalent)) }
        parts.conversions = [
            CreditConversion(
                from: "HALF", to: "ECTS", factor: ExactDecimal(thousandths: 500), source: ""),
            CreditConversion(from: "ECTS", to: "HALF", factor: ExactDecimal(2), source: ""),
        ]
        return parts
    }

    mutating func relation(_ kind: CredentialRelation.Kind) -> CredentialRelation {
        let from = Int.random(in: 1..<size.credentials, using: &random)
        return CredentialRelation(from: "c\(from)", kind: kind, to: "c\(from - 1)")
    }

    private mutating func credential(_ id: String) -> Credential {
        var credential = Credential(id: id, title: "Title")
        credential.credits = credits()
        credential.provider = size.hasUnknowns && chance(15) ? nil : pick(["p", "q"])
        credential.level = size.hasUnknowns && chance(15) ? nil : Level(pick(["5", "6", "7"]))
        credential.field = pick(["061", "062"])
        return credential
    }

    mutating func credits() -> Credits? {
        let amount = ExactDecimal(thousandths: pick([2500, 5000, 5000, 7500, 10_000]))
        if size.hasUnknowns, chance(8) { return Credits(amount, .unknown) }
        if chance(8) { return nil }
        if size.hasOtherSchemes, chance(12) { return Credits(amount, pick(["HALF", "ODD"])) }
        return Credits(amount)
    }

    // MARK: Rules

    mutating func rule(credential: String, use: Rule.Use) -> Rule {
        nodesLeft = size.nodes
        return Rule(
            credential: credential, use: use, requirement: requirement(depth: 0, inside: false))
    }

    private mutating func requirement(depth: Int, inside: Bool) -> Requirement {
        nextID += 1
        nodesLeft -= 1
        let id = "r\(nextID)"
        let isInner = depth < 3 && nodesLeft > 2 && (depth == 0 || chance(45))
        return Requirement(
            id: id, kind: isInner ? inner(depth, inside) : leaf(depth, inside))
    }

    private mutating func children(_ depth: Int, _ inside: Bool) -> [Requirement] {
        (0..<pick([1, 2, 2, 3])).map { _ in requirement(depth: depth + 1, inside: inside) }
    }

    private mutating func inner(_ depth: Int, _ inside: Bool) -> Requirement.Kind {
        switch Int.random(in: 0..<(size.countsCredits ? 7 : 4), using: &random) {
        case 0, 1: return .all(children(depth, inside))
        case 2: return .any(children(depth, inside))
        case 3:
            let below = children(depth, inside)
            return .atLeast(pick([1, 2, 2, 3]), of: below)
        default: return .credits(demand(depth, parts: true))
        }
    }

    private mutating func leaf(_ depth: Int, _ inside: Bool) -> Requirement.Kind {
        let number = Int.random(in: 0..<size.credentials, using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0...4 where size.countsCredits: return .credits(demand(depth, parts: false))
        case 5: return .skill("s\(pick([0, 1, 2, 3, 4]))", atLeast: pick([nil, Level("CEFR:B1")]))
        case 6: return .skill("s\(pick([1, 2]))", atLeast: nil)
        case 7 where chance(30): return .notBefore(CalendarDate(dayNumber: pick([19_000, 21_000])))
        case 7 where chance(30): return .any([])
        case 7, 8: return .outcome("o\(number)")
        default: return .credential("c\(number)")
        }
    }

    private mutating func demand(_ depth: Int, parts: Bool) -> Requirement.CreditDemand {
        let minimum = pick([0, 5000, 7500, 10_000, 15_000, 20_000])
        let maximum = chance(30) ? ExactDecimal(thousandths: minimum + pick([0, 2500, 5000])) : nil
        var below = parts ? children(depth, true) : []
        if chance(35) {
            nextID += 1
            below.append(
                Requirement(
                    id: "r\(nextID)",
                    kind: .share(
                        .init(
                            thousandths: pick([200, size.hasRoundedShares ? 333 : 400, 500, 1000])),
                        of: selector())))
        }
        let scheme: CreditScheme =
            size.hasOtherSchemes && chance(12) ? pick(["HALF", "ODD"]) : .ects
        return Requirement.CreditDemand(
            minimum: Credits(ExactDecimal(thousandths: minimum), scheme), maximum: maximum,
            selector: selector(), parts: below)
    }

    mutating func selector() -> Selector {
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: .everything
        case 2: .comparison(.level, pick([.atLeast, .atMost, .equal]), pick(["5", "6", "7"]))
        case 3: .comparison(.provider, .equal, pick(["p", "q"]))
        case 4: .comparison(.field, .equal, pick(["06", "061"]))
        case 5:
            .oneOf(.id, (0..<size.credentials).map { "c\($0)" }.filter { _ in chance(50) } + ["x"])
        case 6: .not(.comparison(.level, .equal, pick(["5", "6"])))
        default: .comparison(.skill, .equal, pick(["s1", "s2", "s4"]))
        }
    }

    // MARK: Awards

    mutating func awards(_ graph: Graph) -> [Award] {
        (0..<Int.random(in: 0...size.awards, using: &random)).map { _ in award() }
    }

    mutating func award() -> Award {
        var award = Award(credential: "c\(Int.random(in: 0..<size.credentials, using: &random))")
        if !chance(15) {
            award.date = CalendarDate(dayNumber: pick([18_000, 19_000, 19_999, 20_000]))
        }
        if chance(4) { award.date = CalendarDate(dayNumber: 20_001) }
        if chance(6) { award.expires = CalendarDate(dayNumber: pick([19_999, 20_000])) }
        if chance(12) { award.progress = pick([.inProgress, .planned, .failed, .withdrawn]) }
        if chance(3) { award.verification = .failed }
        if chance(10) { award.credits = credits() }
        if chance(10) { award.level = Level(pick(["5", "7"])) }
        return award
    }
}
