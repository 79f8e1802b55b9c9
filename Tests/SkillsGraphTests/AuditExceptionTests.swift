// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import Testing

@Suite struct AuditExceptionTests {
    private static let day = CalendarDate(dayNumber: 20_000)
    private static let board = AuditException.Decision(
        by: "study board", because: "illness", on: day)

    private static func exception(
        _ kind: AuditException.Kind = .waive("core"), rule: String = "c0",
        until: CalendarDate? = nil
    ) -> AuditException {
        AuditException(learner: "L1", rule: rule, kind, board, until: until)
    }

    /// A degree in two versions, of which the second has another part and asks for an order.
    private static func graph() throws -> Graph {
        var parts = GraphParts.numbered(credentials: 5)
        parts.relate(2, .equivalent, 3)
        func rule(_ name: String?, _ nodes: [Requirement], of credential: String = "c0") -> Rule {
            var rule = Rule(
                credential: credential, use: .completion,
                requirement: Requirement(
                    id: "root", kind: .count(.init(minimum: ExactDecimal(60), parts: nodes))))
            rule.name = name
            return rule
        }
        let core = Requirement(id: "core", kind: .credential("c2", overlap: nil))
        let thesis = Requirement(id: "thesis", kind: .count(.init(minimum: ExactDecimal(30))))
        let language = Requirement(id: "language", kind: .decision(by: "the board"))
        parts.rules = [
            rule(nil, [core, language]), rule("v2", [core, thesis]),
            rule("cohort", [], of: "c1"), rule("cohort", [], of: "c4"),
        ]
        return try Graph(parts)
    }

    private static func learner() throws -> Learner {
        try Learner(
            id: "L1",
            awards: [
                Award(credential: "c2", date: CalendarDate("2024-01-01")),
                Award(credential: "c3", date: CalendarDate("2024-01-01")),
                Award(credential: "c3", date: CalendarDate("2025-01-01")), Award(credential: "c4"),
            ])
    }

    @Test func `it holds from its day to its last day, unless it was revoked`() {
        var exception = Self.exception(until: CalendarDate(dayNumber: 20_100))
        func states(_ days: Int...) -> [AuditException.State] {
            days.map { exception.state(asOf: CalendarDate(dayNumber: $0)) }
        }
        #expect(states(19_999, 20_000, 20_100, 20_101) == [.upcoming, .active, .active, .expired])
        exception.revocation = .init(
            by: "dean", because: "a mistake", on: CalendarDate(dayNumber: 20_050))
        #expect(states(19_999, 20_049, 20_050, 20_101) == [.upcoming, .active, .revoked, .revoked])
        exception.until = nil
        exception.revocation = nil
        #expect(states(99_999) == [.active])
    }

    @Test func `it is about one version by name, or about all by credential and use`() throws {
        let rules = try Self.graph().rules
        #expect(rules.map(Self.exception(rule: "v2").isAbout) == [false, true, false, false])
        #expect(
            rules.map(Self.exception(rule: "c0/completion").isAbout) == [true, true, false, false])
        #expect(!rules.contains(where: Self.exception(rule: "c0").isAbout))
    }

    @Test(arguments: [
        ("c0", "c0/completion"), ("c0/completion", "c0/completion"), ("v2", "v2"),
        ("c1/completion", "c1/completion"),
    ])
    func `a rule is meant by its name, its use, or its credential`(text: String, name: String)
        throws
    {
        let exception = Self.exception(.waive("root"), rule: text)
        let checked = try exception.checked(for: try Self.learner(), in: try Self.graph())
        #expect(checked.rule == name)
    }

    @Test(arguments: [
        (AuditException.Kind.insert(award: "c2", into: "thesis"), "c2@2024-01-01"),
        (.insert(award: "c4", into: "core"), "c4"),
        (.block(award: "c3@2025-01-01", in: nil), "c3@2025-01-01"),
        (.block(award: "c2@2024-01-01", in: "root"), "c2@2024-01-01"),
    ])
    func `an award is meant by its id, or by its credential where there is one of it`(
        kind: AuditException.Kind, award: String
    ) throws {
        let checked = try Self.exception(kind).checked(
            for: try Self.learner(), in: try Self.graph())
        #expect(checked.kind.award == award)
        #expect(checked.kind.requirement == kind.requirement)
    }

    @Test(arguments: [
        (
            exception(.waive("cor")),
            "there is no requirement \"cor\" in the rule \"c0/completion\"; did you mean \"core\"?"
        ),
        (exception(.waive("thesis"), rule: "c0/completion"), ""),
        (
            exception(.waive("language"), rule: "v2"),
            "there is no requirement \"language\" in the rule \"v2\""
        ),
        (
            exception(rule: "c0/complete"),
            "there is no rule \"c0/complete\" in the catalogue; did you mean \"c0/completion\""
        ),
        (
            exception(rule: "cohort"),
            "the rule \"cohort\" may be \"c1/completion\", \"c4/completion\"; give one of these"
        ),
        (
            exception(.insert(award: "c3", into: "thesis")),
            "the award \"c3\" may be \"c3@2024-01-01\", \"c3@2025-01-01\"; give one of these"
        ),
        (
            exception(.block(award: "c3@2024-02-01", in: nil)),
            "there is no award \"c3@2024-02-01\" of the learner \"L1\"; did you mean"
        ),
        (
            exception(.insert(award: "c4", into: "language")),
            "\"language\" is a \"decision\", which counts no awards"
        ),
        (exception(.block(award: "c4", in: "x")), "there is no requirement \"x\""),
        (
            exception(.substitute("c9", for: "c2")),
            "there is no credential \"c9\" in the catalogue; did you mean"
        ),
        (exception(.substitute("c4", for: "c9")), "there is no credential \"c9\""),
        (
            exception(.substitute("c4", for: "c1")),
            "the rule \"c0/completion\" does not ask for \"c1\"; it asks for \"c2\""
        ),
        (
            exception(.substitute("c4", for: "c2"), rule: "c1/completion"),
            "it asks for no credential"
        ),
        (exception(.substitute("c4", for: "c3")), ""),
        (exception(.change("thesis", .minimum, to: "20")), ""),
        (
            exception(.change("thesis", .minimum, to: "many")),
            "requirement \"thesis\" of \"c0\": it needs a number of credits"
        ),
        (exception(.change("thesis", .maximum, to: "29")), "the maximum is below the minimum"),
        (
            exception(.change("language", .minimum, to: "1")),
            "\"language\" is a \"decision\", which has no minimum to change"
        ),
        (exception(.change("core", .minimum, to: "80%")), ""),
        (exception(.change("core", .minimum, to: "none")), ""),
        (exception(.change("root", .minimum, to: "none")), "it needs a number of credits"),
        (
            exception(until: CalendarDate(dayNumber: 19_999)),
            "the last day, 2024-10-03, is before the day of the decision, 2024-10-04"
        ),
    ])
    func `what makes no sense is refused, saying what to do`(
        exception: AuditException, problem: String
    ) throws {
        let (learner, graph) = (try Self.learner(), try Self.graph())
        guard !problem.isEmpty else {
            #expect(throws: Never.self) { try exception.checked(for: learner, in: graph) }
            return
        }
        let error = #expect(throws: AuditExceptionError.self) {
            try exception.checked(for: learner, in: graph)
        }
        #expect(
            error?.description.hasPrefix(problem) == true
                || error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("", "illness", AuditExceptionError.missing("who decided")),
        (" \n", "illness", .missing("who decided")), ("dean", "  ", .missing("why")),
        ("dean@example.org", "illness", .notAPseudonym),
    ])
    func `who decided and why must be said, and by no address`(
        who: String, why: String, expected: AuditExceptionError
    ) throws {
        let decision = AuditException.Decision(by: who, because: why, on: Self.day)
        var exception = Self.exception()
        #expect(throws: expected) { try exception.revoked(decision) }
        exception.decision = decision
        let (learner, graph) = (try Self.learner(), try Self.graph())
        #expect(throws: expected) { try exception.checked(for: learner, in: graph) }
        #expect(!expected.description.contains("example.org"))
    }

    @Test func `it is revoked once, and not before it was decided`() throws {
        var exception = Self.exception()
        exception.id = "x1"
        let revoked = try exception.revoked(Self.board)
        #expect(revoked.revocation == Self.board)
        #expect(throws: AuditExceptionError.alreadyRevoked(id: "x1", Self.day)) {
            try revoked.revoked(Self.board)
        }
        let before = CalendarDate(dayNumber: 19_999)
        #expect(
            throws: AuditExceptionError.backwards(
                "the day it is revoked", from: Self.day, to: before)
        ) {
            try exception.revoked(.init(by: "dean", because: "x", on: before))
        }
    }
}
