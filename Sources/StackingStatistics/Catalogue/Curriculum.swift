// SPDX-License-Identifier: Apache-2.0

import Qualifications
import SkillsGraph

/// What can count toward a qualification, with all that must be taken before any of it.
struct Curriculum {
    /// The courses, by position in the graph, ascending.
    let courses: [Int]
    /// Which course comes before which, by place in `courses`.
    let edges: [(before: Int, after: Int)]
    /// How many relations offer a choice of what comes before, and are no edges.
    let alternatives: Int

    /// Gathers the curriculum of a target from what its rule takes; `prerequisites` has an entry
    /// for each credential of the graph.
    init(of target: Int, taking taken: [Int], _ prerequisites: [Graph.Prerequisites]) {
        var members = Set(taken).union(prerequisites[target].needed)
        var waiting = Array(members)
        while let course = waiting.popLast() {
            waiting += prerequisites[course].needed.filter { members.insert($0).inserted }
        }
        members.remove(target)
        let courses = members.sorted()
        let places = Dictionary(
            uniqueKeysWithValues: courses.enumerated().map { ($0.element, $0.offset) })
        edges = courses.enumerated().flatMap { place, course in
            prerequisites[course].needed.compactMap { needed in
                places[needed].map { (before: $0, after: place) }
            }
        }
        alternatives = courses.reduce(0) { $0 + prerequisites[$1].alternatives.count }
        self.courses = courses
    }
}
