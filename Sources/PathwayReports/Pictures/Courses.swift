// SPDX-License-Identifier: Apache-2.0

/// Breaks stones in a row into courses, so that the pile widens toward the ground.
///
/// All breaks are weighed together, as Knuth and Plass (1981) break a paragraph into lines: the
/// cost of a course depends on its width and on the widest above it, and of the ways down to each
/// course the cheapest is kept. O(n m²) for n stones, at most m in a course.
struct Courses: Hashable, Sendable {
    private struct Course: Hashable {
        let start: Int
        /// The width of the widest course down to it.
        let reach: Double
        let cost: Double
        /// Which of the courses that end at `start` lies above it.
        let above: Int
    }

    /// The room between two stones.
    let gap: Double
    /// The width of the frame.
    let most: Double
    /// How much wider a course is than those above, at best.
    let step: Double

    /// Breaks stones into courses.
    ///
    /// - Parameters:
    ///   - widths: the width of each stone.
    ///   - bands: which band each stone is of; a band begins a new course.
    ///   - top: the width of what lies on the highest.
    /// - Returns: the stones of each course, the highest first.
    func broken(_ widths: [Double], bands: [Int], top: Double) -> [Range<Int>] {
        let start = Course(start: 0, reach: top, cost: 0, above: 0)
        var ending = [[start]]
        for end in 0..<widths.count {
            ending.append(courses(endingWith: end, widths, bands, ending))
        }
        return walkedBack(ending)
    }

    private func courses(
        endingWith last: Int, _ widths: [Double], _ bands: [Int], _ ending: [[Course]]
    ) -> [Course] {
        var courses: [Course] = []
        var width = -gap
        for start in stride(from: last, through: 0, by: -1) where bands[start] == bands[last] {
            width += gap + widths[start]
            if width > most, start < last { break }
            courses.append(best(from: start, width: width, under: ending[start]))
        }
        return courses
    }

    private func best(from start: Int, width: Double, under above: [Course]) -> Course {
        let costs = above.map { $0.cost + cost(width, under: $0.reach) }
        let best = costs.indices.min { costs[$0] < costs[$1] } ?? 0
        return Course(
            start: start, reach: max(width, above[best].reach), cost: costs[best], above: best)
    }

    /// Every course costs something, and so does one that juts out or lies under an overhang.
    private func cost(_ width: Double, under above: Double) -> Double {
        let wider = width - min(most, above + step)
        return 8 * step * step + (wider > 0 ? 0.5 * wider * wider : -40 * wider)
    }

    private func walkedBack(_ ending: [[Course]]) -> [Range<Int>] {
        var courses: [Range<Int>] = []
        var end = ending.count - 1
        var place = ending[end].indices.min { ending[end][$0].cost < ending[end][$1].cost } ?? 0
        while end > 0 {
            let course = ending[end][place]
            courses.append(course.start..<end)
            (end, place) = (course.start, course.above)
        }
        return courses.reversed()
    }
}
