// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import VectorScoring

/// Measures how long a skill space takes to build.
struct SpaceBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "space", abstract: "Measure building a skill space (.csr of contexts).")

    @Option(help: "How strongly each skill goes with each context: a skill in each row.")
    var contexts: String

    @Option(help: "How many elements a skill's vector has.")
    var dimension = 256

    @Option(help: "Where to write the skill space in its byte form.")
    var out: String?

    func validate() throws {
        guard dimension > 0 else { throw ValidationError("--dimension must be positive") }
    }

    func run() throws {
        let weights = try SparseMatrix<Float>(weights: contexts)
        let doubles = try SparseMatrix(
            rows: weights.rows, columns: weights.columns, offsets: weights.offsets,
            indices: weights.indices, values: weights.values.map(Double.init))
        let (space, seconds) = Measurement.seconds {
            SkillSpace(contexts: doubles, dimension: dimension, fingerprint: "bench")
        }
        if let path = out {
            do {
                try Data(space.bytes).write(to: URL(filePath: path))
            } catch {
                throw FileError(path: path, reason: "cannot be written: \(error)")
            }
        }
        let (_, reading) = try Measurement.seconds { [bytes = space.bytes] in
            try SkillSpace(bytes: bytes)
        }
        print(
            """
            {"peer": "varde", "skills": \(space.skills), "contexts": \(doubles.columns), \
            "elements": \(doubles.count), "dims": \(space.dimension), \
            "build_s": \(String(format: "%.3f", seconds)), \
            "read_s": \(String(format: "%.3f", reading))}
            """)
    }
}
