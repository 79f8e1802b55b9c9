// SPDX-License-Identifier: Apache-2.0

/// How large the stones of a pile are.
///
/// A stone of c credits is `least + span · c / (c + 20)` wide: as wide as `least` where the credits
/// are not known, wider with every credit, and never wider than `least + span`, however many there
/// are. Its height is that of its course, since stones of a course carry the next one together.
struct StoneSize: Hashable, Sendable {
    /// The width of the smallest stone.
    let least: Double
    /// How much wider than that the largest is.
    let span: Double
    /// The height of the smallest stone.
    let height: Double

    /// Stones with a title, the smallest as wide as their longest word, as far as there is room.
    static func titled(longestWord: Double) -> StoneSize {
        StoneSize(least: max(130, min(190, longestWord + 2 * Outline.sides)), span: 92, height: 44)
    }

    /// Stones with a number of up to so much.
    static func numbered(to greatest: Int) -> StoneSize {
        let digits = TextFitting.width("\(greatest)", size: 11.5)
        return StoneSize(least: max(32, digits + 14), span: 30, height: 24)
    }

    /// Returns the part of the span for so many credits, from 0 to below 1.
    static func share(_ credits: Double?) -> Double {
        guard let credits, credits > 0 else { return 0 }
        // Divided, so that a number beyond all bounds is still a share.
        return 1 / (1 + 20 / credits)
    }

    /// Returns the width of a stone.
    func width(_ credits: Double?) -> Double { least + span * Self.share(credits) }

    /// Returns the height of a stone, its caption aside.
    func height(_ credits: Double?) -> Double { height * (1 + 0.5 * Self.share(credits)) }
}
