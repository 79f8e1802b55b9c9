// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct GraphValidationTests {
    private func expect(_ error: GraphError, _ change: (inout GraphParts) -> Void) {
        var parts = GraphParts.numbered(skills: 3, credentials: 3)
        change(&parts)
        #expect(throws: error) { try Graph(parts) }
    }

    @Test func `what stands twice is named`() {
        expect(.duplicate(kind: "skill", id: "s0")) { $0.skills.append($0.skills[0]) }
        expect(.duplicate(kind: "credential", id: "c1")) {
            $0.credentials.append($0.credentials[1])
        }
        expect(.duplicate(kind: "outcome", id: "o0")) {
            $0.teach(0, [])
            $0.outcomes.append($0.outcomes[0])
        }
        expect(.duplicate(kind: "occupation", id: "occ")) {
            let occupation = Occupation(uri: "occ", label: "x", framework: Framework("local"))
            $0.occupations = [occupation, occupation]
        }
        expect(.duplicate(kind: "rule", id: "c0/completion")) {
            let rule = Rule(
                credential: "c0", use: .completion,
                requirement: Requirement(id: "r", kind: .all([])))
            $0.rules = [rule, rule]
        }
        expect(.duplicate(kind: "requirement", id: "c0/completion/r")) {
            let leaf = Requirement(id: "r", kind: .any([]))
            $0.rules = [Self.rule(Requirement(id: "r", kind: .all([leaf])))]
        }
    }

    @Test func `one credential may have a rule for each use`() throws {
        var parts = GraphParts.numbered(credentials: 1)
        parts.rules = [
            Self.rule(Requirement(id: "r", kind: .all([]))),
            Rule(
                credential: "c0", use: .admission, requirement: Requirement(id: "r", kind: .any([]))
            ),
        ]
        let graph = try Graph(parts)
        #expect(graph.rule(.admission, of: 0) == parts.rules[1])
        #expect(graph.rule(.completion, of: 0) == parts.rules[0])
        #expect(graph.isQualification(0))
    }

    @Test func `who refers to what is not there is named, with what may be meant`() {
        let near = ["c0", "c1", "c2"]
        expect(.unknown(kind: "credential", id: "c9", by: "outcome \"x\"", nearest: near)) {
            $0.outcomes = [LearningOutcome(id: "x", credential: "c9", text: "")]
        }
        expect(
            .unknown(kind: "credential", id: "c9", by: "the relation \"part-of\"", nearest: near)
        ) { $0.credentialRelations = [CredentialRelation(from: "c0", kind: .partOf, to: "c9")] }
        expect(
            .unknown(
                kind: "credential", id: "c9", by: "the rule \"c9/completion\"", nearest: near)
        ) {
            $0.rules = [
                Rule(
                    credential: "c9", use: .completion,
                    requirement: Requirement(id: "r", kind: .all([])))
            ]
        }
    }

    @Test(arguments: [
        (Requirement.Kind.credential("c9", overlap: nil), "credential", "c9", ids),
        (.order(["c1", "c9"]), "credential", "c9", ids),
        (.outcome("LO-9"), "outcome", "LO-9", []),
        (.skill("s7", atLeast: nil), "skill", "s7", near),
    ])
    func `a rule that names what is not there is named with its node`(
        kind: Requirement.Kind, noun: String, id: String, nearest: [String]
    ) {
        let by = "the completion requirement \"leaf\" of \"c0\""
        expect(.unknown(kind: noun, id: id, by: by, nearest: nearest)) {
            let leaf = Requirement(id: "leaf", kind: kind)
            $0.rules = [Self.rule(Requirement(id: "root", kind: .any([leaf])))]
        }
    }

    private static let near = ["s0", "s1", "s2"]
    private static let ids = ["c0", "c1", "c2"]

    @Test func `an equivalence of what is not there is named with its rule`() {
        let by = "an equivalence of the rule \"c0/completion\""
        for pair in [("c9", "c1"), ("c1", "c9")] {
            expect(.unknown(kind: "credential", id: "c9", by: by, nearest: Self.ids)) {
                var rule = Self.rule(Requirement(id: "root", kind: .all([])))
                rule.equivalences = [.init(pair.0, countsFor: pair.1)]
                $0.rules = [rule]
            }
        }
    }

    private static func rule(_ requirement: Requirement) -> Rule {
        Rule(credential: "c0", use: .completion, requirement: requirement)
    }

    @Test(arguments: ["-0.001", "100000.001", "999999999999"])
    func `credits that nobody can award are named`(amount: String) throws {
        let credits = Credits(try #require(ExactDecimal(amount)))
        expect(.impossibleCredits(credential: "c1", credits: "\(amount) ECTS")) {
            $0.credentials[1].credits = credits
        }
    }

    @Test func `hours that nobody can work are named`() {
        expect(.impossibleHours(credential: "c1", hours: "-1")) {
            $0.credentials[1].hours = ExactDecimal(-1)
        }
    }

    @Test(arguments: [0, -0.5, 1.000001, .infinity])
    func `a weight outside 0 to 1 is named`(weight: Double) {
        expect(.impossibleWeight(outcome: "o0", weight: weight)) { $0.teach(0, [(1, weight)]) }
    }

    @Test func `a weight that is no number is refused`() {
        var parts = GraphParts.numbered(skills: 1, credentials: 1)
        parts.teach(0, [(0, .nan)])
        #expect(throws: GraphError.self) { try Graph(parts) }
    }

    @Test(arguments: ["0", "-1"])
    func `a factor that no two schemes can have is named`(factor: String) throws {
        let number = try #require(ExactDecimal(factor))
        expect(.impossibleConversion(from: "A", to: "B", factor: factor)) {
            $0.conversions = [.init(from: "A", to: "B", factor: number, source: "x")]
        }
    }

    @Test func `two conversions of the same schemes are named`() {
        expect(.duplicate(kind: "conversion", id: "A to B")) {
            $0.conversions = [1, 2].map {
                .init(from: "A", to: "B", factor: ExactDecimal($0), source: "x")
            }
        }
    }

    @Test func `a ring of broader skills is named`() {
        expect(.cycle(relation: "broader", ids: ["s0", "s2"])) {
            $0.broaden(0, to: 1)
            $0.broaden(0, to: 2)
            $0.broaden(2, to: 0)
        }
        expect(.cycle(relation: "broader", ids: ["s1"])) { $0.broaden(1, to: 1) }
    }

    @Test func `a ring of occupation groups is named`() {
        expect(.cycle(relation: "broader", ids: ["a", "b"])) {
            $0.occupations = ["a", "b"].map {
                Occupation(uri: $0, label: "x", isGroup: true, framework: Framework("local"))
            }
            $0.occupationGroups = [
                .init(from: 0, kind: .broader, to: 1), .init(from: 1, kind: .broader, to: 0),
            ]
        }
    }

    @Test(arguments: [CredentialRelation.Kind.partOf, .requires, .precedes])
    func `a ring of credentials is named in the direction of its relation`(
        kind: CredentialRelation.Kind
    ) {
        expect(.cycle(relation: kind.rawValue, ids: ["c0", "c1", "c2"])) {
            $0.relate(0, kind, 1)
            $0.relate(1, kind, 2)
            $0.relate(2, kind, 0)
        }
    }

    @Test func `what comes before and is required after is a ring`() {
        expect(.cycle(relation: "precedes, or is required by,", ids: ["c0", "c1"])) {
            $0.relate(0, .precedes, 1)
            $0.relate(0, .requires, 1)
        }
    }

    @Test(arguments: [CredentialRelation.Kind.recommends, .equivalent, .replacedBy])
    func `other relations may run in a ring`(kind: CredentialRelation.Kind) throws {
        var parts = GraphParts.numbered(credentials: 2)
        parts.relate(0, kind, 1)
        parts.relate(1, kind, 0)
        #expect(throws: Never.self) { try Graph(parts) }
    }

    @Test func `related skills and matches may run in a ring`() throws {
        var parts = GraphParts.numbered(skills: 2)
        for kind in SkillRelation.Kind.allCases where kind != .broader {
            parts.skillLinks.append(.init(from: 0, kind: kind, to: 1))
            parts.skillLinks.append(.init(from: 1, kind: kind, to: 0))
        }
        let graph = try Graph(parts)
        #expect(graph.broader.edgeCount == 0)
    }

    @Test func `a rule deeper than its rows can be is named`() {
        var requirement = Requirement(id: "n0", kind: .all([]))
        for level in 1..<65 {
            requirement = Requirement(id: "n\(level)", kind: .all([requirement]))
        }
        var parts = GraphParts.numbered(credentials: 1)
        parts.rules = [Self.rule(requirement)]
        let error = #expect(throws: GraphError.self) { try Graph(parts) }
        #expect(error?.description.contains("\"n0\"") == true)
        #expect(error?.description.contains("deeper than 64") == true)
    }

    @Test(arguments: [
        (Unit.credits(.ects), "100001 ECTS"), (.awards, "100001 awards"), (.hours, "100001 hours"),
    ])
    func `a rule that asks for impossible credits is named`(unit: Unit, amount: String) {
        var parts = GraphParts.numbered(credentials: 1)
        let vast = Requirement.Demand(minimum: ExactDecimal(100_001), unit: unit)
        parts.rules = [Self.rule(Requirement(id: "sum", kind: .count(vast)))]
        let error = #expect(throws: GraphError.self) { try Graph(parts) }
        #expect(
            error?.description
                == "requirement \"sum\" of \"c0\": \(amount) cannot be; a number is 0 to 100000")
    }

    @Test func `empty parts make a graph`() throws {
        let graph = try Graph(GraphParts())
        #expect(graph.credential("x") == nil)
        #expect(throws: GraphError.self) { try graph.credential(named: "x") }
    }

    @Test func `positions are found by URI and id`() throws {
        var parts = GraphParts.numbered(skills: 2, credentials: 2)
        parts.occupations = [Occupation(uri: "occ", label: "x", framework: Framework("local"))]
        parts.teach(1, [(0, 1)])
        let graph = try Graph(parts)
        #expect(graph.skill("s1") == 1)
        #expect(graph.occupation("occ") == 0)
        #expect(graph.outcome("o0") == 0)
        #expect(try graph.credential(named: "c1") == 1)
        #expect(
            throws: GraphError.unknown(
                kind: "credential", id: "c3", by: "the command", nearest: ["c0", "c1"])
        ) { try graph.credential(named: "c3") }
    }

    @Test(arguments: [
        (GraphError.duplicate(kind: "skill", id: "s0"), "another id"),
        (.unknown(kind: "skill", id: "s", by: "x", nearest: []), "import its framework first"),
        (.unknown(kind: "skill", id: "s", by: "x", nearest: ["t"]), "did you mean \"t\"?"),
        (.impossibleCredits(credential: "c", credits: "-1 ECTS"), "0 to 100000"),
        (.impossibleHours(credential: "c", hours: "-1"), "0 to 1000000"),
        (.impossibleConversion(from: "A", to: "B", factor: "0"), "A cannot convert to B by 0"),
        (.impossibleWeight(outcome: "o", weight: 2), "at most 1"),
        (.cycle(relation: "requires", ids: ["a", "b"]), "a → b → a"),
        (.notAPseudonym("a@b"), "use a pseudonym"),
    ])
    func `every error says what to do`(error: GraphError, text: String) {
        #expect(error.description.contains(text))
    }
}
