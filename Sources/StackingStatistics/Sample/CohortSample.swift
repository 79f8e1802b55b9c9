// SPDX-License-Identifier: Apache-2.0

/// A generated cohort whose rates are known, because they were planted and counted.
///
/// Each learner is drawn from the seed and their own number, so that a longer cohort begins like
/// a shorter one; nothing is kept of a learner but counts, and memory does not grow.
///
/// ```
/// let sample = CohortSample(learners: 1_000_000, seed: 7)
/// let tally = try sample.write { bytes in … }
/// ```
public struct CohortSample: Sendable {
    /// How much is handed over at a time, at least.
    private static let pieceSize = 1 << 20

    /// What is planted.
    public let model: SampleModel
    /// How many learners are drawn.
    public let learners: Int
    /// The number from which everything is drawn.
    public let seed: UInt64

    /// Creates a cohort that is drawn when it is written.
    public init(_ model: SampleModel = SampleModel(), learners: Int, seed: UInt64) {
        self.model = model
        self.learners = learners
        self.seed = seed
    }

    /// Writes the awards as CSV, a piece at a time, and returns what was counted on the way.
    ///
    /// - Parameters:
    ///   - groups: takes pieces of the groups file.
    ///   - awards: takes pieces of the awards file.
    /// - Returns: the counts, from the draws themselves.
    /// - Throws: what these throw.
    /// - Complexity: O(*n*) for *n* learners, in constant memory.
    @discardableResult
    public func write(
        groups: ([UInt8]) throws -> Void, _ awards: ([UInt8]) throws -> Void
    ) rethrows -> SampleTally {
        var draw = SampleDraw(model, seed: seed)
        let text = SampleText(model, draw.catalogue)
        var tally = SampleTally(model)
        var rows = SampleText.header
        var groupRows = SampleText.groupHeader
        for number in 0..<learners {
            draw.draw(number)
            tally.add(draw.learner, of: draw.catalogue)
            text.write(draw.learner, number: number, to: &rows)
            try Self.hand(&rows, over: awards)
            text.writeGroup(draw.learner, number: number, to: &groupRows)
            try Self.hand(&groupRows, over: groups)
        }
        try awards(rows)
        try groups(groupRows)
        return tally
    }

    /// Writes the awards as CSV, a piece at a time, and returns what was counted on the way.
    @discardableResult
    public func write(_ awards: ([UInt8]) throws -> Void) rethrows -> SampleTally {
        try write(groups: { _ in }, awards)
    }

    /// Hands over what was written once it is long enough.
    private static func hand(
        _ bytes: inout [UInt8], over sink: ([UInt8]) throws -> Void
    ) rethrows {
        guard bytes.count >= pieceSize else { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
