// SPDX-License-Identifier: Apache-2.0

import SkillsGraph

/// How hard the prerequisites of a curriculum make it to finish in time, course by course.
///
/// After Heileman, Abdallah, Slim and Hickman, "Curricular Analytics: A Framework for Quantifying
/// the Impact of Curricular Reforms and Pedagogical Innovations" (2018). An edge leads from what
/// is taken first to what is taken after; a corequisite is an edge like any other.
///
/// ```swift
/// let metrics = try CurriculumMetrics(courses: 3, edges: [(0, 1), (1, 2)])
/// metrics.courses[0].blocking    // 2: two courses cannot be taken before it
/// metrics.courses[0].delay       // 3: it stands on a path of three courses
/// metrics.complexity             // 12
/// ```
public struct CurriculumMetrics: Hashable, Sendable {
    /// The measures of one course.
    public struct Course: Hashable, Sendable {
        /// How many courses cannot be taken before it: all that a path leads to from it.
        public let blocking: Int
        /// How many courses are on the longest path through it.
        public let delay: Int
        /// The courses on each path through it from one that needs nothing to one that nothing
        /// needs, all added up; zero for a course at either end, and nil where it passes 2⁵³.
        public let centrality: Int?

        /// Its structural complexity: the blocking and the delay factor.
        public var complexity: Int { blocking + delay }
    }

    /// The measures of each course, by position.
    public let courses: [Course]

    /// The structural complexity of the curriculum: that of its courses, added up.
    public var complexity: Int { courses.reduce(0) { $0 + $1.complexity } }
    /// The blocking factors of its courses, added up.
    public var blocking: Int { courses.reduce(0) { $0 + $1.blocking } }
    /// The delay factors of its courses, added up.
    public var delay: Int { courses.reduce(0) { $0 + $1.delay } }
    /// How many courses are on its longest path: the fewest terms in which it can be taken.
    public var longestPath: Int { courses.map(\.delay).max() ?? 0 }

    /// Measures `count` courses, of which `edges` say which comes before which; an edge that is
    /// there twice counts once.
    ///
    /// - Throws: `CurriculumError.ring` with the names of the courses on one of the shortest rings.
    /// - Complexity: O(courses + edges) for delay and centrality, O(courses × edges ÷ 64) for
    ///   blocking.
    public init(
        courses count: Int, edges: [(before: Int, after: Int)],
        name: (Int) -> String = { String($0) }
    ) throws {
        let after = Self.distinct(edges, count: count)
        guard let order = after.topologicalOrder() else {
            throw CurriculumError.ring((after.shortestCycle() ?? []).map(name))
        }
        let before = after.reversed(count: count)
        let blocking = Self.blocking(after, order)
        let fromStart = PathSums(before, order)
        let toEnd = PathSums(after, order.reversed())
        courses = (0..<count).map { course in
            Course(
                blocking: blocking[course],
                delay: fromStart.longest[course] + toEnd.longest[course] + 1,
                centrality: before[course].isEmpty || after[course].isEmpty
                    ? 0 : fromStart.courses(with: toEnd, through: course))
        }
    }

    private static func distinct(
        _ edges: [(before: Int, after: Int)], count: Int
    ) -> Adjacency {
        var targets = [[Int]](repeating: [], count: count)
        for edge in edges { targets[edge.before].append(edge.after) }
        var kept: [(from: Int, to: Int)] = []
        for (course, after) in targets.enumerated() {
            for target in Set(after).sorted() { kept.append((course, target)) }
        }
        return Adjacency(count: count, edges: kept)
    }

    /// For each course how many it leads to: sixty-four possible ends at a time, a bit for each.
    private static func blocking(_ after: Adjacency, _ order: [Int]) -> [Int] {
        var blocking = [Int](repeating: 0, count: after.count)
        var reached = [UInt64](repeating: 0, count: after.count)
        for first in stride(from: 0, to: order.count, by: 64) {
            var place = [Int: UInt64](minimumCapacity: 64)
            for (bit, course) in order[first..<min(first + 64, order.count)].enumerated() {
                place[course] = 1 << UInt64(bit)
            }
            // Nothing after the last of these in the order leads to any of them.
            for course in order[..<min(first + 64, order.count)].reversed() {
                var ends: UInt64 = 0
                for next in after[course] { ends |= reached[Int(next)] }
                blocking[course] += ends.nonzeroBitCount
                reached[course] = ends | (place[course] ?? 0)
            }
            for course in order[..<min(first + 64, order.count)] { reached[course] = 0 }
        }
        return blocking
    }
}

/// The paths that end in each course: how long the longest is, how many there are, and how many
/// steps they have together.
private struct PathSums {
    private(set) var longest: [Int]
    private var paths: [Int]
    private var steps: [Int]

    /// Follows the courses in an order in which those that `previous` leads to come first.
    init(_ previous: Adjacency, _ order: some Sequence<Int>) {
        longest = Array(repeating: 0, count: previous.count)
        paths = longest
        steps = longest
        for course in order {
            guard !previous[course].isEmpty else {
                paths[course] = 1
                continue
            }
            for earlier in previous[course].lazy.map(Int.init) {
                longest[course] = max(longest[course], longest[earlier] + 1)
                paths[course] = paths[course].adding(paths[earlier])
                steps[course] = steps[course].adding(steps[earlier]).adding(paths[earlier])
            }
        }
    }

    /// The courses on all paths through `course`, one half of which is here and one in `other`; nil
    /// beyond 2⁵³.
    func courses(with other: PathSums, through course: Int) -> Int? {
        let (paths, others) = (paths[course], other.paths[course])
        let sum = steps[course].multiplying(others)
            .adding(other.steps[course].multiplying(paths)).adding(paths.multiplying(others))
        return sum <= 1 << 53 ? sum : nil
    }
}

extension Int {
    /// The sum, or the greatest number where it would be more.
    fileprivate func adding(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    /// The product, or the greatest number where it would be more.
    fileprivate func multiplying(_ other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}
