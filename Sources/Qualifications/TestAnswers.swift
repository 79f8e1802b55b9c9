// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The answers to a rule's tests, and which awards give them.
struct TestAnswers {
    private(set) var statuses: [Status]
    /// For each test, the places of the awards by which it is met.
    private(set) var evidence: [[Int]]

    private let program: RuleProgram

    init(_ program: RuleProgram, asOf: CalendarDate) {
        self.program = program
        evidence = Array(repeating: [], count: program.tests.count)
        statuses = program.tests.map { test in
            switch test {
            case .outcome, .skill: .notMet
            case .notBefore(let date): Status(asOf >= date)
            }
        }
    }

    /// Takes an award into account.
    mutating func add(_ award: Evidence, _ graph: Graph, _ climb: inout SkillClimb) {
        for test in program.testsOfCredential[award.credential] ?? [] {
            answer(test, .met, award.index)
        }
        guard !program.testsOfSkill.isEmpty else { return }
        for outcome in graph.outcomesOfCredential[award.credential] {
            for origin in graph.skillsOfOutcome.origins(of: Int(outcome)) {
                add(graph.alignments[Int(origin)], award.index, graph, &climb)
            }
        }
    }

    private mutating func add(
        _ alignment: GraphParts.AlignmentLink, _ index: Int, _ graph: Graph,
        _ climb: inout SkillClimb
    ) {
        for skill in climb.reached(from: [alignment.skill], graph) {
            for test in program.testsOfSkill[skill] ?? [] {
                guard case .skill(let asked) = program.tests[test] else { continue }
                answer(test, Self.reaches(alignment.proficiency, asked, graph), index)
            }
        }
    }

    private mutating func answer(_ test: Int, _ status: Status, _ index: Int) {
        statuses[test] = statuses[test].or(status)
        if status == .met, evidence[test].last != index { evidence[test].append(index) }
    }

    private static func reaches(_ level: Level?, _ asked: Level?, _ graph: Graph) -> Status {
        guard let asked else { return .met }
        guard let level, let order = graph.crosswalk.compare(level, with: asked) else {
            return .cannotTell
        }
        return Status(order >= 0)
    }

    /// Whether each test is met, a missing fact taken to be as asked where `assuming`.
    func truths(assuming: Bool) -> [Bool] {
        statuses.map { $0 == .met || (assuming && $0 == .cannotTell) }
    }

    var hasUnknown: Bool { statuses.contains(.cannotTell) }
}

/// Finds the skills that some skills count for: themselves and all that are broader.
struct SkillClimb {
    private var stamps: [Int32]
    private var stamp: Int32 = 0

    /// Creates a climber; without a graph it can climb nowhere.
    init(_ graph: Graph?) { stamps = Array(repeating: 0, count: graph?.skills.count ?? 0) }

    /// Returns the skills reached, each once, in no particular order but always the same.
    mutating func reached(from skills: [Int], _ graph: Graph) -> [Int] {
        stamp += 1
        var found: [Int] = []
        for skill in skills where stamps[skill] != stamp {
            stamps[skill] = stamp
            found.append(skill)
        }
        var next = 0
        while next < found.count {
            for above in graph.broader[found[next]].lazy.map(Int.init) where stamps[above] != stamp
            {
                stamps[above] = stamp
                found.append(above)
            }
            next += 1
        }
        return found
    }
}
