// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

extension Cohort {
    /// Returns the tables of each of `statistics`.
    ///
    /// - Parameters:
    ///   - statistics: what to compute.
    ///   - context: what it is computed with; it must have been made from this cohort.
    ///   - threads: how many threads to use; the result does not depend on it.
    /// - Returns: the tables of each statistic, in their order.
    /// - Complexity: O(events) for most; pairs and sequences are bounded for each learner.
    public func measure(
        _ statistics: [any EventStatistic.Type], _ context: EventContext, threads: Int = 1
    ) -> [[StatisticTable]] {
        precondition(threads > 0, "\(threads) threads")
        precondition(context.learnerCount == learnerCount, "the context is of another cohort")
        let size = max(1, (learnerCount + threads - 1) / threads)
        let starts = Array(stride(from: 0, to: max(1, learnerCount), by: size))
        let counted = Mutex([[any EventStatistic]](repeating: [], count: starts.count))
        DispatchQueue.concurrentPerform(iterations: starts.count) { part in
            let learners = starts[part]..<min(starts[part] + size, learnerCount)
            let result = statistics.map { count($0.init(context), learners) }
            counted.withLock { $0[part] = result }
        }
        let parts = counted.withLock { $0 }
        return statistics.indices.map { place in
            Self.merged(parts.map { $0[place] }).map { $0.tables() } ?? []
        }
    }

    private func count(
        _ statistic: any EventStatistic, _ learners: Range<Int>
    ) -> any EventStatistic {
        var statistic = statistic
        statistic.addAll(learners, of: self)
        return statistic
    }

    private static func merged(_ parts: [any EventStatistic]) -> (any EventStatistic)? {
        parts.dropFirst().reduce(parts.first) { whole, part in
            whole.map { merge($0, part) }
        }
    }

    private static func merge<S: EventStatistic>(
        _ whole: S, _ part: any EventStatistic
    ) -> any EventStatistic {
        guard let part = part as? S else { preconditionFailure("parts of different statistics") }
        var whole = whole
        whole.merge(part)
        return whole
    }
}
