// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import Testing

struct NamedCredentialTests {
    private func made(
        _ held: [String], scheme: CreditScheme = .ects, _ below: [Requirement]
    ) throws -> Audit {
        var parts = Catalogue.parts(["a", "b", "c"], credits: 6, scheme)
        parts.credentials.append(Credential(id: "degree", title: "Degree", kind: .degree))
        let rule = Rule(
            credential: "degree", use: .completion,
            requirement: Requirement(id: "all", kind: .all(below)))
        return audit(
            try Catalogue.learner(held), of: rule, in: try Graph(parts), asOf: Catalogue.today)
    }

    @Test func `a core course that is held is not said to be missing`() throws {
        let elective = Requirement.credits("elective", 6, "id in (a, b)")
        for below in [[.credential("a"), elective], [elective, .credential("a")]] {
            let made = try made(["a"], below)
            #expect(made.remaining.credits == ExactDecimal(6))
            #expect(made.remaining.count == 1)
            #expect(made.assignment.map(\.requirement) == ["holds-a"])
            #expect(made.root.open.map(\.id) == ["elective"])
        }
    }

    @Test func `a credential that is asked for by name leaves its credits`() throws {
        let made = try made([], [.credential("a"), .credential("b")])
        #expect(made.remaining.credits == ExactDecimal(12))
        #expect(made.remaining.count == 2)
    }

    @Test func `where no factor leads to the scheme it leaves a requirement only`() throws {
        let made = try made(
            [], scheme: "other", [.credential("a"), .credits("elective", 6, "any", .ects)])
        #expect(made.remaining.credits == ExactDecimal(6))
        #expect(made.remaining.count == 2)
    }

    @Test func `an alternative that is met already takes nothing from elsewhere`() throws {
        let either = Requirement(id: "either", kind: .any([.credential("a"), .credential("c")]))
        let made = try made(["a", "c"], [.credits("elective", 12, "id in (a, b)"), either])
        #expect(made.remaining.credits == ExactDecimal(6))
        #expect(
            Set(made.assignment.map { $0.award + " " + $0.requirement }).count == 2)
        #expect(made.root.open.map(\.id) == ["elective"])
    }
}
