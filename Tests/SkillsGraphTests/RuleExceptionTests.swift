// SPDX-License-Identifier: Apache-2.0

import SkillsGraph
import TestSupport
import Testing

@Suite struct RuleExceptionTests {
    private static let board = AuditException.Decision(
        by: "board", because: "illness", on: CalendarDate(dayNumber: 0))

    private static let rule: Rule = {
        let floor = Requirement(
            id: "floor", title: "Half of it",
            kind: .share(
                .init(minimum: .fraction(Fraction(thousandths: 500)), of: .everything)))
        let core = Requirement(id: "core", title: "Core", kind: .credential("a", overlap: nil))
        let demand = Requirement.Demand(
            minimum: ExactDecimal(30), maximum: ExactDecimal(60),
            selector: .comparison(.tag, .equal, "x"), parts: [floor, core], isPartial: false)
        let group = Requirement(
            id: "group", title: "Group", isShared: true, kind: .count(demand))
        return Rule(
            credential: "d", use: .completion,
            requirement: Requirement(id: "root", kind: .all([group])))
    }()

    private func node(_ id: String, _ rule: Rule) throws -> Requirement {
        try #require(rule.requirement.nodes.first { $0.id == id })
    }

    @Test func `a substitution becomes an equivalence`() throws {
        let changed = try Self.rule.applying(.substitute("b", for: "a"))
        #expect(changed.equivalences == [.init("b", countsFor: "a")])
        #expect(changed.requirement == Self.rule.requirement)
    }

    @Test(arguments: ["floor", "core", "group", "root"])
    func `a requirement that is waived keeps its name, twice the same as once`(id: String) throws {
        let changed = try Self.rule.applying(.waive(id))
        let before = try node(id, Self.rule)
        let after = try node(id, changed)
        #expect(after.title == before.title && after.isShared == before.isShared)
        #expect(throws: Never.self) { try changed.applying(.waive(id)).check() }
    }

    @Test func `a condition that is waived asks for nothing`() throws {
        #expect(try node("floor", try Self.rule.applying(.waive("floor"))).kind == .all([]))
    }

    @Test func `what counts goes on counting when it is waived, its parts included`() throws {
        let after = try node("group", try Self.rule.applying(.waive("group")))
        let core = try node("core", Self.rule)
        #expect(
            after.kind
                == .count(
                    .init(
                        minimum: .zero, maximum: ExactDecimal(60),
                        selector: .comparison(.tag, .equal, "x"),
                        parts: [
                            Requirement(id: "group/waived", kind: .atLeast(0, of: [core]))
                        ])))
        #expect(after.isShared && after.title == "Group")
        let credential = try node("core", try Self.rule.applying(.waive("core")))
        #expect(
            credential.kind
                == .atLeast(
                    0, of: [Requirement(id: "core/waived", title: "Core", kind: core.kind)]))
    }

    @Test func `a value is changed in its place, and checked as in a table`() throws {
        let changed = try Self.rule.applying(.change("group", .maximum, to: "none"))
        guard case .count(let demand) = try node("group", changed).kind else {
            Issue.record("no count")
            return
        }
        #expect(demand.maximum == nil && demand.minimum == ExactDecimal(30))
        #expect(demand.parts.map(\.id) == ["floor", "core"])
        let lower = try Self.rule.applying(.change("floor", .minimum, to: "12.5%"))
        guard case .share(let share) = try node("floor", lower).kind else {
            Issue.record("no share")
            return
        }
        #expect(share.minimum == .fraction(Fraction(thousandths: 125)))
    }

    @Test func `a value that another part forbids is refused`() throws {
        let cut = Requirement(
            id: "cut",
            kind: .count(
                .init(minimum: .zero, maximum: ExactDecimal(20), isPartial: true)))
        let root = Requirement(
            id: "root", kind: .count(.init(minimum: ExactDecimal(60), parts: [cut])))
        let rule = Rule(credential: "d", use: .completion, requirement: root)
        let error = #expect(throws: AuditExceptionError.self) {
            try rule.applying(.change("root", .maximum, to: "90"))
        }
        #expect(error?.description.contains("\"partial\" too") == true)
    }

    @Test func `insertions and blocks leave the rule as it is`() throws {
        for kind in [
            AuditException.Kind.insert(award: "a", into: "group"), .block(award: "a", in: nil),
        ] {
            #expect(try Self.rule.applying(kind) == Self.rule)
        }
    }

    @Test func `several are applied in their order, and those that do not fit are named`() {
        let kinds: [AuditException.Kind] = [
            .change("group", .minimum, to: "20"), .change("group", .maximum, to: "25"),
            .waive("gone"), .change("root", .minimum, to: "3"), .waive("core"),
        ]
        let exceptions = kinds.map {
            AuditException(learner: "L1", rule: "d/completion", $0, Self.board)
        }
        let foreign = AuditException(
            learner: "L1", rule: "other/completion", .waive("group"), Self.board)
        let (rule, misfits) = Self.rule.applying(exceptions + [foreign])
        #expect(misfits.map(\.exception) == [exceptions[2], exceptions[3]])
        #expect(misfits.map(\.problem.description).first?.contains("\"gone\"") == true)
        guard case .count(let demand) = rule.requirement.children[0].kind else {
            Issue.record("no count")
            return
        }
        #expect(demand.minimum == ExactDecimal(20) && demand.maximum == ExactDecimal(25))
        #expect(demand.parts.last?.kind.name == "at-least")
    }

    @Test func `without exceptions a rule is as it was, whatever the rule`() {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            var source = RandomRule(seed: seed)
            let rule = source.rule(of: "d", .completion)
            #expect(rule.applying([]).rule == rule)
        }
    }

    @Test func `waiving any node of any rule leaves a rule that can be`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            var source = RandomRule(seed: seed)
            let rule = source.rule(of: "d", .completion)
            for node in rule.requirement.nodes {
                let waived = try rule.applying(.waive(node.id))
                #expect(throws: Never.self) { try waived.check() }
                #expect(throws: Never.self) { try waived.applying(.waive(node.id)).check() }
            }
        }
    }
}
