// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Which of the rules that the audit must judge could be judged otherwise with one award more.
struct AdmissionWatch: Sendable {
    /// The rules that any award could change.
    let always: [Int]
    private let ofSort: Adjacency
    private let ofClass: Adjacency
    private let ofCredential: Adjacency
    private let ofSkill: Adjacency
    private let sortsOfCredential: Adjacency

    init(_ programs: [RuleProgram], _ graph: Graph) {
        var always: [Int] = []
        var sorts = AwardSorts()
        var ofSort: [(from: Int, to: Int)] = []
        var ofClass = ofSort
        var ofCredential = ofSort
        var ofSkill = ofSort
        for (place, program) in programs.enumerated() {
            guard program.changesByFewAwards else {
                always.append(place)
                continue
            }
            for selector in Set(program.accounts.map(\.demand.selector)) {
                ofSort.append((sorts.number(of: selector), place))
            }
            ofClass += program.leavesOfClass.keys.map { ($0, place) }
            ofCredential += program.testsOfCredential.keys.map { ($0, place) }
            ofSkill += program.testsOfSkill.keys.map { ($0, place) }
        }
        self.always = always
        self.ofSort = Adjacency(count: sorts.selectors.count, edges: ofSort)
        self.ofClass = Adjacency(count: graph.credentials.count, edges: ofClass)
        self.ofCredential = Adjacency(count: graph.credentials.count, edges: ofCredential)
        self.ofSkill = Adjacency(count: graph.skills.count, edges: ofSkill)
        sortsOfCredential = sorts.sortsOfCredentials(in: graph)
    }

    /// The rules that an award of `credential`, which teaches `skills` and all above them, could
    /// change, in order.
    func programs(watching credential: Int, skills: ArraySlice<Int32>, _ graph: Graph) -> [Int] {
        var found = Set(always)
        found.formUnion(ofClass[graph.equivalenceClass(of: credential)].lazy.map(Int.init))
        found.formUnion(ofCredential[credential].lazy.map(Int.init))
        for sort in sortsOfCredential[credential] {
            found.formUnion(ofSort[Int(sort)].lazy.map(Int.init))
        }
        if ofSkill.edgeCount > 0 {
            for skill in skills { found.formUnion(ofSkill[Int(skill)].lazy.map(Int.init)) }
        }
        return found.sorted()
    }
}

extension RuleProgram {
    /// Whether only awards that fit one of its slots or tests, by what they are, can change it.
    fileprivate var changesByFewAwards: Bool {
        overlapLeaves.isEmpty && rule.equivalences.isEmpty && !asksOfAllHeld
    }

    /// Whether a test looks at more than the awards of one credential or skill.
    var asksOfAllHeld: Bool {
        tests.contains { test in
            switch test {
            case .order, .absent, .meanHeld: true
            case .outcome, .skill, .notBefore, .decision: false
            }
        }
    }

    /// Whether counters can judge it: it takes every award, asks for no proficiency and no order,
    /// counts nothing but single awards of a sort, and has no two places for one.
    var isSimple: Bool {
        overlapLeaves.isEmpty && rule.equivalences.isEmpty
            && rule.counts == .everything && rule.recognition == nil
            && !leavesOfClass.values.contains { $0.count > 1 }
            && accounts.allSatisfy { $0.asksOneAward && slotCount(inScope: $0.scope) == 1 }
            && tests.allSatisfy { test in
                switch test {
                case .outcome, .skill(nil), .notBefore, .decision: true
                case .skill, .order, .absent, .meanHeld: false
                }
            }
    }

    private func slotCount(inScope scope: Int) -> Int {
        accounts.count { $0.scope == scope } + leaves.count { $0.scope == scope }
    }
}

extension RuleProgram.Account {
    /// Whether a single award, known by its credential alone, is all it takes.
    fileprivate var asksOneAward: Bool {
        demand.unit == .awards && demand.minimum == ExactDecimal(1) && demand.maximum == nil
            && demand.parts.isEmpty && demand.selector.isPlain
    }
}
