// SPDX-License-Identifier: Apache-2.0

import Foundation
import StackingStatistics
import TestSupport
import Testing

@Suite struct CurriculumMetricsTests {
    @Test func `a chain blocks what comes after and delays by its length`() throws {
        let metrics = try CurriculumMetrics(courses: 4, edges: [(0, 1), (1, 2)])
        #expect(metrics.courses.map(\.blocking) == [2, 1, 0, 0])
        #expect(metrics.courses.map(\.delay) == [3, 3, 3, 1])
        #expect(metrics.courses.map(\.centrality) == [0, 3, 0, 0])
        #expect(metrics.complexity == 13)
        #expect(metrics.longestPath == 3)
    }

    @Test func `a curriculum of no course is of no complexity`() throws {
        let metrics = try CurriculumMetrics(courses: 0, edges: [])
        #expect(metrics.complexity == 0)
        #expect(metrics.longestPath == 0)
    }

    @Test func `an edge that is there twice counts once`() throws {
        let once = try CurriculumMetrics(courses: 3, edges: [(0, 1), (1, 2)])
        let twice = try CurriculumMetrics(courses: 3, edges: [(0, 1), (1, 2), (0, 1)])
        #expect(once == twice)
    }

    @Test func `a ring is refused by naming it`() throws {
        #expect(throws: CurriculumError.ring(["B", "C"])) {
            try CurriculumMetrics(courses: 4, edges: [(0, 1), (1, 2), (2, 1), (2, 3)]) {
                ["A", "B", "C", "D"][$0]
            }
        }
        #expect("\(CurriculumError.ring(["B", "C"]))".contains("B → C → B"))
    }

    @Test func `a sum of paths beyond what a reader's number holds is left out, not wrong`() throws
    {
        let layers = 60
        var edges: [(before: Int, after: Int)] = []
        for layer in 1..<layers {
            for from in 0..<2 {
                for to in 0..<2 { edges.append((2 * layer - 2 + from, 2 * layer + to)) }
            }
        }
        let metrics = try CurriculumMetrics(courses: 2 * layers, edges: edges)
        #expect(metrics.courses[0].centrality == 0)
        #expect(metrics.courses[40].centrality == nil)
        #expect(metrics.courses[40].delay == layers)
    }

    @Test(arguments: 0..<oracleCases(debug: 200))
    func `all measures are those found by walking every path`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 1...9, using: &random)
        let places = (0..<count).shuffled(using: &random)
        let density = Double.random(in: 0...0.8, using: &random)
        var edges: [(before: Int, after: Int)] = []
        for after in 0..<count {
            for before in 0..<after where Double.random(in: 0..<1, using: &random) < density {
                edges.append((places[before], places[after]))
            }
        }
        let metrics = try CurriculumMetrics(courses: count, edges: edges.shuffled(using: &random))
        let paths = PathWalk(count, edges)
        for course in 0..<count {
            let measured = metrics.courses[course]
            #expect(measured.blocking == paths.reached(from: course).count - 1)
            #expect(measured.delay == paths.through(course).map(\.count).max())
            let inner = paths.through(course).filter { $0.first != course && $0.last != course }
            #expect(measured.centrality == inner.reduce(0) { $0 + $1.count })
        }
    }

    @Test func `ten thousand courses with fifty thousand prerequisites take under a second`() throws
    {
        var random = SeededGenerator(seed: 7)
        let edges = (0..<50_000).map { _ in
            let after = Int.random(in: 1..<10_000, using: &random)
            return (before: Int.random(in: 0..<after, using: &random), after: after)
        }
        var metrics: CurriculumMetrics?
        let time = try ContinuousClock().measure {
            metrics = try CurriculumMetrics(courses: 10_000, edges: edges)
        }
        #expect(try #require(metrics).courses.count == 10_000)
        #if !DEBUG
            #expect(time < .seconds(1))
        #else
            #expect(time < .seconds(30))
        #endif
    }

    // MARK: Reference values

    private static let reference = "data/curriculum-metrics/nuanalytics/samples/correct"

    @Test(.enabled(if: ReferenceData.has(reference)))
    func `every row of the reference curricula has the reference values`() throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: ReferenceData.url(Self.reference), includingPropertiesForKeys: nil)
        var rows = 0
        for file in files where file.pathExtension == "csv" {
            let curriculum = try ReferenceCurriculum(file)
            let metrics = try CurriculumMetrics(
                courses: curriculum.rows.count, edges: curriculum.edges)
            for (row, measured) in zip(curriculum.rows, metrics.courses) {
                let place = Comment("\(file.lastPathComponent), course \(row.id)")
                #expect(Double(measured.blocking) == row.blocking, place)
                #expect(Double(measured.delay) == row.delay, place)
                #expect(measured.centrality.map(Double.init) == row.centrality, place)
                #expect(Double(measured.complexity) == row.complexity, place)
                rows += 1
            }
        }
        #expect(rows == 190)
    }
}

/// Every path of a small curriculum, walked one by one.
private struct PathWalk {
    private let count: Int
    private let after: [[Int]]
    private let hasBefore: Set<Int>

    init(_ count: Int, _ edges: [(before: Int, after: Int)]) {
        self.count = count
        after = (0..<count).map { course in edges.filter { $0.before == course }.map(\.after) }
        hasBefore = Set(edges.map(\.after))
    }

    func reached(from course: Int) -> Set<Int> {
        after[course].reduce(into: [course]) { $0.formUnion(reached(from: $1)) }
    }

    private func paths(from course: Int) -> [[Int]] {
        after[course].isEmpty
            ? [[course]] : after[course].flatMap { paths(from: $0).map { [course] + $0 } }
    }

    func through(_ course: Int) -> [[Int]] {
        (0..<count).filter { !hasBefore.contains($0) }.flatMap(paths)
            .filter { $0.contains(course) }
    }
}

/// A curriculum with metrics as Curricular Analytics exports it.
private struct ReferenceCurriculum {
    struct Row {
        let id: String
        let needs: [String]
        let complexity, blocking, delay, centrality: Double
    }

    let rows: [Row]

    init(_ file: URL) throws {
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
        rows = try lines.drop { !$0.hasPrefix("Course ID") }.dropFirst().compactMap { line in
            let cells = Self.cells(line)
            guard cells.count >= 14, !cells[0].isEmpty else { return nil }
            let numbers = try cells[10...13].map { try #require(Double($0)) }
            return Row(
                id: cells[0],
                needs: cells[4...6].flatMap { $0.split(separator: ";").map(String.init) },
                complexity: numbers[0], blocking: numbers[1], delay: numbers[2],
                centrality: numbers[3])
        }
    }

    /// Prerequisites and corequisites alike.
    var edges: [(before: Int, after: Int)] {
        let places = Dictionary(
            rows.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        return rows.enumerated().flatMap { after, row in
            row.needs.compactMap { id in places[id].map { (before: $0, after: after) } }
        }
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
