// SPDX-License-Identifier: Apache-2.0

/// Memory of one thread, given back when it goes out of scope.
@safe struct Scratch<Element: BitwiseCopyable>: ~Copyable {
    let pointer: UnsafeMutablePointer<Element>

    init(repeating value: Element, count: Int) {
        unsafe pointer = .allocate(capacity: count)
        unsafe pointer.initialize(repeating: value, count: count)
    }

    deinit { unsafe pointer.deallocate() }
}

/// What one thread needs to select the best `k` for each of some queries.
@safe struct SelectionMemory: ~Copyable {
    private let k: Int
    private let items: Scratch<Int32>
    private let scores: Scratch<Float>
    private let heaps: Scratch<Float>
    private let matches: Scratch<Match>

    init(queries: Int, k: Int) {
        let capacity = Candidates.capacity(k)
        self.k = k
        items = Scratch(repeating: 0, count: queries * capacity)
        scores = Scratch(repeating: 0, count: queries * capacity)
        heaps = Scratch(repeating: 0, count: queries * k)
        matches = Scratch(repeating: Match(item: 0, score: 0), count: capacity)
    }

    /// Starts a selection in the memory of the query at `row`; `floor` is the least score that
    /// counts at all.
    func select(_ row: Int, _ bound: ErrorBound, floor: Float) -> Candidates {
        let start = row * Candidates.capacity(k)
        return unsafe Candidates(
            k, bound, floor: floor, items: items.pointer + start, scores: scores.pointer + start,
            heap: heaps.pointer + row * k, matches: matches.pointer)
    }
}
