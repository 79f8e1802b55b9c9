// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct RuleCheckingTests {
    private static func count(
        _ id: String, maximum: Int? = nil, unit: Unit = .credits(.ects), partial: Bool = false,
        shared: Bool = false, _ parts: [Requirement] = []
    ) -> Requirement {
        Requirement(
            id: id, isShared: shared,
            kind: .count(
                .init(
                    minimum: .zero, maximum: maximum.map { ExactDecimal($0) }, unit: unit,
                    parts: parts, isPartial: partial)))
    }

    private static func leaf(_ kind: Requirement.Kind) -> Requirement {
        Requirement(id: "leaf", kind: kind)
    }

    private static let cut = count("cut", maximum: 20, partial: true)

    private func problem(_ requirement: Requirement) -> String? {
        let rule = Rule(credential: "c", use: .completion, requirement: requirement)
        do {
            try rule.check()
            return nil
        } catch { return "\(error)" }
    }

    @Test(arguments: [
        (count("root", unit: .awards, [cut]), "in the same unit all around"),
        (count("root", maximum: 60, [cut]), "must be \"partial\" too"),
        (
            count(
                "cut", maximum: 20, partial: true,
                [leaf(.share(.init(maximum: .amount(.zero), of: .everything)))]),
            "cannot have a share at most"
        ),
        (
            count("root", [leaf(.mean(.init(minimum: .zero, scale: "s"))), cut]),
            "nor can what is around it"
        ),
        (
            Requirement(id: "root", kind: .all([leaf(.period(Period(1, .years)))])),
            "right above it"
        ),
        (
            Requirement(
                id: "root", kind: .count(.init(minimum: ExactDecimal(100_001), unit: .hours))),
            "100001 hours cannot be"
        ),
        (Requirement(id: "leaf", kind: .all([leaf(.decision(by: "x"))])), "defined twice"),
    ])
    func `what cannot be counted where it stands is named`(
        requirement: Requirement, problem: String
    ) {
        #expect(self.problem(requirement)?.contains(problem) == true)
    }

    @Test(arguments: [
        count("root", [cut]), count("root", maximum: 60, partial: true, [cut]),
        count("root", [leaf(.share(.init(minimum: .amount(.zero), of: .everything))), cut]),
        count(
            "root", maximum: 9, unit: .awards,
            [count("cut", maximum: 2, partial: true, shared: true)]),
        Requirement(id: "root", kind: .all([cut])),
    ])
    func `what can be is not`(requirement: Requirement) {
        #expect(problem(requirement) == nil)
    }
}
