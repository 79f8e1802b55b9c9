// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Measures the scoring engine on files, in the same terms as its peers.
@main
struct VardeBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "varde-bench",
        abstract: "Measure exact scoring on files; prints one JSON line.",
        discussion: """
            Dense files (.f32m), sparse files (.csr) and results (.top) have the little-endian \
            formats that are written down beside the benchmarks.
            """,
        subcommands: [DenseBench.self, SparseBench.self, SpaceBench.self, AuditBench.self])
}
