// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import VectorScoring

/// Measures the exact search for the nearest vectors.
struct DenseBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dense", abstract: "Measure exact nearest vectors (.f32m).")

    @OptionGroup var options: BenchOptions

    func run() throws {
        var measurement = Measurement()
        let (input, load) = try Measurement.seconds(read)
        let (index, build) = Measurement.seconds { VectorIndex(input.items) }
        (measurement.load, measurement.build) = (load, build)
        measurement.queries = input.queries.rows
        measurement.workload = [
            ("items", "\(index.count)"), ("dims", "\(index.dimension)"),
        ]
        let matches = measurement.run(options) {
            index.nearest(
                options.k, to: input.queries, excluding: input.excluded, threads: options.threads)
        } one: { query in
            index.nearest(
                options.k, to: DenseMatrix([Array(input.queries[query])], columns: index.dimension),
                excluding: input.excluded?[query...query], threads: options.threads)
        }
        if let path = options.out { try write(matches, k: options.k, to: path) }
        print(measurement.json(options))
    }

    private typealias Input = (
        queries: DenseMatrix, items: DenseMatrix, excluded: ExclusionLists?
    )

    private func read() throws -> Input {
        let items = try DenseMatrix(file: options.items)
        let queries = try DenseMatrix(file: options.queries).prefix(options.limit ?? .max)
        guard queries.rows > 0 else {
            throw FileError(path: options.queries, reason: "has no rows")
        }
        guard queries.columns == items.columns else {
            throw FileError(
                path: options.queries,
                reason: "has \(queries.columns) columns, the items \(items.columns)")
        }
        return (queries, items, try options.excluded(queries: queries.rows, items: items.rows))
    }
}

extension BenchOptions {
    /// Reads the exclusion lists of the first `queries` queries.
    func excluded(queries: Int, items: Int) throws -> ExclusionLists? {
        guard let path = exclude else { return nil }
        let lists = try SparseMatrix<Float>(file: path)
        guard lists.rows >= queries, lists.columns == items else {
            throw FileError(
                path: path,
                reason: "has \(lists.rows) × \(lists.columns) elements, not \(queries) × \(items)")
        }
        return ExclusionLists(try lists.prefix(queries))
    }
}
