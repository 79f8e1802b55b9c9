// SPDX-License-Identifier: Apache-2.0

/// A vector for each skill, such that skills found in similar contexts have similar vectors.
///
/// Built once from what a framework says about its skills, then kept as bytes:
///
/// ```swift
/// let space = SkillSpace(contexts: weights, dimension: 256, fingerprint: graphFingerprint)
/// let gap = space.vector(of: [(skill: 17, weight: 1), (skill: 4, weight: 0.5)])
/// let index = VectorIndex(DenseMatrix(credentialVectors, columns: space.dimension))
/// let nearest = index.nearest(10, to: gap)
/// ```
public struct SkillSpace: Sendable, Equatable {
    /// A vector of unit length for each skill, or of zeros where nothing is known about it.
    public let vectors: DenseMatrix
    /// Says what the space was built from.
    public let fingerprint: String

    /// The number of skills.
    public var skills: Int { vectors.rows }

    /// The number of elements in each vector.
    public var dimension: Int { vectors.columns }

    init(vectors: DenseMatrix, fingerprint: String) {
        self.vectors = vectors
        self.fingerprint = fingerprint
    }

    /// Builds a space from how strongly each skill goes with each context.
    ///
    /// Weights become positive pointwise mutual information, of which the greatest `dimension`
    /// singular values are kept; a skill's vector is its row of U·√Σ, scaled to unit length and
    /// rounded once to single precision. The same input gives the same bytes with any BLAS library.
    ///
    /// - Parameters:
    ///   - contexts: A row for each skill, a column for each context (an occupation, a word, a
    ///     broader group, a related skill), with finite weights that are not negative.
    ///   - dimension: How many elements a vector has; fewer where the contexts say less.
    ///   - seed: Chooses the random sketch.
    ///   - iterations: How often the sketch is sharpened.
    ///   - fingerprint: Says what the contexts were made from; up to 4,096 bytes.
    /// - Complexity: O((elements + (skills + contexts) × `dimension`) × `dimension`).
    public init(
        contexts: SparseMatrix<Double>, dimension: Int, seed: UInt64 = 1, iterations: Int = 2,
        fingerprint: String
    ) {
        precondition(dimension > 0 && iterations >= 0, "\(dimension) dimensions")
        precondition(contexts.values.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight is negative")
        precondition(fingerprint.utf8.count <= Self.longestFingerprint, "a long fingerprint")
        let svd = TruncatedSVD(
            contexts.positiveInformation, limit: dimension, iterations: iterations, seed: seed)
        let stretch = svd.values.map { $0.squareRoot() }
        var values: [Float] = []
        values.reserveCapacity(contexts.rows * max(1, stretch.count))
        for row in 0..<contexts.rows {
            let vector = stretch.indices.map { svd.vectors[row, $0] * stretch[$0] }
            values += contexts.range(of: row).isEmpty ? vector.map { _ in 0 } : vector.unitLength
            if stretch.isEmpty { values.append(0) }
        }
        vectors = DenseMatrix(
            rows: contexts.rows, columns: max(1, stretch.count), values: values)
        self.fingerprint = fingerprint
    }

    /// Returns the weighted mean of skills' vectors, scaled to unit length; zeros where they cancel
    /// out or nothing is known about them.
    ///
    /// - Parameter weights: Skills and their weights, added up in double precision, in order of
    ///   skill.
    /// - Returns: A vector of `dimension` elements.
    /// - Complexity: O(skills × `dimension`).
    public func vector(of weights: [(skill: Int, weight: Double)]) -> [Float] {
        var sum = [Double](repeating: 0, count: dimension)
        for (skill, weight) in weights.sorted(by: { ($0.skill, $0.weight) < ($1.skill, $1.weight) })
        {
            let row = vectors[skill]
            for (column, value) in zip(sum.indices, row) { sum[column] += weight * Double(value) }
        }
        return sum.unitLength
    }

    /// Returns the similarity of two skills, from −1 to 1; 0 where nothing is known about one.
    public func similarity(_ first: Int, _ second: Int) -> Double {
        Self.similarity(vectors[first], vectors[second])
    }

    /// Returns the inner product of two vectors, a sum in double precision in index order.
    public static func similarity(
        _ first: some Collection<Float>, _ second: some Collection<Float>
    ) -> Double {
        precondition(first.count == second.count, "\(first.count) elements, not \(second.count)")
        return zip(first, second).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
}

extension [Double] {
    /// The vector scaled to unit length and rounded; zeros where it has no length to speak of.
    fileprivate var unitLength: [Float] {
        let length = reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 1e-9 ? map { Float($0 / length) } : map { _ in 0 }
    }
}
