// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Consecutive ranges of `0..<count`, each handed out once.
struct Blocks: ~Copyable, Sendable {
    let count: Int
    let size: Int
    private let taken = Atomic(0)

    init(of count: Int, size: Int) {
        self.count = count
        self.size = size
    }

    /// Returns a range nobody has taken yet, or nothing when all are taken.
    func next() -> Range<Int>? {
        let start = taken.add(size, ordering: .relaxed).oldValue
        return start < count ? start..<min(start + size, count) : nil
    }
}

/// Runs `worker` on `threads` threads; each takes blocks until none is left.
///
/// Which worker takes a block depends on timing, so its outcome must not depend on the worker.
func onThreads(
    _ threads: Int, _ blocks: borrowing Blocks, _ worker: @Sendable (borrowing Blocks) -> Void
) {
    let workers = min(threads, (blocks.count + blocks.size - 1) / blocks.size)
    guard workers > 1 else { return worker(blocks) }
    DispatchQueue.concurrentPerform(iterations: workers) { _ in worker(blocks) }
}
