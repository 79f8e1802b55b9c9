// SPDX-License-Identifier: Apache-2.0

import Foundation
import VectorScoring

extension DenseMatrix {
    /// Reads a `.f32m` file: `VRDDENS1`, rows, columns, then the elements row after row.
    init(file path: String) throws {
        var file = try BinaryFile(path, magic: "VRDDENS1")
        let rows = try file.count("rows")
        let columns = try file.count("columns")
        let values = try file.numbers(rows * columns, Float.self)
        try file.end()
        guard 1...100_000 ~= columns else { throw file.error("has \(columns) columns") }
        guard values.allSatisfy({ abs($0) <= 1e12 }) else {
            throw file.error("has an element that is not in -1e12...1e12")
        }
        self.init(rows: rows, columns: columns, values: values)
    }
}

extension SparseMatrix<Float> {
    /// Reads a `.csr` file: `VRDCSR01`, rows, columns, elements, then offsets, columns, values.
    init(file path: String) throws {
        var file = try BinaryFile(path, magic: "VRDCSR01")
        let rows = try file.count("rows")
        let columns = try file.count("columns")
        let count = try file.count("elements")
        let offsets = try file.numbers(rows + 1, UInt64.self)
        let indices = try file.numbers(count, UInt32.self)
        let values = try file.numbers(count, Float.self)
        try file.end()
        do {
            try self.init(
                rows: rows, columns: columns, offsets: offsets.map { Int(clamping: $0) },
                indices: indices.map { Int32(clamping: $0) }, values: values)
        } catch { throw file.error("\(error)") }
    }

    /// Reads a `.csr` file of weights that a coverage can be computed from.
    init(weights path: String) throws {
        try self.init(file: path)
        guard values.allSatisfy({ $0 >= 0 && $0 <= 1e12 }) else {
            throw FileError(path: path, reason: "has a weight that is not in 0...1e12")
        }
    }

    /// Returns the first `count` rows.
    func prefix(_ count: Int) throws -> SparseMatrix {
        guard count < rows else { return self }
        let end = offsets[count]
        return try SparseMatrix(
            rows: count, columns: columns, offsets: Array(offsets[...count]),
            indices: Array(indices[..<end]), values: Array(values[..<end]))
    }
}

extension DenseMatrix {
    /// Returns the first `count` rows.
    func prefix(_ count: Int) -> DenseMatrix {
        guard count < rows else { return self }
        return DenseMatrix(
            rows: count, columns: columns, values: Array(values[..<(count * columns)]))
    }
}

/// Writes a `.top` file: `VRDTOPK1`, rows, k, then ids (−1: none) and scores row after row.
func write(_ matches: [ArraySlice<Match>], k: Int, to path: String) throws {
    var ids: [Int32] = []
    var scores: [Float] = []
    for row in matches {
        let missing = k - row.count
        ids += row.map { Int32($0.item) } + [Int32](repeating: -1, count: missing)
        scores += row.map { Float($0.score) } + [Float](repeating: 0, count: missing)
    }
    var data = Data("VRDTOPK1".utf8)
    for part in [UInt64(matches.count), UInt64(k)] { data.append(bytes(of: [part])) }
    data.append(bytes(of: ids))
    data.append(bytes(of: scores))
    do {
        try data.write(to: URL(filePath: path))
    } catch {
        throw FileError(path: path, reason: "cannot be written: \(error.localizedDescription)")
    }
}

private func bytes<Number: BitwiseCopyable>(of numbers: [Number]) -> Data {
    unsafe numbers.withUnsafeBytes { unsafe Data($0) }
}
