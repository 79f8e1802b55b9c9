// SPDX-License-Identifier: Apache-2.0

/// Computes the score that decides: a sum in double precision, in index order.
protocol ExactScorer {
    /// Returns the exact score of `item` for the query this scorer was made for.
    func score(_ item: Int32) -> Double
}

/// The items that may still be among the best `k` of one query.
///
/// Single-precision scores come in blocks. An item is kept when its score reaches `threshold`,
/// which rises with the `k`-th best so far, less the error margin. Who is truly best is decided by
/// an `ExactScorer`, among the few that are left; so the result does not depend on how the
/// single-precision scores were rounded.
@safe struct Candidates {
    private let k: Int
    private let capacity: Int
    private let bound: ErrorBound
    private let items: UnsafeMutablePointer<Int32>
    private let scores: UnsafeMutablePointer<Float>
    private let heap: UnsafeMutablePointer<Float>  // The best `k` scores, the least at the root.
    private let matches: UnsafeMutablePointer<Match>
    private var count = 0
    private var heapCount = 0
    private var floor: Float
    private(set) var threshold: Float

    /// How many candidates are kept before those that fell behind are removed.
    static func capacity(_ k: Int) -> Int { 2 * k + 64 }

    /// Starts a selection in memory for `capacity(k)` items, scores and matches, and `k` heap
    /// elements; `floor` is the least score that counts at all.
    init(
        _ k: Int, _ bound: ErrorBound, floor: Float, items: UnsafeMutablePointer<Int32>,
        scores: UnsafeMutablePointer<Float>, heap: UnsafeMutablePointer<Float>,
        matches: UnsafeMutablePointer<Match>
    ) {
        self.k = k
        capacity = Self.capacity(k)
        self.bound = bound
        self.floor = floor
        threshold = floor
        unsafe self.items = unsafe items
        unsafe self.scores = unsafe scores
        unsafe self.heap = unsafe heap
        unsafe self.matches = unsafe matches
    }

    /// Looks at the scores of the `total` items from `first` on.
    mutating func scan<Scorer: ExactScorer>(
        _ row: UnsafePointer<Float>, _ total: Int, first: Int, _ scorer: Scorer
    ) {
        var position = 0
        let end = total & ~31
        while position < end {
            if unsafe reaches(row + position) {
                unsafe offer(row, position..<position &+ 32, first, scorer)
            }
            position &+= 32
        }
        unsafe offer(row, end..<total, first, scorer)
    }

    /// Returns whether any of 32 scores reaches the threshold.
    @inline(__always)
    private func reaches(_ row: UnsafePointer<Float>) -> Bool {
        let limit = SIMD16<Float>(repeating: threshold)
        let raw = unsafe UnsafeRawPointer(row)
        let low = unsafe raw.loadUnaligned(as: SIMD16<Float>.self)
        let high = unsafe raw.loadUnaligned(fromByteOffset: 64, as: SIMD16<Float>.self)
        return any((low .>= limit) .| (high .>= limit))
    }

    private mutating func offer<Scorer: ExactScorer>(
        _ row: UnsafePointer<Float>, _ range: Range<Int>, _ first: Int, _ scorer: Scorer
    ) {
        var position = range.lowerBound
        while position < range.upperBound {
            let score = unsafe row[position]
            if score >= threshold {
                keep(Int32(truncatingIfNeeded: first &+ position), score, scorer)
            }
            position &+= 1
        }
    }

    /// Keeps `item` in mind, and raises the threshold if its score is among the best `k`.
    @inline(__always)
    mutating func keep<Scorer: ExactScorer>(_ item: Int32, _ score: Float, _ scorer: Scorer) {
        unsafe items[count] = item
        unsafe scores[count] = score
        count &+= 1
        rank(score)
        if count == capacity { shrink(scorer) }
    }
}

extension Candidates {
    /// Puts `score` among the best `k`.
    @inline(__always)
    private mutating func rank(_ score: Float) {
        if heapCount < k {
            siftUp(score)
            if heapCount < k { return }
        } else if unsafe score > heap[0] {
            siftDown(score)
        } else {
            return
        }
        let root = unsafe heap[0]
        // Where scores are exact, an equal one comes too late: items come in ascending order.
        threshold = max(floor, bound.isZero ? root.nextUp : bound.cut(below: root))
    }

    private mutating func siftUp(_ score: Float) {
        var hole = heapCount
        heapCount &+= 1
        while hole > 0 {
            let parent = (hole &- 1) / 2
            if unsafe heap[parent] <= score { break }
            unsafe heap[hole] = heap[parent]
            hole = parent
        }
        unsafe heap[hole] = score
    }

    @inline(__always)
    private mutating func siftDown(_ score: Float) {
        var hole = 0
        while true {
            var child = 2 &* hole &+ 1
            if child >= k { break }
            if unsafe child &+ 1 < k && heap[child &+ 1] < heap[child] { child &+= 1 }
            if unsafe heap[child] >= score { break }
            unsafe heap[hole] = heap[child]
            hole = child
        }
        unsafe heap[hole] = score
    }

    /// Removes what fell behind; where most are too close to tell apart, decides exactly now.
    private mutating func shrink<Scorer: ExactScorer>(_ scorer: Scorer) {
        dropBelowThreshold()
        guard count > k + (capacity - k) / 2 else { return }
        let best = unsafe decide(scorer)
        let leading = unsafe Set(best.map { Int32($0.item) })
        keepOnly { item, _ in leading.contains(item) }
        if best.count == k {
            floor = unsafe max(floor, bound.cut(below: best[k - 1].score))
            threshold = max(threshold, floor)
        }
    }

    private mutating func dropBelowThreshold() {
        let least = unsafe heapCount < k ? threshold : min(threshold, heap[0])
        keepOnly { _, score in score >= least }
    }

    private mutating func keepOnly(_ isKept: (Int32, Float) -> Bool) {
        var kept = 0
        for position in 0..<count {
            let (item, score) = unsafe (items[position], scores[position])
            guard isKept(item, score) else { continue }
            unsafe items[kept] = item
            unsafe scores[kept] = score
            kept += 1
        }
        count = kept
    }

    /// Returns the best `k` on their exact scores, best first.
    private func decide<Scorer: ExactScorer>(
        _ scorer: Scorer
    ) -> UnsafeMutableBufferPointer<Match> {
        for position in 0..<count {
            let item = unsafe items[position]
            unsafe matches[position] = Match(item: Int(item), score: scorer.score(item))
        }
        var all = unsafe UnsafeMutableBufferPointer(start: matches, count: count)
        unsafe all.sort { $0.precedes($1) }
        return unsafe UnsafeMutableBufferPointer(start: matches, count: min(k, count))
    }

    /// Returns the best `k`, best first, after all scores were seen; valid until the next call.
    mutating func finish<Scorer: ExactScorer>(
        _ scorer: Scorer
    ) -> UnsafeMutableBufferPointer<Match> {
        dropBelowThreshold()
        return unsafe decide(scorer)
    }
}

extension Candidates {
    /// Raises the floor before scanning, from the scores of the first items.
    ///
    /// Every 32nd score makes a set of its own; the `k`-th best of the sets' best scores is a score
    /// that `k` items reach.
    mutating func raiseFloor(_ row: UnsafePointer<Float>, _ total: Int) {
        guard k <= 32, total >= 32 else { return }
        var low = SIMD16<Float>(repeating: floor)
        var high = low
        for position in stride(from: 0, to: total & ~31, by: 32) {
            let raw = unsafe UnsafeRawPointer(row + position)
            let first = unsafe raw.loadUnaligned(as: SIMD16<Float>.self)
            let second = unsafe raw.loadUnaligned(fromByteOffset: 64, as: SIMD16<Float>.self)
            low.replace(with: first, where: first .> low)
            high.replace(with: second, where: second .> high)
        }
        for lane in 0..<16 {
            rank(low[lane])
            rank(high[lane])
        }
        floor = unsafe max(floor, bound.cut(below: heap[0]))
        threshold = floor
        heapCount = 0
    }
}
