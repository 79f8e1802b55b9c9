// SPDX-License-Identifier: Apache-2.0

import Foundation
import VectorScoring

/// What was measured, in the order and under the names the peers use.
struct Measurement {
    var workload: [(key: String, value: String)] = []
    var queries = 0
    var load = 0.0
    var build = 0.0
    var times: [Double] = []

    /// Measures `work` and returns its result.
    static func seconds<Result>(_ work: () throws -> Result) rethrows -> (Result, Double) {
        let clock = ContinuousClock()
        let start = clock.now
        let result = try work()
        let elapsed = start.duration(to: clock.now).components
        return (result, Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
    }

    /// Runs all queries `reps` times, or each alone once, and keeps the times.
    mutating func run(
        _ options: BenchOptions, all: () -> TopMatches, one: (Int) -> TopMatches
    ) -> [ArraySlice<Match>] {
        guard options.single else {
            var matches = all()  // Once to warm up.
            for _ in 0..<options.reps { (matches, _) = timed(all) }
            return (0..<queries).map { matches[$0] }
        }
        _ = one(0)
        return (0..<queries).map { query in timed { one(query) }.0[0] }
    }

    private mutating func timed<Result>(_ work: () -> Result) -> (Result, Double) {
        let result = Self.seconds(work)
        times.append(result.1)
        return result
    }

    /// Returns one line of JSON.
    func json(_ options: BenchOptions) -> String {
        let sorted = times.sorted()
        let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        let asked = options.single ? 1.0 : Double(queries)
        let numbers =
            workload + [
                ("queries", "\(queries)"), ("k", "\(options.k)"),
                ("threads", "\(options.threads)"), ("exclude", "\(options.exclude != nil)"),
                ("load_s", decimal(load, 3)), ("build_s", decimal(build, 3)),
                ("query_s", decimal(middle, 5)), ("query_min_s", decimal(sorted[0], 5)),
                ("qps", decimal(asked / middle, 1)), ("peak_rss_mb", "\(peakMegabytes)"),
                ("single", "\(options.single)"),
            ]
        let fields = [("peer", "\"varde\""), ("version", "\"0.1.0\"")] + numbers
        return "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    private func decimal(_ value: Double, _ places: Int) -> String {
        String(format: "%.\(places)f", value)
    }

    /// The most memory this process has held, in units of 2²⁰ bytes.
    private var peakMegabytes: Int {
        var usage = rusage()
        _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
