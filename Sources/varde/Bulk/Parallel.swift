// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Work on many things at once.
enum Parallel {
    /// Returns what `body` makes of each element, in their order, on all processors.
    ///
    /// - Throws: the first error that `body` throws; nothing new is begun after it.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ body: @Sendable (Element) throws -> Result
    ) throws -> [Result] {
        let state = Mutex(State<Result>(results: Array(repeating: nil, count: elements.count)))
        DispatchQueue.concurrentPerform(iterations: Processors.count) { _ in
            while let place = state.withLock({ $0.take() }) {
                do {
                    let result = try body(elements[place])
                    state.withLock { $0.results[place] = result }
                } catch {
                    state.withLock { $0.error = $0.error ?? error }
                }
            }
        }
        return try state.withLock { state in
            if let error = state.error { throw error }
            return state.results.compactMap { $0 }
        }
    }

    private struct State<Result: Sendable>: Sendable {
        var next = 0
        var results: [Result?]
        var error: (any Error)?

        mutating func take() -> Int? {
            guard error == nil, next < results.count else { return nil }
            defer { next += 1 }
            return next
        }
    }
}
