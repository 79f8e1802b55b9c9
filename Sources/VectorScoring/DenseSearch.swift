// SPDX-License-Identifier: Apache-2.0

/// One search of a vector index: blocks of scores fused with the selection of the best.
///
/// A block of queries times a block of items stays in the second-level cache; each thread takes
/// blocks of queries and walks over all items.
@safe struct DenseSearch {
    let index: VectorIndex
    let queries: DenseMatrix
    let excluded: ExclusionLists
    let k: Int
    let writer: MatchWriter
    let itemElements: UnsafePointer<Float>
    let queryElements: UnsafePointer<Float>
    private let itemBlock = 512

    private var queryBlock: Int { max(1, min(512, (1 << 22) / Candidates.capacity(k))) }

    /// Runs the search on `threads` threads.
    func run(threads: Int) {
        let blocks = Blocks(of: queries.rows, size: queryBlock)
        nonisolated(unsafe) let search = self
        onThreads(threads, blocks) { blocks in unsafe search.work(blocks) }
    }

    /// Takes blocks of queries until none is left.
    private func work(_ blocks: borrowing Blocks) {
        let memory = DenseMemory(queries: queryBlock, items: itemBlock, k: k)
        while let block = blocks.next() {
            start(block, memory)
            scan(block, memory)
            for query in block {
                let row = query - block.lowerBound
                let best = unsafe memory.selections.pointer[row].finish(scorer(query))
                unsafe writer.write(best, of: query)
            }
        }
    }

    /// Forgets the last block of queries.
    private func start(_ block: Range<Int>, _ memory: borrowing DenseMemory) {
        for query in block {
            let row = query - block.lowerBound
            unsafe memory.cursors.pointer[row] = excluded.offsets[query]
            unsafe memory.selections.pointer[row] = memory.selection.select(
                row, errorBound(query), floor: -.greatestFiniteMagnitude)
        }
    }

    /// Scores all items for a block of queries, and selects from each block of scores.
    private func scan(_ block: Range<Int>, _ memory: borrowing DenseMemory) {
        for first in stride(from: 0, to: index.count, by: itemBlock) {
            let range = first..<min(first + itemBlock, index.count)
            unsafe index.kernel.score(
                query(block.lowerBound), block.count, itemElements + first * index.dimension,
                range.count, dimension: index.dimension, into: memory.scores.pointer,
                stride: itemBlock)
            for query in block {
                let row = query - block.lowerBound
                let scores = unsafe memory.scores.pointer + row * itemBlock
                unsafe exclude(query, range, from: scores, at: &memory.cursors.pointer[row])
                unsafe memory.selections.pointer[row].scan(
                    scores, range.count, first: first, scorer(query))
            }
        }
    }

    /// Puts the scores of excluded items out of reach.
    private func exclude(
        _ query: Int, _ range: Range<Int>, from scores: UnsafeMutablePointer<Float>,
        at cursor: inout Int
    ) {
        let end = excluded.offsets[query + 1]
        while cursor < end, excluded.items[cursor] < range.upperBound {
            unsafe scores[Int(excluded.items[cursor]) - range.lowerBound] = -.infinity
            cursor += 1
        }
    }

    /// Returns how far the single-precision products of a query can be off.
    ///
    /// Whatever the order of summation, and with or without fused operations, n products added up
    /// are off by at most n·u / (1 − n·u) · Σ|aᵢbᵢ| (Higham, Accuracy and Stability of Numerical
    /// Algorithms, 2002, section 3.1), and Σ|aᵢbᵢ| ≤ |a|·|b|. The slack also covers the
    /// double-precision sum; the last term covers underflow.
    private func errorBound(_ query: Int) -> ErrorBound {
        let product = norm(of: queries, row: query) * index.longest
        guard product > 0 else { return ErrorBound() }
        let count = Double(index.dimension + 2)
        return ErrorBound(absolute: 1.01 * count * ErrorBound.unit * product + count * 0x1p-148)
    }

    private func query(_ query: Int) -> UnsafePointer<Float> {
        unsafe queryElements + query * index.dimension
    }

    private func scorer(_ query: Int) -> InnerProduct {
        unsafe InnerProduct(
            query: self.query(query), items: itemElements, width: index.dimension)
    }
}

/// The exact inner product of a query with an item.
///
/// The product of two single-precision numbers is exact in double precision, so fused
/// multiply-add or not makes no difference.
@safe struct InnerProduct: ExactScorer {
    let query: UnsafePointer<Float>
    let items: UnsafePointer<Float>
    let width: Int

    @inline(__always)
    func score(_ item: Int32) -> Double {
        let row = unsafe items + Int(item) * width
        var sum = 0.0
        for column in 0..<width {
            unsafe sum += Double(query[column]) * Double(row[column])
        }
        return sum
    }
}

/// What one thread needs to search for a block of queries: scores, and a selection for each.
struct DenseMemory: ~Copyable {
    let scores: Scratch<Float>
    /// How far each query's exclusions were applied.
    let cursors: Scratch<Int>
    let selections: Scratch<Candidates>
    let selection: SelectionMemory

    init(queries: Int, items: Int, k: Int) {
        scores = Scratch(repeating: 0, count: queries * items)
        cursors = Scratch(repeating: 0, count: queries)
        selection = SelectionMemory(queries: queries, k: k)
        let empty = selection.select(0, ErrorBound(), floor: 0)
        selections = Scratch(repeating: empty, count: queries)
    }
}
