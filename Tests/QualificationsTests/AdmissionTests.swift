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

    /// A world whose admission rules ask for single awards by id or tag, or a person's permission,
    /// as course catalogues do.
    private func catalogueWorld(seed: UInt64) throws -> RandomWorld {
        var draw = Draw(seed: seed, size: .comparable)
        var parts = draw.parts()
        for index in parts.credentials.indices {
            parts.credentials[index].tags = ["t0", "t1", "t2"].filter { _ in draw.chance(30) }
        }
        for index in parts.credentials.indices where draw.chance(80) {
            let groups = (0..<draw.pick([1, 2, 3])).map { group in
                prerequisite("\(index)-\(group)", &draw)
            }
            parts.rules.append(
                Rule(
                    credential: parts.credentials[index].id, use: .admission,
                    requirement: Requirement(id: "all-\(index)", kind: .all(groups))))
        }
        var world = try RandomWorld(seed: seed, size: .comparable)
        world.graph = try Graph(parts)
        world.learner = try Learner(id: "pseudonym", awards: draw.awards())
        return world
    }

    private func prerequisite(_ name: String, _ draw: inout Draw) -> Requirement {
        let selector: Selector =
            switch draw.pick([0, 1, 2, 3]) {
            case 0: .comparison(.id, .equal, "c\(draw.pick([0, 1, 2]))")
            case 1: .oneOf(.id, ["c1", "c3"])
            case 2: .comparison(.tag, .equal, draw.pick(["t0", "t1"]))
            default: .or(.comparison(.id, .equal, "c2"), .not(.comparison(.tag, .equal, "t2")))
            }
        let demand = Requirement.Demand(minimum: ExactDecimal(1), unit: .awards, selector: selector)
        let award = Requirement(
            id: "award-\(name)", isShared: draw.chance(70), kind: .count(demand))
        guard draw.chance(40) else { return award }
        let person = Requirement(id: "person-\(name)", kind: .decision(by: "the department"))
        return Requirement(id: "any-\(name)", kind: .any([award, person]))
    }

    @Test func `single awards by id or tag and permissions are judged as the audit judges them`()
        throws
    {
        for seed in 0..<UInt64(oracleCases(debug: 200)) {
            let world = try catalogueWorld(seed: seed)
            let judge = AdmissionJudge(world.graph)
            let held = judge.holdings(of: world.learner, asOf: world.asOf)
            let all = Array(world.graph.credentials.indices)
            for credential in all {
                #expect(
                    judge.status(of: credential, given: held) == slow(credential, world),
                    "seed \(seed), c\(credential)")
            }
            let taken = all[Int(seed) % all.count]
            let after = judge.taking(taken, given: held).holdings
            let fresh = judge.holdings(of: try world.awarding(taken).learner, asOf: world.asOf)
            for credential in all {
                #expect(
                    judge.status(of: credential, given: after)
                        == judge.status(of: credential, given: fresh), "seed \(seed)")
            }
        }
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
    func `taking several is as taking one after the other`(countsCredits: Bool) throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let world = try world(seed: seed, countsCredits: countsCredits)
            let judge = AdmissionJudge(world.graph)
            let before = judge.holdings(of: world.learner, asOf: world.asOf)
            let taken = Array(world.graph.credentials.indices.prefix(3))
            let together = judge.taking(taken, given: before).holdings
            let oneByOne = taken.reduce(before) { judge.taking($1, given: $0).holdings }
            for credential in world.graph.credentials.indices {
                #expect(
                    judge.status(of: credential, given: together)
                        == judge.status(of: credential, given: oneByOne), "seed \(seed)")
            }
        }
    }

    @Test(arguments: [true, false])
    func `what reaches nothing changes nothing, and what reaches the same opens the same`(
        countsCredits: Bool
    ) throws {
        for seed in 0..<UInt64(oracleCases(debug: 100)) {
            let world = try world(seed: seed, countsCredits: countsCredits)
            let judge = AdmissionJudge(world.graph)
            let before = judge.holdings(of: world.learner, asOf: world.asOf)
            var opened: [AdmissionReach: [Int]] = [:]
            for credential in world.graph.credentials.indices {
                let reached = judge.reached(by: credential, given: before)
                let found = judge.taking(credential, given: before).opened
                if reached.isEmpty { #expect(found.isEmpty, "seed \(seed)") }
                guard reached.isByCountersAlone else { continue }
                #expect(opened[reached, default: found] == found, "seed \(seed)")
                opened[reached] = found
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
    }
}
