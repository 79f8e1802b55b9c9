// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph
import TestSupport
import Testing

struct AdmissionTests {
    /// A world in which most credentials have an admission rule or a `requires` relation.
    private func world(seed: UInt64, countsCredits: Bool) throws -> RandomWorld {
        var size = RandomWorld.Size.comparable
        size.nodes = 5
        size.counts = countsCredits
        var draw = Draw(seed: seed, size: size)
        var parts = draw.parts()
        for index in 0..<size.credentials where draw.chance(70) {
            parts.rules.append(draw.rule(credential: "c\(index)", use: .admission))
        }
        if draw.chance(60) { parts.credentialRelations.append(draw.relation(.requires)) }
        var world = try RandomWorld(seed: seed, size: size)
        world.graph = try Graph(parts)
        world.learner = try Learner(id: "pseudonym", awards: draw.awards())
        return world
    }

    /// What the audit says, asked anew for each rule and relation.
    private func slow(_ credential: Int, _ world: RandomWorld) -> Status {
        var status = Status.met
        if let rule = world.graph.rule(.admission, of: credential) {
            status = audit(world.learner, of: rule, in: world.graph, asOf: world.asOf).status
        }
        for required in world.graph.related(from: credential, by: .requires) {
            let rule = Rule(
                credential: world.graph.credentials[credential].id, use: .admission,
                requirement: .credential(world.graph.credentials[required].id))
            let made = audit(world.learner, of: rule, in: world.graph, asOf: world.asOf)
            status = status.and(made.status)
        }
        return status
    }

    @Test(arguments: [true, false])
    func `the judge agrees with the audit`(countsCredits: Bool) throws {
        for seed in 0..<UInt64(oracleCases(debug: 200)) {
            let world = try world(seed: seed, countsCredits: countsCredits)
            let judge = AdmissionJudge(world.graph)
            let held = judge.holdings(of: world.learner, asOf: world.asOf)
            for credential in world.graph.credentials.indices {
                #expect(
                    judge.status(of: credential, given: held) == slow(credential, world),
                    "seed \(seed), c\(credential)")
            }
        }
    }

    @Test func `a choice blocks as one requirement, until all that is left of it is needed`() throws
    {
        var parts = Catalogue.parts(["a", "b", "c", "goal"], credits: 5)
        func admits(_ kind: Requirement.Kind) throws -> [Blocker] {
            parts.rules = [
                Rule(
                    credential: "goal", use: .admission,
                    requirement: Requirement(id: "choice", kind: kind))
            ]
            return blockers(
                of: 3, for: try Catalogue.learner(["a"]), in: try Graph(parts),
                asOf: Catalogue.today)
        }
        let two = try admits(.atLeast(2, of: ["a", "b", "c"].map(Requirement.credential)))
        #expect(two.map(\.requirement.id) == ["choice"])
        #expect(two.first?.unblockedBy == [0, 1, 2])
        let all = try admits(.atLeast(3, of: ["a", "b", "c"].map(Requirement.credential)))
        #expect(all.map(\.requirement.id) == ["holds-b", "holds-c"])
        let any = try admits(.any(["b", "c"].map(Requirement.credential)))
        #expect(any.map(\.requirement.id) == ["choice"])
    }

    @Test(arguments: [true, false])
    func `taking a credential is as holding it`(countsCredits: Bool) throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let world = try world(seed: seed, countsCredits: countsCredits)
            let judge = AdmissionJudge(world.graph)
            let before = judge.holdings(of: world.learner, asOf: world.asOf)
            let all = Array(world.graph.credentials.indices)
            for credential in all {
                let (after, opened) = judge.taking(credential, given: before)
                let fresh = judge.holdings(
                    of: try world.awarding(credential).learner, asOf: world.asOf)
                for other in all {
                    #expect(
                        judge.status(of: other, given: after)
                            == judge.status(of: other, given: fresh), "seed \(seed)")
                }
                let newly = all.filter {
                    judge.status(of: $0, given: after) == .met
                        && judge.status(of: $0, given: before) != .met
                }
                #expect(opened == newly, "seed \(seed), c\(credential)")
            }
        }
    }

    @Test(arguments: [true, false])
    func `only watchers change`(countsCredits: Bool) throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let world = try world(seed: seed, countsCredits: countsCredits)
            let judge = AdmissionJudge(world.graph)
            let before = judge.holdings(of: world.learner, asOf: world.asOf)
            for credential in world.graph.credentials.indices {
                let (_, opened) = judge.taking(credential, given: before)
                let watchers = Set(judge.watchers(ofCredential: credential))
                #expect(watchers.isSuperset(of: opened), "seed \(seed)")
            }
        }
    }

    @Test func `what is missing to start is named, with what would help`() throws {
        var parts = Catalogue.parts(["basics", "course", "twin", "old"], credits: 5)
        parts.credentials[3].status = "retired"
        parts.credentialRelations = [
            CredentialRelation(from: "course", kind: .requires, to: "basics"),
            CredentialRelation(from: "twin", kind: .equivalent, to: "basics"),
        ]
        let framework = Framework("local")
        parts.skills = [Skill(uri: "s", label: "Sewing", framework: framework)]
        parts.outcomes = [
            LearningOutcome(id: "o", credential: "twin", text: "Sew"),
            LearningOutcome(id: "p", credential: "old", text: "Sew"),
        ]
        parts.alignments = [
            .init(outcome: 0, skill: 0, weight: 1), .init(outcome: 1, skill: 0, weight: 1),
        ]
        parts.rules = [
            Rule(
                credential: "course", use: .admission,
                requirement: Requirement(
                    id: "root",
                    kind: .all([
                        Requirement(id: "sewing", kind: .skill("s", atLeast: nil)),
                        Requirement(id: "day", kind: .notBefore(CalendarDate(dayNumber: 30_000))),
                    ])))
        ]
        let graph = try Graph(parts)
        let found = blockers(
            of: 1, for: try Catalogue.learner([]), in: graph, asOf: Catalogue.today)
        #expect(found.map(\.requirement.id) == ["sewing", "day", "requires/basics"])
        #expect(found.map(\.unblockedBy) == [[2], [], [0, 2]])
        #expect(found.allSatisfy { $0.status == .notMet })
        let none = blockers(
            of: 0, for: try Catalogue.learner([]), in: graph, asOf: Catalogue.today)
        #expect(none.isEmpty)
    }

    @Test func `a narrower skill opens what asks for a broader one`() throws {
        var parts = Catalogue.parts(["teaches", "asks"], credits: 5)
        let framework = Framework("local")
        parts.skills = ["narrow", "broad"].map {
            Skill(uri: $0, label: "Skill", framework: framework)
        }
        parts.skillLinks = [.init(from: 0, kind: .broader, to: 1)]
        parts.outcomes = [LearningOutcome(id: "o", credential: "teaches", text: "Can")]
        parts.alignments = [.init(outcome: 0, skill: 0, weight: 1)]
        parts.rules = [
            Rule(
                credential: "asks", use: .admission,
                requirement: Requirement(id: "r", kind: .skill("broad", atLeast: nil)))
        ]
        let judge = AdmissionJudge(try Graph(parts))
        let held = judge.holdings(of: try Catalogue.learner([]), asOf: Catalogue.today)
        #expect(judge.status(of: 1, given: held) == .notMet)
        let (after, opened) = judge.taking(0, given: held)
        #expect(opened == [1])
        #expect(after.holds(skill: 1))
        #expect(!held.holds(skill: 1))
        #expect(judge.watchers(ofSkill: 1) == [1])
    }
}
