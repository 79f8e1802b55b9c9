// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

/// Qualifications that are awarded by themselves.
struct AutomaticAwardTests {
    private static let day = Catalogue.today

    private func days(_ number: Int) -> CalendarDate {
        CalendarDate(dayNumber: Self.day.dayNumber + number)
    }

    private func award(
        _ id: String, _ day: Int? = -100, expires: Int? = nil
    ) -> Award {
        var award = Award(credential: id, date: day.map(days))
        award.expires = expires.map(days)
        return award
    }

    private static func rule(
        _ id: String, _ requirement: Requirement, _ awarding: Rule.Awarding = .automatic
    ) -> Rule {
        var rule = Rule(credential: id, use: .completion, requirement: requirement)
        rule.awarding = awarding
        return rule
    }

    private static func all(_ ids: String...) -> Requirement {
        Requirement(id: "root", kind: .all(ids.map { Requirement.credential($0) }))
    }

    /// A stack of two certificates, one of which needs the other, and a diploma to apply for.
    private static let stack = [
        rule("operations", all("devices", "networks")),
        rule("security", all("operations", "defence")),
        rule("diploma", all("security"), .onApplication),
    ]

    private func graph(_ rules: [Rule] = stack) throws -> Graph {
        var parts = Catalogue.parts(
            [
                "defence", "devices", "diploma", "extra", "networks", "operations", "ring",
                "security",
            ], credits: 5)
        for place in [2, 5, 6, 7] { parts.credentials[place].kind = .certificate }
        parts.rules = rules
        return try Graph(parts)
    }

    private func automatic(
        _ awards: [Award], _ rules: [Rule] = stack, asOf day: CalendarDate = day,
        supposing: AuditTerms.Supposition = .nothing
    ) throws -> AutomaticAwards {
        var terms = AuditTerms(asOf: day)
        terms.supposing = supposing
        return AutomaticAwards(
            of: try Learner(id: "pseudonym", awards: awards), in: try graph(rules), terms: terms)
    }

    @Test func `what is met is held, with what rests on it, and what is applied for is not`()
        throws
    {
        let held = try automatic([
            award("devices", -30), award("networks", -20), award("defence", -10),
            award("extra", -1),
        ])
        #expect(held.derived.map(\.award.credential) == ["operations", "security"])
        #expect(held.derived.map(\.award.date) == [days(-20), days(-10)])
        #expect(
            held.derived.map(\.restsOn) == [
                ["devices@\(days(-30))", "networks@\(days(-20))"],
                ["defence@\(days(-10))", "operations@\(days(-20))"],
            ])
        #expect(held.lapses.isEmpty)
        #expect(held.learner.awards.count == 6)
        #expect(held.recorded.awards.count == 4)
    }

    @Test func `one that is on record is not derived again`() throws {
        let held = try automatic([
            award("devices"), award("networks"), award("operations", -5),
        ])
        #expect(held.derived.isEmpty)
    }

    @Test func `it is dated by what it had to wait for, not by what came later`() throws {
        let rules = [Self.rule("operations", .credits("root", 10, "kind != certificate"))]
        let held = try automatic(
            [award("devices", -300), award("networks", -200), award("extra", -100)], rules)
        #expect(held.derived.map(\.award.date) == [days(-200)])
        #expect(held.derived.first?.restsOn.count == 2)
        let undated = try automatic([award("devices", nil), award("extra", nil)], rules)
        #expect(undated.derived.map(\.award.id) == ["operations"])
    }

    @Test func `a ring gives nothing, and neither does a rule that asks for nothing`() throws {
        let rules = [
            Self.rule("operations", Self.all("ring")), Self.rule("ring", Self.all("operations")),
            Self.rule("security", Requirement(id: "root", kind: .all([]))),
        ]
        #expect(try automatic([award("devices")], rules).derived.isEmpty)
        let begun = try automatic([award("ring")], rules)
        #expect(begun.derived.map(\.award.credential) == ["operations"])
    }

    @Test func `what is only supposed gives what is only supposed`() throws {
        var begun = award("networks", -10)
        begun.progress = .inProgress
        let awards = [award("devices"), begun, award("defence")]
        #expect(try automatic(awards).derived.isEmpty)
        let supposed = try automatic(awards, supposing: .inProgress)
        #expect(supposed.derived.map(\.award.progress) == [.inProgress, .inProgress])
    }

    // MARK: Lapses

    @Test func `when a member lapses it is no longer held, and which and when is said`() throws {
        let awards = [
            award("devices", -900, expires: -10), award("networks", -800), award("defence", -700),
        ]
        #expect(try automatic(awards, asOf: days(-10)).derived.count == 2)
        let lapsed = try automatic(awards, asOf: days(-9))
        #expect(lapsed.derived.isEmpty)
        #expect(lapsed.lapses.map(\.lastDay) == [days(-10), days(-10)])
        #expect(lapsed.lapses[0].members.map(\.award) == ["devices@\(days(-900))"])
        #expect(lapsed.lapses[0].members.map(\.text) == ["It expired on \(days(-10))."])
        #expect(lapsed.lapses[1].members.map(\.award) == ["operations@\(days(-800))"])
        #expect(lapsed.lapses[1].members.first?.text.contains("lapsed itself") == true)
        #expect(try automatic(awards).lapses == lapsed.lapses)
    }

    @Test func `a member renewed in time is no lapse, and one renewed later ends it`() throws {
        let before = award("devices", -900, expires: -10)
        let inTime = try automatic([before, award("devices", -11), award("networks")])
        #expect(inTime.derived.count == 1)
        #expect(inTime.lapses.isEmpty)
        let late = try automatic([before, award("devices", -2), award("networks")])
        #expect(late.derived.map(\.award.date) == [days(-2)])
        #expect(late.lapses.isEmpty)
    }

    @Test func `what was never held at one time has not lapsed`() throws {
        let apart = try automatic([
            award("devices", -900, expires: -500), award("networks", -400),
        ])
        #expect(apart.derived.isEmpty)
        #expect(apart.lapses.isEmpty)
    }

    @Test func `an award may grow too old for the rule`() throws {
        var rule = Self.stack[0]
        rule.counts = .comparison(.age, .atMost, "3y")
        let first = CalendarDate(dayNumber: Self.day.adding(years: -3).dayNumber - 5)
        let awards = [Award(credential: "devices", date: first), award("networks", -700)]
        let lapsed = try automatic(awards, [rule])
        #expect(lapsed.derived.isEmpty)
        #expect(lapsed.lapses.map(\.lastDay) == [first.adding(years: 3)])
        #expect(lapsed.lapses.first?.members.map(\.award) == ["devices@\(first)"])
    }

    @Test func `an award on record is named when its rule has lapsed`() throws {
        let lapsed = try automatic([
            award("devices", -900, expires: -10), award("networks", -800),
            award("operations", -800),
        ])
        #expect(lapsed.derived.isEmpty)
        #expect(lapsed.lapses.map(\.recorded) == ["operations@\(days(-800))"])
    }

    // MARK: Counting

    @Test func `it counts where it is asked for, but the same work does not count twice`() throws {
        let held = try automatic([
            award("devices", -30), award("networks", -20),
        ])
        let graph = try graph()
        func judged(_ requirement: Requirement) -> Audit {
            let rule = Rule(credential: "diploma", use: .completion, requirement: requirement)
            return audit(
                held.learner(toward: rule), of: rule, in: graph, asOf: Self.day)
        }
        #expect(judged(.credential("operations")).status == .met)
        #expect(judged(.count("root", 1, .awards, "kind = certificate")).status == .met)
        #expect(judged(.credits("root", 5, "kind = certificate")).status == .met)
        let twice = judged(.credits("root", 15))
        #expect(twice.remaining.credits == ExactDecimal(5))
        #expect(twice.unused.map(\.reason) == [.noCredits])
    }

    // MARK: Random worlds

    @Test func `what is derived is met, what is met is derived, and the order changes nothing`()
        throws
    {
        for seed in 0..<UInt64(oracleCases(debug: 60)) {
            let world = try ManyRules(seed: seed)
            let terms = AuditTerms(asOf: Draw.today)
            let held = AutomaticAwards(of: world.learner, in: world.graph, terms: terms)
            let derived = Set(held.derived.map(\.credential))
            for rule in world.graph.rules where rule.awarding == .automatic {
                let position = try world.graph.credential(named: rule.credential)
                let recorded = world.learner.awards.contains { $0.credential == rule.credential }
                let others = held.learner(toward: rule)
                let own = others.with(
                    others.awards.filter { $0.credential != rule.credential || recorded })
                let made = audit(own, of: rule, in: world.graph, terms: terms)
                let asksNothing =
                    audit(own.with([]), of: rule, in: world.graph, terms: terms).status == .met
                guard !recorded, !world.speaksOfAllHeld else { continue }
                #expect(
                    derived.contains(position) == (made.status == .met && !asksNothing),
                    "seed \(seed)")
            }
            var random = SeededGenerator(seed: seed)
            let shuffled = try Learner(
                id: "pseudonym", awards: world.learner.awards.shuffled(using: &random))
            let again = AutomaticAwards(of: shuffled, in: world.graph, terms: terms)
            #expect(again.derived.map(\.credential) == held.derived.map(\.credential))
            #expect(again.derived.map(\.award.date) == held.derived.map(\.award.date))
            #expect(again.lapses.map(\.lastDay) == held.lapses.map(\.lastDay), "seed \(seed)")
        }
    }

    @Test func `what lapsed was met on its last day and is not on the next`() throws {
        var found = 0
        for seed in 0..<UInt64(oracleCases(debug: 60)) {
            let world = try ManyRules(seed: seed, automatic: 100, expiring: 60)
            let held = AutomaticAwards(
                of: world.learner, in: world.graph, terms: AuditTerms(asOf: Draw.today))
            for lapse in held.lapses {
                // What was on record then, though it has expired since, was not derived.
                let id = world.graph.credentials[lapse.credential].id
                guard !world.learner.awards.contains(where: { $0.credential == id }) else {
                    continue
                }
                found += 1
                func isHeld(on day: CalendarDate) -> Bool {
                    AutomaticAwards(
                        of: world.learner, in: world.graph, terms: AuditTerms(asOf: day)
                    ).derived.contains { $0.credential == lapse.credential }
                }
                #expect(isHeld(on: lapse.lastDay), "seed \(seed)")
                let next = CalendarDate(dayNumber: lapse.lastDay.dayNumber + 1)
                #expect(!isHeld(on: next), "seed \(seed)")
            }
        }
        #expect(found > 0)
    }
}

extension ManyRules {
    /// Whether a rule speaks of everything held, so that an award more can take something away.
    fileprivate var speaksOfAllHeld: Bool {
        graph.rules.flatMap(\.requirement.nodes).contains { node in
            switch node.kind {
            case .absent: true
            case .mean(let mean): mean.basis == .held
            default: false
            }
        }
    }
}
