// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The options of every measurement.
struct BenchOptions: ParsableArguments {
    @Option(help: "The queries: a gap in each row.")
    var queries: String

    @Option(help: "The items: a credential in each row.")
    var items: String

    @Option(help: "The items each query leaves out (.csr, a row for each query).")
    var exclude: String?

    @Option(help: "How many matches to find for each query.")
    var k = 10

    @Option(help: "How many threads to use.")
    var threads = 1

    @Option(help: "How often to repeat the measurement.")
    var reps = 3

    @Flag(help: "Ask one query at a time and report the median latency.")
    var single = false

    @Option(help: "Use the first LIMIT queries only.")
    var limit: Int?

    @Option(help: "Where to write the matches (.top).")
    var out: String?

    func validate() throws {
        guard k > 0, threads > 0, reps > 0, limit.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--k, --threads, --reps and --limit must be positive")
        }
        guard k <= 10_000 else { throw ValidationError("--k must not exceed 10000") }
    }
}
