// SPDX-License-Identifier: Apache-2.0

/// The steps of a survival curve put together until each tells of many.
struct CurveStretches {
    /// A step: who is at risk when it ends, to how many it happens, how many are followed no further.
    struct Stretch: Hashable {
        var time: Int
        let atRisk: Int
        var events: Int
        var censored: Int

        /// How many are followed beyond it.
        var left: Int { atRisk - events - censored }

        mutating func add(_ later: Stretch) {
            time = later.time
            events += later.events
            censored += later.censored
        }
    }

    /// The stretches, in the order of time; the first may be the time 0 at which nothing happens.
    private(set) var stretches: [Stretch] = []

    /// Puts `steps` together; nil where even all of them together tell of few.
    init?(_ steps: [Stretch], suppression: Suppression) {
        guard let first = steps.first, !suppression.isSmall(first.atRisk) else { return nil }
        var open: Stretch?
        for step in steps {
            if open == nil { open = step } else { open?.add(step) }
            guard let stretch = open, Self.isSafe(stretch, suppression, isFirst: stretches.isEmpty)
            else { continue }
            stretches.append(stretch)
            open = nil
        }
        guard let rest = open else { return }
        guard close(with: rest, suppression) else { return nil }
    }

    /// Adds what is left at the end to as many stretches as it takes.
    private mutating func close(with rest: Stretch, _ suppression: Suppression) -> Bool {
        var rest = rest
        while let last = stretches.popLast() {
            var stretch = last
            stretch.add(rest)
            if Self.isSafe(stretch, suppression, isFirst: stretches.isEmpty) {
                stretches.append(stretch)
                return true
            }
            rest = stretch
        }
        return false
    }

    /// Whether a stretch tells of many only.
    ///
    /// At the time 0 nothing needs to happen; later each has events, or it would be no step.
    private static func isSafe(
        _ stretch: Stretch, _ suppression: Suppression, isFirst: Bool
    ) -> Bool {
        let counts = [stretch.events, stretch.censored, stretch.left]
        let isStart = isFirst && stretch.time == 0
        return !counts.contains(where: suppression.isSmall) && (isStart || stretch.events > 0)
    }
}
