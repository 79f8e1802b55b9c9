// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import VectorScoring

/// Measures exact coverage.
struct SparseBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sparse", abstract: "Measure exact coverage (.csr).")

    @OptionGroup var options: BenchOptions

    func run() throws {
        var measurement = Measurement()
        let (input, load) = try Measurement.seconds(read)
        let (index, build) = Measurement.seconds { CoverageIndex(input.items) }
        (measurement.load, measurement.build) = (load, build)
        measurement.queries = input.gaps.rows
        measurement.workload = [("items", "\(index.count)"), ("skills", "\(index.skills)")]
        let matches = measurement.run(options) {
            index.best(
                options.k, for: input.gaps, excluding: input.excluded, threads: options.threads)
        } one: { gap in
            index.best(
                options.k, for: SparseMatrix([input.gaps[gap]], columns: index.skills),
                excluding: input.excluded?[gap...gap], threads: options.threads)
        }
        if let path = options.out { try write(matches, k: options.k, to: path) }
        print(measurement.json(options))
    }

    private typealias Input = (
        gaps: SparseMatrix<Float>, items: SparseMatrix<Float>, excluded: ExclusionLists?
    )

    private func read() throws -> Input {
        let items = try SparseMatrix<Float>(weights: options.items)
        let gaps = try SparseMatrix<Float>(weights: options.queries).prefix(options.limit ?? .max)
        guard gaps.rows > 0 else {
            throw FileError(path: options.queries, reason: "has no rows")
        }
        guard gaps.columns == items.columns else {
            throw FileError(
                path: options.queries,
                reason: "has \(gaps.columns) columns, the items \(items.columns)")
        }
        return (gaps, items, try options.excluded(queries: gaps.rows, items: items.rows))
    }
}
