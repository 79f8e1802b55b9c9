// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing
import VectorScoring

struct CoverageIndexTests {
    /// Three skills; the fourth item teaches what the first does, the third nothing.
    let index = CoverageIndex(
        SparseMatrix(
            [[(0, 1), (1, 0.5)], [(1, 1)], [], [(0, 1), (1, 0.5)]]
                as [[(column: Int, value: Float)]],
            columns: 3))

    @Test func `The gain adds up the skills that gap and item share`() {
        #expect(index.gains(for: [(0, 1), (1, 0.5), (2, 4)]) == [1.25, 0.5, 0, 1.25])
    }

    @Test func `The best come first, ties keep index order, and no gain is no match`() {
        let best = index.best(9, for: SparseMatrix([[(0, 1), (1, 0.5)]], columns: 3))
        #expect(best[0].map(\.item) == [0, 3, 1])
        #expect(best[0].map(\.score) == [1.25, 1.25, 0.5])
    }

    @Test func `Excluded items make room for the next best`() {
        let best = index.best(
            1, for: SparseMatrix([[(0, 1)], [(1, 1)]], columns: 3),
            excluding: ExclusionLists([[0], []]))
        #expect(best[0].map(\.item) == [3])
        #expect(best[1].map(\.item) == [1])
    }

    @Test func `An empty gap, an empty index and no gaps have no matches`() {
        let empty = SparseMatrix<Float>([[]], columns: 3)
        #expect(index.best(3, for: empty)[0].isEmpty)
        let none = CoverageIndex(SparseMatrix([], columns: 3))
        #expect(none.best(3, for: SparseMatrix([[(0, 1)]], columns: 3))[0].isEmpty)
        #expect(index.best(3, for: SparseMatrix([], columns: 3)).queries == 0)
    }

    @Test func `The gains of one gap are those of its weights in double precision`() {
        #expect(index.gains(for: [(0, 1e30)])[0] == 1e30 * index.gains(for: [(0, 1)])[0])
        #expect(index.gains(for: [(0, 0.1)])[0] == 0.1 * index.gains(for: [(0, 1)])[0])
    }

    @Test func `A weight too small to multiply in single precision finds nothing`() {
        #expect(index.best(3, for: SparseMatrix([[(0, 1e-30)]], columns: 3))[0].isEmpty)
    }

    @Test func `The best agree with a search that sorts all gains`() {
        for seed in 0..<UInt64(oracleCases(debug: 80)) {
            var random = SeededGenerator(seed: seed)
            let example = SparseExample(&random)
            #expect(example.found(threads: 1) == example.expected, "seed \(seed)")
            #expect(example.allGains == example.gains, "seed \(seed)")
        }
    }

    @Test func `The number of threads changes no bit`() {
        var random = SeededGenerator(seed: 11)
        let index = CoverageIndex(random.weights(900, 60, coarse: false))
        let gaps = random.weights(700, 60, coarse: false)
        let one = index.best(10, for: gaps, threads: 1)
        #expect(index.best(10, for: gaps, threads: 2) == one)
        #expect(index.best(10, for: gaps, threads: 3) == one)
    }

    @Test func `An exclusion outside the index stops the process`() async {
        await #expect(processExitsWith: .failure) {
            let index = CoverageIndex(SparseMatrix([[(0, 1)]], columns: 1))
            let gaps = SparseMatrix<Float>([[(0, 1)]], columns: 1)
            _ = index.best(1, for: gaps, excluding: ExclusionLists([[1]]))
        }
    }

    @Test func `A negative weight stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = CoverageIndex(SparseMatrix([[(0, -1)]], columns: 1))
        }
    }
}

/// A random search whose result is known.
private struct SparseExample {
    let items: SparseMatrix<Float>
    let gaps: SparseMatrix<Float>
    let excluded: [[Int]]
    let k: Int

    init(_ random: inout SeededGenerator) {
        let coarse = Bool.random(using: &random)
        let skills = Int.random(in: 1...30, using: &random)
        items = random.weights(.random(in: 1...900, using: &random), skills, coarse: coarse)
        gaps = random.weights(.random(in: 1...6, using: &random), skills, coarse: coarse)
        excluded = random.exclusions(gaps.rows, of: items.rows)
        k = Bool.random(using: &random) ? 10 : .random(in: 1...60, using: &random)
    }

    func found(threads: Int) -> [[Match]] {
        let matches = CoverageIndex(items).best(
            k, for: gaps, excluding: ExclusionLists(excluded), threads: threads)
        return (0..<gaps.rows).map { Array(matches[$0]) }
    }

    var allGains: [[Double]] {
        let index = CoverageIndex(items)
        return (0..<gaps.rows).map { gap in
            index.gains(for: gaps[gap].map { (skill: $0.column, weight: Double($0.value)) })
        }
    }

    var gains: [[Double]] {
        (0..<gaps.rows).map { gap in
            let weights = Dictionary(uniqueKeysWithValues: gaps[gap].map { ($0.column, $0.value) })
            return (0..<items.rows).map { item in
                items[item].reduce(0) { $0 + Double($1.value) * Double(weights[$1.column] ?? 0) }
            }
        }
    }

    var expected: [[Match]] {
        zip(gains, excluded).map { best(k, of: $0, excluding: $1, above: 0) }
    }
}
