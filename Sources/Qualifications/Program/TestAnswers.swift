// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// The answers to a rule's tests, and which awards give them.
struct TestAnswers {
    /// For each test, the places of the awards by which it is met.
    private(set) var evidence: [[Int]]
    /// The answers of tests that any one award can meet.
    private var direct: [Status]
    /// Every award that was taken into account, and whether it counts in the rule.
    private var held: [(evidence: Evidence, admission: Status)] = []

    private let reading: RuleReading
    private let asOf: CalendarDate
    private var program: RuleProgram { reading.program }

    /// Creates answers by a reading that assumes nothing.
    init(_ reading: RuleReading, asOf: CalendarDate) {
        self.reading = reading
        self.asOf = asOf
        evidence = Array(repeating: [], count: reading.program.tests.count)
        direct = Array(repeating: .notMet, count: reading.program.tests.count)
    }

    /// Takes an award into account.
    mutating func add(_ award: Evidence, _ climb: inout SkillClimb) {
        guard !program.tests.isEmpty else { return }
        let admission = reading.admits(award)
        held.append((award, admission))
        for test in program.testsOfCredential[award.credential] ?? [] {
            answer(test, admission, award)
        }
        addOrders(award, admission)
        guard !program.testsOfSkill.isEmpty, admission != .notMet else { return }
        for outcome in reading.graph.outcomesOfCredential[award.credential] {
            for origin in reading.graph.skillsOfOutcome.origins(of: Int(outcome)) {
                add(reading.graph.alignments[Int(origin)], award, admission, &climb)
            }
        }
    }

    private mutating func add(
        _ alignment: GraphParts.AlignmentLink, _ award: Evidence, _ admission: Status,
        _ climb: inout SkillClimb
    ) {
        for skill in climb.reached(from: [alignment.skill], reading.graph) {
            for test in program.testsOfSkill[skill] ?? [] {
                guard case .skill(let asked) = program.tests[test] else { continue }
                answer(test, admission.and(reaches(alignment.proficiency, asked)), award)
            }
        }
    }

    private mutating func answer(_ test: Int, _ status: Status, _ award: Evidence) {
        guard !reading.decisions.blocks(award.award, test: test) else { return }
        direct[test] = direct[test].or(status)
        if status == .met, evidence[test].last != award.index {
            evidence[test].append(award.index)
        }
    }

    private func reaches(_ level: Level?, _ asked: Level?) -> Status {
        guard let asked else { return .met }
        guard let level, let order = reading.graph.crosswalk.compare(level, with: asked) else {
            return .cannotTell
        }
        return Status(order >= 0)
    }

    // MARK: Answers

    /// The answer to each test.
    var statuses: [Status] {
        program.tests.indices.map { test in
            switch program.tests[test] {
            case .outcome, .skill: direct[test]
            case .order(let ids): order(of: ids, in: test)
            case .absent(let selector): absence(of: selector)
            case .meanHeld(let mean): meanReaches(mean)
            case .notBefore(let date): Status(asOf >= date)
            case .decision: .cannotTell
            }
        }
    }

    private mutating func addOrders(_ award: Evidence, _ admission: Status) {
        guard admission == .met else { return }
        for (test, kind) in program.tests.enumerated() {
            guard case .order(let ids) = kind, ids.contains(where: { goes(award, by: $0) }),
                !reading.decisions.blocks(award.award, test: test)
            else { continue }
            evidence[test].append(award.index)
        }
    }

    private func goes(_ award: Evidence, by id: String) -> Bool {
        reading.graph.credential(id).map { reading.graph.areEquivalent($0, award.credential) }
            ?? false
    }

    /// Whether awards can be chosen in the order of `ids`; of each the earliest that is no earlier
    /// than the one before leaves most room for the next.
    private func order(of ids: [String], in test: Int) -> Status {
        let decisions = reading.decisions
        let able =
            decisions.isEmpty
            ? held : held.filter { !decisions.blocks($0.evidence.award, test: test) }
        if follows(ids, able, isCertain: true) { return .met }
        return follows(ids, able, isCertain: false) ? .cannotTell : .notMet
    }

    private func follows(
        _ ids: [String], _ able: [(evidence: Evidence, admission: Status)], isCertain: Bool
    ) -> Bool {
        var last = CalendarDate(dayNumber: .min)
        for id in ids {
            let candidates = able.filter {
                goes($0.evidence, by: id)
                    && ($0.admission == .met || (!isCertain && $0.admission == .cannotTell))
            }.map(\.evidence.award.date)
            if !isCertain, candidates.contains(nil) { continue }
            guard let next = candidates.compactMap({ $0 }).filter({ $0 >= last }).min() else {
                return false
            }
            last = next
        }
        return true
    }

    private func absence(of selector: Selector) -> Status {
        held.reduce(.met) { $0.and(reading.matches(selector, $1.evidence).negated) }
    }

    private func meanReaches(_ mean: Requirement.MeanGrade) -> Status {
        guard let scale = program.scale(mean.scale), scale.mostPoints != nil else {
            return .cannotTell
        }
        var sum = 0
        var schemes: Set<CreditScheme> = []
        for (evidence, _) in held {
            let stated =
                evidence.award.credits ?? reading.graph.credentials[evidence.credential].credits
            let isAssumed = evidence.award.grade == nil && evidence.isThoughtOf
            guard isAssumed || evidence.award.grade.map(scale.has) ?? false else {
                return .cannotTell
            }
            let points = evidence.award.grade.flatMap(scale.points)
            guard let points = isAssumed ? scale.mostPoints : points else { continue }
            guard let credits = stated else { return .cannotTell }
            schemes.insert(credits.scheme)
            sum += min(credits.amount.thousandths, Worth.most) * (points - mean.minimum).thousandths
        }
        return schemes.count > 1 ? .cannotTell : Status(sum >= 0)
    }
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
