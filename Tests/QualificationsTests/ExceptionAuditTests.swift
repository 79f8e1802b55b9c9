// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// What exceptions change in an audit.
struct ExceptionAuditTests {
    private static let day = Catalogue.today
    private static let decision = AuditException.Decision(
        by: "study board", because: "fair", on: day.adding(years: -1))

    private func exception(
        _ kind: AuditException.Kind, until: CalendarDate? = nil
    ) -> AuditException {
        AuditException(
            learner: "pseudonym", rule: "target/completion", kind, Self.decision, until: until)
    }

    /// Ten credits at level 6 or above, "a" among them, and the outcome of "c".
    private static func rule(minimum: Int = 10) -> Rule {
        Rule(
            credential: "target", use: .completion,
            requirement: Requirement(
                id: "root",
                kind: .all([
                    .credits("total", minimum, "level >= 6", parts: [.credential("a")]),
                    Requirement(id: "outcome", kind: .outcome("can-c")),
                ])))
    }

    private func audited(
        _ held: [String], _ exceptions: [AuditException], rule: Rule = rule()
    ) throws -> Audit {
        var parts = Catalogue.parts(["a", "b", "c", "d", "target"], credits: 5, level: "6")
        parts.credentials[3].level = Level("4")
        parts.outcomes = [LearningOutcome(id: "can-c", credential: "c", text: "Can")]
        parts.rules = [rule]
        var terms = AuditTerms(asOf: Self.day)
        terms.exceptions = exceptions
        return audit(try Catalogue.learner(held), of: rule, in: try Graph(parts), terms: terms)
    }

    @Test func `without exceptions there is no difference to show`() throws {
        let made = try audited(["a"], [])
        #expect(made.exceptions.isEmpty)
        #expect(made.withoutExceptions == nil)
    }

    @Test func `an award is inserted where it would not fit`() throws {
        let plain = try audited(["a", "c", "d"], [])
        #expect(plain.status == .met)
        let lower = try audited(["a", "d", "c"], [], rule: Self.rule(minimum: 15))
        #expect(lower.status == .notMet)
        #expect(lower.unused.map(\.award) == ["d"])
        let made = try audited(
            ["a", "c", "d"], [exception(.insert(award: "d", into: "total"))],
            rule: Self.rule(minimum: 15))
        #expect(made.status == .met)
        #expect(made.assignment.map(\.requirement) == ["holds-a", "total", "total"])
        #expect(made.withoutExceptions?.status == .notMet)
        #expect(made.withoutExceptions?.remaining.credits == ExactDecimal(5))
        #expect(made.exceptions.map(\.makesDifference) == [true])
        #expect(made.exceptions[0].without == made.withoutExceptions)
    }

    @Test func `an award is inserted although its grade or date is not known`() throws {
        let scale = try GradeScale(
            name: "S",
            steps: [.init("C", points: ExactDecimal(2)), .init("A", points: ExactDecimal(4))])
        var rule = Rule(
            credential: "target", use: .completion,
            requirement: .credits(
                "total", 5,
                parts: [
                    Requirement(
                        id: "mean", kind: .mean(.init(minimum: ExactDecimal(3), scale: "S"))),
                    Requirement(id: "window", kind: .period(Period(2, .years))),
                ]))
        rule.scales = [scale]
        #expect(try audited(["b"], [], rule: rule).status == .cannotTell)
        let made = try audited(
            ["b"], [exception(.insert(award: "b", into: "total"))], rule: rule)
        #expect(made.status == .met)
    }

    @Test func `a credential is substituted, and a value changed`() throws {
        let made = try audited(
            ["b", "c"], [exception(.substitute("b", for: "a"))])
        #expect(made.status == .met)
        #expect(made.assignment.first?.requirement == "holds-a")
        let less = try audited(["a"], [exception(.change("total", .minimum, to: "5"))])
        #expect(less.root.children[0].status == .met)
        #expect(less.withoutExceptions?.remaining.credits == ExactDecimal(5))
    }

    @Test func `what is waived asks for nothing and goes on counting`() throws {
        let made = try audited(["b", "d"], [exception(.waive("outcome"))])
        #expect(made.remaining.count == made.withoutExceptions.map { $0.remaining.count - 1 })
        // The award of "a" counts toward the total through the requirement that is waived.
        var rule = Self.rule(minimum: 5)
        rule.requirement = .credits("total", 5, "id = b", parts: [.credential("a")])
        let held = try audited(["a"], [exception(.waive("holds-a"))], rule: rule)
        #expect(held.status == .met)
        #expect(held.exceptions.map(\.makesDifference) == [false])
    }

    @Test func `an award that is blocked counts nowhere, or not in one requirement`() throws {
        let all = try audited(["a", "c"], [exception(.block(award: "c", in: nil))])
        #expect(all.status == .notMet)
        #expect(all.unused.map(\.reason) == [.blocked])
        #expect(all.root.children.map(\.status) == [.notMet, .notMet])
        let part = try audited(["a", "c"], [exception(.block(award: "c", in: "outcome"))])
        #expect(part.unused.isEmpty)
        #expect(part.root.children.map(\.status) == [.met, .notMet])
        let group = try audited(["a", "c"], [exception(.block(award: "a", in: "total"))])
        #expect(group.unused.map(\.reason) == [.blocked])
        #expect(group.withoutExceptions?.status == .met)
    }

    @Test func `only what holds, for this learner and this rule, is applied`() throws {
        let waiver = AuditException.Kind.waive("outcome")
        var revoked = exception(waiver)
        revoked.revocation = .init(by: "board", because: "mistake", on: Self.day)
        let over = exception(waiver, until: CalendarDate(dayNumber: Self.day.dayNumber - 1))
        let other = AuditException(
            learner: "another", rule: "target/completion", waiver, Self.decision)
        let elsewhere = AuditException(
            learner: "pseudonym", rule: "a/completion", waiver, Self.decision)
        for exception in [revoked, over, other, elsewhere] {
            #expect(try audited(["a", "b"], [exception]).exceptions.isEmpty)
        }
        let lastDay = exception(waiver, until: Self.day)
        #expect(try audited(["a", "b"], [lastDay]).status == .met)
    }

    @Test func `each exception is taken away in turn, and one that cannot act says why`() throws {
        let made = try audited(
            ["a"],
            [
                exception(.change("total", .minimum, to: "5")), exception(.waive("outcome")),
                exception(.waive("nothing")), exception(.insert(award: "zz", into: "total")),
                exception(.insert(award: "a", into: "root")),
            ])
        #expect(made.status == .met)
        #expect(made.exceptions.map(\.makesDifference) == [true, true, false, false, false])
        #expect(made.exceptions[0].without.remaining.credits == ExactDecimal(5))
        #expect(made.exceptions[1].without.remaining.count == 1)
        #expect(made.exceptions.map { $0.problem == nil } == [true, true, false, false, false])
        #expect(made.exceptions[3].problem?.contains("no award \"zz\"") == true)
        #expect(made.exceptions[4].problem?.contains("counts no awards") == true)
    }

    // MARK: Random worlds

    @Test func `a requirement waived or an award inserted never makes it worse`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 120)) {
            let world = try RandomWorld(seed: seed)
            var random = SeededGenerator(seed: seed &+ 7)
            for kind in world.favours(&random) {
                let made = world.audited(kind)
                guard let without = made.withoutExceptions else { continue }
                #expect(made.status.rank <= without.status.rank, "seed \(seed), \(kind)")
                guard !made.isUnsatisfiable, !world.audited().isUnsatisfiable else { continue }
                #expect(
                    made.remaining.numbers.lexicographicallyPrecedesOrEquals(
                        without.remaining.numbers), "seed \(seed), \(kind)")
            }
        }
    }

    @Test func `an award blocked never makes it better`() throws {
        for seed in 0..<UInt64(oracleCases(debug: 120)) {
            let world = try RandomWorld(seed: seed)
            var random = SeededGenerator(seed: seed &+ 11)
            guard let award = world.learner.awards.randomElement(using: &random)?.id,
                let node = world.rule.requirement.nodes.randomElement(using: &random)?.id
            else { continue }
            for kind in [
                AuditException.Kind.block(award: award, in: nil), .block(award: award, in: node),
            ] {
                let made = world.audited(kind)
                guard let without = made.withoutExceptions else { continue }
                #expect(made.status.rank >= without.status.rank, "seed \(seed), \(kind)")
                if case .block(_, nil) = kind {
                    #expect(!made.assignment.contains { $0.award == award }, "seed \(seed)")
                    #expect(!made.root.nodes.contains { $0.evidence.contains(award) })
                }
                guard !made.isUnsatisfiable, !world.audited().isUnsatisfiable else { continue }
                #expect(
                    without.remaining.numbers.lexicographicallyPrecedesOrEquals(
                        made.remaining.numbers), "seed \(seed), \(kind)")
            }
        }
    }

    @Test func `a rule that is waived in part is judged as the best of all assignments would`()
        throws
    {
        for seed in 0..<UInt64(oracleCases(debug: 60)) {
            let world = try RandomWorld(seed: seed)
            var random = SeededGenerator(seed: seed &+ 13)
            guard let id = world.rule.requirement.nodes.randomElement(using: &random)?.id else {
                continue
            }
            var rewritten = world
            rewritten.rule = try world.rule.applying(.waive(id))
            guard rewritten.oracle.placementCount <= 3000 else { continue }
            let made = world.audited(.waive(id))
            #expect(made.status == rewritten.oracle.status, "seed \(seed), \(id)")
            #expect(
                made.remaining.credits.thousandths == rewritten.oracle.certain.credits,
                "seed \(seed), \(id)")
        }
    }
}

extension RandomWorld {
    /// A waiver of a requirement, and an insertion of an award into one.
    fileprivate func favours(_ random: inout SeededGenerator) -> [AuditException.Kind] {
        let nodes = rule.requirement.nodes
        var kinds: [AuditException.Kind] = []
        if let node = nodes.randomElement(using: &random) { kinds.append(.waive(node.id)) }
        let slots = nodes.filter { node in
            switch node.kind {
            case .count, .credential: true
            default: false
            }
        }
        if let slot = slots.randomElement(using: &random),
            let award = learner.awards.randomElement(using: &random)
        {
            kinds.append(.insert(award: award.id, into: slot.id))
        }
        return kinds
    }

    fileprivate func audited(_ kind: AuditException.Kind) -> Audit {
        var terms = AuditTerms(asOf: asOf)
        terms.exceptions = [
            AuditException(
                learner: learner.id, rule: rule.id, kind,
                .init(by: "board", because: "fair", on: asOf))
        ]
        return audit(learner, of: rule, in: graph, terms: terms)
    }
}

extension Audit {
    fileprivate var isUnsatisfiable: Bool { warnings.contains(.ruleUnsatisfiable) }
}

extension Audit.Remaining {
    fileprivate var numbers: [Int] { [credits.thousandths, units.thousandths, count] }
}

extension [Int] {
    fileprivate func lexicographicallyPrecedesOrEquals(_ other: [Int]) -> Bool {
        self == other || lexicographicallyPrecedes(other)
    }
}

extension Status {
    /// From the best to the worst.
    fileprivate var rank: Int {
        switch self {
        case .met: 0
        case .cannotTell: 1
        case .notMet: 2
        }
    }
}
