// SPDX-License-Identifier: Apache-2.0

import TestSupport
import VectorScoring

extension SeededGenerator {
    /// Returns a vector; a coarse one has few different elements, so that scores are often equal.
    mutating func vector(_ count: Int, coarse: Bool) -> [Float] {
        (0..<count).map { _ in
            coarse ? Float(Int.random(in: -2...2, using: &self)) : .random(in: -1...1, using: &self)
        }
    }

    /// Returns vectors, some of them zero, some repeated.
    mutating func vectors(_ rows: Int, _ columns: Int, coarse: Bool) -> DenseMatrix {
        var vectors: [[Float]] = []
        for _ in 0..<rows {
            switch Int.random(in: 0..<10, using: &self) {
            case 0: vectors.append([Float](repeating: 0, count: columns))
            case 1:
                vectors.append(vectors.randomElement(using: &self) ?? vector(columns, coarse: true))
            default: vectors.append(vector(columns, coarse: coarse))
            }
        }
        return DenseMatrix(vectors, columns: columns)
    }

    /// Returns rows of weights; coarse ones are quarters, so that gains are often equal.
    mutating func weights(_ rows: Int, _ columns: Int, coarse: Bool) -> SparseMatrix<Float> {
        let elements = (0..<rows).map { _ in
            (0..<Int.random(in: 0...8, using: &self)).map { _ in
                (
                    column: Int.random(in: 0..<columns, using: &self),
                    value: coarse
                        ? Float(Int.random(in: 0...4, using: &self)) / 4
                        : Float.random(in: 0...1, using: &self)
                )
            }
        }
        return SparseMatrix(elements, columns: columns)
    }

    /// Returns lists of items to leave out, sometimes all of them.
    mutating func exclusions(_ queries: Int, of items: Int) -> [[Int]] {
        (0..<queries).map { _ in
            if Int.random(in: 0..<20, using: &self) == 0 {
                return Array(0..<items).shuffled(using: &self)
            }
            let count = items == 0 ? 0 : Int.random(in: 0...5, using: &self)
            return (0..<count).map { _ in Int.random(in: 0..<items, using: &self) }
        }
    }
}

/// Returns the `k` best of `scores`, found by sorting all of them.
func best(_ k: Int, of scores: [Double], excluding excluded: [Int], above floor: Double) -> [Match]
{
    let matches = scores.enumerated().map { Match(item: $0, score: $1) }
        .filter { !excluded.contains($0.item) && $0.score > floor }
    return Array(matches.sorted { ($1.score, $0.item) < ($0.score, $1.item) }.prefix(k))
}
