// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One line on the terminal that says how far a long piece of work has come.
///
/// It appears on standard error, only where that is a terminal, and only after half a second.
struct Progress {
    private let isShown: Bool
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?

    /// Starts; `isQuiet` keeps the line away altogether.
    init(isQuiet: Bool) { isShown = !isQuiet && isatty(STDERR_FILENO) == 1 }

    /// Says what is being done, at most ten times a second; `now` where nothing will be said for
    /// a while.
    mutating func update(_ text: @autoclosure () -> String, now isUrgent: Bool = false) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue =
            now - start > .milliseconds(500) && last.map { now - $0 > .milliseconds(100) } ?? true
        guard isDue || isUrgent else { return }
        last = now
        show(text() + " …")
    }

    /// Takes the line away again.
    mutating func end() {
        if last != nil { show("") }
        last = nil
    }

    private func show(_ text: String) {
        try? FileBytes.write("\r\u{1B}[K\(text)", to: STDERR_FILENO, name: "standard error")
    }
}
