// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// Which credentials could change the answer to any test of a rule.
struct TestChanges {
    /// Whether every credential could.
    private let always: Bool
    private let credentials: Set<Int>
    /// The skills that count for one that is asked for.
    private let skills: Set<Int>

    /// Finds what the tests of a rule look at.
    ///
    /// - Complexity: O(skills narrower than those asked for).
    init(_ program: RuleProgram, _ graph: Graph) {
        always = program.tests.contains { test in
            switch test {
            case .order, .absent, .meanHeld: true
            case .outcome, .skill, .notBefore, .decision: false
            }
        }
        credentials = Set(program.testsOfCredential.keys)
        var found = Set(program.testsOfSkill.keys)
        var waiting = Array(found)
        while let skill = waiting.popLast() {
            for below in graph.narrower[skill] where found.insert(Int(below)).inserted {
                waiting.append(Int(below))
            }
        }
        skills = found
    }

    /// Returns whether an award of the credential could change an answer.
    func mayChange(by candidate: Int, _ graph: Graph) -> Bool {
        always || mayAnswer(by: candidate, graph)
    }

    /// Returns whether an award of the credential could answer a test by an outcome or a skill.
    func mayAnswer(by candidate: Int, _ graph: Graph) -> Bool {
        if credentials.contains(candidate) { return true }
        guard !skills.isEmpty else { return false }
        return graph.outcomesOfCredential[candidate].contains { outcome in
            graph.skillsOfOutcome[Int(outcome)].contains { skills.contains(Int($0)) }
        }
    }
}
