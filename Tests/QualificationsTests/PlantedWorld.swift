// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport

/// A rule of many overlapping groups below one total with caps and shares, made from an assignment
/// that meets it: each group asks for a little less than what was planted in it.
struct PlantedWorld {
    let graph: Graph
    let rule: Rule
    let learner: Learner

    private static let providers = ["u", "v", "w", "x"]

    /// Plants an assignment of so many awards in so many groups; with `years`, within such a time,
    /// beside as many awards that were given much earlier.
    init(seed: UInt64, groups: Int = 54, awards: Int = 200, years: Int? = nil) throws {
        var random = SeededGenerator(seed: seed)
        var parts = GraphParts()
        var held: [Award] = []
        var planted = [[Int]](repeating: [], count: groups)
        for number in 0..<awards {
            parts.credentials.append(Self.credential(number, &random))
            let isEarly = years != nil && number.isMultiple(of: 2)
            let days = isEarly ? 6_000...7_000 : 0...1_000
            held.append(
                Award(
                    credential: "c\(number)",
                    date: CalendarDate(dayNumber: 20_000 - Int.random(in: days, using: &random))))
            if !isEarly { planted[Int.random(in: 0..<groups, using: &random)].append(number) }
        }
        let credentials = parts.credentials
        func sum(_ numbers: [Int]) -> Int {
            numbers.reduce(0) { $0 + (credentials[$1].credits?.amount.thousandths ?? 0) }
        }
        var below: [Requirement] = []
        for (group, numbers) in planted.enumerated() {
            let others = (0..<12).map { _ in Int.random(in: 0..<awards, using: &random) }
            let ids = (numbers + others).map { "c\($0)" }
            below.append(
                .credits("g\(group)", sum(numbers) / 1100, "id in (\(ids.joined(separator: ", ")))")
            )
        }
        let all = planted.flatMap(\.self)
        below += Self.shares(of: all, credentials, sum)
        if let years {
            below.append(Requirement(id: "within", kind: .period(Period(years, .years))))
        }
        rule = Rule(
            credential: "c0", use: .completion,
            requirement: .credits("total", sum(all) / 1050, parts: below))
        graph = try Graph(parts)
        learner = try Learner(id: "pseudonym", awards: held)
    }

    private static func credential(_ number: Int, _ random: inout SeededGenerator) -> Credential {
        var credential = Credential(id: "c\(number)", title: "Title")
        let sizes = [2500, 3000, 5000, 6000, 7500, 10_000, 15_000]
        credential.credits = Credits(
            ExactDecimal(thousandths: sizes[Int.random(in: 0..<sizes.count, using: &random)]))
        credential.provider = providers[Int.random(in: 0..<4, using: &random)]
        credential.level = Level(
            framework: "EQF", value: "\(Int.random(in: 4...8, using: &random))")
        return credential
    }

    /// A cap by provider and a floor of levels, as the planted assignment has them.
    private static func shares(
        of planted: [Int], _ credentials: [Credential], _ sum: ([Int]) -> Int
    ) -> [Requirement] {
        let fromU = planted.filter { credentials[$0].provider == "u" }
        let high = planted.filter { ["6", "7", "8"].contains(credentials[$0].level?.value ?? "") }
        return [
            .share(
                "cap", maximum: .amount(ExactDecimal(thousandths: sum(fromU))), "provider = u"),
            .share(
                "floor", minimum: .amount(ExactDecimal(sum(high) / 1100)), "level >= EQF:6"),
        ]
    }
}
