// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import SkillsGraph

/// Draws degrees of many overlapping groups below one total with caps and shares: awards of uneven
/// sizes, no two of which are alike, so that nothing can be put together.
struct CrowdedWorld {
    /// What the degree asks beside.
    enum Variant: String, CaseIterable, ExpressibleByArgument {
        /// Small groups, a cap by provider and by kind, a floor of levels.
        case plain
        /// Awards of two sizes only.
        case even
        /// Groups and total so large that hardly anything may be left over.
        case large
        /// The shares are of what is counted.
        case counted
        /// And a least mean of grades.
        case mean
        /// And all within four years.
        case within
    }

    let variant: Variant
    let awards: Int
    let groups: Int
    private var random: DrawnNumbers
    private static let today = CalendarDate(dayNumber: 20_785)
    private static let tags = ["a", "b", "c", "d", "e", "f", "g", "h"]
    private static let providers = ["u", "v", "w", "x"]

    /// Draws one audit; the same numbers draw the same one.
    static func drawn(
        _ variant: Variant, awards: Int, requirements: Int, seed: UInt64
    ) throws -> AuditCase {
        var world = CrowdedWorld(variant, awards, requirements, seed)
        return try world.drawn()
    }

    private init(_ variant: Variant, _ awards: Int, _ requirements: Int, _ seed: UInt64) {
        self.variant = variant
        self.awards = awards
        groups = max(1, requirements - 6)
        random = DrawnNumbers(state: seed)
    }

    private mutating func drawn() throws -> AuditCase {
        var parts = GraphParts()
        parts.credentials = (0..<awards).map { _ in Credential(id: "", title: "") }
        for number in parts.credentials.indices { parts.credentials[number] = credential(number) }
        parts.credentials.append(Credential(id: "degree", title: "Degree", kind: .degree))
        let held = try learner()
        let rule = try rule()
        parts.rules = [rule]
        return AuditCase(
            graph: try Graph(parts), rule: rule, learner: held, asOf: Self.today)
    }

    // MARK: What is held

    private mutating func credential(_ number: Int) -> Credential {
        var credential = Credential(
            id: "c\(number)", title: LocalizedText("Credential \(number)"),
            kind: [.module, .course, .challenge][random.below(3)])
        let sizes =
            variant == .even
            ? [5000, 10_000] : [2500, 3000, 5000, 7500, 6000, 10_000, 15_000]
        credential.credits = Credits(
            ExactDecimal(thousandths: sizes[random.below(sizes.count)]))
        credential.level = Level(framework: "EQF", value: String(4 + random.below(5)))
        credential.provider = Self.providers[random.below(4)]
        let first = random.below(8)
        credential.tags = [Self.tags[first], Self.tags[(first + 1 + random.below(7)) % 8]]
        return credential
    }

    private mutating func learner() throws -> Learner {
        var held: [Award] = []
        for number in 0..<awards {
            var award = Award(
                credential: "c\(number)",
                date: CalendarDate(dayNumber: 20_400 - random.below(1_720)))
            award.grade = Grade(["D", "C", "B", "A"][random.below(4)], scale: "N")
            held.append(award)
        }
        return try Learner(id: "learner", awards: held)
    }

    // MARK: The rule

    private mutating func rule() throws -> Rule {
        let range = variant == .large ? 10...30 : 2...8
        var parts: [Requirement] = []
        for number in 0..<groups {
            let least = range.lowerBound + random.below(range.count)
            parts.append(
                Requirement(
                    id: "g\(number)",
                    kind: .count(.init(minimum: ExactDecimal(least), selector: selector()))))
        }
        let total = Requirement.Demand(
            minimum: ExactDecimal(variant == .large ? 800 : 400), parts: parts + conditions)
        var rule = Rule(
            credential: "degree", use: .completion,
            requirement: Requirement(id: "degree", kind: .count(total)))
        rule.scales = [try Self.scale()]
        return rule
    }

    private static func scale() throws -> GradeScale {
        try GradeScale(
            name: "N",
            steps: ["F", "D", "C", "B", "A"].enumerated().map {
                GradeScale.Step($0.element, points: ExactDecimal($0.offset))
            }, passMark: "D")
    }

    private var conditions: [Requirement] {
        var found = [
            share("s1", most: 300, .comparison(.provider, .equal, "u")),
            share("s2", least: 400, .comparison(.level, .atLeast, "EQF:6")),
            share("s3", most: 250, .comparison(.kind, .equal, "challenge")),
        ]
        if variant == .mean {
            let least = ExactDecimal(thousandths: 2300)
            found.append(
                Requirement(
                    id: "mean", kind: .mean(.init(minimum: least, scale: "N", basis: .counted))))
        }
        if variant == .within {
            found.append(Requirement(id: "within", kind: .period(Period(4, .years))))
        }
        return found
    }

    private func share(
        _ id: String, least: Int? = nil, most: Int? = nil, _ selector: Selector
    ) -> Requirement {
        func bound(_ thousandths: Int) -> Requirement.Share.Bound {
            .fraction(Fraction(thousandths: thousandths))
        }
        return Requirement(
            id: id,
            kind: .share(
                .init(
                    minimum: least.map(bound), maximum: most.map(bound), of: selector,
                    basis: variant == .counted ? .counted : .required)))
    }

    private mutating func selector() -> Selector {
        switch random.below(4) {
        case 0: return tag()
        case 1: return .and(.comparison(.level, .atLeast, "EQF:\(5 + random.below(3))"), tag())
        case 2: return .comparison(.provider, .equal, Self.providers[random.below(4)])
        default: return .oneOf(.id, (0..<12).map { _ in "c\(random.below(awards))" })
        }
    }

    private mutating func tag() -> Selector {
        .comparison(.tag, .equal, Self.tags[random.below(8)])
    }
}
