// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// A drawn degree, a catalogue and learners, to measure audits on: overlapping groups, caps,
/// shares, alternatives and a learner who holds much of it.
struct AuditWorld {
    let graph: Graph
    let rule: Rule
    private(set) var learners: [Learner] = []
    let asOf = CalendarDate(dayNumber: 20_000)

    /// Draws a world; the same numbers draw the same one.
    init(credentials: Int, requirements: Int, awards: Int, learners count: Int, seed: UInt64) throws
    {
        var random = DrawnNumbers(state: seed)
        var parts = GraphParts()
        parts.credentials = (0..<credentials).map { Self.credential($0, &random) }
        parts.credentials.append(Credential(id: "degree", title: "Degree", kind: .degree))
        let rule = Self.rule(requirements, credentials, &random)
        parts.rules = [rule]
        graph = try Graph(parts)
        self.rule = rule
        for number in 0..<count {
            let held = Set((0..<awards).map { _ in random.below(credentials) }).sorted()
            learners.append(
                try Learner(
                    id: "learner-\(number)",
                    awards: held.map { position in
                        Award(
                            credential: "c\(position)",
                            date: CalendarDate(dayNumber: 20_000 - random.below(3_000)))
                    }))
        }
    }

    private static func credential(_ number: Int, _ random: inout DrawnNumbers) -> Credential {
        var credential = Credential(id: "c\(number)", title: LocalizedText("Credential \(number)"))
        credential.credits = Credits(
            ExactDecimal(thousandths: [2500, 5000, 5000, 7500, 10_000, 15_000][random.below(6)]))
        credential.level = Level(framework: "EQF", value: String(5 + random.below(3)))
        credential.field = "0\(random.below(10))\(random.below(4))"
        credential.provider = "p\(random.below(12))"
        credential.tags = ["t\(random.below(30))", "t\(random.below(30))"]
        return credential
    }

    // MARK: The rule

    private static func rule(
        _ requirements: Int, _ credentials: Int, _ random: inout DrawnNumbers
    ) -> Rule {
        var drawing = RuleDrawing(credentials: credentials)
        var parts = drawing.conditions(&random)
        while drawing.count < requirements - 2 { parts.append(drawing.part(&random)) }
        let total = Requirement.Demand(
            minimum: ExactDecimal(300), maximum: ExactDecimal(420), parts: parts)
        return Rule(
            credential: "degree", use: .completion,
            requirement: Requirement(
                id: "degree", kind: .all([Requirement(id: "total", kind: .count(total))])))
    }
}

/// Draws requirements one after the other.
private struct RuleDrawing {
    let credentials: Int
    private(set) var count = 0

    init(credentials: Int) { self.credentials = credentials }

    private mutating func node(_ kind: Requirement.Kind) -> Requirement {
        count += 1
        return Requirement(id: "r\(count)", kind: kind)
    }

    mutating func conditions(_ random: inout DrawnNumbers) -> [Requirement] {
        [
            node(
                .share(.init(minimum: .fraction(.init(thousandths: 250)), of: level(.atLeast, 7)))),
            node(.share(.init(maximum: .fraction(.init(thousandths: 400)), of: level(.equal, 5)))),
            node(
                .share(
                    .init(
                        maximum: .amount(ExactDecimal(60)),
                        of: .comparison(.provider, .equal, "p\(random.below(12))")))),
        ]
    }

    mutating func part(_ random: inout DrawnNumbers) -> Requirement {
        switch random.below(6) {
        case 0: return alternatives(&random)
        case 1: return node(.credential("c\(random.below(credentials))", overlap: nil))
        case 2:
            return node(
                .count(
                    .init(
                        minimum: ExactDecimal(1 + random.below(2)), unit: .awards,
                        selector: selector(&random))))
        default: return group(&random)
        }
    }

    private mutating func group(_ random: inout DrawnNumbers) -> Requirement {
        let least = 5 * (1 + random.below(3))
        var demand = Requirement.Demand(
            minimum: ExactDecimal(least), selector: selector(&random))
        if random.below(3) == 0 { demand.maximum = ExactDecimal(least + 10) }
        if random.below(3) == 0 {
            demand.parts = [
                node(
                    .share(
                        .init(
                            minimum: .fraction(.init(thousandths: 500)), of: level(.atLeast, 6))))
            ]
        }
        return node(.count(demand))
    }

    private mutating func alternatives(_ random: inout DrawnNumbers) -> Requirement {
        let bundles = (0..<2).map { _ in
            let members = (0..<2).map { _ in
                node(.credential("c\(random.below(credentials))", overlap: nil))
            }
            return node(.all(members + [group(&random)]))
        }
        return node(.any(bundles))
    }

    private func level(_ comparator: Selector.Comparator, _ level: Int) -> Selector {
        .comparison(.level, comparator, "EQF:\(level)")
    }

    private func selector(_ random: inout DrawnNumbers) -> Selector {
        switch random.below(4) {
        case 0: .comparison(.field, .equal, "0\(random.below(10))")
        case 1:
            .or(
                .comparison(.tag, .equal, "t\(random.below(30))"),
                .comparison(.tag, .equal, "t\(random.below(30))"))
        case 2:
            .and(
                level(.atLeast, 6), .comparison(.field, .equal, "0\(random.below(10))"))
        default:
            .oneOf(.id, (0..<40).map { _ in "c\(random.below(credentials))" })
        }
    }
}

/// Numbers that look drawn and are always the same (splitmix64, Steele, Lea and Flood 2014).
struct DrawnNumbers {
    var state: UInt64

    /// The next number below `bound`.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
