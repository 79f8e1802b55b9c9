// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import VectorScoring

/// Measures exact coverage.
struct SparseBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sparse", abstract: "Measure exact coverage (.csr).")

    @OptionGroup var options: BenchOptions
}
