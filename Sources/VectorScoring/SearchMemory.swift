// SPDX-License-Identifier: Apache-2.0

/// What one thread needs to search for a block of queries: scores, and a selection for each.
@safe struct SearchMemory: ~Copyable {
    let scores: UnsafeMutablePointer<Float>
    let selections: UnsafeMutablePointer<Candidates>
    /// How far each query's exclusions were applied.
    let cursors: UnsafeMutablePointer<Int>
    private let items: UnsafeMutablePointer<Int32>
    private let kept: UnsafeMutablePointer<Float>
    private let heaps: UnsafeMutablePointer<Float>

    /// Takes memory for blocks of `queries` × `items` scores, and `k` matches for each query.
    init(queries: Int, items: Int, k: Int) {
        let capacity = queries * Candidates.capacity(k)
        unsafe scores = .allocate(capacity: queries * items)
        unsafe scores.initialize(repeating: 0, count: queries * items)
        unsafe selections = .allocate(capacity: queries)
        unsafe cursors = .allocate(capacity: queries)
        unsafe self.items = .allocate(capacity: capacity)
        unsafe kept = .allocate(capacity: capacity)
        unsafe heaps = .allocate(capacity: queries * k)
    }

    deinit {
        unsafe scores.deallocate()
        unsafe selections.deallocate()
        unsafe cursors.deallocate()
        unsafe items.deallocate()
        unsafe kept.deallocate()
        unsafe heaps.deallocate()
    }

    /// Starts a new selection in the memory of the query at `row` of the block.
    func select(_ row: Int, _ k: Int, bound: ErrorBound, floor: Float) {
        let start = row * Candidates.capacity(k)
        let selection = unsafe Candidates(
            k, bound, floor: floor, items: items + start, scores: kept + start,
            heap: heaps + row * k)
        unsafe (selections + row).initialize(to: selection)
    }
}
