// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

extension Reading {
    /// Returns up to `most` other assignments that leave as little as `solution`.
    ///
    /// They differ in which credential fills which requirement: what nothing can tell apart is not
    /// merely swapped, nor is an award merely left out.
    func alternatives(to solution: Solution, most: Int) -> [[Solution.Placement]] {
        var found: [[Solution.Placement]] = []
        var seen: Set<Set<Solution.Placement>> = [Set(solution.placements)]
        for scope in program.scopeRoots.indices where found.count < most {
            let problem = problem(scope, solution)
            let root = program.scopeRoots[scope]
            var search = AssignmentSearch(problem, room: !solution.isUnsatisfiable)
            // Many differ only in what is left out; those are completed to the same.
            let choices = search.collect(8 * most + 8, leaving: solution.lacks[root])
            for choice in choices where found.count < most {
                var other = solution
                other.replace(choice, of: problem)
                if seen.insert(Set(other.placements)).inserted { found.append(other.placements) }
            }
        }
        return found
    }
}

extension Solution {
    /// Takes another way to assign one scope.
    mutating func replace(_ choices: Choices, of problem: ScopeProblem) {
        let root = problem.program.scopeRoots[problem.scope]
        placements.removeAll { problem.program.scopes[$0.node] == problem.scope }
        take(
            AssignmentSearch.Result(
                shortfall: lacks[root], choices: choices, proved: true, bound: bound,
                provesOpen: provesOpen, isUnsatisfiable: isUnsatisfiable), of: problem)
    }
}
