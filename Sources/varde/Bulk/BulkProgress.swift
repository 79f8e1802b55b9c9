// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// How far many reports have come, told from any thread.
final class BulkProgress: Sendable {
    private let total: Int
    private let state: Mutex<(done: Int, line: Progress)>

    init(of total: Int, isQuiet: Bool) {
        self.total = total
        state = Mutex((0, Progress(isQuiet: isQuiet)))
    }

    /// Says that one more is done.
    func advance() {
        state.withLock { state in
            state.done += 1
            let done = state.done
            state.line.update("\(done) of \(total) reports")
        }
    }

    /// Takes the line away.
    func end() { state.withLock { $0.line.end() } }
}
