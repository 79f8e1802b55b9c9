// SPDX-License-Identifier: Apache-2.0

/// One search of a coverage index: a gap's gains are added up, then the best selected.
///
/// The gains of all items, in single precision, stay in the second-level cache. Each thread takes
/// blocks of gaps.
@safe struct CoverageSearch {
    let items: SparsePointers
    let postings: SparsePointers
    let gaps: SparsePointers
    let grid: WeightGrid
    let count: (items: Int, skills: Int, gaps: Int)
    let excluded: ExclusionLists
    let k: Int
    let writer: MatchWriter

    /// Runs the search on `threads` threads.
    func run(threads: Int) {
        let blocks = Blocks(of: count.gaps, size: 64)
        nonisolated(unsafe) let search = self
        onThreads(threads, blocks) { blocks in unsafe search.work(blocks) }
    }

    /// Takes blocks of gaps until none is left.
    private func work(_ blocks: borrowing Blocks) {
        let memory = CoverageMemory(count.items, count.skills, k)
        while let block = blocks.next() {
            for gap in block { find(gap, memory) }
        }
    }

    /// Finds the best items for one gap.
    private func find(_ gap: Int, _ memory: borrowing CoverageMemory) {
        let elements = unsafe gaps.offsets[gap]..<gaps.offsets[gap + 1]
        for element in elements { add(element, memory) }
        for position in excluded.offsets[gap]..<excluded.offsets[gap + 1] {
            unsafe memory.gains.pointer[Int(excluded.items[position])] = 0
        }
        let scorer = unsafe Coverage(weights: memory.weights.pointer, items: items)
        let gains = unsafe memory.gains.pointer
        var selection = memory.selection.select(
            0, errorBound(elements), floor: .leastNonzeroMagnitude)
        unsafe selection.raiseFloor(gains, count.items / 4)
        unsafe selection.scan(gains, count.items, first: 0, scorer)
        unsafe writer.write(selection.finish(scorer), of: gap)
        unsafe gains.update(repeating: 0, count: count.items)
        for element in elements { unsafe memory.weights.pointer[Int(gaps.indices[element])] = 0 }
    }

    /// Adds what one skill of a gap contributes to each item.
    @inline(__always)
    private func add(_ element: Int, _ memory: borrowing CoverageMemory) {
        let skill = unsafe Int(gaps.indices[element])
        let weight = unsafe gaps.values[element]
        unsafe memory.weights.pointer[skill] = weight
        let gains = unsafe memory.gains.pointer
        let (indices, values) = unsafe (postings.indices, postings.values)
        var position = unsafe postings.offsets[skill]
        let end = unsafe postings.offsets[skill + 1]
        while position < end {
            unsafe gains[Int(indices[position])] += weight * values[position]
            position &+= 1
        }
    }

    /// Returns how far the single-precision sums for a gap can be off.
    ///
    /// Where every summand is a multiple of one grid, and no sum has more than 2²⁴ steps of it, not
    /// at all. Otherwise, as no summand is negative or underflows, by at most (n + 1)·u /
    /// (1 − (n + 1)·u) times the sum (Higham 2002, section 3.1).
    private func errorBound(_ elements: Range<Int>) -> ErrorBound {
        var gapGrid = WeightGrid()
        for element in elements { unsafe gapGrid.add(gaps.values[element]) }
        if gapGrid.sum * grid.greatest <= 0x1p24 * gapGrid.step * grid.step { return ErrorBound() }
        return ErrorBound(relative: 1.1 * Double(elements.count + 2) * ErrorBound.unit)
    }
}

/// The exact gain of an item for the gap whose weights are spread out over all skills.
@safe struct Coverage: ExactScorer {
    let weights: UnsafePointer<Float>
    let items: SparsePointers

    @inline(__always)
    func score(_ item: Int32) -> Double {
        var sum = 0.0
        var position = unsafe items.offsets[Int(item)]
        let end = unsafe items.offsets[Int(item) + 1]
        while position < end {
            let weight = unsafe weights[Int(items.indices[position])]
            sum += unsafe Double(weight) * Double(items.values[position])
            position &+= 1
        }
        return sum
    }
}

/// What one thread needs to search for one gap: the gains of all items, and the gap's weights.
struct CoverageMemory: ~Copyable {
    let gains: Scratch<Float>
    let weights: Scratch<Float>
    let selection: SelectionMemory

    init(_ itemCount: Int, _ skillCount: Int, _ k: Int) {
        gains = Scratch(repeating: 0, count: itemCount)
        weights = Scratch(repeating: 0, count: skillCount)
        selection = SelectionMemory(queries: 1, k: k)
    }
}
