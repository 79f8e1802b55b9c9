// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing
import VectorScoring

struct VectorIndexTests {
    let index = VectorIndex(
        DenseMatrix([[1, 0], [0, 1], [0.6, 0.8], [0, 0], [1, 0]], columns: 2))

    @Test func `The nearest come best first, and ties keep index order`() {
        let nearest = index.nearest(3, to: [1, 0])
        #expect(nearest.map(\.item) == [0, 4, 2])
        #expect(nearest.map(\.score) == [1, 1, Double(Float(0.6))])
    }

    @Test func `Excluded items make room for the next best`() {
        #expect(index.nearest(2, to: [1, 0], excluding: [4, 0, 4]).map(\.item) == [2, 1])
    }

    @Test func `As many come back as there are, when fewer than asked for are left`() {
        #expect(index.nearest(9, to: [0, 1]).map(\.item) == [1, 2, 0, 3, 4])
        #expect(index.nearest(9, to: [0, 1], excluding: [0, 1, 2, 3]).map(\.item) == [4])
        #expect(index.nearest(0, to: [0, 1]).isEmpty)
    }

    @Test func `A query of zeros gives the first items`() {
        #expect(index.nearest(3, to: [0, 0], excluding: [1]).map(\.item) == [0, 2, 3])
    }

    @Test func `Nothing is found in nothing, and nothing is found for no query`() {
        let none = VectorIndex(DenseMatrix([], columns: 2))
        #expect(none.nearest(3, to: [1, 0]).isEmpty)
        #expect(none.similarities(to: [1, 0]).isEmpty)
        #expect(index.nearest(3, to: DenseMatrix([], columns: 2)).queries == 0)
    }

    @Test func `The nearest agree with a search that sorts all scores`() {
        for seed in 0..<UInt64(oracleCases(debug: 60)) {
            var random = SeededGenerator(seed: seed)
            let example = DenseExample(&random)
            let found = example.found(VectorIndex(example.items), threads: 1)
            #expect(found == example.expected, "seed \(seed)")
        }
    }

    @Test func `The number of threads changes no bit`() {
        var random = SeededGenerator(seed: 7)
        let items = random.vectors(1500, 24, coarse: false)
        let queries = random.vectors(1300, 24, coarse: false)
        let index = VectorIndex(items)
        let one = index.nearest(10, to: queries, threads: 1)
        #expect(index.nearest(10, to: queries, threads: 2) == one)
        #expect(index.nearest(10, to: queries, threads: 3) == one)
        #expect(one[77].elementsEqual(index.nearest(10, to: Array(queries[77]))))
    }

    @Test func `A kernel that rounds in another way changes no bit`() {
        for seed in 0..<UInt64(oracleCases(debug: 20)) {
            var random = SeededGenerator(seed: seed)
            let example = DenseExample(&random)
            let index = VectorIndex(example.items, kernel: BackwardKernel())
            #expect(example.found(index, threads: 1) == example.expected, "seed \(seed)")
        }
    }

    @Test func `All similarities are those of the nearest`() {
        var random = SeededGenerator(seed: 3)
        let index = VectorIndex(random.vectors(103, 17, coarse: false))
        let query = random.vector(17, coarse: false)
        let all = index.similarities(to: query)
        #expect(index.nearest(103, to: query) == best(103, of: all, excluding: [], above: -100))
    }

    @Test func `Many equal vectors are ranked by position`() {
        let vector = (0..<32).map { 1 / Float($0 + 3) }
        let items = DenseMatrix([[Float]](repeating: vector, count: 3000), columns: 32)
        let nearest = VectorIndex(items).nearest(4, to: vector, excluding: [1])
        #expect(nearest.map(\.item) == [0, 2, 3, 4])
    }

    @Test func `A vector of the wrong dimension stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = VectorIndex(DenseMatrix([[1, 0]], columns: 2)).nearest(1, to: [1])
        }
    }

    @Test func `An exclusion outside the index stops the process`() async {
        await #expect(processExitsWith: .failure) {
            let index = VectorIndex(DenseMatrix([[1, 0]], columns: 2))
            _ = index.nearest(1, to: [1, 0], excluding: [1])
        }
    }

    @Test func `A negative exclusion stops the process`() async {
        await #expect(processExitsWith: .failure) { _ = ExclusionLists([[-1]]) }
    }

    @Test func `A vector that is not finite stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = VectorIndex(DenseMatrix([[1, .nan]], columns: 2))
        }
    }
}

/// A random search whose result is known.
private struct DenseExample {
    let items: DenseMatrix
    let queries: DenseMatrix
    let excluded: [[Int]]
    let k: Int

    init(_ random: inout SeededGenerator) {
        let coarse = Bool.random(using: &random)
        let columns = Int.random(in: 1...40, using: &random)
        items = random.vectors(.random(in: 1...1200, using: &random), columns, coarse: coarse)
        queries = random.vectors(.random(in: 1...6, using: &random), columns, coarse: coarse)
        excluded = random.exclusions(queries.rows, of: items.rows)
        k = Bool.random(using: &random) ? 10 : .random(in: 1...60, using: &random)
    }

    func found(_ index: VectorIndex, threads: Int) -> [[Match]] {
        let matches = index.nearest(
            k, to: queries, excluding: ExclusionLists(excluded), threads: threads)
        return (0..<queries.rows).map { Array(matches[$0]) }
    }

    var expected: [[Match]] {
        (0..<queries.rows).map { query in
            let scores = (0..<items.rows).map {
                SkillSpace.similarity(queries[query], items[$0])
            }
            return best(k, of: scores, excluding: excluded[query], above: -.infinity)
        }
    }
}

/// A kernel that adds up from the last element to the first.
private struct BackwardKernel: ScoreKernel {
    @unsafe func score(
        _ queries: UnsafePointer<Float>, _ queryCount: Int,
        _ items: UnsafePointer<Float>, _ itemCount: Int,
        dimension: Int, into scores: UnsafeMutablePointer<Float>, stride: Int
    ) {
        for query in 0..<queryCount {
            for item in 0..<itemCount {
                var sum: Float = 0
                for column in (0..<dimension).reversed() {
                    sum += queries[query * dimension + column] * items[item * dimension + column]
                }
                scores[query * stride + item] = sum
            }
        }
    }
}
