// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

@Suite struct AttainmentTests {
    @Test func `an attainment says what the audit says`() throws {
        let terms = AuditTerms(asOf: Draw.today)
        for seed in 0..<UInt64(oracleCases(debug: 150)) {
            let world = try ManyRules(seed: seed, automatic: Int(seed % 3) * 30)
            for target in [0, 2, 4] {
                let reader = try #require(AttainmentReader(target, in: world.graph, terms: terms))
                let made = try #require(reader.attainment(of: world.learner))
                let id = world.graph.credentials[target].id
                let rule = try #require(world.graph.rule(.completion, of: target))
                let all = AutomaticAwards(of: world.learner, in: world.graph, terms: terms)
                    .learner(toward: rule)
                let holder = all.with(all.awards.filter { $0.credential != id })
                let audit = audit(holder, of: rule, in: world.graph, terms: terms)
                let place = Comment("seed \(seed), \(id)")
                #expect(made.status == audit.status, place)
                #expect(made.scheme == audit.remaining.scheme, place)
                #expect(made.counted <= made.held, place)
                let counted = Self.counted(audit, made.scheme, holder, world.graph)
                #expect(made.counted.thousandths == counted, place)
                try Self.check(made.reached, holder, rule, world.graph, place)
            }
        }
    }

    /// Thousandths of credits that an audit counts, read from its tree.
    private static func counted(
        _ audit: Audit, _ scheme: CreditScheme, _ learner: Learner, _ graph: Graph
    ) -> Int {
        var units: [String: Unit] = [:]
        func walk(_ node: AuditNode, _ around: Unit?) {
            let isCount = if case .count = node.requirement.kind { true } else { false }
            let unit = isCount ? node.unit : node.requirement.isShared ? nil : around
            units[node.id] = unit
            let isGate = node.kind == "all" || node.kind == "any" || node.kind == "at-least"
            for child in node.children { walk(child, isGate ? nil : unit) }
        }
        walk(audit.root, nil)
        var counted: [Int: Int] = [:]
        for entry in audit.assignment {
            let award = learner.awards[entry.awardIndex]
            guard
                let stated = award.credits
                    ?? graph.credential(award.credential).flatMap({ graph.credentials[$0].credits }),
                stated.amount > .zero, let whole = graph.convert(stated, to: scheme)
            else { continue }
            let part = units[entry.requirement]?.scheme.flatMap {
                graph.convert(Credits(entry.credits, $0), to: scheme)
            }
            let group = graph.credential(award.credential).map(graph.equivalenceClass) ?? -1
            counted[group] = max(
                counted[group] ?? 0,
                min((part ?? whole).amount, whole.amount).thousandths)
        }
        return counted.values.reduce(0, +)
    }

    /// On the day it was reached the rule is met, and on no day with an award before.
    private static func check(
        _ reached: CalendarDate?, _ learner: Learner, _ rule: Rule, _ graph: Graph,
        _ place: Comment
    ) throws {
        guard let reached else { return }
        func status(_ day: CalendarDate) -> Status {
            audit(learner, of: rule, in: graph, asOf: day).status
        }
        #expect(status(reached) == .met, place)
        let days = Set(learner.awards.compactMap(\.date))
        for day in days where day < reached { #expect(status(day) != .met, place) }
        if !days.contains(reached) {
            #expect(status(CalendarDate(dayNumber: reached.dayNumber - 1)) != .met, place)
        }
    }

    @Test func `a credential without a rule has no attainment`() throws {
        let world = try ManyRules(seed: 1)
        let terms = AuditTerms(asOf: Draw.today)
        #expect(AttainmentReader(1, in: world.graph, terms: terms) == nil)
    }
}
