// SPDX-License-Identifier: Apache-2.0

/// One reason to prefer a credential: 0 for none, 1 for the most there could be.
///
/// A score is a weighted sum of criteria, and its explanation is that sum. To add one, write a
/// file in `Criteria/` and a line in `all`.
public struct Criterion: Sendable {
    /// The name in weight files and outputs, in camelCase.
    public let name: String
    /// What a person reads above its column.
    public let title: String
    /// What it measures, in a sentence or two.
    public let summary: String
    /// Returns a value for each of the candidates, in their order.
    let values: @Sendable (Scoring) -> [Double]

    /// Every criterion, in the order in which contributions are added and printed.
    public static let all: [Criterion] = [
        coverage, progress, unlocking, similarity, levelFit, effort,
    ]
}
