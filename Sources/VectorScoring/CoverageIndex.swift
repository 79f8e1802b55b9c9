// SPDX-License-Identifier: Apache-2.0

/// How much of a weighted gap each item closes, exactly, through an inverted index over skills.
///
/// The gain of an item is Σ gap(skill) × item(skill) over the skills both have. Like a
/// `VectorIndex`, it proposes in single precision and decides in double: each gain that comes back
/// is a sum in the order of skills, the same on any number of threads.
///
/// ```swift
/// let index = CoverageIndex(credentialSkills)
/// let best = index.best(10, for: gaps, excluding: held, threads: 2)
/// let all = index.gains(for: gap)
/// ```
public struct CoverageIndex: Sendable {
    /// The items: a row of skills with weights from 0 to 10¹² for each.
    public let items: SparseMatrix<Float>
    /// The items that have each skill, ascending, and with what weight.
    let postings: SparseMatrix<Float>
    /// What all weights are multiples of.
    let grid: WeightGrid

    /// Creates an index of `items`; weights must lie between 0 and 10¹².
    ///
    /// A weight below 10⁻¹⁸ counts as zero.
    ///
    /// - Complexity: O(elements).
    public init(_ items: SparseMatrix<Float>) {
        self.items = items.usableWeights
        postings = self.items.transposed
        grid = self.items.values.reduce(into: WeightGrid()) { $0.add($1) }
    }

    /// The number of items.
    public var count: Int { items.rows }

    /// The number of skills.
    public var skills: Int { items.columns }

    /// Returns the `k` items with the greatest gain for each gap, best first, ties by position.
    ///
    /// - Parameters:
    ///   - k: How many matches to return at most.
    ///   - gaps: A gap in each row, with weights between 0 and 10¹².
    ///   - excluded: For each gap, the items to leave out before the best are chosen.
    ///   - threads: How many threads to use; the result does not depend on it.
    /// - Returns: For each gap, the items with a gain above zero, up to `k`.
    /// - Complexity: O(elements of the skills' columns + gaps × `count`).
    public func best(
        _ k: Int, for gaps: SparseMatrix<Float>, excluding excluded: ExclusionLists? = nil,
        threads: Int = 1
    ) -> TopMatches {
        precondition(k >= 0 && threads > 0, "k \(k), \(threads) threads")
        precondition(gaps.columns == skills, "\(gaps.columns) skills, not \(skills)")
        let excluded = excluded ?? ExclusionLists(queries: gaps.rows)
        precondition(excluded.fit(queries: gaps.rows, items: count), "exclusions do not fit")
        let limit = min(k, count)
        var matches = TopMatches(queries: gaps.rows, limit: limit)
        guard limit > 0 else { return matches }
        let gaps = gaps.usableWeights
        items.withPointers { items in
            postings.withPointers { postings in
                gaps.withPointers { elements in
                    matches.fill { writer in
                        CoverageSearch(
                            items: items, postings: postings, gaps: elements, grid: grid,
                            count: (count, skills, gaps.rows), excluded: excluded, k: limit,
                            writer: writer
                        ).run(threads: threads)
                    }
                }
            }
        }
        return matches
    }

    /// Returns the gain of every item for one gap, in index order.
    ///
    /// - Parameter gap: Skills and finite weights, not negative; equal skills are added up.
    /// - Returns: A gain for each item, zero where it shares no skill with the gap.
    /// - Complexity: O(elements of the skills' columns + `count`).
    public func gains(for gap: [(skill: Int, weight: Double)]) -> [Double] {
        precondition(
            gap.allSatisfy { $0.weight >= 0 && $0.weight.isFinite }, "a weight is negative")
        let row = SparseMatrix([gap.map { (column: $0.skill, value: $0.weight) }], columns: skills)
        var gains = [Double](repeating: 0, count: count)
        for (skill, weight) in row[0] {
            for position in postings.range(of: skill) {
                gains[Int(postings.indices[position])] +=
                    weight * Double(postings.values[position])
            }
        }
        return gains
    }
}

extension SparseMatrix<Float> {
    /// The same weights, with those too small to multiply in single precision set to zero.
    fileprivate var usableWeights: SparseMatrix {
        precondition(values.allSatisfy { $0 >= 0 && $0 <= 1e12 }, "a weight is not in 0...10¹²")
        guard values.contains(where: { $0 < 1e-18 }) else { return self }
        return replacingValues(values.map { $0 < 1e-18 ? 0 : $0 })
    }
}
